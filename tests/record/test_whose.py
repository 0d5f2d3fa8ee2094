"""A clerk of one Chamber enters and corrects nothing of the other."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.record.bodies.acts import BodyKind
from chamber.record.desk import Clerk, Desk, NotAllowed
from chamber.record.people.acts import Membership
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.acts import Cancel, Plan
from chamber.record.sittings.procedure import SITTINGS
from tests.record.roster import (
    BEGUN,
    DAY,
    HERE,
    body,
    deputy,
    desk,
    done,
    mandate,
    named,
    person,
)

ASTANA = ZoneInfo("Asia/Almaty")


async def test_only_its_own_clerk_seats_a_deputy_in_a_body_of_the_chamber(
    session: AsyncSession,
) -> None:
    who, where = await deputy(session), await body(session, BodyKind.COMMITTEE)
    seat = Membership(on=DAY, body=where, role="member")

    with pytest.raises(NotAllowed):
        await done(session, PEOPLE, who, seat, chamber="senate")
    assert (await done(session, PEOPLE, who, seat, chamber="mazhilis")).verdict == "valid"


async def test_only_its_own_clerk_enters_a_mandate_of_the_chamber(session: AsyncSession) -> None:
    who = await person(session)

    with pytest.raises(NotAllowed):
        await done(session, PEOPLE, who, mandate(), chamber="senate")
    assert (await done(session, PEOPLE, who, mandate(), chamber="mazhilis")).verdict == "valid"


async def test_only_its_own_clerk_corrects_a_mandate_of_the_chamber(session: AsyncSession) -> None:
    who = await deputy(session)
    right = mandate(BEGUN + timedelta(days=1)).model_dump(mode="json")
    slip = Correction(on=DAY, entry=2, act=right, reason="теру қатесі")

    with pytest.raises(NotAllowed):
        await correct(PEOPLE, desk(session, "senate"), who, slip, HERE)
    corrected = await correct(PEOPLE, desk(session, "mazhilis"), who, slip, HERE)
    assert corrected.entry is not None


def staff_desk(session: AsyncSession, committee: UUID | None) -> Desk:
    clerk = Clerk(uuid4(), "Дана", Role.COMMITTEE, chamber="mazhilis", committee=committee)
    return replace(desk(session, "mazhilis"), clerk=clerk)


def sitting_of(committee: UUID | None) -> Plan:
    kind = "committee" if committee else "plenary"
    at = datetime(2026, 3, 4, 10, tzinfo=ASTANA)
    return Plan(
        on=DAY, chamber="mazhilis", sitting=kind, body=committee, starts_at=at, place="Астана"
    )


async def test_a_committees_staff_keep_the_sittings_of_their_own_committee(
    session: AsyncSession,
) -> None:
    ours, other = [await body(session, BodyKind.COMMITTEE, named(n, n, n)) for n in ("А", "Б")]

    planned = await open_case(SITTINGS, staff_desk(session, ours), sitting_of(ours), HERE)
    assert planned.proceeding is not None
    uid, away = planned.proceeding.uid, Cancel(on=DAY, reason="себеп")
    for committee in (other, None):
        with pytest.raises(NotAllowed):
            await do_act(SITTINGS, staff_desk(session, committee), uid, away, HERE)
    cancelled = await do_act(SITTINGS, staff_desk(session, ours), uid, away, HERE)
    assert cancelled.entry is not None


async def test_a_committees_staff_plan_no_sitting_of_the_chamber_or_of_another_committee(
    session: AsyncSession,
) -> None:
    ours, other = [await body(session, BodyKind.COMMITTEE, named(n, n, n)) for n in ("А", "Б")]

    for sitting in (sitting_of(None), sitting_of(other)):
        with pytest.raises(NotAllowed):
            await open_case(SITTINGS, staff_desk(session, ours), sitting, HERE)
