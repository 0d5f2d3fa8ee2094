"""The Prosecutor General's submission: who asks, about whom, to which measures, and when."""

from collections.abc import Iterator

from chamber.immunity.acts import Asked, Measure, Submission
from chamber.immunity.facts import Given
from chamber.immunity.sentences import (
    SAID,
    after_the_measure,
    exempt,
    not_a_measure,
    of_day,
)
from chamber.law.judging import finding, lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict

DECIDED, NEEDED, EXEMPT, ASKED, BEFORE = "A57-4.02", "A57-4.04", "A57-4.05", "A57-4.22", "A57-4.24"


def judge_submission(law: Law, act: Submission, given: Given) -> Ruling:
    check_possible(act)
    findings = [*check_who(law, act, given), *check_measures(law, act)]
    for number, asked in enumerate(act.measures, start=1):
        findings += check_before(law, act, number, asked)
        findings += notes_on(law, asked)
    return lawful(law, DECIDED, findings)


def check_possible(act: Submission) -> None:
    named = [one.measure for one in act.measures]
    if len(set(named)) < len(named):
        raise Impossible("measures", "one measure is asked for twice")
    for nth, one in enumerate(act.measures):
        if one.taken_on is not None and one.taken_on > act.on:
            field = f"measures.{nth}.taken_on"
            raise Impossible(field, f"{one.taken_on} is after the day of this act, {act.on}")


def check_who(law: Law, act: Submission, given: Given) -> Iterator[Finding]:
    if act.submitted_by != "prosecutor_general":
        yield finding(law, DECIDED, Verdict.INVALID, SAID.not_by_prosecutor)
    if not given.holds:
        yield finding(law, DECIDED, Verdict.INVALID, SAID.not_its_deputy)


def check_measures(law: Law, act: Submission) -> Iterator[Finding]:
    if not act.measures:
        yield finding(law, ASKED, Verdict.INVALID, SAID.no_measure)
    for number, one in enumerate(act.measures, start=1):
        if not is_listed(law, ASKED, one.measure):
            sentence, numbers = not_a_measure(act.on), (("measure", number),)
            yield finding(law, ASKED, Verdict.INVALID, sentence, numbers=numbers)


def is_listed(law: Law, rule: str, measure: Measure) -> bool:
    return measure.replace("_", " ") in law[rule].items


def check_before(law: Law, act: Submission, number: int, asked: Asked) -> Iterator[Finding]:
    """The submission comes before the measure, unless no consent was needed for it."""
    if asked.taken_on is None or asked.exception is not None:
        return
    numbers = (("measure", number),)
    if asked.taken_on < act.on:
        sentence = after_the_measure(taken=asked.taken_on, received=act.on)
        yield finding(law, BEFORE, Verdict.INVALID, sentence, numbers=numbers)
    else:
        # A day has no hour: it may have come before.
        sentence = of_day(SAID.on_the_same_day, act.on)
        yield finding(law, BEFORE, Verdict.DISPUTED, sentence, numbers=numbers)


def notes_on(law: Law, asked: Asked) -> Iterator[Finding]:
    """Consent in excess does no harm (Q-20, Q-21)."""
    if asked.exception is not None:
        yield note(law, EXEMPT, exempt(asked.exception))
    if asked.measure is Measure.ADMINISTRATIVE_PENALTY:
        yield note(law, NEEDED, SAID.by_a_court)
