"""The committee in charge gives a conclusion on each candidate, and it is announced."""

from collections.abc import Iterator
from datetime import date

from chamber.appointments.acts import Announcement, Conclusion
from chamber.appointments.facts import Candidate, Facts, Given
from chamber.appointments.sentences import SAID, of_several
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, Verdict, possible
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.sentences import NOT_OPEN
from chamber.record.votes.place import check_sitting, counted, later

DISCUSSED, CONCLUDED, ANNOUNCED = "A57-1.08", "A57-1.09", "A57-1.10"
COMMITTEE_QUORUM, COMMITTEE_VOTE = "F-2.12", "F-2.12-vote"


def judge_conclusion(law: Law, facts: Facts, act: Conclusion, given: Given) -> Ruling:
    """A conclusion is needed; its content binds nobody (Q-13)."""
    hall, committee = given.hall, given.committee
    assert hall is not None, "a conclusion names a sitting"
    assert committee is not None, "an appointment has a committee in charge"
    findings = [*check_committee_sitting(law, facts, act, hall), *check_one_each(law, facts, act)]
    if not is_of_committee(facts, hall) or not hall.is_open(act.on):
        return lawful(law, CONCLUDED, findings)  # Nobody is counted at another, or a closed one.
    members = committee.members
    if not members:
        nobody = finding(law, COMMITTEE_QUORUM, Verdict.INVALID, SAID.no_members)
        return lawful(law, CONCLUDED, [*findings, nobody])
    ruling = counted(law, COMMITTEE_VOTE, act.tally, hall, members=members)
    with possible("sitting"):
        findings += check_committee_quorum(law, present=hall.registered, members=members)
    return ruling.against(*gravest_first(findings))


def is_of_committee(facts: Facts, hall: Hall) -> bool:
    return hall.kind == "committee" and hall.body == facts.committee


def check_committee_sitting(
    law: Law, facts: Facts, act: Conclusion, hall: Hall
) -> Iterator[Finding]:
    if not is_of_committee(facts, hall):
        yield finding(law, DISCUSSED, Verdict.INVALID, SAID.not_the_committees_sitting)
    if not hall.is_open(act.on):
        opens = later(act.on, hall.opened_on)
        yield finding(law, DISCUSSED, Verdict.INVALID, NOT_OPEN, earliest_lawful=opens)


def check_committee_quorum(law: Law, *, present: int, members: int) -> Iterator[Finding]:
    ruling = decide(law, COMMITTEE_QUORUM, Counts(count=present, members=members))
    if not ruling.adopted:
        yield finding(law, COMMITTEE_QUORUM, Verdict.INVALID, ruling.sentence)


def check_one_each(law: Law, facts: Facts, act: Conclusion) -> Iterator[Finding]:
    count = len(act.candidates)
    if count > 1:
        sentence = of_several(SAID.one_conclusion_each, count)
        numbers = (("candidates", count),)
        yield finding(law, CONCLUDED, Verdict.INVALID, sentence, numbers=numbers)
    if any(facts.candidates[number - 1].conclusion for number in act.candidates):
        yield finding(law, CONCLUDED, Verdict.INVALID, SAID.already_concluded)


def check_concluded(law: Law, candidate: Candidate, on: date) -> Iterator[Finding]:
    """The committee speaks first."""
    given_on = candidate.conclusion.given_on if candidate.conclusion is not None else None
    if given_on is None or given_on > on:
        yield finding(
            law, CONCLUDED, Verdict.INVALID, SAID.conclude_first, earliest_lawful=given_on
        )


def judge_announcement(law: Law, facts: Facts, act: Announcement, given: Given) -> Ruling:
    candidate = facts.candidates[act.candidate - 1]
    findings = list(check_sitting(law, ANNOUNCED, given.hall, act.on))
    findings += check_concluded(law, candidate, act.on)
    if candidate.announced_on is not None:
        findings.append(finding(law, ANNOUNCED, Verdict.INVALID, SAID.already_announced))
    return lawful(law, ANNOUNCED, findings)
