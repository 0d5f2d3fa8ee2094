"""What goes on while things break: appointments are submitted, and 98 deputies vote on each."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.faults.asking import Answer, Client
from tests.faults.ledger import Ledger
from tests.faults.town import DAY, Town

CHOICES = ("for", "for", "for", "against", "abstained")
ON = DAY.isoformat()


@dataclass
class Case:
    """One appointment, as its clerk has it on the desk."""

    uid: UUID
    tag: str


@dataclass
class Voting:
    """The rounds go on until `over` says so; one that has begun is ended."""

    town: Town
    client: Client
    ledger: Ledger
    random: random.Random
    over: Callable[[], bool]
    names: int = 0
    rounds: int = 0
    hall: asyncio.Lock = field(default_factory=asyncio.Lock)  # One vote at a time.
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)  # Something was, just now.
    voted: asyncio.Event = field(default_factory=asyncio.Event)  # A ballot was.

    async def go(self, side_by_side: int = 2) -> None:
        await asyncio.gather(*(self.one_after_another() for _ in range(side_by_side)))

    async def ended(self, load: "asyncio.Task[None]", *, at_once: bool) -> list[str]:
        """Why it ended badly, if it did. Ended at once, it leaves some outcomes unsettled."""
        self.client.stopped = at_once
        (how,) = await asyncio.gather(load, return_exceptions=True)
        return [str(how)] if isinstance(how, Exception) else []

    async def one_after_another(self) -> None:
        while not self.over():
            await self.round()

    async def round(self) -> None:
        case = await self.submit(await self.person())
        told = {
            "candidates": [1], "sitting": self.town.conclusions, "recommends": True,
            "tally": {"for": self.town.members, "against": 0}, "text": "Кандидатура ұсынылады",
        }  # fmt: skip
        await self.do(case, "conclusion", **told)
        await self.do(case, "announcement", candidate=1, sitting=self.town.plenary)
        async with self.hall:
            opened = await self.do(case, "open_vote", candidates=[1], sitting=self.town.plenary)
            vote = UUID(opened["entry"]["vote"])
            await asyncio.gather(*(self.cast(vote, deputy) for deputy in self.town.deputies))
            await self.do(case, "close_vote", vote=vote)
        self.ledger.closed.add(vote)
        self.rounds += 1

    async def person(self) -> UUID:
        self.names += 1
        name = f"Үміткер {self.names}"
        act = {"kind": "person", "on": ON, "name": {"kk": name, "ru": name, "latin": "Candidate"}}
        return self.kept(await self.send("/api/v1/people", act), "person").uid

    async def submit(self, person: UUID) -> Case:
        act = {
            "kind": "submission", "on": ON, "chamber": "mazhilis", "body": "audit_chamber",
            "submitted_by": self.town.chair, "candidates": [{"person": person}],
            "document": "№ 1", "committee": self.town.committee,
        }  # fmt: skip
        return self.kept(await self.send("/api/v1/appointments", act), "submission")

    async def do(self, case: Case, kind: str, **told: Any) -> Any:
        path = f"/api/v1/appointments/{case.uid}/acts"
        answer = await self.send(path, {"kind": kind, "on": ON, **told}, case.tag)
        case.tag = self.kept(answer, kind).tag
        return answer.json()

    async def cast(self, vote: UUID, deputy: UUID) -> None:
        choice = self.random.choice(CHOICES)
        path, token = f"/api/v1/votes/{vote}/ballots", self.town.deputies[deputy]
        await self.client.post(path, token, {"choice": choice})
        self.ledger.ballot(vote, deputy, choice)
        self.voted.set()
        self.acknowledged.set()

    async def send(self, path: str, act: Any, tag: str | None = None) -> Answer:
        return await self.client.post(path, self.town.clerk, {"act": as_json(act)}, tag)

    def kept(self, answer: Answer, kind: str) -> Case:
        told = answer.json()
        uid = UUID(told["id"])
        self.ledger.act(uid, told["entry"]["seq"], kind)
        self.acknowledged.set()
        return Case(uid, answer.headers["etag"])


def as_json(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: as_json(value) for name, value in told.items()}
    if isinstance(told, list):
        return [as_json(value) for value in told]
    return str(told) if isinstance(told, UUID) else told
