"""On a day on which no edition is in force nothing ends a deputy's powers, but all can be kept."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Breach, Unlawful, Verdict
from chamber.law.sent import Sent
from chamber.mandates.procedure import MANDATES
from chamber.record.procedure import open_case
from tests.appointments.seated import desk
from tests.mandates.seated import SOURCE, enter, mandate, matter

AFTER = date(2026, 8, 2)


@pytest.mark.parametrize("activity", ["teaching", "paid_post"])
async def test_it_is_kept_whatever_the_deputy_does(session: AsyncSession, activity: str) -> None:
    senator = await enter(session, "elected", "senate")
    more = {"chamber": "senate", "activity": activity}
    asked = matter(senator, "incompatible", AFTER, **more)
    late = replace(desk(session, "senate"), today=date(2026, 9, 1))

    done = await open_case(MANDATES, late, asked, SOURCE)
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))

    assert [one.breach for one in done.ruling.findings] == [Breach.VOID]


@pytest.mark.parametrize("ground", ["party_ended", "left_party", "resigned", "convicted", "other"])
async def test_what_occurred_without_an_edition_is_kept_on_every_ground(
    session: AsyncSession, ground: str
) -> None:
    senator = await enter(session, "elected", "senate")
    asked = matter(senator, ground, AFTER, chamber="senate")
    late = replace(desk(session, "senate"), today=date(2026, 9, 1))
    with pytest.raises(Unlawful):
        await open_case(MANDATES, late, asked, Sent())

    done = await open_case(MANDATES, late, asked, SOURCE)
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))  # The guards have looked at it.

    assert done.ruling.verdict is Verdict.INVALID
    assert {one.breach for one in done.ruling.findings} == {Breach.VOID}
    assert (await mandate(session, senator)).ends_on is None
