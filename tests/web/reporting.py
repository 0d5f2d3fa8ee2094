"""A report of a member of the Government by HTTP, as far as the worked cases need it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from tests.web.conftest import Client
from tests.web.matters import TEXTS, Json, Matter, convene, enter_person, form, seat

LIMITS = {"rapporteur": 10, "report": 30, "questions": 40}
LAWS = ["«Өрт қауіпсіздігі туралы» Заң"]


def days_before(on: str, days: int) -> str:
    return (date.fromisoformat(on) - timedelta(days=days)).isoformat()


class House:
    """A Chamber, a minister, and an initiative of a third of its deputies."""

    def __init__(self, engine: AsyncEngine, client: Client, chamber: str, on: str) -> None:
        self.engine, self.client, self.chamber, self.on = engine, client, chamber, on
        self.matter = Matter(client, "reports")
        self.filed, self.decided_on = days_before(on, 21), days_before(on, 14)
        self.deputies: list[UUID] = []
        self.minister = self.commission = self.first = self.second = ""

    async def seated(self, seats: int, registered: int | None = None) -> "House":
        """Two sittings: one decides to hear the report, at the other it is heard."""
        self.deputies = await seat(self.engine, self.chamber, seats, self.filed)
        self.minister = await enter_person(self.engine, self.chamber, self.filed)
        self.commission = await form(self.engine, self.chamber, self.deputies[3:8])
        self.first = await convene(self.engine, self.chamber, self.decided_on, self.deputies)
        self.second = await self.sits(self.on, self.deputies[:registered])
        return self

    async def sits(self, on: str, present: Sequence[UUID] | None = None) -> str:
        return await convene(self.engine, self.chamber, on, present or self.deputies)

    @property
    def third(self) -> int:
        return -(-len(self.deputies) // 3)

    def initiative(self, signed: int) -> Json:
        return {
            "chamber": self.chamber, "member": self.minister, "office": "Төтенше жағдай министрі",
            "subject": "Орман өрттеріне дайындық",
            "signatures": [str(one) for one in self.deputies[:signed]],
        }  # fmt: skip

    def hands(self) -> Json:
        return {"sitting": self.first, "tally": {"for": len(self.deputies) - 3, "against": 3}}

    async def decided(self, signed: int | None = None) -> None:
        """The Chamber decides to hear the report, and on what day."""
        matter, on = self.matter, self.decided_on
        told = self.initiative(self.third if signed is None else signed)
        await matter.opened("initiative", self.filed, **told)
        await self.open_vote("hear", on, self.first)
        await matter.counted(on, len(self.deputies) - 2)
        await matter.done(
            "resolution", on, about="hear", text=TEXTS, heard_on=self.on, limits=LIMITS
        )
        deputy = str(self.deputies[3])
        await matter.done("rapporteur", on, deputy=deputy, **self.hands())
        await matter.done("commission", on, body=self.commission, **self.hands())

    async def notified(self) -> None:
        sent = days_before(self.on, 10)
        good = {"in_writing": True, "states_decision": True, "day": self.on, "document": "№ 5"}
        await self.matter.done("notification", sent, **good)
        received = {"notification": 1, "received_on": sent, "proof": "қолхат"}
        await self.matter.done("receipt", sent, **received)

    async def step(self, kind: str, **told: Any) -> Json:
        return await self.matter.done(kind, self.on, sitting=self.second, **told)

    async def heard(self, *received: str, came: bool = True) -> None:
        """The sitting to the end of the debate, and the questions in this order."""
        await self.step("opening_word")
        await self.step("attendance", came=came)
        await self.step("reasons", speaker=str(self.deputies[3]))
        if came:
            await self.step("report", minutes=20)
        await self.step("debate_closed")
        for about in received:
            await self.step(
                "question_received", about=about, laws=LAWS if about == "appeal" else []
            )

    async def ready(self, *received: str, came: bool = True) -> Matter:
        """All that comes before the votes on the results."""
        await self.decided()
        await self.notified()
        await self.heard(*(received or ("take_note", "appeal")), came=came)
        return self.matter

    def vote(self, about: str, sitting: str = "") -> Json:
        return {"about": about, "sitting": sitting or self.second, "method": "totals"}

    async def open_vote(self, about: str, on: str = "", sitting: str = "", **sent: Any) -> Json:
        return await self.matter.done(
            "open_vote", on or self.on, **self.vote(about, sitting), **sent
        )
