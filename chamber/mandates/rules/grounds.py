"""On which grounds a deputy's powers end, and who may set the matter off."""

from collections.abc import Iterable, Iterator
from datetime import date

from chamber.law.act import Sentence
from chamber.law.judging import finding, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.law.seats import Chamber
from chamber.mandates.acts import Matter
from chamber.mandates.facts import Facts
from chamber.mandates.sentences import SAID, not_in_force
from chamber.mandates.words import ALLOWED, SetOffBy
from chamber.record.people.acts import Basis, Ground
from chamber.record.people.mandates import (
    ENDED_BY,
    GROUNDS,
    NOT_FOR_SENATORS,
    NOT_LISTED,
    OF_A_PARTY,
)

OWN, INCOMPATIBLE, ALLOWED_WORK = "A57-4.01", "A57-4.09", "A57-4.10"
PARTY = "A57-4.18"

# Only these may set the matter off, and why nobody else.
ONLY = {
    Ground.INCOMPATIBLE: (SetOffBy.CEC, SAID.only_commission),
    Ground.RECALLED_BY_ASSEMBLY: (SetOffBy.ASSEMBLY, SAID.only_assembly),
    Ground.RECALLED_BY_PRESIDENT: (SetOffBy.PRESIDENT, SAID.only_president),
    Ground.RECALLED_BY_ELECTORS: (SetOffBy.ELECTORS, SAID.only_electors),
}
BY_COURT = frozenset(
    {
        Ground.CONVICTED,
        Ground.DECLARED_INCAPABLE,
        Ground.DECLARED_DEAD,
        Ground.DECLARED_MISSING,
    }
)


def rule_of(chamber: str, ground: Ground) -> str:
    """The rule by which the ground ends powers; a senator belongs to no party's ground."""
    return GROUNDS if of_no_senator(chamber, ground) else ENDED_BY[ground]


def of_no_senator(chamber: str, ground: Ground) -> bool:
    return chamber == Chamber.SENATE and ground in OF_A_PARTY


def check_ground(law: Law, act: Matter, basis: Basis | None) -> Iterator[Finding]:
    """`basis`: how the deputy came to the Chamber, if to this one."""
    if act.ground is Ground.OTHER:
        yield finding(law, GROUNDS, Verdict.INVALID, NOT_LISTED)
    yield from check_set_off(law, act)
    yield from check_activity(law, act)
    yield from check_party(law, act, basis)
    yield from check_in_force(law, act.ground, act.happened_on, act.on)


def check_set_off(law: Law, act: Matter) -> Iterator[Finding]:
    who, otherwise = ONLY.get(act.ground, (act.set_off_by, None))
    if otherwise is not None and act.set_off_by is not who:
        yield defect(law, ENDED_BY[act.ground], otherwise)


def check_activity(law: Law, act: Matter) -> Iterator[Finding]:
    if act.activity is None:
        return
    if act.activity in ALLOWED:
        yield defect(law, ALLOWED_WORK, SAID.allowed)
    else:
        yield note(law, INCOMPATIBLE, SAID.incompatible)


def check_party(law: Law, act: Matter, basis: Basis | None) -> Iterator[Finding]:
    """The party's grounds are of those who were elected by its list."""
    if act.ground not in OF_A_PARTY:
        return
    if of_no_senator(act.chamber, act.ground):
        # The wording speaks of the Mazhilis alone, and is cited as it stands there.
        theirs = Law(law.book, Chamber.MAZHILIS, law.day)
        yield finding(theirs, ENDED_BY[act.ground], Verdict.INVALID, NOT_FOR_SENATORS)
    elif basis is Basis.ASSEMBLY:
        yield defect(law, ENDED_BY[act.ground], SAID.not_by_party)
    elif basis is Basis.SINGLE_MANDATE:
        yield finding(law, ENDED_BY[act.ground], Verdict.DISPUTED, SAID.not_by_list)


def check_in_force(law: Law, ground: Ground, in_force: date, on: date) -> Iterator[Finding]:
    """What a court decided ends powers once it is in force."""
    if ground in BY_COURT and in_force > on:
        rule, sentence = ENDED_BY[ground], not_in_force(in_force)
        yield finding(law, rule, Verdict.INVALID, sentence, earliest_lawful=in_force)


def not_accepted(facts: Facts, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What was accepted once is not asked again."""
    return (one for one in findings if one.rule not in facts.defects)


def with_accepted(law: Law, facts: Facts, findings: Iterable[Finding] = ()) -> list[Finding]:
    """What was accepted on the way is told of all that rests on it, beside what is found now."""
    found = list(dict.fromkeys(findings))
    now = {one.rule for one in found if one.verdict is not Verdict.VALID}
    return [*found, *(one for one in accepted_before(law, facts) if one.rule not in now)]


def accepted_before(law: Law, facts: Facts) -> Iterator[Finding]:
    for rule in facts.defects:
        where = law if law.find(rule) is not None else Law(law.book, Chamber.MAZHILIS, law.day)
        if where.find(rule) is not None:
            yield finding(where, rule, Verdict.DISPUTED, SAID.accepted, breach=Breach.INFORMS)


def defect(law: Law, rule: str, sentence: Sentence) -> Finding:
    return finding(law, rule, Verdict.INVALID, sentence, breach=Breach.DEFECT)
