"""What is set down for the hour of a sitting, and what is still under way when it closes."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible, Unlawful
from chamber.law.sent import Sent
from chamber.record.procedure import open_case
from chamber.record.sittings.procedure import SITTINGS
from tests.record.filled import Filled
from tests.record.seated import seat
from tests.record.sitting_kept import DAY, act, begin, desk, do, facts, fix, plan

AN_HOUR_LATER = datetime(2026, 3, 4, 6, tzinfo=UTC)


async def senate(session: AsyncSession, sitting: str) -> None:
    clerk = replace(desk(session).clerk, chamber="senate")
    there = replace(desk(session), clerk=clerk)
    await open_case(SITTINGS, there, plan(sitting, chamber="senate"), Sent())


async def test_a_chamber_has_one_plenary_sitting_at_a_time(session: AsyncSession) -> None:
    await begin(session)

    for kind in ("plenary", "joint"):
        with pytest.raises(Impossible, match="another sitting of the Chamber is planned"):
            await begin(session, opening=plan(kind))
    await senate(session, "plenary")
    await begin(session, opening=plan(starts_at=AN_HOUR_LATER))


async def test_a_joint_sitting_is_of_both_chambers(session: AsyncSession) -> None:
    await begin(session, opening=plan("joint"))

    for kind in ("plenary", "joint"):
        with pytest.raises(Impossible, match="another sitting of the Chamber is planned"):
            await senate(session, kind)


async def test_a_sitting_is_not_put_off_to_the_hour_of_another(session: AsyncSession) -> None:
    await begin(session)
    uid = await begin(session, opening=plan(starts_at=AN_HOUR_LATER))
    away = act("reschedule", starts_at=AN_HOUR_LATER, place="2-зал", reason="жөндеу")
    clash = act(
        "reschedule", starts_at=AN_HOUR_LATER.replace(hour=5), place="2-зал", reason="жөндеу"
    )

    await do(session, uid, away)
    with pytest.raises(Impossible, match="another sitting of the Chamber is planned"):
        await do(session, uid, clash)


async def test_the_hour_of_a_cancelled_sitting_is_free(session: AsyncSession) -> None:
    await begin(session, act("cancel", reason="x"))

    await begin(session)


async def test_the_plan_of_a_sitting_is_corrected_though_the_sitting_has_its_hour(
    session: AsyncSession,
) -> None:
    uid = await begin(session)
    other = plan().model_dump(mode="json") | {"place": "2-зал"}

    await fix(session, uid, 1, other)
    assert (await facts(session, uid)).place == "2-зал"


async def test_no_sitting_closes_while_a_vote_is_open_at_it(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people), act("open"))
    vote = await Filled(session).open_vote(sitting_id=await key_of(session, uid), electorate=[])

    with pytest.raises(Unlawful, match="the vote that is open must first be closed"):
        await do(session, uid, act("close"))
    vote.closed_on, vote.outcome = DAY, "annulled"
    await session.flush()
    await do(session, uid, act("close"))
    assert (await facts(session, uid)).closed_on == DAY


async def test_a_vote_at_another_sitting_keeps_none_open(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people), act("open"))
    other = await begin(session, opening=plan(starts_at=AN_HOUR_LATER))
    await Filled(session).open_vote(sitting_id=await key_of(session, other), electorate=[])

    await do(session, uid, act("close"))


async def key_of(session: AsyncSession, uid: UUID) -> int | None:
    key: int | None = await session.scalar(
        text("SELECT id FROM proceeding WHERE uid = :uid"), {"uid": uid}
    )
    return key
