"""A walk: in many cases of all rooms at once, each act is done and compared with the law."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from types import ModuleType
from typing import Any
from uuid import UUID

from tests.walk import clerk_immunity, clerk_mandates, clerk_reports
from tests.walk.comparing import (
    DESPITE,
    AnyDesk,
    Outcome,
    Sending,
    barred,
    brief,
    differs,
    shown,
)
from tests.walk.here import Here, Told
from tests.walk.model_house import Seen
from tests.walk.model_immunity import Immunity
from tests.walk.model_law import Expected
from tests.walk.model_mandates import Mandates
from tests.walk.model_matter import Matter
from tests.walk.model_reports import Report
from tests.walk.town import CHAMBERS, Town

PLAINLY = Sending()
AT_ONCE = 12  # Cases that are open in one Chamber.
STRAY = 0.25  # How often something else is tried than what is due.
ROOMS: dict[str, tuple[type[Matter], ModuleType]] = {
    "reports": (Report, clerk_reports),
    "immunity": (Immunity, clerk_immunity),
    "mandates": (Mandates, clerk_mandates),
}


@dataclass
class Done:
    """An act that was entered, with what was seen of its sitting then."""

    act: Told
    seen: Seen | None
    how: Sending
    seq: int = 0
    vote: UUID | None = None


@dataclass
class Case:
    noun: str
    uid: UUID
    matter: Any
    story: list[Done] = field(default_factory=list)
    left: bool = False  # What becomes of it is not settled, or was disputed: nobody goes on.
    version: int = 0  # Of what was taken over from the record, if it is left.

    @property
    def chamber(self) -> str:
        chamber: str = self.matter.chamber
        return chamber

    def has_voted(self, since: date = date.min) -> bool:
        """Lawfully or not: a vote that did not count may count by what is found out later."""
        opened = [one.act["on"] for one in self.story if one.act["kind"] == "open_vote"]
        return any(on >= since for on in opened)

    def rests_on_deputies(self, since: date) -> bool:
        """An initiative is counted by those in office, and nobody else has immunity."""
        return self.noun in ("immunity", "reports") and self.story[0].act["on"] >= since


@dataclass
class Walk:
    town: Town
    desk: AnyDesk
    r: Random
    rooms: tuple[str, ...] = tuple(ROOMS)
    said: Callable[[str], None] = print  # Who is told of a disagreement.
    may_dissolve: bool = False
    here: dict[str, Here] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for chamber in CHAMBERS:
            house = self.town.houses[chamber]
            self.here[chamber] = Here(self.r, self.town, house, self.town.era.begins)
        first, second = (self.here[chamber] for chamber in CHAMBERS)
        first.elsewhere, second.elsewhere = second.sittings, first.sittings

    @property
    def acts(self) -> int:
        return self.counted["acts"]

    def pass_days(self, days: int) -> None:
        for here in self.here.values():
            here.today += timedelta(days)

    def how(self, *, only_asked: float = 0.06) -> Sending:
        """With a reason, from the minutes, or only asked about beforehand: a dry run."""
        if self.r.random() < only_asked:
            return Sending(despite=DESPITE if self.r.random() < 0.2 else None, dry=True)
        chance = self.r.random()
        if chance < 0.16:
            return Sending(despite=DESPITE)
        if chance < 0.24:
            return Sending(occurred=True)
        return PLAINLY

    async def begin(self, here: Here) -> None:
        """Another case comes before the Chamber."""
        noun = self.rooms[self.r.randrange(len(self.rooms))]
        model, clerk = ROOMS[noun]
        act: Told = clerk.begin(here)
        matter = model(here.house)
        goes_far = act["kind"] == "dissolution" and not self.may_dissolve
        told, how = matter.expect(act, None), self.how(only_asked=1 if goes_far else 0.06)
        came = await self.desk.open(noun, here.chamber, act, how)
        case = Case(noun, came.uid or UUID(int=0), matter)
        self.judge(case, Done(act, None, how), told, came)
        if came.uid is not None and not case.left:
            self.cases.append(case)

    async def go_on(self, here: Here) -> None:
        """An act in one of the Chamber's cases: the one that is due, or any other."""
        active = [one for one in self.cases if one.chamber == here.chamber and not one.left]
        if not active:
            return await self.begin(here)
        case = active[-AT_ONCE:][self.r.randrange(min(AT_ONCE, len(active)))]
        clerk = ROOMS[case.noun][1]
        due = None if here.chance(STRAY) else clerk.go_on(case.matter, here)
        act = due or clerk.stray(case.matter, here)
        if act is None:
            return None
        seen = here.see(act)
        how = self.how(only_asked=0.06 if due else 0.5)
        told = barred(case.matter.expect(act, seen), act, seen, how)
        came = await self.desk.do(case.noun, case.chamber, case.uid, act, how)
        self.judge(case, Done(act, seen, how), told, came)
        return None

    def judge(self, case: Case, done: Done, told: Expected, came: Outcome) -> None:
        """Compared; and kept in mind, if it is on the record, whatever the law says of it."""
        if not self.compared(case.noun, done.act, told, came, done.how):
            case.left = True
            before = [f"{one.act['kind']} {one.act['on']}" for one in case.story[-30:]]
            self.found[-1] += f"; before it: {', '.join(before)}"
        if came.ruling is None or came.refused or done.how.dry:
            return
        assert came.seq is not None, "what is entered has its number"
        case.left |= told.unsettled
        case.story.append(replace(done, seq=came.seq, vote=came.vote))
        if came.vote is not None:  # If it does not count now, it may by a correction.
            case.matter.house.opened.append(came.vote)
        if len(case.story) == 1:
            case.matter.house.matters.append(case.matter)
        if len(case.story) == 1 or came.ruling.stands(done.how.despite):
            case.matter.take(
                told, vote=came.vote, despite=done.how.despite, marked=bool(told.refusing())
            )
        else:
            told.though()

    def compared(
        self, noun: str, act: Told, told: Expected, came: Outcome, how: Sending = PLAINLY
    ) -> bool:
        """Whether the law and the house say the same of an act. Tells of it, where they do not."""
        self.count(noun, told, came, how)
        complaint = differs(told, how, came)
        if complaint is None:
            return True
        shown_act = {name: str(one) for name, one in act.items() if name != "signatures"}
        self.complain(
            f"{noun} {act['kind']}: {complaint} {how}; the law: {shown(told)}; the house: "
            f"{brief(came.ruling)}; {shown_act}"
        )
        return False

    def complain(self, what: str) -> None:
        self.counted["disagreements"] += 1
        self.found.append(what)
        self.said(what)

    def count(self, noun: str, told: Expected, came: Outcome, how: Sending = PLAINLY) -> None:
        self.counted["acts"] += 1
        self.counted[f"of {noun}"] += 1
        self.counted["dry runs"] += how.dry
        self.counted["refused"] += came.refused
        self.counted["mistakes"] += came.mistake is not None
        self.counted["unsettled"] += told.unsettled
