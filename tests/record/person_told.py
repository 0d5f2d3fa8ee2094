"""A person told without a database: what the record would give is given here."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from chamber.law.ruling import Breach, Ruling, Verdict
from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import BodyRole, Ground, MandateEnd, Membership, Person, PersonAct
from chamber.record.people.facts import Facts, Given, Place
from chamber.record.people.rules import judge
from chamber.record.people.telling import step
from tests.record.roster import BEGUN, DAY, mandate, named

NOTHING = Given()
NEXT = timedelta(days=1)
BODY, OTHER = UUID(int=1, version=4), UUID(int=2, version=4)
SOMEBODY = UUID(int=3, version=4)
ENTERED = Person(on=BEGUN, name=named())


def told(*acts: PersonAct | tuple[PersonAct, Given]) -> Facts:
    """What acts that may all be done come to."""
    facts = step(None, ENTERED, NOTHING, judge(None, ENTERED, NOTHING))
    for one in acts:
        act, given = one if isinstance(one, tuple) else (one, NOTHING)
        facts = step(facts, act, given, judge(facts, act, given))
    return facts


DEPUTY = told(mandate())


def place(kind: BodyKind, chamber: Chamber = Chamber.MAZHILIS, **more: Any) -> Given:
    return Given(place=Place(starts_on=BEGUN, chamber=chamber, kind=kind, **more))


def joining(on: date = BEGUN, role: BodyRole = BodyRole.MEMBER, body: UUID = BODY) -> Membership:
    return Membership(on=on, body=body, role=role)


FACTION, COMMITTEE = place(BodyKind.FACTION), place(BodyKind.COMMITTEE)
BUREAU, COMMISSION = place(BodyKind.BUREAU), place(BodyKind.COMMISSION)


def ending(on: date = DAY, ground: Ground = Ground.RESIGNED, **more: Any) -> MandateEnd:
    return MandateEnd(on=on, ground=ground, **({"chamber": Chamber.MAZHILIS} | more))


def is_void(ruling: Ruling) -> bool:
    found = [(one.breach, one.verdict) for one in ruling.findings]
    return found == [(Breach.VOID, Verdict.INVALID)] and not ruling.stands("despite it")


def is_defect(ruling: Ruling, rule: str) -> bool:
    found = [(one.rule, one.breach) for one in ruling.findings]
    kept = ruling.stands("a reason") and not ruling.stands(None)
    return found == [(rule, Breach.DEFECT)] and kept
