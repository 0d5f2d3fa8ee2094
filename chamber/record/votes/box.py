"""The box takes all ballots that have come by one statement, while the next ones come.

When a vote is called all deputies press within a second. One transaction for many ballots costs
hardly more than one for one; nobody is told that a ballot is cast before it is on the disk.
"""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

import asyncpg

from chamber.law.roles import Role
from chamber.record.lookup.reading import Connections
from chamber.record.sessions import digest
from chamber.record.votes.casting import Came
from chamber.record.votes.facts import Choice

MOST = 500  # In one transaction.
# Who asks, whose ballot it is, and the ballot itself. `shown` is the hash of what somebody shows: a
# program its token, a person the session in a cookie.
CAST_ALL = """
    SELECT a.role, CASE
        WHEN a.role IS NULL THEN NULL
        WHEN v.uid IS NULL THEN 'unknown'
        WHEN a.role = 'deputy' AND coalesce(b.deputy, a.deputy) = a.deputy
            THEN cast_ballot(v.id, p.id, b.choice)
        WHEN a.role IN ('secretariat', 'presiding') AND a.chamber = v.chamber
            AND b.deputy IS NOT NULL
            THEN cast_ballot(v.id, p.id, b.choice)
        ELSE 'not_allowed' END AS came
    FROM unnest($1::bytea[], $2::bool[], $3::uuid[], $4::uuid[], $5::text[]) WITH ORDINALITY
        AS b (shown, cookie, vote, deputy, choice, place)
    LEFT JOIN LATERAL (
        SELECT account_id FROM token WHERE token_hash = b.shown AND NOT b.cookie
        UNION ALL
        SELECT account_id FROM session
        WHERE token_hash = b.shown AND b.cookie AND expires_at > clock_timestamp()
    ) AS s ON true
    LEFT JOIN account AS a ON a.id = s.account_id AND a.disabled_at IS NULL
    LEFT JOIN vote AS v ON v.uid = b.vote
    LEFT JOIN proceeding AS p ON p.uid = coalesce(b.deputy, a.deputy) AND p.noun = 'people'
    ORDER BY b.place"""
Answer = tuple[Role, Came] | None  # None: nobody is known by what was shown.


@dataclass(frozen=True, slots=True)
class Pressed:
    """One ballot as somebody pressed it. The secretariat names the deputy; a deputy need not."""

    shown: str
    cookie: bool
    vote: UUID
    deputy: UUID | None
    choice: Choice

    def row(self) -> tuple[object, ...]:
        return digest(self.shown), self.cookie, self.vote, self.deputy, self.choice.value

    def acknowledged(self) -> bytes:
        return f'{{"vote":"{self.vote}","choice":"{self.choice}"}}'.encode()


@dataclass
class Box:
    connections: Connections
    waiting: list[tuple[Pressed, "asyncio.Future[Answer]"]] = field(default_factory=list)
    emptying: "asyncio.Task[None] | None" = None

    async def cast(self, ballot: Pressed) -> Answer:
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.waiting.append((ballot, answer))
        if self.emptying is None:
            self.emptying = asyncio.create_task(self.empty())
        return await answer

    async def empty(self) -> None:
        """Whoever comes while a transaction is under way is in the next one."""
        try:
            while self.waiting:
                taken, self.waiting = self.waiting[:MOST], self.waiting[MOST:]
                await self.take(taken)
        finally:
            self.emptying = None

    async def take(self, taken: "list[tuple[Pressed, asyncio.Future[Answer]]]") -> None:
        try:
            pool = await self.connections.open()
            answers = await cast_all(pool, [ballot for ballot, _ in taken])
        except Exception as error:  # Whatever it was: whoever waits is told.
            if len(taken) == 1:
                tell(taken[0][1], error)
                return
            # What is wrong with one must not keep the others out.
            for one in taken:
                await self.take([one])
            return
        for (_, future), answer in zip(taken, answers, strict=True):
            tell(future, answer)


async def cast_all(pool: asyncpg.Pool, ballots: list[Pressed]) -> list[Answer]:
    columns = zip(*(ballot.row() for ballot in ballots), strict=True)
    rows = await pool.fetch(CAST_ALL, *(list(column) for column in columns))
    return [(Role(role), Came(came)) if role else None for role, came in rows]


def tell(future: "asyncio.Future[Answer]", answer: Answer | Exception) -> None:
    if future.done():
        return  # Whoever pressed has left; the ballot is cast all the same.
    if isinstance(answer, Exception):
        future.set_exception(answer)
    else:
        future.set_result(answer)
