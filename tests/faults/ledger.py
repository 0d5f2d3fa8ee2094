"""What was acknowledged, and whether the record has it: nothing lost, nothing there twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import asyncpg

Ballot = tuple[UUID, UUID]  # A vote and a deputy.
Act = tuple[UUID, int]  # A case and the place of the entry in it.
BALLOTS = """
    SELECT v.uid AS vote, p.uid AS deputy, b.choice
      FROM ballot_box AS b JOIN vote AS v ON v.id = b.vote_id
      JOIN proceeding AS p ON p.id = b.person_id WHERE v.uid = ANY ($1)"""
ROLL = """
    SELECT v.uid AS vote, p.uid AS deputy, b.choice
      FROM ballot AS b JOIN vote AS v ON v.id = b.vote_id AND v.edition = b.edition
      JOIN proceeding AS p ON p.id = b.person_id WHERE v.uid = ANY ($1)"""
ACTS = """
    SELECT c.uid, j.seq, j.kind FROM journal AS j JOIN proceeding AS c ON c.id = j.proceeding_id
     WHERE c.uid = ANY ($1)"""


@dataclass
class Found:
    """What is wrong; empty where all is well."""

    lost: set[Any] = field(default_factory=set)
    doubled: set[Any] = field(default_factory=set)
    wrong: set[Any] = field(default_factory=set)

    def __ior__(self, more: "Found") -> "Found":
        self.lost |= more.lost
        self.doubled |= more.doubled
        self.wrong |= more.wrong
        return self

    def __bool__(self) -> bool:
        return bool(self.lost or self.doubled or self.wrong)

    def __str__(self) -> str:
        return f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.wrong)} wrong"


@dataclass
class Ledger:
    """Only what the door has answered with 2xx comes in here."""

    ballots: dict[Ballot, str] = field(default_factory=dict)
    acts: dict[Act, str] = field(default_factory=dict)
    fresh: list[Act | Ballot] = field(default_factory=list)  # Since the last look.
    seen: list[Act | Ballot] = field(default_factory=list)  # At the last look.
    closed: set[UUID] = field(default_factory=set)  # Votes whose close was acknowledged.
    before: int = 0  # Entries that were there when the faults began.

    def __len__(self) -> int:
        return len(self.ballots) + len(self.acts)

    def ballot(self, vote: UUID, deputy: UUID, choice: str) -> None:
        self.ballots[vote, deputy] = choice
        self.fresh.append((vote, deputy))

    def act(self, case: UUID, seq: int, kind: str) -> None:
        self.acts[case, seq] = kind
        self.fresh.append((case, seq))

    async def begin(self, dsn: str) -> None:
        connection = await asyncpg.connect(dsn)
        self.before = await connection.fetchval("SELECT count(*) FROM journal")
        await connection.close()

    async def look(self, dsn: str) -> Found:
        """What has come since the last look but one. It was all acknowledged before we ask.

        What was seen once is looked for once more: it may have been there, and not on the disk.
        """
        fresh, self.fresh = self.fresh, []
        connection = await asyncpg.connect(dsn, timeout=30)
        try:
            found = await self.compare(connection, [*self.seen, *fresh], set())
            self.seen = fresh
            return found
        except BaseException:
            self.fresh = [*fresh, *self.fresh]  # Then it is looked up the next time.
            raise
        finally:
            await connection.close()

    async def look_at_all(self, dsn: str, *, settled: bool = True) -> Found:
        """At the end. Where every outcome is settled, nothing may be there but this."""
        connection = await asyncpg.connect(dsn, timeout=30)
        try:
            found = await self.compare(connection, [*self.acts, *self.ballots], self.closed)
            entries = await connection.fetchval("SELECT count(*) FROM journal") - self.before
            box = await connection.fetchval("SELECT count(*) FROM ballot_box")
            for what, there, known in (
                ("entries", entries, len(self.acts)), ("ballots", box, len(self.ballots))
            ):  # fmt: skip
                if settled and there > known:
                    found.doubled.add(f"{there} {what}, {known} acknowledged")
            return found
        finally:
            await connection.close()

    async def compare(
        self, connection: asyncpg.Connection, known: Iterable[Act | Ballot], closed: set[UUID]
    ) -> Found:
        known = set(known)
        acts = {key: kind for key, kind in self.acts.items() if key in known}
        ballots = {key: choice for key, choice in self.ballots.items() if key in known}
        votes = list({vote for vote, _ in ballots})
        in_box = await connection.fetch(BALLOTS, votes)
        kept = await connection.fetch(ACTS, list({case for case, _ in acts}))
        found = compared(acts, [((case, seq), kind) for case, seq, kind in kept])
        found |= compared(ballots, [((vote, who), choice) for vote, who, choice in in_box])
        if closed:  # The roll of a closed vote says of each deputy what the ballot said.
            roll = await connection.fetch(ROLL, list(closed))
            of_closed = {key: choice for key, choice in ballots.items() if key[0] in closed}
            found |= compared(of_closed, [((vote, who), choice) for vote, who, choice in roll])
        return found


def compared(known: dict[Any, str], there: list[tuple[Any, str]]) -> Found:
    kept, times = dict(there), Counter(key for key, _ in there)
    return Found(
        lost={key for key in known if key not in kept},
        doubled={key for key, number in times.items() if number > 1},
        wrong={key for key, said in known.items() if kept.get(key, said) != said},
    )
