"""Recommendations are conveyed, what was open is published, and what was closed stays with few."""

from chamber.hearings.acts import Complete, Dispatch, HandOver, Publish
from chamber.hearings.facts import Hearing
from chamber.hearings.rules.order import adopted, lacking
from chamber.hearings.sentences import SAID
from chamber.hearings.words import Capacity, Product, Reader
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict

CONVEYED, SPREAD, REPORTED, KEPT = "A57-5.17", "A57-5.18", "A57-5.20", "A57-5.21"
OF_THE_STATE = (Capacity.PRESIDENT, Capacity.GOVERNMENT, Capacity.STATE_BODY)


def judge_afterwards(
    law: Law, hearing: Hearing, act: Dispatch | Publish | HandOver | Complete
) -> Ruling:
    match act:
        case Publish():
            return judge_publication(law, hearing, act)
        case HandOver():
            return judge_hand_over(law, hearing, act)
        case Dispatch() | Complete():
            return lawful(law, CONVEYED, lacking(law, hearing, act.kind))


def judge_publication(law: Law, hearing: Hearing, act: Publish) -> Ruling:
    if act.what is Product.REPORT:
        return lawful(law, REPORTED, check_report(law, hearing))
    return lawful(law, SPREAD, gravest_first(check_spread(law, hearing)))


def check_report(law: Law, hearing: Hearing) -> list[Finding]:
    if hearing.closed:
        return [finding(law, REPORTED, Verdict.INVALID, SAID.report_of_closed)]
    if hearing.ended_on is None and hearing.told is None:
        return [finding(law, REPORTED, Verdict.INVALID, SAID.end_first)]
    return []


def check_spread(law: Law, hearing: Hearing) -> list[Finding]:
    found = []
    if not adopted(hearing) and hearing.told is None:
        lacks = SAID.recommend_first
        found.append(finding(law, SPREAD, Verdict.INVALID, lacks, breach=Breach.DEFECT))
    if hearing.closed:
        found.append(finding(law, SPREAD, Verdict.INVALID, SAID.recommendations_of_closed))
    return found


def judge_hand_over(law: Law, hearing: Hearing, act: HandOver) -> Ruling:
    findings = []
    if hearing.closed and not may_read(hearing, act):
        findings.append(finding(law, KEPT, Verdict.INVALID, SAID.not_a_reader))
    return lawful(law, KEPT, findings)


def may_read(hearing: Hearing, act: HandOver) -> bool:
    """A state body may where somebody whom it sent took part."""
    if act.to is not Reader.STATE_BODY:
        return act.to is not Reader.OTHER
    guests = hearing.attendance.guests if hearing.attendance is not None else ()
    bodies = {one.of for one in guests if one.capacity in OF_THE_STATE}
    return act.of is not None and act.of in bodies
