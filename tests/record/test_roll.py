"""The roll of a day: who is in office, who leads, who sits where; each on both sides of a day."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind, Dissolved
from chamber.record.bodies.procedure import BODIES
from chamber.record.people.acts import BodyRole, Ground, MandateEnd, MembershipEnd, Office, PostEnd
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.roll import faction_of, holder, holders, in_office, members, vacancies
from tests.record.roster import (
    BEGUN,
    DAY,
    body,
    deputy,
    done,
    joined,
    mandate,
    person,
    post,
    senator,
)

NEXT = timedelta(days=1)
CHAMBER = Chamber.MAZHILIS


async def test_a_deputy_is_in_office_from_the_first_day_to_the_day_before_the_end(
    session: AsyncSession,
) -> None:
    who = await deputy(session)
    end = MandateEnd(on=DAY, chamber=CHAMBER, ground=Ground.DIED)
    await done(session, PEOPLE, who, end)

    days = (BEGUN - NEXT, BEGUN, DAY - NEXT, DAY)
    found = [await in_office(session, "mazhilis", day) for day in days]
    assert found == [(), (who,), (who,), ()]
    assert await in_office(session, "senate", BEGUN) == ()


async def test_the_roll_is_in_the_order_of_the_ids(session: AsyncSession) -> None:
    there = {await deputy(session) for _ in range(5)}

    assert await in_office(session, "mazhilis", DAY) == tuple(sorted(there))


async def test_a_post_is_held_from_its_first_day_to_the_day_before_its_end(
    session: AsyncSession,
) -> None:
    first, second = await deputy(session), await deputy(session)
    start = DAY - timedelta(days=30)
    await done(session, PEOPLE, first, post(on=start))
    over = PostEnd(on=DAY, chamber=CHAMBER, post=Office.CHAIR, reason="at his wish")
    await done(session, PEOPLE, first, over)
    await done(session, PEOPLE, second, post(on=DAY))

    days = (start - NEXT, start, DAY - NEXT, DAY)
    found = [await holder(session, "mazhilis", Office.CHAIR, day) for day in days]
    assert found == [None, first, first, second]
    assert await holder(session, "senate", Office.CHAIR, DAY) is None


async def test_there_may_be_several_deputy_chairs(session: AsyncSession) -> None:
    longest, newer = await deputy(session), await deputy(session)
    await done(session, PEOPLE, newer, post(Office.DEPUTY_CHAIR, DAY))
    await done(session, PEOPLE, longest, post(Office.DEPUTY_CHAIR, DAY - NEXT))

    assert await holders(session, "mazhilis", Office.DEPUTY_CHAIR, DAY) == (longest, newer)
    assert await holder(session, "mazhilis", Office.DEPUTY_CHAIR, DAY) == longest


async def test_members_sit_with_their_roles_until_they_leave_or_the_body_is_dissolved(
    session: AsyncSession,
) -> None:
    committee = await body(session, BodyKind.COMMITTEE)
    chair, member = await deputy(session), await deputy(session)
    await joined(session, chair, committee, BodyRole.CHAIR)
    await joined(session, member, committee, on=BEGUN + NEXT)
    await done(session, PEOPLE, member, MembershipEnd(on=DAY, body=committee))
    await done(session, BODIES, committee, Dissolved(on=DAY + NEXT))

    leads, sits = (chair, BodyRole.CHAIR), (member, BodyRole.MEMBER)
    days = (BEGUN - NEXT, BEGUN, DAY - NEXT, DAY, DAY + NEXT)
    found = [set(await members(session, committee, day)) for day in days]
    assert found == [set(), {leads}, {leads, sits}, {leads}, set()]
    assert await members(session, uuid4(), DAY) == ()


async def test_a_deputy_is_of_the_faction_of_that_day(session: AsyncSession) -> None:
    old, new = await body(session), await body(session)
    committee = await body(session, BodyKind.COMMITTEE)
    moved, alone = await deputy(session), await deputy(session)
    for where in (old, committee):
        await joined(session, moved, where)
    await done(session, PEOPLE, moved, MembershipEnd(on=DAY, body=old))
    await joined(session, moved, new, on=DAY)

    assert await faction_of(session, [moved, alone], DAY - NEXT) == {moved: old}
    assert await faction_of(session, [moved, alone], DAY) == {moved: new}
    assert await faction_of(session, [alone], DAY) == {}
    assert await faction_of(session, [], DAY) == {}


async def test_nobody_is_of_a_faction_that_is_dissolved(session: AsyncSession) -> None:
    who, faction = await deputy(session), await body(session)
    await joined(session, who, faction)
    await done(session, BODIES, faction, Dissolved(on=DAY))

    assert await faction_of(session, [who], DAY - NEXT) == {who: faction}
    assert await faction_of(session, [who], DAY) == {}


async def test_a_vacancy_is_a_seat_of_the_law_that_nobody_has(session: AsyncSession) -> None:
    await deputy(session)
    who = await person(session)
    await done(session, PEOPLE, who, senator(DAY), chamber="senate")

    assert await vacancies(session, "mazhilis", BEGUN) == 97
    assert await vacancies(session, "senate", DAY - NEXT) == 50
    assert await vacancies(session, "senate", DAY) == 49


@pytest.mark.parametrize(
    ("chamber", "day"),
    [("senate", date(2022, 6, 1)), ("mazhilis", date(2023, 3, 28)), ("senate", date(2026, 7, 1))],
)
async def test_vacancies_are_unknown_where_the_seats_are(
    session: AsyncSession, chamber: str, day: date
) -> None:
    who = await person(session)
    await done(session, PEOPLE, who, mandate())

    assert await vacancies(session, chamber, day) is None
