"""In which order a hearing goes: what each act needs before it, and why it is not open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from chamber.hearings.acts import HearingAct
from chamber.hearings.facts import (
    Hearing,
)
from chamber.hearings.results import (
    Recommended,
)
from chamber.hearings.sentences import SAID
from chamber.hearings.words import Addressee
from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict

UNLAWFUL, DECIDED, CONVEYED, MINUTES = "A57-8.09", "A57-5.06", "A57-5.17", "F-2.16"


@dataclass(frozen=True)
class Condition:
    holds: Callable[[Hearing], bool]
    otherwise: Sentence
    rule: str = UNLAWFUL
    # Without some things an act is no act at all; without others it is done with a defect.
    breach: Breach = Breach.VOID


def is_decided(hearing: Hearing) -> bool:
    return hearing.decision is not None and hearing.decision.adopted


def adopted(hearing: Hearing) -> list[Recommended]:
    return [one for one in hearing.recommended if one.adopted]


def is_conveyed(hearing: Hearing) -> bool:
    reached = {one.to for one in hearing.dispatched}
    return not adopted(hearing) or reached == set(Addressee)


IN_WORK: Final = Condition(lambda h: h.completed_on is None, SAID.is_completed)
UNTOLD: Final = Condition(lambda h: h.told is None, SAID.is_told)
KEPT: Final = Condition(lambda h: h.cancelled_on is None, SAID.is_cancelled)
UNDECIDED: Final = Condition(lambda h: not is_decided(h), SAID.is_decided)
A_TIME: Final = Condition(lambda h: h.starts_at is not None, SAID.decide_first, DECIDED)
A_TIME_OR_BEGUN: Final = Condition(
    lambda h: h.starts_at is not None or h.begun_on is not None, SAID.decide_first, DECIDED
)
NOT_BEGUN: Final = Condition(lambda h: h.begun_on is None, SAID.is_begun)
BEGUN: Final = Condition(lambda h: h.begun_on is not None, SAID.begin_first)
REGISTERED: Final = Condition(lambda h: h.attendance is not None, SAID.register_first)
NOT_ENDED: Final = Condition(lambda h: h.ended_on is None, SAID.is_ended)
ENDED: Final = Condition(lambda h: h.ended_on is not None, SAID.end_first)
NO_MINUTES: Final = Condition(lambda h: h.minutes is None, SAID.has_minutes)
OUT: Final = Condition(lambda h: bool(h.begun_on or h.told), SAID.begin_first)
BY_BUREAU: Final = Condition(is_decided, SAID.decide_first, DECIDED, Breach.DEFECT)
ADOPTED: Final = Condition(
    lambda h: bool(adopted(h)), SAID.recommend_first, CONVEYED, Breach.DEFECT
)
REACHED: Final = Condition(is_conveyed, SAID.convey_first, CONVEYED, Breach.DEFECT)
# Elsewhere the rule only informs; but from the archive on no minutes can be added.
WITH_MINUTES: Final = Condition(
    lambda h: h.minutes is not None, SAID.minutes_first, MINUTES, Breach.DEFECT
)

PREPARING = (IN_WORK, UNTOLD, KEPT, NOT_BEGUN)
HOLDING = (IN_WORK, UNTOLD, KEPT, BEGUN)
NEEDS: Final[dict[str, tuple[Condition, ...]]] = {
    "decision": (*PREPARING, UNDECIDED),
    "form": PREPARING,
    "commission": PREPARING,
    "invitation": PREPARING,
    "notice": (IN_WORK,),  # What was sent was sent.
    "reschedule": (*PREPARING, A_TIME),
    "cancel": PREPARING,
    "begin": (*PREPARING, BY_BUREAU),
    "register": (IN_WORK, UNTOLD, KEPT, A_TIME_OR_BEGUN, NOT_ENDED),
    "arrive": (*HOLDING, NOT_ENDED, REGISTERED),
    "leave": (*HOLDING, NOT_ENDED, REGISTERED),
    "recommendations": (*HOLDING, NOT_ENDED, REGISTERED),
    "end": (*HOLDING, NOT_ENDED),
    "minutes": (*HOLDING, NO_MINUTES),
    "dispatch": (*HOLDING, ADOPTED),
    "publication": (IN_WORK, KEPT, OUT),
    "material": (IN_WORK,),
    "hand_over": (IN_WORK,),
    "complete": (*HOLDING, ENDED, REACHED, WITH_MINUTES),
}


def next_acts(hearing: Hearing) -> list[str]:
    """The acts that the order of a hearing leaves open."""
    return [kind for kind, needs in NEEDS.items() if all(one.holds(hearing) for one in needs)]


def out_of_order(law: Law, hearing: Hearing, act: HearingAct) -> Finding | None:
    """Why this act is none at this moment, if it is none."""
    return next((one for one in unmet(law, hearing, act.kind) if one.breach is Breach.VOID), None)


def lacking(law: Law, hearing: Hearing, kind: str) -> Iterator[Finding]:
    """What the act is done without, though the law asks for it."""
    return (one for one in unmet(law, hearing, kind) if one.breach is Breach.DEFECT)


def unmet(law: Law, hearing: Hearing, kind: str) -> Iterator[Finding]:
    for need in NEEDS[kind]:
        if not need.holds(hearing):
            yield finding(law, need.rule, Verdict.INVALID, need.otherwise, breach=need.breach)


def milestone(hearing: Hearing) -> date:
    """The day of the last step that the hearing has come to."""
    known = [hearing.opened_on, hearing.begun_on, hearing.ended_on]
    known += [one.moved_on for one in hearing.moves]
    known.append(hearing.decision.decided_on if hearing.decision is not None else None)
    return max(day for day in known if day is not None)
