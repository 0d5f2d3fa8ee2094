"""A hearing is open, unless the Bureau or the committee closes it because of a secret."""

from collections.abc import Iterator

from chamber.hearings.acts import FormDecided
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.gathered import (
    BUREAU,
    COMMITTEE,
    check_open,
    quorum_of,
    shown,
    sits_elsewhere,
    too_few,
)
from chamber.hearings.sentences import SAID, Decider, closed
from chamber.hearings.words import Form, Ground
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, Verdict
from chamber.record.sittings.hall import Hall

FORM, CLOSED = "A57-5.07", "A57-5.14"
DECIDERS: dict[str, Decider] = {
    "bureau": "bureau", "committee": "committee", "commission": "commission"
}  # fmt: skip


def judge_form(law: Law, hearing: Hearing, act: FormDecided, given: Given) -> Ruling:
    """Open is the rule, and needs nothing (A57-5.13); closed needs a ground and a decision."""
    if act.form is Form.OPEN:
        return lawful(law, FORM)
    findings = [*check_decider(law, hearing, act, given), *check_ground(law, act.ground)]
    ruling = lawful(law, CLOSED)
    if not findings:
        assert act.ground is not None
        assert given.hall is not None
        said = closed(act.ground.secret, DECIDERS[given.hall.kind], act.on)
        ruling = ruling.model_copy(update={"sentence": said})
    return ruling.against(*gravest_first(findings))


def check_ground(law: Law, ground: Ground | None) -> Iterator[Finding]:
    """Q-17: without a secret that a law protects, a hearing is not closed."""
    if ground is None:
        yield finding(law, CLOSED, Verdict.INVALID, SAID.no_ground)


def check_decider(law: Law, hearing: Hearing, act: FormDecided, given: Given) -> Iterator[Finding]:
    if act.decided_by == "chair":
        yield finding(law, CLOSED, Verdict.INVALID, SAID.not_by_chair)
    elif given.hall is None or act.tally is None or not sits(law, hearing, act, given.hall):
        yield finding(law, CLOSED, Verdict.INVALID, SAID.not_the_bodys_sitting)
    elif shut := list(check_open(law, CLOSED, given.hall, act.on)):
        yield from shut
    else:
        yield from check_count(law, act, given.hall, given)


def sits(law: Law, hearing: Hearing, act: FormDecided, hall: Hall) -> bool:
    """Whether it is the sitting of the body that decided, as the act says."""
    of_bureau = hall.kind == "bureau"
    if of_bureau != (act.decided_by == "bureau"):
        return False
    return not sits_elsewhere(law, hall, hearing.organisers)


def check_count(law: Law, act: FormDecided, hall: Hall, given: Given) -> Iterator[Finding]:
    assert act.tally is not None
    rule = BUREAU if hall.kind == "bureau" else COMMITTEE
    quorum = quorum_of(law, rule, hall, given)
    yield from too_few(law, rule, quorum)
    yield from too_few(law, CLOSED, quorum)
    if not shown(law, hall, act.tally, given.members).adopted:
        yield finding(law, CLOSED, Verdict.INVALID, SAID.not_closed)
