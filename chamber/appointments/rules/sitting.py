"""At the sitting deputies ask, speak, demand a debate, and may choose the form of the ballot."""

from collections.abc import Iterator
from uuid import UUID

from chamber.appointments.acts import BallotOrder, Debate, DebateDemand, Opinion, Question, Said
from chamber.appointments.facts import Facts, Given
from chamber.appointments.sentences import SAID
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict, possible
from chamber.record.sittings.hall import Hall
from chamber.record.votes.place import check_sitting, counted
from chamber.record.votes.rules import check_quorum

ASKED, SPOKEN, DEBATED, OTHER_ORDER = "A57-1.11", "A57-1.12", "A57-1.13", "A57-1.16"


def judge_statement(law: Law, facts: Facts, act: Said, given: Given) -> Ruling:
    match act:
        case Question():
            rule = ASKED
        case Opinion():
            rule = SPOKEN
        case DebateDemand() | Debate():
            rule = DEBATED
    findings = [
        *check_sitting(law, rule, given.hall, act.on),
        *check_speaker(law, rule, act, given),
        *check_admitted(law, act),
    ]
    return lawful(law, rule, findings)


def check_speaker(law: Law, rule: str, act: Said, given: Given) -> Iterator[Finding]:
    if isinstance(act, Debate):
        return
    if not given.speaks:
        yield finding(law, rule, Verdict.INVALID, SAID.not_a_deputy, breach=Breach.DEFECT)
    elif is_known_away(given.hall, act.deputy):
        yield finding(law, rule, Verdict.INVALID, SAID.not_present, breach=Breach.DEFECT)


def is_known_away(hall: Hall | None, deputy: UUID) -> bool:
    """Not among those registered by name, where all of them are."""
    assert hall is not None, "the act names a sitting"
    all_named = 0 < hall.registered <= len(hall.present)
    return all_named and deputy not in hall.present


def check_admitted(law: Law, act: Said) -> Iterator[Finding]:
    """That nobody asks breaks nothing; that a question is refused does."""
    if isinstance(act, Question) and not act.admitted:
        yield finding(law, ASKED, Verdict.INVALID, SAID.question_refused, breach=Breach.DEFECT)


def judge_order(law: Law, facts: Facts, act: BallotOrder, given: Given) -> Ruling:
    """By a majority of the seats, or of those present: the law does not say (Q-12)."""
    hall = given.hall
    assert hall is not None, "the order of the ballot is decided at a sitting"
    findings = list(check_sitting(law, OTHER_ORDER, hall, act.on))
    if hall.chamber != law.chamber or hall.kind != "plenary":
        return lawful(law, OTHER_ORDER, findings)  # Those at another sitting are not counted.
    in_office = given.in_office
    ruling = counted(law, OTHER_ORDER, act.tally, hall, in_office=in_office)
    with possible("sitting"):
        findings += check_quorum(law, hall.registered, in_office or 0)
    return ruling.against(*gravest_first(findings))
