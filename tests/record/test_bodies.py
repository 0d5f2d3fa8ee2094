"""Bodies: how many committees a Chamber has, its one Bureau, and when a body is no more."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.period import Period
from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from chamber.law.seats import Chamber
from chamber.law.sent import Occurred, Sent
from chamber.record.bodies.acts import BodyKind, Dissolved
from chamber.record.bodies.facts import Given
from chamber.record.bodies.procedure import BODIES
from chamber.record.bodies.rows import load
from chamber.record.bodies.rules import judge, next_acts, step
from chamber.record.journal import entries
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import find
from tests.record.roster import BEGUN, DAY, body, desk, done, forming, opened

NEXT = timedelta(days=1)
NOTHING = Given()
COMMITTEE = forming(BodyKind.COMMITTEE)


def test_a_chamber_has_seven_standing_committees_and_an_eighth_is_a_defect() -> None:
    sixth = Given(committees=((BEGUN, 6),))
    seventh = Given(committees=((BEGUN, 7),))

    assert judge(None, COMMITTEE, sixth).findings == ()
    ruling = judge(None, COMMITTEE, seventh)
    (found,) = ruling.findings
    assert (found.rule, found.breach, found.verdict) == (
        "F-2.12-number", Breach.DEFECT, Verdict.INVALID,
    )  # fmt: skip
    assert found.numbers == (("allowed", 7), ("there", 7))
    assert ruling.stands("a reason")
    assert not ruling.stands(None)
    assert ruling.sentence.en == "A Chamber has at most 7 standing committees, and there are 7."


def test_a_committee_counts_on_all_its_days() -> None:
    assert judge(None, COMMITTEE, Given(committees=((BEGUN, 3), (DAY, 7)))).findings


@pytest.mark.parametrize("kind", set(BodyKind) - {BodyKind.COMMITTEE})
def test_other_bodies_are_not_counted_among_the_committees(kind: BodyKind) -> None:
    assert judge(None, forming(kind), Given(committees=((BEGUN, 9),))).stands(None)


def test_a_chamber_has_one_bureau_at_a_time() -> None:
    until = Given(bureaus=(Period(starts_on=BEGUN, ends_on=DAY),))

    assert judge(None, forming(BodyKind.BUREAU, on=DAY), until).stands(None)
    with pytest.raises(Impossible, match="has a Bureau"):
        judge(None, forming(BodyKind.BUREAU, on=DAY - NEXT), until)
    assert judge(None, forming(BodyKind.COMMISSION, on=DAY - NEXT), until).stands(None)


@pytest.mark.parametrize("kind", BodyKind)
def test_no_body_is_formed_where_no_edition_is_in_force(kind: BodyKind) -> None:
    assert judge(None, forming(kind, on=date(2026, 6, 30)), NOTHING).stands(None)
    assert not judge(None, forming(kind, on=date(2026, 7, 1)), NOTHING).stands("despite it")


def test_a_body_is_dissolved_once_and_after_its_first_day() -> None:
    formed = step(None, COMMITTEE, NOTHING, judge(None, COMMITTEE, NOTHING))

    with pytest.raises(Impossible, match="formed only on"):
        judge(formed, Dissolved(on=BEGUN), NOTHING)
    act = Dissolved(on=BEGUN + NEXT)
    gone = step(formed, act, NOTHING, judge(formed, act, NOTHING))
    with pytest.raises(Impossible, match="was dissolved on"):
        judge(gone, Dissolved(on=DAY), NOTHING)
    assert (next_acts(formed), next_acts(gone)) == (["dissolved"], [])


async def test_the_eighth_committee_is_refused_here_and_kept_where_it_has_occurred(
    session: AsyncSession,
) -> None:
    for _ in range(7):
        await body(session, BodyKind.COMMITTEE)

    with pytest.raises(Unlawful, match="at most 7 standing committees"):
        await body(session, BodyKind.COMMITTEE)
    await opened(session, BODIES, forming(BodyKind.COMMITTEE, chamber=Chamber.SENATE))
    occurred = Sent(occurred=Occurred(source="minutes of 29 March 2023"))
    assert await opened(session, BODIES, COMMITTEE, occurred)
    assert await opened(session, BODIES, COMMITTEE, Sent(despite="the eighth is an experiment"))


async def test_a_committee_makes_room_when_it_is_dissolved(session: AsyncSession) -> None:
    first, *_ = [await body(session, BodyKind.COMMITTEE) for _ in range(7)]
    await done(session, BODIES, first, Dissolved(on=DAY))

    with pytest.raises(Unlawful):
        await opened(session, BODIES, forming(BodyKind.COMMITTEE, on=DAY - NEXT))
    assert await opened(session, BODIES, forming(BodyKind.COMMITTEE, on=DAY))


async def test_the_database_refuses_a_second_bureau_too(session: AsyncSession) -> None:
    await body(session, BodyKind.BUREAU)
    with pytest.raises(Impossible, match="has a Bureau"):
        await body(session, BodyKind.BUREAU)
    other = await body(session, BodyKind.COMMISSION)

    change = "UPDATE body SET kind = 'bureau' FROM proceeding p WHERE p.id = body.id AND uid = :uid"
    with pytest.raises(IntegrityError, match="one_bureau"):
        await session.execute(text(change), {"uid": other})


async def test_the_database_knows_no_body_that_ends_before_it_begins(session: AsyncSession) -> None:
    await body(session)

    with pytest.raises(IntegrityError, match="body_begins_before_it_ends"):
        await session.execute(text("UPDATE body SET ends_on = starts_on"))


async def test_a_correction_of_a_body_does_not_count_it_twice(session: AsyncSession) -> None:
    for _ in range(6):
        await body(session, BodyKind.COMMITTEE)
    uid = await body(session, BodyKind.COMMITTEE)
    act = forming(BodyKind.COMMITTEE, on=DAY).model_dump(mode="json")
    correction = Correction(on=DAY, entry=1, act=act, reason="a typing error")

    await correct(BODIES, desk(session, "mazhilis"), uid, correction, Sent())

    case = await find(session, "bodies", uid)
    kept = await load(session, case.id)
    assert kept.starts_on == DAY
    assert kept == fold(BODIES, standing(BODIES, await entries(session, case.id)))
