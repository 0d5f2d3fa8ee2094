"""In which order a report goes at the sitting: what each step needs before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.reports.acts import Heard
from chamber.reports.facts import Facts
from chamber.reports.facts_heard import Step, StepKind
from chamber.reports.sentences import SAID, rests_on

OPENED, REASONED, REPORTED = "A57-6.10", "A57-6.11", "A57-6.12"
PUT, ATTENDED = "A57-6.14", "A57-6.08"


@dataclass(frozen=True)
class Need:
    """A step that must have been taken, and the rule that is broken without it."""

    met: Callable[[Sequence[Step]], bool]
    otherwise: Sentence
    rule: str


def is_done(kind: StepKind) -> Callable[[Sequence[Step]], bool]:
    return lambda steps: any(one.kind == kind for one in steps)


def came(steps: Sequence[Step]) -> bool:
    """By the last that is told of it: who was late did come."""
    told = [one.came for one in steps if one.kind == "attendance"]
    return bool(told) and told[-1] is True


def reported_or_away(steps: Sequence[Step]) -> bool:
    """Whoever did not come cannot report; what then is worth a vote, the vote tells (Q-27)."""
    return is_done("report")(steps) or (is_done("attendance")(steps) and not came(steps))


WORD: Final = Need(is_done("opening_word"), SAID.open_first, OPENED)
REASONS: Final = Need(is_done("reasons"), SAID.reasons_first, REASONED)
MEMBER: Final = Need(came, SAID.come_first, ATTENDED)
REPORT: Final = Need(reported_or_away, SAID.report_first, REPORTED)
DEBATE: Final = Need(is_done("debate_closed"), SAID.close_debate_first, PUT)

NEEDS: Final[dict[str, tuple[Need, ...]]] = {
    "opening_word": (),
    "attendance": (),
    "reasons": (WORD,),
    "report": (WORD, REASONS, MEMBER),
    "question": (WORD, REASONS, REPORT),
    "opinion": (WORD, REASONS, REPORT),
    "debate_closed": (WORD, REASONS, REPORT),
    "question_received": (),
    "adjourned": (),
}
ONCE = {
    "opening_word": OPENED, "reasons": REASONED, "report": REPORTED, "debate_closed": PUT,
}  # fmt: skip


def check_order(law: Law, facts: Facts, act: Heard) -> Iterator[Finding]:
    """What the step is taken without. What was let pass once is told, and not asked for again."""
    for need in NEEDS[act.kind]:
        if need.met(steps_by(facts, act.sitting, act.on)):
            continue
        if need.rule in passed(facts):
            yield let_pass(law, need.rule)
        else:
            yield finding(
                law, need.rule, Verdict.INVALID, need.otherwise, breach=Breach.DEFECT,
                earliest_lawful=first_day(need, facts, act),
            )  # fmt: skip
    yield from check_once(law, facts, act)


def check_once(law: Law, facts: Facts, act: Heard) -> Iterator[Finding]:
    if act.kind in ONCE and any(one.kind == act.kind for one in facts.steps):
        rule = ONCE[act.kind]
        yield finding(law, rule, Verdict.INVALID, SAID.already_done, breach=Breach.DEFECT)
    closed = facts.done("debate_closed")
    if act.kind in ("question", "opinion") and closed is not None and closed.done_on <= act.on:
        yield finding(law, PUT, Verdict.INVALID, SAID.debate_is_closed, breach=Breach.DEFECT)


def steps_by(facts: Facts, sitting: UUID, on: date) -> list[Step]:
    """What was done before, by that day: at the same sitting, or on a day that was put off."""
    own = facts.day.steps if facts.day is not None else ()
    known = (one for one in facts.steps if one.done_on <= on)
    return [one for one in known if one.sitting == sitting or one not in own]


def first_day(need: Need, facts: Facts, act: Heard) -> date | None:
    """The day from which the step no longer comes too early, if a later day cures it."""
    later = sorted({one.done_on for one in facts.steps if one.done_on > act.on})
    return next((day for day in later if need.met(steps_by(facts, act.sitting, day))), None)


def passed(facts: Facts) -> tuple[str, ...]:
    return facts.day.defects if facts.day is not None else ()


def let_pass(law: Law, rule: str) -> Finding:
    """What was done once despite the rule is told of whatever rests on it."""
    sentence = rests_on(law[rule].name)
    return finding(law, rule, Verdict.DISPUTED, sentence, breach=Breach.INFORMS)
