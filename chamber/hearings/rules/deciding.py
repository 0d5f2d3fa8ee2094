"""The Bureau of the Chamber decides on a hearing, at a sitting that has its quorum."""

from collections.abc import Iterator

from chamber.hearings.acts import Decision
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.closing import check_ground
from chamber.hearings.rules.gathered import (
    BUREAU,
    check_open,
    quorum_of,
    shown,
    sits_elsewhere,
    too_few,
)
from chamber.hearings.rules.schedule import check_schedule
from chamber.hearings.sentences import SAID
from chamber.hearings.words import Form
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, Verdict
from chamber.record.sittings.hall import Hall

DECIDED = "A57-5.06"


def judge_decision(law: Law, hearing: Hearing, act: Decision, given: Given) -> Ruling:
    hall = given.hall
    assert hall is not None, "the Bureau decides at a sitting"
    findings = list(check_bureau(law, hall, act))
    if findings:  # Nobody is counted at another sitting, or at a closed one.
        return lawful(law, DECIDED, [*findings, *check_content(law, hearing, act, given)])
    quorum = quorum_of(law, DECIDED, hall, given)
    hands = shown(law, hall, act.tally, given.members)
    findings += [*too_few(law, BUREAU, quorum), *too_few(law, DECIDED, quorum)]
    if hands.adopted:
        findings += check_content(law, hearing, act, given)
    rule = law[DECIDED]
    told = {
        "rule": rule.id, "cite": rule.cite, "edition": rule.since,
        "readings": quorum.readings, "quorum": quorum.quorum,
    }  # fmt: skip
    return hands.model_copy(update=told).against(*gravest_first(findings))


def check_bureau(law: Law, hall: Hall, act: Decision) -> Iterator[Finding]:
    if sits_elsewhere(law, hall, ()):
        yield finding(law, DECIDED, Verdict.INVALID, SAID.not_the_bureaus_sitting)
    else:
        yield from check_open(law, DECIDED, hall, act.on)


def check_content(law: Law, hearing: Hearing, act: Decision, given: Given) -> Iterator[Finding]:
    """What was decided: the day, and where it was decided too, the form."""
    planned = hearing.model_copy(update={"starts_at": act.starts_at, "place": act.place})
    yield from check_schedule(law, planned, act.on, given)
    if act.form is Form.CLOSED:
        yield from check_ground(law, act.ground)
