"""A clerk of one Chamber enters and corrects nothing of the other."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.bodies.acts import BodyKind
from chamber.record.desk import NotAllowed
from chamber.record.people.acts import Membership
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure.correcting import Correction, correct
from tests.record.roster import BEGUN, DAY, HERE, body, deputy, desk, done, mandate, person


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
