"""A committee's staff enter the conclusions of their own committee, and of no other."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record.desk import Clerk, Desk, NotAllowed
from chamber.record.procedure import Done, do_act
from tests.appointments.seated import Seated, desk, opened, seated, submission, until_vote


def at(session: AsyncSession, committee: UUID | None) -> Desk:
    staff = Clerk(uuid4(), "Дана", Role.COMMITTEE, chamber="mazhilis", committee=committee)
    return replace(desk(session), clerk=staff)


async def conclude(session: AsyncSession, here: Seated, committee: UUID | None) -> Done:
    case = await opened(session, APPOINTMENTS, submission(here))
    conclusion = until_vote(here)[0]
    return await do_act(APPOINTMENTS, at(session, committee), case, conclusion, Sent())


async def test_the_staff_of_the_committee_in_charge_enter_its_conclusion(
    session: AsyncSession,
) -> None:
    here = await seated(session)

    assert (await conclude(session, here, here.committee)).entry is not None


async def test_the_staff_of_no_or_another_committee_do_not(session: AsyncSession) -> None:
    here = await seated(session)

    for committee in (None, uuid4()):
        with pytest.raises(NotAllowed) as refused:
            await conclude(session, here, committee)
        assert Role.COMMITTEE not in refused.value.roles
