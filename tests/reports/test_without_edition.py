"""On a day on which no edition is in force no report is demanded, but what occurred is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Breach, Unlawful, Verdict
from chamber.law.sent import Sent
from chamber.record.procedure import open_case
from chamber.reports.procedure import REPORTS
from tests.appointments.seated import desk
from tests.mandates.seated import SOURCE
from tests.reports.seated import facts, initiative, seated

AFTER = date(2026, 8, 2)
ODD: list[dict[str, Any]] = [
    {"own_activity": False}, {"prime_minister": True}, {"signed": 1},
    {"own_activity": False, "prime_minister": True, "signed": 1},
]  # fmt: skip


@pytest.mark.parametrize("more", ODD, ids=", ".join)
async def test_an_initiative_that_occurred_without_an_edition_is_kept(
    session: AsyncSession, more: dict[str, Any]
) -> None:
    here, late = await seated(session), replace(desk(session), today=date(2026, 9, 1))
    asked = initiative(here, on=AFTER, **more)
    with pytest.raises(Unlawful):
        await open_case(REPORTS, late, asked, Sent())

    done = await open_case(REPORTS, late, asked, SOURCE)
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))  # The guards have looked at it.

    assert done.ruling.verdict is Verdict.INVALID
    assert {one.breach for one in done.ruling.findings} == {Breach.VOID}
    assert done.proceeding is not None
    told = await facts(session, done.proceeding.uid)
    assert (told.enough, told.doubted) == (False, False)
