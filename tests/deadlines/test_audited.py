"""The audit compares the list of deadlines with what the facts of each case say is due."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.rooms import ROOMS
from tests.appointments.seated import seated
from tests.deadlines.test_kept import appointed

DIFFERS = "the list of deadlines says something else"


async def test_a_list_that_nobody_touched_has_no_fault(session: AsyncSession) -> None:
    await appointed(session, await seated(session))

    assert await audit(session, ROOMS) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM deadline",
        "DELETE FROM committee_deadline",
        "UPDATE deadline SET due_on = due_on + 1",
        "UPDATE committee_deadline SET done_on = NULL",
        "UPDATE deadline SET hidden = true",
        "UPDATE deadline SET committees = '{}'",
        "UPDATE committee_deadline SET body = gen_random_uuid()",
        """UPDATE deadline SET told = jsonb_set(told, '{due,cite}', '"art. 1"')""",
        """UPDATE deadline SET told = jsonb_set(told, '{reminders}', '[{"to": "?"}]')""",
    ],
)
async def test_whatever_else_the_list_says_is_a_fault(session: AsyncSession, change: str) -> None:
    await appointed(session, await seated(session))
    await session.execute(text(change))
    session.expire_all()

    (fault,) = await audit(session, ROOMS)

    assert (fault.proceeding.split("/")[0], fault.what) == ("appointments", DIFFERS)
