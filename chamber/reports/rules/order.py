"""In which order a report goes at the sitting: what each step needs before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.reports.facts import Facts
from chamber.reports.facts_heard import StepKind
from chamber.reports.sentences import SAID, rests_on

OPENED, REASONED, REPORTED = "A57-6.10", "A57-6.11", "A57-6.12"
PUT, ATTENDED = "A57-6.14", "A57-6.08"


@dataclass(frozen=True)
class Need:
    """A step that must have been taken, and the rule that is broken without it."""

    met: Callable[[Facts], bool]
    otherwise: Sentence
    rule: str


def is_done(kind: StepKind) -> Callable[[Facts], bool]:
    return lambda facts: facts.done(kind) is not None


def came(facts: Facts) -> bool:
    """By the last that is told of it: who was late did come."""
    told = [one.came for one in facts.steps if one.kind == "attendance"]
    return bool(told) and told[-1] is True


def stayed_away(facts: Facts) -> bool:
    return is_done("attendance")(facts) and not came(facts)


def reported_or_away(facts: Facts) -> bool:
    """Whoever did not come cannot report; what then is worth a vote, the vote tells (Q-27)."""
    return is_done("report")(facts) or stayed_away(facts)


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


def check_order(law: Law, facts: Facts, kind: str) -> Iterator[Finding]:
    """What the step is taken without. What was let pass once is told, and not asked for again."""
    for need in NEEDS[kind]:
        if need.met(facts):
            continue
        if need.rule in passed(facts):
            yield let_pass(law, need.rule)
        else:
            yield finding(law, need.rule, Verdict.INVALID, need.otherwise, breach=Breach.DEFECT)
    if kind in ONCE and any(one.kind == kind for one in facts.steps):
        yield finding(law, ONCE[kind], Verdict.INVALID, SAID.already_done, breach=Breach.DEFECT)
    if kind in ("question", "opinion") and facts.done("debate_closed") is not None:
        yield finding(law, PUT, Verdict.INVALID, SAID.debate_is_closed, breach=Breach.DEFECT)


def passed(facts: Facts) -> tuple[str, ...]:
    return facts.day.defects if facts.day is not None else ()


def let_pass(law: Law, rule: str) -> Finding:
    """What was done once despite the rule is told of whatever rests on it."""
    sentence = rests_on(law[rule].name)
    return finding(law, rule, Verdict.DISPUTED, sentence, breach=Breach.INFORMS)
