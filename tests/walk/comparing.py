"""What came of an act, beside what the law says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from chamber.law.ruling import Breach, Ruling
from tests.walk.model_house import ALONE, Seen
from tests.walk.model_law import ANY_RULE, VOID, Expected, Offence

DESPITE = "атап өтілген себеп"


@dataclass(frozen=True)
class Outcome:
    """A ruling, with which the act was done or refused; or a mistake in the act itself."""

    ruling: Ruling | None = None
    refused: bool = False
    mistake: str | None = None
    crash: str | None = None  # Neither: the house, or its database, broke.
    uid: UUID | None = None  # Of a matter that was opened.
    seq: int | None = None
    vote: UUID | None = None  # How the record named the vote that was opened.


@dataclass(frozen=True)
class Sending:
    """How an act is sent in."""

    despite: str | None = None
    occurred: bool = False
    dry: bool = False


def barred(told: Expected, act: Mapping[str, Any], seen: Seen | None, how: Sending) -> Expected:
    """A vote that is asked for on the day of the close comes too late; minutes may tell of one."""
    is_over = seen is not None and seen.closed_on == act["on"]
    if is_over and act["kind"] == "open_vote" and not how.occurred:
        told.offences |= {Offence("A57-8.09", VOID)}
    return told


def differs(told: Expected, sending: Sending, came: Outcome) -> str | None:
    """Where the house and the law disagree, if they do."""
    if came.crash is not None:
        return f"crashed: {came.crash}"
    if told.unsettled:
        return None
    if came.mistake is not None:
        fine = told.impossible or told.may_be_impossible
        return None if fine else f"was a mistake: {came.mistake}"
    if told.impossible:
        return "cannot be, and was judged"
    assert came.ruling is not None, "an act is judged, or a mistake"
    let_in = sending.occurred or told.stands(sending.despite)
    if came.refused is let_in:
        return f"was {'refused' if came.refused else 'let through'}"
    return of_rulings(told, came.ruling)


def of_rulings(told: Expected, ruling: Ruling) -> str | None:
    for despite in (None, DESPITE):
        if told.stands(despite) is not ruling.stands(despite):
            return f"{'stands' if ruling.stands(despite) else 'does not stand'} despite {despite}"
    if strange := [rule for rule in offended(ruling) if not known(rule, told)]:
        return f"offends {', '.join(strange)}"
    if told.count is not None and told.count.adopted is not ruling.adopted:
        return f"adopted: {ruling.adopted}"
    if not told.verdict_open and ruling.verdict is not None and told.verdict() != ruling.verdict:
        return f"is {ruling.verdict}"
    return None


def offended(ruling: Ruling) -> list[str]:
    """The rules that stand in the way."""
    informs = (Breach.INFORMS, Breach.NOT_ADOPTED)
    return [one.rule for one in ruling.findings if one.breach not in informs]


def known(rule: str, told: Expected) -> bool:
    """At another Chamber's sitting nothing of this matter has happened: much may be lacking."""
    return any(
        one.rule in (ANY_RULE, ALONE) or rule in one.rule.split("|") for one in told.refusing()
    )


def shown(told: Expected) -> str:
    """The law's own answer, in one line."""
    if told.impossible:
        return "impossible"
    said = [f"{one.rule} {one.breach}{'' if one.sure else ' disputed'}" for one in sort(told)]
    counted = [] if told.count is None else [f"adopted {told.count.adopted}"]
    return ", ".join([*said, *counted]) or "lawful"


def sort(told: Expected) -> list[Offence]:
    return sorted(told.offences, key=lambda one: one.rule)


def brief(ruling: Ruling | None) -> str:
    """The house's answer, in one line."""
    if ruling is None:
        return "-"
    said: list[Any] = [f"{one.rule} {one.breach} {one.verdict}" for one in ruling.findings]
    told = [*said, f"adopted {ruling.adopted}", f"verdict {ruling.verdict}"]
    return f"{', '.join(told)} ({ruling.sentence.en})"


class AnyDesk(Protocol):
    """Where the acts of a walk are done: on a record, or by the pure rules alone."""

    async def open(self, noun: str, chamber: str, act: Any, how: Sending) -> Outcome: ...

    async def do(
        self, noun: str, chamber: str, uid: UUID | None, act: Any, how: Sending
    ) -> Outcome: ...

    async def correct(
        self, noun: str, chamber: str, uid: UUID, entry: int, act: dict[str, Any] | None
    ) -> Outcome: ...
