"""A chamber is dissolved on a day on which it sat: what was counted on that day stays counted."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.mandates.procedure import MANDATES
from chamber.record.people.roll import in_office
from chamber.reports.procedure import REPORTS
from tests.appointments.seated import DAY, opened
from tests.mandates.seated import NAMED, SOURCE
from tests.mandates.seated import act as ending
from tests.reports.seated import act, do, initiative, seated

DISSOLVED = ending("dissolution", DAY, chamber="mazhilis", of="mazhilis", document="Жарлық")


@pytest.mark.parametrize("signed", [30, 33])
async def test_the_signatures_of_a_report_were_counted_when_it_was_begun(
    session: AsyncSession, signed: int
) -> None:
    here = await seated(session)
    await session.execute(text(f"{NAMED} WHERE id NOT IN (SELECT person_id FROM person_name)"))
    case = await opened(session, REPORTS, initiative(here, signed), SOURCE)
    vote = act("open_vote", about="hear", sitting=here.plenary, method="totals")
    done = await do(session, case, vote, SOURCE)
    assert done.entry is not None
    which = done.entry.read()["data"]["given"]["opening"]["vote"]
    closing = act("close_vote", vote=which, totals={"for": 98, "against": 0})
    await do(session, case, closing, SOURCE)

    await opened(session, MANDATES, DISSOLVED)

    assert await in_office(session, "mazhilis", DAY) == ()
