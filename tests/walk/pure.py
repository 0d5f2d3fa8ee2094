"""The acts of a walk put to the pure rules: what the record would give is read off the house."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid5

from pydantic import TypeAdapter, ValidationError

from chamber.immunity.acts import AnyAct as ImmunityAct
from chamber.immunity.facts import Given as ImmunityGiven
from chamber.immunity.rules import happened
from chamber.immunity.rules import judge as judge_immunity
from chamber.immunity.rules import step as step_immunity
from chamber.law.ruling import Finding, Impossible
from chamber.mandates.acts import AnyAct as MandatesAct
from chamber.mandates.facts import Given as MandatesGiven
from chamber.mandates.rules import judge as judge_mandates
from chamber.mandates.rules import step as step_mandates
from chamber.record.resolutions.facts import Numbered
from chamber.record.sittings.hall import Hall
from chamber.record.votes.bars import too_late
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.repeating import so_far
from chamber.record.votes.rounds import AtVote, rounds_on
from chamber.record.votes.rules import AtOpening
from chamber.reports.acts import AnyAct as ReportsAct
from chamber.reports.facts import Given as ReportsGiven
from chamber.reports.rules import judge as judge_reports
from chamber.reports.rules import step as step_reports
from tests.walk.comparing import Outcome, Sending
from tests.walk.model_house import House, Seen
from tests.walk.pure_given import OF_ROOM, Houses

T = TypeVar("T")
NAMESPACE = UUID(int=57)
WORDS = {"kk": "Сұрақ", "ru": "Вопрос"}


@dataclass(frozen=True)
class Rules:
    acts: TypeAdapter[Any]
    given: type[Any]
    judge: Callable[..., Any]
    step: Callable[..., Any]
    happened: Callable[..., Any] = lambda facts, act: facts


ROOMS = {
    "reports": Rules(TypeAdapter(ReportsAct), ReportsGiven, judge_reports, step_reports),
    "immunity": Rules(
        TypeAdapter(ImmunityAct), ImmunityGiven, judge_immunity, step_immunity, happened
    ),
    "mandates": Rules(TypeAdapter(MandatesAct), MandatesGiven, judge_mandates, step_mandates),
}


def at_once(doing: Coroutine[Any, Any, T]) -> T:
    """What never waits is done at once."""
    try:
        doing.send(None)
    except StopIteration as done:
        told: T = done.value
        return told
    raise AssertionError("the pure rules wait for nobody")


@dataclass
class PureDesk:
    """Judges as the record would, and keeps the facts of each case."""

    houses: Houses
    facts: dict[UUID, Any] = field(default_factory=dict)
    entries: int = 0

    async def open(self, noun: str, chamber: str, act: Any, how: Sending) -> Outcome:
        return await self.do(noun, chamber, None, act, how)

    async def do(
        self, noun: str, chamber: str, uid: UUID | None, act: Any, how: Sending
    ) -> Outcome:
        rules, house = ROOMS[noun], self.houses[chamber]
        facts = self.facts[uid] if uid is not None else None
        try:
            read = rules.acts.validate_python(act)
            given = rules.given.model_validate(self.given(noun, house, facts, act))
            ruling = rules.judge(facts, read, given)
        except (ValidationError, Impossible) as wrong:
            return Outcome(mistake=str(wrong)[:300])
        stands = ruling.stands(how.despite)
        asked = ruling.against(*self.bars(chamber, read, given))
        if not (asked.stands(how.despite) or how.occurred):
            return Outcome(ruling=asked, refused=True)
        if how.dry:
            return Outcome(ruling=ruling)
        self.entries += 1
        uid = uid or uuid5(NAMESPACE, f"case {self.entries}")
        if facts is None or stands:
            self.facts[uid] = rules.step(facts, read, given, ruling)
        else:
            self.facts[uid] = rules.happened(facts, read)
        opening = given.opening if act["kind"] == "open_vote" else None
        vote = opening.vote if opening is not None else None
        return Outcome(ruling=ruling, uid=uid, seq=self.entries, vote=vote)

    def bars(self, chamber: str, act: Any, given: AtVote) -> Sequence[Finding]:
        if given.opening is None:
            return ()
        return too_late(chamber, act, given.opening.hall.closed_on)

    async def correct(
        self, noun: str, chamber: str, uid: UUID, entry: int, act: dict[str, Any] | None
    ) -> Outcome:
        raise NotImplementedError("what is not on the record is not put right")

    def given(self, noun: str, house: House, facts: Any, act: Any) -> dict[str, Any]:
        told: dict[str, Any] = {"question": WORDS}
        number = Numbered(
            resolution=uuid5(NAMESPACE, f"resolution {self.entries}"), convocation=8, number=1
        )
        told["numbered"] = number if act["kind"] == "resolution" else None
        told |= self.of_votes(noun, house, facts, act)
        told |= OF_ROOM[noun](self.houses, house, facts, act)
        return {name: one for name, one in told.items() if name in ROOMS[noun].given.model_fields}

    def of_votes(self, noun: str, house: House, facts: Any, act: Any) -> dict[str, Any]:
        if act["kind"] == "close_vote":
            held = [one for one in facts.rounds if one.vote == act["vote"]]
            if not held:
                return {}
            hall = self.hall(house, held[0].sitting, act["on"])
            electorate = in_order(house, act)
            return {"closing": AtClosing(hall=hall, electorate=electorate, ballots={})}
        if "sitting" not in act:
            return {}
        hall = self.hall(house, act["sitting"], act["on"])
        if act["kind"] != "open_vote":
            return {"hall": hall}
        subject = subject_of(noun, facts, act)
        before = so_far(rounds_on(facts.rounds, subject)) if subject else None
        opening = AtOpening(
            vote=uuid5(NAMESPACE, f"vote {self.entries}"), hall=hall,
            electorate=in_order(house, act), others=self.see(act["sitting"]).open_votes,
            **(before.model_dump() if before else {}),
        )  # fmt: skip
        return {"hall": hall, "opening": opening}

    def see(self, sitting: UUID) -> Seen:
        theirs = next(one for one in self.houses.values() if sitting in one.sittings)
        return theirs.see(sitting)

    def hall(self, house: House, sitting: UUID, on: date) -> Hall:
        """Present are deputies: whose mandate has ended is gone from the hall."""
        seen = self.see(sitting)
        present = sorted(seen.present & house.in_office(on))
        return Hall(
            sitting=sitting, chamber=seen.chamber, kind=seen.kind, body=None,
            planned_on=seen.opened_on or self.planned_on(sitting), opened_on=seen.opened_on,
            closed_on=seen.closed_on, present=tuple(present),
            registered=len(present),
        )  # fmt: skip

    def planned_on(self, sitting: UUID) -> Any:
        theirs = next(one for one in self.houses.values() if sitting in one.sittings)
        return theirs.sittings[sitting].planned_on


def in_order(house: House, act: Any) -> tuple[UUID, ...]:
    return tuple(sorted(house.in_office(act["on"])))


def subject_of(noun: str, facts: Any, act: Any) -> int | None:
    match noun:
        case "reports":
            return int(facts.subject_of(act["about"]))
        case "immunity":
            number: int | None = facts.number_of(act["measure"])
            return number
        case _:
            return 1
