"""Powers end on a day on which the Chamber sat: what was counted then makes no end impossible."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.people.roll import in_office
from chamber.record.procedure import Done, do_act
from chamber.record.sittings.procedure import SITTINGS
from chamber.reports.procedure import REPORTS
from tests.appointments import seated as appointments
from tests.appointments.seated import DAY, desk, opened
from tests.immunity import seated as immunity
from tests.mandates.seated import NAMED, SOURCE, matter
from tests.mandates.seated import act as ending
from tests.reports import seated as reports

DISSOLVED = ending("dissolution", DAY, chamber="mazhilis", of="mazhilis", document="Жарлық")
UNNAMED = f"{NAMED} WHERE id NOT IN (SELECT person_id FROM person_name)"
ENDS = pytest.mark.parametrize("dissolved", [True, False], ids=["dissolved", "died"])


async def end(session: AsyncSession, deputy: UUID, *, dissolved: bool) -> None:
    """Of all, or of one."""
    await session.execute(text(UNNAMED))
    died = matter(deputy, "died", DAY, happened_on=DAY)
    await opened(session, MANDATES, DISSOLVED if dissolved else died)
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    left = await in_office(session, "mazhilis", DAY)
    assert (len(left), deputy in left) == (0 if dissolved else 97, False)


async def counted_only(session: AsyncSession, sitting: UUID, number: int) -> None:
    """How many are present is known, and not who."""
    told = {"kind": "register", "on": DAY, "count": number}
    await do_act(SITTINGS, desk(session), sitting, SITTINGS.acts.validate_python(told), Sent())


async def voted(session: AsyncSession, here: immunity.Seated, **told: Any) -> UUID:
    """Consent to a detention."""
    await session.execute(text(UNNAMED))
    case = await immunity.asked_for(session, here)
    for one in immunity.until_vote():
        await immunity.do(session, case, one)
    asked: dict[str, Any] = {"measure": "detention", "sitting": here.plenary, "method": "totals"}
    vote = opened_by(await immunity.do(session, case, immunity.act("open_vote", **asked)))
    await immunity.do(session, case, immunity.act("close_vote", vote=vote, **told))
    return case


def opened_by(done: Done) -> UUID:
    assert done.entry is not None
    return UUID(done.entry.read()["data"]["given"]["opening"]["vote"])


@ENDS
@pytest.mark.parametrize("signed", [30, 33])
async def test_signatures_were_counted_when_the_report_was_begun(
    session: AsyncSession, signed: int, *, dissolved: bool
) -> None:
    here = await reports.seated(session)
    case = await opened(session, REPORTS, reports.initiative(here, signed), SOURCE)
    asked: dict[str, Any] = {"about": "hear", "sitting": here.plenary, "method": "totals"}
    vote = opened_by(await reports.do(session, case, reports.act("open_vote", **asked), SOURCE))
    closing = reports.act("close_vote", vote=vote, totals={"for": 98, "against": 0})
    await reports.do(session, case, closing, SOURCE)

    await end(session, here.deputies[0], dissolved=dissolved)


@ENDS
async def test_one_of_those_who_were_counted_without_names_may_have_been_no_deputy(
    session: AsyncSession, *, dissolved: bool
) -> None:
    here = await immunity.seated(session)
    await counted_only(session, here.plenary, 98)
    case = await voted(session, here, totals={"for": 60, "against": 38})

    await end(session, here.deputies[30], dissolved=dissolved)

    told = [(one.present, one.totals and one.totals.cast()) for one in await rounds(session, case)]
    assert told == ([] if dissolved else [(97, 97)])


@ENDS
async def test_whoever_was_found_to_be_no_deputy_has_not_answered_to_the_roll(
    session: AsyncSession, *, dissolved: bool
) -> None:
    here = await immunity.seated(session)
    await counted_only(session, here.plenary, 98)
    one, *others = here.deputies[:70]
    case = await voted(session, here, roll=dict.fromkeys((one, *others), "for"))

    await end(session, one, dissolved=dissolved)

    told = [set(vote.roll) for vote in await rounds(session, case)]
    assert told == ([] if dissolved else [set(here.deputies) - {one}])


async def rounds(session: AsyncSession, case: UUID) -> Any:
    return (await immunity.facts(session, case)).rounds


@ENDS
@pytest.mark.parametrize("names", [True, False], ids=["by name", "by number"])
async def test_a_committee_that_has_no_members_left_has_concluded_nothing(
    session: AsyncSession, *, dissolved: bool, names: bool
) -> None:
    here = await appointments.seated(session)
    if not names:
        await counted_only(session, here.committee_sitting, 11)
    case = await opened(session, APPOINTMENTS, appointments.submission(here))
    await appointments.voted(session, here, case)

    await end(session, here.deputies[5], dissolved=dissolved)
