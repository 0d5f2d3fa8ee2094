"""What the Chamber decides by show of hands: the rapporteur, the commission, another day."""

from collections.abc import Iterator

from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict, possible
from chamber.record.votes.place import check_sitting, counted
from chamber.record.votes.rules import check_quorum
from chamber.reports.acts import Decides, FormCommission, NameRapporteur, SetDate
from chamber.reports.facts import Facts, Given
from chamber.reports.rules.places import check_begun, check_decided, check_released, in_own_hall
from chamber.reports.sentences import SAID, of_several

DAY_SET, RAPPORTEUR, COMMISSION, RESOLVED = "A57-6.04", "A57-6.06", "A57-6.09", "F-2.11"


def judge_decision(law: Law, facts: Facts, act: Decides, given: Given) -> Ruling:
    match act:
        case NameRapporteur():
            rule, found = RAPPORTEUR, check_rapporteur(law, facts, act, given)
        case FormCommission():
            rule, found = COMMISSION, check_commission(law, facts, act, given)
        case SetDate():
            rule, found = DAY_SET, check_day(law, facts, act)
    hall = given.hall
    assert hall is not None, "the Chamber decides at a sitting"
    findings = [
        *check_begun(law, facts),
        *check_released(law, facts, act.on),
        *check_sitting(law, rule, hall, act.on),
        *found,
    ]
    if not in_own_hall(law, hall):
        return lawful(law, rule, findings)
    in_office = given.in_office
    ruling = counted(law, RESOLVED, act.tally, hall, in_office=in_office)
    with possible("sitting"):
        findings += check_quorum(law, hall.registered, in_office or 0)
    return ruling.against(*gravest_first(findings))


def check_rapporteur(
    law: Law, facts: Facts, act: NameRapporteur, given: Given
) -> Iterator[Finding]:
    """A deputy still, who still signs."""
    yield from check_decided(law, facts, act.on, Breach.DEFECT)
    if act.deputy not in facts.signers(act.on):
        yield finding(law, RAPPORTEUR, Verdict.INVALID, SAID.rapporteur_not_of_group)
    elif not given.speaks:
        yield finding(law, RAPPORTEUR, Verdict.INVALID, SAID.not_a_deputy)


def check_commission(
    law: Law, facts: Facts, act: FormCommission, given: Given
) -> Iterator[Finding]:
    yield from check_decided(law, facts, act.on, Breach.DEFECT)
    body = given.body
    assert body is not None, "the act names a body"
    if body.chamber != facts.chamber or body.kind != "commission":
        yield finding(law, COMMISSION, Verdict.INVALID, SAID.not_a_commission)
    others = set(body.members) - {one.deputy for one in facts.signatures if one.counts}
    if others:
        sentence = of_several(SAID.members_not_initiators, len(others))
        numbers = (("others", len(others)),)
        yield finding(law, COMMISSION, Verdict.INVALID, sentence, numbers=numbers)
    if not body.members:
        yield finding(law, COMMISSION, Verdict.INVALID, SAID.no_members)


def check_day(law: Law, facts: Facts, act: SetDate) -> Iterator[Finding]:
    if act.heard_on < act.on:
        raise Impossible("heard_on", f"{act.heard_on} is before {act.on}, the day of the decision")
    yield from check_decided(law, facts, act.on)
    if facts.day is not None and facts.day.steps:
        sentence = SAID.adjourn_first
        yield finding(law, DAY_SET, Verdict.INVALID, sentence, breach=Breach.DEFECT)
