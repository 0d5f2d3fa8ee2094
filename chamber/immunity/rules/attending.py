"""The deputy may take part when the Chamber considers the matter, and may stay away."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from chamber.immunity.acts import Attendance
from chamber.immunity.facts import Attended, Facts, Given
from chamber.immunity.rules.preparing import PRESENT, check_received
from chamber.immunity.sentences import SAID
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict
from chamber.record.sittings.hall import Hall
from chamber.record.votes.place import check_sitting


def judge_attendance(law: Law, facts: Facts, act: Attendance, given: Given) -> Ruling:
    findings = [
        *check_received(law, PRESENT, facts, act.on),
        *check_sitting(law, PRESENT, given.hall, act.on),
    ]
    if act.wished and not act.admitted:
        findings.append(finding(law, PRESENT, Verdict.DISPUTED, SAID.not_admitted))
    return lawful(law, PRESENT, findings)


def check_deputy(law: Law, facts: Facts, hall: Hall, on: date) -> Iterator[Finding]:
    """Before the vote: the deputy was told of this day, or is there all the same."""
    came = attended_at(facts, hall.sitting, on)
    if (came is not None and came.wished) or facts.deputy in hall.present:
        return
    days = {hall.planned_on, hall.opened_on, on}
    if not any(one.sitting_on in days and one.told_on <= on for one in facts.notices):
        yield finding(law, PRESENT, Verdict.DISPUTED, SAID.not_told)


def shut_out(law: Law, facts: Facts, sitting: UUID, on: date) -> Iterator[Finding]:
    """That the deputy was refused was accepted with a reason; the vote stays disputed for it."""
    came = attended_at(facts, sitting, on)
    if came is not None and came.wished and not came.admitted:
        yield finding(law, PRESENT, Verdict.DISPUTED, SAID.not_admitted, breach=Breach.INFORMS)


def attended_at(facts: Facts, sitting: UUID, on: date) -> Attended | None:
    """As it was told last."""
    known = [one for one in facts.attended if one.sitting == sitting and one.on <= on]
    return known[-1] if known else None
