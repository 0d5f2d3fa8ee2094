"""No vote is put at a sitting closed the same day; one held before is told from the minutes."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.law.ruling import Unlawful
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import Done, do_act
from chamber.record.sittings.procedure import SITTINGS
from chamber.reports.procedure import REPORTS
from tests.appointments import seated as appointments
from tests.appointments.seated import desk
from tests.immunity import seated as immunity
from tests.mandates import seated as mandates
from tests.record.reopening import matter, never_was, number, of_sitting, opens
from tests.reports import seated as reports

MINUTES = Sent(occurred=Occurred(source="хаттама"))
Ready = Callable[[AsyncSession], Awaitable[tuple[Any, Callable[[Sent], Awaitable[Done]]]]]


async def appointment(session: AsyncSession) -> Any:
    here = await appointments.seated(session)
    case = await appointments.opened(
        session, APPOINTMENTS, appointments.submission(here, here.candidates[0])
    )
    for one in appointments.until_vote(here):
        await appointments.do(session, case, one)
    asked = appointments.act("open_vote", candidates=[1], sitting=here.plenary, method="totals")
    return here, lambda sent: appointments.do(session, case, asked, sent)


async def of_immunity(session: AsyncSession) -> Any:
    here = await immunity.seated(session)
    case = await immunity.prepared(session, here)
    told = immunity.DETENTION | {"sitting": here.plenary, "method": "totals"}
    asked = immunity.act("open_vote", **told)
    return here, lambda sent: immunity.do(session, case, asked, sent)


async def of_a_mandate(session: AsyncSession) -> Any:
    here = await mandates.seated(session)
    case = await matter(session, here, -1)
    asked = mandates.act("open_vote", sitting=here.plenary, method="totals")
    return here, lambda sent: mandates.do(session, case, asked, sent)


async def of_a_report(session: AsyncSession) -> Any:
    here = await reports.seated(session)
    case = await appointments.opened(session, REPORTS, reports.initiative(here))
    asked = reports.act("open_vote", sitting=here.plenary, method="totals", about="hear")
    return here, lambda sent: reports.do(session, case, asked, sent)


@pytest.mark.parametrize("ready", [appointment, of_immunity, of_a_mandate, of_a_report])
async def test_a_vote_asked_for_after_the_close_is_refused(
    session: AsyncSession, ready: Ready
) -> None:
    """A57-8.09: also for whoever would accept the defect. Acts carry days, and no hours."""
    here, open_vote = await ready(session)
    close = SITTINGS.acts.validate_python({"kind": "close", "on": str(appointments.DAY)})
    await do_act(SITTINGS, desk(session), here.plenary, close, Sent())

    for sent in (Sent(), Sent(despite="себебі бар")):
        with pytest.raises(Unlawful, match="the sitting was closed on this day") as refused:
            await open_vote(sent)
        assert refused.value.ruling.findings[-1].rule == "A57-8.09"

    held = await open_vote(MINUTES)
    assert "A57-8.09" not in {one.rule for one in held.ruling.findings}


async def test_once_the_close_is_put_right_the_vote_is_held(session: AsyncSession) -> None:
    here = await mandates.seated(session)
    case = await matter(session, here, -1)
    closed = number(await of_sitting(session, here, "close"))
    await never_was(session, here.plenary, closed, SITTINGS)

    assert (await opens(session, here, case)).ruling.stands(None)
