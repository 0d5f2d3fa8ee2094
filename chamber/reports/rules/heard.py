"""A member of the Government reports: from the opening word to the end of the debate."""

from collections.abc import Iterator
from datetime import date

from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.record.votes.place import check_sitting
from chamber.reports.acts import Heard
from chamber.reports.acts_heard import (
    Attendance,
    OpeningWord,
    Opinion,
    Question,
    QuestionReceived,
    Reasons,
    Report,
)
from chamber.reports.facts import Facts, Given
from chamber.reports.rules.length import check_allowed, check_length
from chamber.reports.rules.order import check_order
from chamber.reports.rules.places import check_decided, check_deputy, check_released
from chamber.reports.rules.telling import check_notified, check_refusal
from chamber.reports.sentences import SAID, of_day

DAY_SET, RAPPORTEUR, ATTENDED, COMMISSION = "A57-6.04", "A57-6.06", "A57-6.08", "A57-6.09"
REASONED, REPORTED, SPOKEN = "A57-6.11", "A57-6.12", "A57-6.13"
PUT, LAWS = "A57-6.14", "A57-6.15"
RULES = {
    "opening_word": "A57-6.10", "attendance": ATTENDED, "reasons": REASONED, "report": REPORTED,
    "question": SPOKEN, "opinion": SPOKEN, "debate_closed": PUT, "question_received": PUT,
    "adjourned": ATTENDED,
}  # fmt: skip
OBLIGATORY = "Q-19 A"  # The reading on which the commission must be formed.
FACTION, GROUP = "the floor for a faction", "the floor for a deputy group"


def judge_step(law: Law, facts: Facts, act: Heard, given: Given) -> Ruling:
    rule = RULES[act.kind]
    findings = [
        *check_decided(law, facts, act.on),
        *check_released(law, facts, act.on),
        *check_sitting(law, rule, given.hall, act.on),
        *check_order(law, facts, act),
        *check_own_rule(law, facts, act, given),
    ]
    return lawful(law, rule, dict.fromkeys(findings))


def check_own_rule(law: Law, facts: Facts, act: Heard, given: Given) -> Iterator[Finding]:
    """What is asked of this step alone."""
    match act:
        case OpeningWord():
            yield from check_prepared(law, facts, act.on)
        case Attendance() if not act.came:
            yield finding(
                law, ATTENDED, Verdict.INVALID, SAID.did_not_come, breach=Breach.INFORMS
            )  # fmt: skip
        case Reasons():
            yield from check_rapporteur(law, facts, act)
        case Report():
            yield from check_length(law, act.minutes, Breach.INFORMS)
            yield from check_allowed(law, facts, act.minutes)
        case Question() | Opinion():
            yield from check_deputy(law, SPOKEN, act.deputy, given)
            yield from check_floor(law, act, given)
        case QuestionReceived():
            yield from check_question(law, act, given)
        case _:
            return


def check_prepared(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    yield from check_day(law, facts, on)
    yield from check_notified(law, facts, on)
    yield from check_refusal(law, facts)
    if facts.commission is None:
        yield finding(
            law, COMMISSION, Verdict.DISPUTED, SAID.no_commission, readings=(OBLIGATORY,)
        )  # fmt: skip


def check_day(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    day = facts.day.heard_on if facts.day is not None else None
    if day is None:
        yield finding(law, DAY_SET, Verdict.INVALID, SAID.no_date)
    elif day != on:
        opens = day if day > on else None
        sentence = of_day(SAID.not_that_day, day)
        yield finding(law, DAY_SET, Verdict.INVALID, sentence, earliest_lawful=opens)


def check_rapporteur(law: Law, facts: Facts, act: Reasons) -> Iterator[Finding]:
    if facts.rapporteur is None:
        yield finding(law, RAPPORTEUR, Verdict.INVALID, SAID.rapporteur_first)
    elif act.speaker != facts.rapporteur.deputy:
        yield finding(law, REASONED, Verdict.INVALID, SAID.not_the_rapporteur)
    elif act.speaker not in facts.signers(act.on):
        yield finding(law, RAPPORTEUR, Verdict.INVALID, SAID.rapporteur_not_of_group)


def check_floor(law: Law, act: Question | Opinion, given: Given) -> Iterator[Finding]:
    """Deputies may speak; in the Mazhilis factions and groups must be let. It has happened."""
    if act.for_faction is not None:
        if act.for_group is not None:
            raise Impossible("for_group", "name a faction or a group, not both")
        if given.body is None or (given.body.chamber, given.body.kind) != (law.chamber, "faction"):
            raise Impossible("for_faction", "is no faction of this Chamber")
    if act.admitted:
        return
    must, informs = law[SPOKEN].items, Breach.INFORMS
    if act.for_faction is not None and FACTION in must:
        yield finding(law, SPOKEN, Verdict.INVALID, SAID.faction_refused, breach=informs)
    elif act.for_group is not None and GROUP in must:
        yield finding(law, SPOKEN, Verdict.INVALID, SAID.group_refused, breach=informs)
    else:
        yield finding(law, SPOKEN, Verdict.DISPUTED, SAID.deputy_refused, breach=informs)


def check_question(law: Law, act: QuestionReceived, given: Given) -> Iterator[Finding]:
    if act.laws and act.about != "appeal":
        raise Impossible("laws", "only an appeal names laws that were not carried out")
    if act.about == "appeal" and not act.laws:
        yield finding(law, LAWS, Verdict.INVALID, SAID.no_laws, breach=Breach.INFORMS)
    if act.deputy is not None:
        yield from check_deputy(law, PUT, act.deputy, given)
