"""People in the database: it refuses what the rules refuse, and keeps what the acts have told."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.ruling import Impossible, Unlawful
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.bodies.acts import BodyKind, Dissolved
from chamber.record.bodies.procedure import BODIES
from chamber.record.desk import NotAllowed
from chamber.record.journal import entries
from chamber.record.people.acts import (
    BodyRole,
    Ground,
    MandateEnd,
    Membership,
    MembershipEnd,
    Office,
    Person,
    PostEnd,
    Renamed,
)
from chamber.record.people.facts import Facts
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.rows import load
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import UnknownReference, find
from tests.record.roster import (
    BEGUN,
    DAY,
    body,
    deputy,
    desk,
    done,
    joined,
    mandate,
    named,
    opened,
    person,
    post,
    senator,
)

NEXT = timedelta(days=1)


async def told(session: AsyncSession, uid: UUID) -> tuple[Facts, Facts]:
    """What the rows say of a person, and what the acts that stand come to."""
    case = await find(session, "people", uid)
    story = standing(PEOPLE, await entries(session, case.id))
    return await load(session, case.id), fold(PEOPLE, story)


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("INSERT INTO mandate (person_id, starts_on, chamber, convocation, basis)"
         " SELECT person_id, starts_on + 1, 'senate', 8, 'elected' FROM mandate", "one_mandate"),
        ("UPDATE mandate SET ends_on = starts_on, ground = 'died'", "mandate_begins_before"),
        ("UPDATE mandate SET ground = 'died'", "mandate_ended_on_a_ground"),
        ("UPDATE mandate SET chamber = 'senate'", "_within_mandate"),
        ("UPDATE mandate SET ends_on = '2024-01-01', ground = 'died'", "_within_mandate"),
        ("UPDATE mandate SET basis = 'lot'", "mandate_basis_known"),
        ("UPDATE post SET starts_on = starts_on - 1", "post_within_mandate"),
        ("UPDATE post SET chamber = 'senate'", "post_within_mandate"),
        ("INSERT INTO post (person_id, starts_on, chamber, post)"
         " SELECT person_id, starts_on + 1, chamber, 'deputy_chair' FROM post", "one_post"),
        ("UPDATE membership SET starts_on = starts_on - 1", "membership_within_mandate"),
        ("UPDATE membership SET chamber = 'senate'", "membership_body_id"),
        ("INSERT INTO membership (person_id, body_id, starts_on, chamber, body_kind, role)"
         " SELECT person_id, body_id, starts_on + 1, chamber, body_kind, role FROM membership",
         "one_membership|one_faction"),
        ("INSERT INTO person_name (person_id, starts_on, kk, ru, latin)"
         " SELECT person_id, starts_on + 1, kk, ru, latin FROM person_name", "person_name_now"),
    ],
)  # fmt: skip
async def test_the_database_refuses_what_the_rules_refuse(
    session: AsyncSession, statement: str, constraint: str
) -> None:
    who = await deputy(session)
    await done(session, PEOPLE, who, post(on=BEGUN))
    await joined(session, who, await body(session))

    with pytest.raises(IntegrityError, match=constraint):
        await session.execute(text(statement))


async def test_a_chamber_and_a_body_have_one_chair_in_the_database_too(
    session: AsyncSession,
) -> None:
    first, second = await deputy(session), await deputy(session)
    faction = await body(session)
    await done(session, PEOPLE, first, post())
    await joined(session, first, faction, BodyRole.CHAIR)
    await done(session, PEOPLE, second, post(Office.DEPUTY_CHAIR))
    await joined(session, second, faction)

    for act, why in ((post(), "the post"), (Membership(on=DAY, body=faction), "its member")):
        with pytest.raises(Impossible, match=why):
            await done(session, PEOPLE, second, act)
    third = await deputy(session)
    for act in (post(), Membership(on=DAY, body=faction, role=BodyRole.CHAIR)):
        with pytest.raises(Impossible, match="another chair"):
            await done(session, PEOPLE, third, act)
    for table, column, constraint in (
        ("post", "post", "one_chair"), ("membership", "role", "one_body_chair"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=constraint):
            async with session.begin_nested():
                await session.execute(text(f"UPDATE {table} SET {column} = 'chair'"))


async def test_the_last_seat_is_taken_once(session: AsyncSession) -> None:
    for _ in range(50):
        uid = await person(session)
        await done(session, PEOPLE, uid, senator(), chamber="senate")
    last = await person(session)

    with pytest.raises(Impossible, match="all 50 seats"):
        await done(session, PEOPLE, last, senator(), chamber="senate")
    over = MandateEnd(on=DAY + NEXT, chamber=Chamber.SENATE, ground=Ground.DIED)
    await done(session, PEOPLE, uid, over, chamber="senate")
    with pytest.raises(Impossible, match="all 50 seats"):
        await done(session, PEOPLE, last, senator(), chamber="senate")
    await done(session, PEOPLE, last, senator(DAY + NEXT), chamber="senate")


async def test_two_clerks_cannot_give_the_last_seat_twice(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session, session.begin():
        for _ in range(49):
            uid = await person(session)
            await done(session, PEOPLE, uid, senator(), chamber="senate")
        one, other = await person(session), await person(session)

    async with AsyncSession(engine) as first, AsyncSession(engine) as second:
        await done(first, PEOPLE, one, senator(), chamber="senate")
        late = asyncio.create_task(done(second, PEOPLE, other, senator(), chamber="senate"))
        await asyncio.sleep(0.2)
        assert not late.done(), "the second clerk did not wait for the first"
        await first.commit()
        with pytest.raises(Impossible, match="all 50 seats"):
            await late


async def test_an_unknown_body_is_named(session: AsyncSession) -> None:
    who = await deputy(session)

    with pytest.raises(UnknownReference, match="no bodies has the id"):
        await joined(session, who, uuid4())


async def test_a_dissolved_body_lets_its_members_join_another(session: AsyncSession) -> None:
    who, old, new = await deputy(session), await body(session), await body(session)
    await joined(session, who, old)
    await done(session, BODIES, old, Dissolved(on=DAY))

    await joined(session, who, new, on=DAY)

    rows, acts = await told(session, who)
    assert [one.ends_on for one in rows.memberships if one.body == old] == [DAY]
    assert rows == acts


async def test_the_clerk_of_one_chamber_enters_no_mandate_of_the_other(
    session: AsyncSession,
) -> None:
    who = await person(session)

    with pytest.raises(NotAllowed):
        await done(session, PEOPLE, who, senator(), chamber="mazhilis")


async def test_a_correction_does_not_count_its_own_mandate_or_chair_against_it(
    session: AsyncSession,
) -> None:
    for _ in range(97):
        await deputy(session)
    who = await deputy(session)
    await done(session, PEOPLE, who, post())
    put = {2: mandate(BEGUN + NEXT), 3: post(on=DAY - NEXT)}

    for entry, act in put.items():
        told_act = act.model_dump(mode="json")
        correction = Correction(on=DAY, entry=entry, act=told_act, reason="a typing error")
        await correct(PEOPLE, desk(session, "mazhilis"), who, correction, Sent())

    rows, acts = await told(session, who)
    assert (rows.mandates[0].starts_on, rows.posts[0].starts_on) == (BEGUN + NEXT, DAY - NEXT)
    assert rows == acts


async def test_a_correction_takes_away_a_post_that_nobody_took(session: AsyncSession) -> None:
    who = await deputy(session)
    await done(session, PEOPLE, who, post())
    correction = Correction(on=DAY, entry=3, act=None, reason="another deputy took it")

    await correct(PEOPLE, desk(session, "mazhilis"), who, correction, Sent())

    rows, acts = await told(session, who)
    assert rows.posts == ()
    assert rows == acts


STEPS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 30), st.integers(0, 3)), min_size=5, max_size=25
)


def act_of(kind: int, day: int, pick: int, bodies: list[UUID]) -> Any:
    on, chamber = BEGUN + timedelta(days=day), Chamber.MAZHILIS
    where, office = bodies[pick], list(Office)[pick % 2]
    end = on + timedelta(days=1 + pick)
    return [
        mandate(on),
        mandate(on, until=end, ground=Ground.RESIGNED),
        MandateEnd(on=on, chamber=chamber, ground=list(Ground)[pick * 3], document="No. 1"),
        Membership(on=on, body=where, role=list(BodyRole)[pick]),
        Membership(on=on, body=where, until=end),
        MembershipEnd(on=on, body=where),
        post(office, on),
        PostEnd(on=on, chamber=chamber, post=office, reason="at his wish"),
        Renamed(on=on, name=named(kk=f"Әбенов {day}")),
        Person(on=on, name=named()),
    ][kind]


@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps=STEPS, gone=st.integers(2, 30))
async def test_whatever_is_done_the_rows_say_what_the_acts_come_to(
    session: AsyncSession, steps: list[tuple[int, int, int]], gone: int
) -> None:
    bodies = [await body(session, kind) for kind in list(BodyKind)[:3]]
    bodies.append(await body(session, BodyKind.FACTION))
    who = await opened(session, PEOPLE, Person(on=date(2023, 1, 1), name=named()))
    for place, (kind, day, pick) in enumerate(steps):
        if place == len(steps) // 2:
            await done(session, BODIES, bodies[0], Dissolved(on=BEGUN + timedelta(days=gone)))
        try:
            await done(session, PEOPLE, who, act_of(kind, day, pick, bodies))
        except (Impossible, Unlawful):
            continue
        rows, acts = await told(session, who)
        assert rows == acts
    await session.rollback()
