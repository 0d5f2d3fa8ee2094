"""A sitting told without a database: what the record would give is given here."""

from datetime import UTC, date, datetime
from uuid import UUID

from chamber.law.ruling import Ruling
from chamber.law.seats import Chamber
from chamber.law.text import Words
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    AnySittingAct,
    Decide,
    ItemOpened,
    Open,
    Plan,
    Register,
)
from chamber.record.sittings.facts import AgendaItem, Kind, Sitting
from chamber.record.sittings.quorum import Given
from chamber.record.sittings.rules import judge, step
from chamber.record.votes.facts import Totals

DAY = date(2026, 3, 4)
NEXT = DAY.replace(day=5)
AT = datetime(2026, 3, 4, 5, tzinfo=UTC)
DEPUTIES = [UUID(int=n, version=4) for n in range(1, 151)]
SENATORS = DEPUTIES[100:150]
TITLE = Words(kk="Судьяны тағайындау туралы", ru="О назначении судьи")
HOUSE = Given(
    in_office={"mazhilis": 98},
    people={who: "mazhilis" for who in DEPUTIES[:98]},
)
SENATE = Given(in_office={"senate": 50}, people={who: "senate" for who in SENATORS})
BOTH = Given(in_office=HOUSE.in_office | SENATE.in_office, people=HOUSE.people | SENATE.people)
COMMITTEE = Given(
    in_office={"mazhilis": 98}, members=14, people={who: "mazhilis" for who in DEPUTIES[:14]}
)


def plan(kind: Kind = Kind.PLENARY, chamber: Chamber = Chamber.MAZHILIS, at: datetime = AT) -> Plan:
    whole = (Kind.PLENARY, Kind.JOINT)
    body = None if kind in whole else UUID(int=900, version=4)
    return Plan(
        on=min(DAY, at.date()),
        chamber=chamber,
        sitting=kind,
        body=body,
        starts_at=at,
        place="1-зал",
    )


def story(*acts: AnySittingAct, given: Given = HOUSE) -> Sitting:
    """The facts after lawful acts."""
    sitting: Sitting | None = None
    for act in acts:
        ruling = judge(sitting, act, given)
        assert ruling.stands(None), f"{act.kind}: {ruling.sentence.en}"
        sitting = step(sitting, act, given, ruling)
    assert sitting is not None
    return sitting


def agenda(items: int = 2) -> Agenda:
    return Agenda(on=DAY, items=tuple(AgendaItem(title=TITLE) for _ in range(items)))


def tally(in_favour: int, against: int = 0) -> Totals:
    return Totals(in_favour=in_favour, against=against)


def decide(in_favour: int, against: int = 0, **more: object) -> Decide:
    told = {"on": DAY, "question": TITLE, "tally": tally(in_favour, against), **more}
    return Decide.model_validate(told)


def opened_with(
    present: int, kind: Kind = Kind.PLENARY, given: Given = HOUSE, chamber: Chamber | None = None
) -> Sitting:
    people = list(given.people)[:present]
    return story(
        plan(kind, chamber or Chamber.MAZHILIS), agenda(), Open(on=DAY),
        Register(on=DAY, present=tuple(people)), given=given,
    )  # fmt: skip


def refused(ruling: Ruling) -> str:
    """The rule by which an act is refused, whatever reason is given for it."""
    assert not ruling.stands("a reason")
    return ruling.findings[0].rule


def adopt(version: int, in_favour: int = 60, against: int = 0) -> AgendaAdopted:
    return AgendaAdopted(on=DAY, version=version, tally=tally(in_favour, against))


def item_open(*more: AnySittingAct) -> Sitting:
    return story(
        plan(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:70])), adopt(1),
        ItemOpened(on=DAY, item=1), *more,
    )  # fmt: skip
