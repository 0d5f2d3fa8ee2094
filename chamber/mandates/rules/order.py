"""In which order a matter goes: what each act needs before it, and why it is not open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.mandates.facts import Facts
from chamber.mandates.rules.grounds import OWN
from chamber.mandates.sentences import SAID
from chamber.mandates.words import SetOffBy
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import ENDED_BY
from chamber.record.votes.facts import Outcome

PREPARED, COUNTED, SUBMITTED, NUMBERED = "A57-4.21", "A57-4.28", "A57-4.11", "F-2.11"


@dataclass(frozen=True)
class Condition:
    holds: Callable[[Facts], bool]
    otherwise: Sentence
    rule: str | None = None  # None: the rule of the ground.
    # Without some things an act is no act at all; without others it is done with a defect.
    breach: Breach = Breach.VOID


def is_prepared(facts: Facts) -> bool:
    return facts.by_itself or is_submitted(facts) or facts.conclusion is not None


def is_submitted(facts: Facts) -> bool:
    """The Commission's own submission, with its number, is its conclusion."""
    return facts.set_off_by is SetOffBy.CEC and facts.document is not None


def is_voted(facts: Facts) -> bool:
    """A round that is open has not been closed yet, whatever was decided before it."""
    return facts.decided is not None and facts.open_round is None


def is_refused(facts: Facts) -> bool:
    vote = facts.decided
    return vote is not None and vote.outcome is Outcome.NOT_ADOPTED


def incompatible(facts: Facts) -> bool:
    return facts.ground is Ground.INCOMPATIBLE


CONCLUDED: Final = Condition(
    lambda f: is_prepared(f) or incompatible(f), SAID.conclude_first, PREPARED, Breach.DEFECT
)
COMMISSIONED: Final = Condition(
    lambda f: is_prepared(f) or not incompatible(f), SAID.submit_first, SUBMITTED, Breach.DEFECT
)
NOT_CONCLUDED: Final = Condition(
    lambda f: f.conclusion is None, SAID.already_concluded, PREPARED, Breach.DEFECT
)
VOTED_ON: Final = Condition(lambda f: not f.by_itself, SAID.by_itself, None, Breach.DEFECT)
NONE_OPEN: Final = Condition(lambda f: f.open_round is None, SAID.already_open, OWN)
UNRESOLVED: Final = Condition(lambda f: f.resolution is None, SAID.already_resolved, OWN)
VOTED: Final = Condition(is_voted, SAID.vote_first, OWN)
ADOPTED: Final = Condition(lambda f: not is_refused(f), SAID.not_adopted, OWN)
RESOLVED: Final = Condition(lambda f: f.resolution is not None, SAID.resolve_first, NUMBERED)
NOTED: Final = Condition(lambda f: f.by_itself, SAID.not_by_itself, OWN)
ENDED: Final = Condition(lambda f: f.ended_by_itself or not f.by_itself, SAID.never_ended, OWN)

NEEDS: Final[dict[str, tuple[Condition, ...]]] = {
    "conclusion": (NOT_CONCLUDED,),
    "end_powers": (UNRESOLVED, VOTED_ON, VOTED, ADOPTED),
    "note_end": (UNRESOLVED, NOTED, ENDED),
    "open_vote": (UNRESOLVED, NONE_OPEN, VOTED_ON, CONCLUDED, COMMISSIONED),
    "resolution_days": (RESOLVED,),
}


def check_concluded(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    """What the Commission concluded later did not prepare the vote."""
    heard = facts.conclusion
    if heard is None or heard.received_on <= on or is_submitted(facts):
        return
    need = COMMISSIONED if incompatible(facts) else CONCLUDED
    yield finding(
        law, need.rule or OWN, Verdict.INVALID, need.otherwise, breach=need.breach,
        earliest_lawful=heard.received_on,
    )  # fmt: skip


def next_acts(facts: Facts) -> list[str]:
    """The acts that the order of the procedure leaves open."""
    ready = [kind for kind, needs in NEEDS.items() if all(one.holds(facts) for one in needs)]
    if facts.open_round is not None:
        return [*(kind for kind in ready if kind == "conclusion"), "close_vote"]
    resolves = {"end_powers": "resolution", "note_end": "resolution"}
    return list(dict.fromkeys(resolves.get(kind, kind) for kind in ready if wanted(facts, kind)))


def wanted(facts: Facts, kind: str) -> bool:
    """What is open and would lead nowhere is not offered."""
    return kind != "conclusion" or not (facts.by_itself or facts.resolution)


def unmet(law: Law, facts: Facts, step: str) -> Iterator[Finding]:
    """`step`: a kind of act, or what a resolution decides."""
    for need in NEEDS[step]:
        if not need.holds(facts):
            rule = need.rule or ENDED_BY[facts.ground]
            yield finding(law, rule, Verdict.INVALID, need.otherwise, breach=need.breach)
