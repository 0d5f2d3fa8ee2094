"""The Chair of the Chamber puts candidates forward, in writing, to the committee in charge."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from chamber.appointments.acts import NewSubmission, Proposed, Recorded, Submission
from chamber.appointments.bodies import OFFICES, Body
from chamber.appointments.facts import Given
from chamber.appointments.rules.offices import absent
from chamber.appointments.sentences import SAID
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict

SUBMISSION, ALONE, DISCUSSED, COUNTED = "A57-1.07", "A57-0.01", "A57-1.08", "A57-1.17"


def judge_submission(law: Law, act: Submission, given: Given) -> Ruling:
    check_persons(one.person for one in act.candidates)
    findings = [
        *check_proposal(law, act, given),
        *check_committee(law, act.chamber, given),
        *check_body(law, act.body, act.on, act.candidates),
    ]
    return lawful(law, SUBMISSION, findings)


def check_persons(persons: Iterable[UUID]) -> None:
    named = list(persons)
    if len(set(named)) < len(named):
        raise Impossible("candidates", "somebody is named twice")


def check_proposal(law: Law, act: Submission | NewSubmission, given: Given) -> Iterator[Finding]:
    if act.submitted_by not in given.chairs:
        yield finding(law, SUBMISSION, Verdict.INVALID, SAID.not_by_chair)
    if act.document is None:
        yield finding(law, SUBMISSION, Verdict.INVALID, SAID.not_in_writing)


def check_committee(law: Law, chamber: str, given: Given) -> Iterator[Finding]:
    committee = given.committee
    assert committee is not None, "a submission names a committee"
    if committee.chamber != chamber:
        yield finding(law, ALONE, Verdict.INVALID, SAID.other_chambers_committee)
    elif committee.kind != "committee":
        yield finding(law, DISCUSSED, Verdict.INVALID, SAID.not_a_committee)


def check_body(law: Law, body: Body, on: date, candidates: Iterable[Proposed]) -> Iterator[Finding]:
    """The body must be there when the term starts: a Chamber may appoint before (Q-41)."""
    office = OFFICES[body]
    missing = [day for one in candidates if not office.existed_on(day := one.starts_on or on)]
    if missing:
        yield absent(law, office, min(missing))


def judge_recorded(law: Law, act: Recorded, given: Given) -> Ruling:
    """Nobody judges what cannot be counted again; the official outcome is told beside (Q-41)."""
    if act.starts_on < act.on:
        raise Impossible("starts_on", "nobody takes office before the appointment")
    if not OFFICES[act.body].existed_on(act.starts_on):
        raise Impossible("starts_on", f"there was no such body on {act.starts_on}")
    if any(one.person == act.person and one.over_on > act.starts_on for one in given.held):
        raise Impossible("person", "holds this office on the record already")
    rule = law[COUNTED]
    return Ruling(
        rule=rule.id,
        cite=rule.cite,
        edition=rule.since,
        verdict=None,
        sentence=SAID.not_judged,
        reason="counts not known",
    )
