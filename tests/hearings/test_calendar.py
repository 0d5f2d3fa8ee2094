"""A plenary sitting and a hearing do not meet on one day: what the acts say, and the database."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.ruling import Breach, Finding, Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    NOTICE_DAY,
    PLACE,
    House,
    act,
    at,
    begin,
    both,
    decided,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    plan,
    planned,
    proposal,
)

REASON = Sent(despite="шұғыл мәселе")
MINUTES = Sent(occurred=Occurred(source="хаттама"))
DISPUTED = [("plenary", "senate")]
BARRED = [("plenary", "mazhilis"), ("joint", "mazhilis"), ("joint", "senate")]


def moved(day: date) -> Any:
    return act(
        "reschedule", NOTICE_DAY, starts_at=at(day), place=both(PLACE), reason=both("отырыс")
    )


async def against(session: AsyncSession, asked: Any, sent: Sent | None = None) -> Finding:
    with pytest.raises(Unlawful) as refused:
        await open_case(SITTINGS, desk(session, asked.chamber), asked, sent or Sent())
    return refused.value.ruling.findings[0]


@pytest.mark.parametrize(("kind", "chamber"), BARRED)
async def test_no_plenary_sitting_is_called_onto_the_chamber_s_own_hearing(
    session: AsyncSession, kind: str, chamber: str
) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())

    found = await against(session, plan(HELD, kind, chamber))

    assert (found.rule, found.breach, found.verdict) == (
        "A57-5.08", Breach.VOID, Verdict.INVALID,
    )  # fmt: skip
    assert await against(session, plan(HELD, kind, chamber), REASON) == found
    await planned(session, LATER, kind, chamber)
    await session.commit()


async def test_onto_the_other_chamber_s_hearing_it_is_called_with_a_reason(
    session: AsyncSession,
) -> None:
    case = await decided(session, await house(session))
    await do(session, case, notice())

    found = await against(session, plan(HELD, chamber="senate"))

    assert (found.rule, found.breach, found.verdict) == (
        "A57-5.08", Breach.VOID, Verdict.DISPUTED,
    )  # fmt: skip
    assert found.readings == ("Q-16 B",)
    await planned(session, HELD, chamber="senate", sent=REASON)
    await session.commit()


@pytest.mark.parametrize(("kind", "chamber"), BARRED + DISPUTED)
async def test_of_a_hearing_that_not_all_may_know_of_only_that_the_day_is_not_free(
    session: AsyncSession, kind: str, chamber: str
) -> None:
    case = await decided(session, await house(session))

    found = await against(session, plan(HELD, kind, chamber))

    assert (found.rule, found.sentence.en, found.readings, found.numbers) == (
        "A57-8.03", "This day is not free.", (), (),
    )  # fmt: skip
    assert (found.breach, found.verdict) == (Breach.VOID, Verdict.INVALID)
    assert await against(session, plan(HELD, kind, chamber), REASON) == found
    rehearsal = replace(desk(session, chamber), dry_run=True)
    with pytest.raises(Unlawful) as refused:
        await open_case(SITTINGS, rehearsal, plan(HELD, kind, chamber), REASON)
    assert refused.value.ruling.findings == (found,)
    await do(session, case, act("cancel", reason=both("өтпейді")))
    await planned(session, HELD, kind, chamber)
    await session.commit()


@pytest.mark.parametrize(("kind", "chamber"), BARRED + DISPUTED)
async def test_what_has_occurred_is_entered_whatever_stood_on_the_day(
    session: AsyncSession, kind: str, chamber: str
) -> None:
    await decided(session, await house(session))

    await planned(session, HELD, kind, chamber, sent=MINUTES)
    await session.commit()


@pytest.mark.parametrize("sent", [Sent(), REASON])
@pytest.mark.parametrize("is_hidden", [True, False])
async def test_a_plenary_sitting_is_not_moved_onto_a_hearing_either(
    session: AsyncSession, is_hidden: bool, sent: Sent
) -> None:
    case = await decided(session, await house(session))
    if not is_hidden:
        await do(session, case, notice())
    plenary = await planned(session, LATER)
    told = {"kind": "reschedule", "on": DAY, "starts_at": at(HELD, 9), "place": "x", "reason": "x"}

    with pytest.raises(Unlawful) as refused:
        await do_act(SITTINGS, desk(session), plenary, SITTINGS.acts.validate_python(told), sent)

    (found,) = refused.value.ruling.findings
    assert found.rule == ("A57-8.03" if is_hidden else "A57-5.08")


async def test_the_plenary_sitting_is_called_once_the_hearing_is_moved(
    session: AsyncSession,
) -> None:
    case = await decided(session, await house(session))
    await session.commit()

    await do(session, case, moved(LATER))
    await planned(session, HELD)
    await session.commit()

    assert (await facts(session, case)).starts_at == at(LATER)


@pytest.mark.parametrize(("kind", "chamber"), BARRED + DISPUTED)
async def test_a_hearing_is_not_put_on_a_day_of_a_plenary_sitting(
    session: AsyncSession, kind: str, chamber: str
) -> None:
    here = await house(session)
    await planned(session, HELD, kind, chamber)
    case = await opened(session, proposal(here))

    with pytest.raises(Unlawful) as refused:
        await do(session, case, decision(here))

    (found,) = refused.value.ruling.findings
    disputed = (kind, chamber) in DISPUTED
    assert (found.rule, found.breach) == ("A57-5.08", Breach.DEFECT)
    assert found.verdict is (Verdict.DISPUTED if disputed else Verdict.INVALID)
    assert found.earliest_lawful == date(2026, 3, 26)
    await do(session, case, decision(here), sent=REASON)
    assert (await facts(session, case)).defects == ("A57-5.08",)
    await session.commit()


async def test_the_defect_of_a_day_does_not_go_along_to_another(session: AsyncSession) -> None:
    here = await house(session)
    await planned(session, HELD)
    await planned(session, LATER)
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)

    with pytest.raises(Unlawful):
        await do(session, case, moved(LATER))
    await do(session, case, moved(date(2026, 3, 26)))

    assert (await facts(session, case)).defects == ()
    await session.commit()


async def test_a_hearing_begins_unannounced_only_with_a_reason(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)

    with pytest.raises(Unlawful):
        await do(session, case, begin(here))
    await do(session, case, begin(here), sent=REASON)

    assert "A57-5.11" in (await facts(session, case)).defects
    await session.commit()


async def test_what_occurred_unlawfully_opens_nothing(session: AsyncSession) -> None:
    here = await house(session)
    case = await decided(session, here)

    done = await do(session, case, begin(here), sent=MINUTES)

    assert done.ruling.verdict is Verdict.INVALID
    assert (await facts(session, case)).begun_on is None
    await session.commit()


async def test_a_correction_may_bring_two_together_that_stood_on_one_day(
    session: AsyncSession,
) -> None:
    case = await decided(session, await house(session))
    await do(session, case, notice())
    plenary = await planned(session, LATER)
    right = plan(HELD).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="теру қатесі")

    done = await correct(SITTINGS, desk(session), plenary, slip, Sent())

    assert done.entry is not None
    (again,) = done.entry.read()["data"]["rejudged"]
    assert again["ruling"]["verdict"] == "invalid"
    await session.commit()


async def two_at_once(
    engine: AsyncEngine, here: House, case: UUID, first: str
) -> BaseException | None:
    """A hearing and a plenary sitting for one day. The second waits; what comes of it."""
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:

        def hearing(session: AsyncSession) -> Any:
            return do(session, case, decision(here))

        def plenary(session: AsyncSession) -> Any:
            return planned(session, HELD)

        does, waits = (hearing, plenary) if first == "hearing" else (plenary, hearing)
        await does(one)
        waiting: asyncio.Future[Any] = asyncio.ensure_future(waits(other))
        done, _ = await asyncio.wait([waiting], timeout=0.5)
        assert not done, "the second did not wait for the first"
        await one.commit()
        await asyncio.wait([waiting])
        return waiting.exception()


@pytest.mark.parametrize("first", ["hearing", "plenary"])
async def test_of_two_officers_with_one_day_the_second_waits_and_is_refused(
    engine: AsyncEngine, first: str
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here = await house(session)
        case = await opened(session, proposal(here))

    assert isinstance(await two_at_once(engine, here, case, first), Unlawful)
