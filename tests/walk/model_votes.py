"""A vote of the Chamber, as the catalogue tells it: quorum, base, rounds, and which one decides.

The number of deputies is taken when the vote opens. A round during which a mandate begins or ends
decides nothing. The last lawful round decides (F-2.08).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from tests.walk.model_house import House, Seen
from tests.walk.model_law import (
    ANY_RULE,
    DEFECT,
    HALF,
    VOID,
    Count,
    Expected,
    Offence,
    Share,
    count,
    expect,
    impossible,
)  # fmt: skip

REPEAT = "F-2.08"
COUNTED = ("adopted", "not_adopted")
OF_THOSE_PRESENT = Share(HALF, more=True)


@dataclass(frozen=True)
class Round:
    subject: int
    rule: str
    sitting: UUID
    opened_on: date
    electorate: frozenset[UUID]
    present: frozenset[UUID]
    closed_on: date | None = None
    outcome: str | None = None  # None: it is open.
    disputed: bool = False

    def outlasts(self, day: date) -> bool:
        return self.closed_on is None or self.closed_on > day


@dataclass
class Rounds:
    """The votes of one matter, in their order, by the name that the record gave each."""

    house: House
    held: dict[UUID, Round] = field(default_factory=dict)

    def open_at(self, sitting: UUID) -> int:
        return sum(one.outcome is None and one.sitting == sitting for one in self.held.values())

    def of(self, subject: int) -> list[Round]:
        return [one for one in self.held.values() if one.subject == subject]

    def is_open(self, subject: int) -> bool:
        return any(one.outcome is None for one in self.of(subject))

    def deciding(self, subject: int) -> Round | None:
        """The last round that was not annulled; one that nobody can judge decides if none else."""
        counted = [one for one in self.of(subject) if one.outcome in COUNTED]
        unjudged = [one for one in self.of(subject) if one.outcome == "not_judged"]
        last = counted or unjudged
        return last[-1] if last else None

    def adopted(self, subject: int) -> bool:
        last = self.deciding(subject)
        return last is not None and last.outcome == "adopted"

    def check_opening(self, act: Mapping[str, Any], seen: Seen, subject: int) -> Iterator[Offence]:
        """What speaks against any vote that is opened now, whatever it is about."""
        on = act["on"]
        if not seen.is_open(on):
            yield Offence("A57-8.09", VOID)
        yield from self.house.quorum_lacks(self.house.here(seen, on), on)
        if seen.open_votes:
            yield Offence("A57-8.09", VOID)
        if seen.chamber != self.house.chamber or seen.kind == "joint":
            yield Offence("A57-0.01", VOID)
        before = self.of(subject)
        if before and act.get("reason") is None:
            yield Offence(REPEAT, DEFECT)
        counted = bool(before) and before[-1].outcome in COUNTED
        if counted and not self.wanted_again(act, seen):
            yield Offence(REPEAT, DEFECT)

    def miscounted(self, act: Mapping[str, Any], seen: Seen) -> bool:
        """More hands for another round than there are deputies to raise them."""
        return self.house.of_deputies(seen, act.get("repeat") or {}, act["on"]) is None

    def wanted_again(self, act: Mapping[str, Any], seen: Seen) -> bool:
        """A round after one that counted needs a decision by the majority of those present."""
        tally, present = act.get("repeat"), self.house.here(seen, act["on"])
        left = self.house.of_deputies(seen, tally, act["on"]) if tally is not None else None
        return left is not None and OF_THOSE_PRESENT.reached(left["for"], present)

    def open(self, vote: UUID, act: Mapping[str, Any], seen: Seen, subject: int, rule: str) -> None:
        self.held[vote] = Round(
            subject, rule, act["sitting"], act["on"], self.house.in_office(act["on"]), seen.present
        )

    def take_over(self, kept: Iterable[Any]) -> None:
        """As the record has them: one that did not count may count by what was found out since."""
        self.held = {
            one.vote: Round(
                one.subject, one.rule, one.sitting, one.opened_on, frozenset(one.electorate),
                frozenset(), one.closed_on, one.outcome and one.outcome.value,
            )
            for one in kept
        }  # fmt: skip
        self.house.opened += [one for one in self.held if one not in self.house.opened]

    def closing(self, act: Mapping[str, Any], seen: Seen | None) -> Expected:
        """What a count comes to, by the law of the day on which it is counted."""
        vote = self.held.get(act["vote"])
        if vote is None or vote.outcome is not None or seen is None:
            return expect([Offence(ANY_RULE, VOID)])
        if act["on"] < vote.opened_on:
            return impossible()
        electorate = self.house.in_office(act["on"])
        if electorate != vote.electorate or act.get("annulled"):
            return expect(then=lambda: self.end(act, "annulled"))
        return self.counted(act, vote, seen)

    def counted(self, act: Mapping[str, Any], vote: Round, seen: Seen) -> Expected:
        told, on = act["totals"], act["on"]
        if (left := self.house.of_deputies(seen, told, on)) is None:
            return impossible()
        electorate = len(vote.electorate)
        found = count(vote.rule, self.house.chamber, on, left["for"], electorate, shown=told["for"])
        lacking = list(self.house.quorum_lacks(self.house.here(seen, on), on))
        return expect(lacking, count=found, then=lambda: self.end(act, said(found), found))

    def end(self, act: Mapping[str, Any], outcome: str, found: Count | None = None) -> None:
        told = {"closed_on": act["on"], "disputed": found is not None and found.disputed}
        vote = self.held[act["vote"]]
        self.held[act["vote"]] = replace(vote, outcome=outcome, **told)


def said(found: Count) -> str:
    if found.adopted is None:
        return "not_judged"
    return "adopted" if found.adopted else "not_adopted"
