"""Where a race is prepared: a day of its own in the town, and the acts that lead up to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Sent
from chamber.record.procedure import Done, do_act
from chamber.record.votes.casting import Came, cast
from chamber.record.votes.facts import Choice
from chamber.rooms import ROOMS
from tests.once.moves import Move
from tests.walk.town import Town, act_of, desk, hour, opened

TEXTS = {"kk": "Қаулы", "ru": "Постановление"}
HANDS = {"for": 60, "against": 3}
PLAIN, DESPITE = Sent(), Sent(despite="себебі бар")
MOST = 24  # Races side by side, so that a quorum is left.
FEW = 4  # Of those that end mandates: the votes of all others are judged again with each.
QUORUM = 66  # Two thirds of 98.


@dataclass
class Stand:
    session: AsyncSession
    town: Town
    number: int
    chamber: str = "mazhilis"
    shared: dict[str, UUID] = field(default_factory=dict)  # By all races of a pair.

    @property
    def day(self) -> date:
        """Each race has its own, the first the latest: what ends on a day reaches later ones."""
        return self.town.era.begins + timedelta(3 * (MOST - self.number))

    @property
    def last(self) -> UUID:
        """A deputy of this race alone."""
        return self.deputies[-1 - self.number]

    @property
    def deputies(self) -> list[UUID]:
        return self.town.deputies[self.chamber]

    def act(self, kind: str, **told: Any) -> dict[str, Any]:
        return {"kind": kind, "on": self.day} | told

    def move(self, noun: str, uid: UUID | None, kind: str, **told: Any) -> Move:
        return Move(noun, self.act(kind, **told), uid, self.chamber)

    def mend(self, noun: str, uid: UUID, entry: int, act: dict[str, Any] | None) -> Move:
        return Move(noun, act, uid, self.chamber, entry=entry)

    async def opened(self, noun: str, kind: str, **told: Any) -> UUID:
        act = self.act(kind, **told)
        return await opened(self.session, ROOMS[noun], self.chamber, **act)

    async def do(self, noun: str, uid: UUID, kind: str, sent: Sent = PLAIN, **told: Any) -> Done:
        act, room = self.act(kind, **told), ROOMS[noun]
        at = desk(self.session, self.chamber)
        return await do_act(room, at, uid, act_of(room, act), sent)

    async def sitting(
        self, nth: int = 0, present: Sequence[UUID] | None = None, **told: Any
    ) -> UUID:
        """A plenary sitting that is open, with everybody there."""
        uid = await self.planned(nth, **told)
        there = self.deputies if present is None else present
        await self.do("sittings", uid, "register", present=there)
        await self.do("sittings", uid, "open")
        return uid

    async def planned(self, nth: int = 0, **told: Any) -> UUID:
        plan = {"chamber": self.chamber, "sitting": "plenary", "place": "Астана"}
        starts_at = hour(self.day, nth)
        return await self.opened("sittings", "plan", starts_at=starts_at, **plan | told)

    async def report(self, signed: int = 33, minister: int = 0) -> UUID:
        return await self.opened(
            "reports", "initiative", chamber=self.chamber, member=self.town.ministers[minister],
            office="Министр", subject="Жолдар", signatures=self.deputies[:signed],
        )  # fmt: skip

    async def vote(self, noun: str, uid: UUID, sitting: UUID, **told: Any) -> UUID:
        """A vote that is open."""
        how = {"method": "totals"} | told
        done = await self.do(noun, uid, "open_vote", sitting=sitting, **how)
        assert done.entry is not None
        return UUID(done.entry.read()["data"]["given"]["opening"]["vote"])

    async def voted(self, noun: str, uid: UUID, sitting: UUID, **told: Any) -> UUID:
        vote = await self.vote(noun, uid, sitting, **told)
        await self.do(noun, uid, "close_vote", vote=vote, totals={"for": 70, "against": 2})
        return vote

    async def press(self, vote: UUID, who: UUID, choice: str) -> None:
        assert await cast(self.session, vote, who, Choice(choice)) is Came.CAST

    async def measures(self, *measures: str) -> UUID:
        """A matter of immunity, prepared for its votes."""
        uid = await self.opened(
            "immunity", "submission", chamber=self.chamber, deputy=self.deputies[-1],
            document="№ 7", measures=[{"measure": one} for one in measures],
        )  # fmt: skip
        await self.do("immunity", uid, "forwarding")
        await self.do("immunity", uid, "conclusion", favours=True, text="Қорытынды")
        await self.do("immunity", uid, "told", sitting_on=self.day)
        return uid

    async def resigned(self, who: UUID) -> UUID:
        """A matter of the end of a deputy's powers, prepared for its vote."""
        uid = await self.opened(
            "mandates", "matter", chamber=self.chamber, deputy=who, ground="resigned",
            happened_on=self.day, set_off_by="deputy", document="№ 1",
        )  # fmt: skip
        await self.do("mandates", uid, "conclusion", favours=True, document="№ 2")
        return uid
