"""The database itself refuses the unlawful schedule, whatever a program may write."""

import asyncio
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.hearings.housed import HELD, LATER, at
from tests.hearings.raw import OPENED, begun, hearing, notice, refused, run, sitting

IN_TIME, LATE = date(2026, 3, 17), date(2026, 3, 18)  # Seven clear days before, and six.
NOT_FREE = "the day 2026-03-25 is not free"
UNANNOUNCED = "begun without a timely notice"


@pytest.mark.parametrize("kind", ["plenary", "joint"])
@pytest.mark.parametrize("chamber", ["mazhilis", "senate"])
@pytest.mark.parametrize("first", ["hearing", "sitting"])
async def test_no_hearing_and_plenary_sitting_stand_on_one_day(
    session: AsyncSession, kind: str, chamber: str, first: str
) -> None:
    if first == "hearing":
        await hearing(session)
    await sitting(session, kind=kind, chamber=chamber)
    if first == "sitting":
        await hearing(session)

    await refused(session, NOT_FREE)


@pytest.mark.parametrize("first", ["hearing", "sitting"])
async def test_what_stands_already_is_not_joined_later(session: AsyncSession, first: str) -> None:
    await (hearing(session) if first == "hearing" else sitting(session))
    await session.commit()
    await (sitting(session) if first == "hearing" else hearing(session))

    await refused(session, NOT_FREE)


@pytest.mark.parametrize("moved", ["hearing", "sitting"])
async def test_neither_is_moved_onto_the_other(session: AsyncSession, moved: str) -> None:
    keys = {
        "hearing": await hearing(session, LATER if moved == "hearing" else HELD),
        "sitting": await sitting(session, LATER if moved == "sitting" else HELD),
    }
    await session.commit()
    change = f"UPDATE {moved} SET starts_at = :at WHERE id = :id"
    await run(session, change, at=at(HELD, 7), id=keys[moved])

    await refused(session, NOT_FREE)


async def test_a_hearing_may_be_moved_away_in_the_same_transaction(session: AsyncSession) -> None:
    key = await hearing(session)
    await session.commit()

    await sitting(session)
    await run(session, "UPDATE hearing SET starts_at = :at WHERE id = :id", at=at(LATER), id=key)
    await session.commit()


@pytest.mark.parametrize("gone", ["hearing", "sitting"])
async def test_what_is_cancelled_stands_on_no_day(session: AsyncSession, gone: str) -> None:
    key = await (hearing(session) if gone == "hearing" else sitting(session))
    because = "_kk = 'x', cancelled_because_ru" if gone == "hearing" else ""
    cancelled = f"""UPDATE {gone} SET cancelled_on = :on, cancelled_because{because} = 'x'
                    WHERE id = :id"""
    await run(session, cancelled, on=OPENED, id=key)
    await (sitting(session) if gone == "hearing" else hearing(session))
    await session.commit()


async def test_what_is_cancelled_does_not_come_back(session: AsyncSession) -> None:
    key = await sitting(session)
    cancel = "UPDATE sitting SET cancelled_on = :on, cancelled_because = :why WHERE id = :id"
    await run(session, cancel, on=OPENED, why="x", id=key)
    await hearing(session)
    await session.commit()
    await run(session, cancel, on=None, why=None, id=key)

    await refused(session, NOT_FREE)


async def test_a_committee_s_sitting_takes_no_day(session: AsyncSession) -> None:
    key = await sitting(session)
    own = "UPDATE sitting SET kind = 'committee', body_id = :id WHERE id = :id"
    await run(session, own, id=key)
    await hearing(session)
    await session.commit()
    back = "UPDATE sitting SET kind = 'plenary', body_id = NULL WHERE id = :id"
    await run(session, back, id=key)

    await refused(session, NOT_FREE)


@pytest.mark.parametrize("sent", [None, LATE])
async def test_a_hearing_does_not_begin_unannounced(
    session: AsyncSession, sent: date | None
) -> None:
    key = await begun(session)
    if sent is not None:
        await notice(session, key, sent)

    await refused(session, UNANNOUNCED)


async def test_seven_clear_days_are_in_time_on_every_reading(session: AsyncSession) -> None:
    await notice(session, await begun(session), IN_TIME)
    await session.commit()


@pytest.mark.parametrize("lacking", [{"topic": None}, {"at": None}, {"place": None},
                                     {"at": at(HELD, 8)}])  # fmt: skip
async def test_a_notice_tells_the_topic_the_time_and_the_place(
    session: AsyncSession, lacking: dict[str, Any]
) -> None:
    await notice(session, await begun(session), IN_TIME, **lacking)

    await refused(session, UNANNOUNCED)


@pytest.mark.parametrize(
    "change", ["DELETE FROM hearing_notice", "UPDATE hearing_notice SET sent_at = starts_at"]
)
async def test_a_notice_is_not_taken_away_afterwards(session: AsyncSession, change: str) -> None:
    await notice(session, await begun(session), IN_TIME)
    await session.commit()
    await run(session, change)

    await refused(session, UNANNOUNCED)


@pytest.mark.parametrize("told", ["kk", "ru"])
async def test_a_place_that_was_changed_is_announced_anew(session: AsyncSession, told: str) -> None:
    await notice(session, await begun(session), IN_TIME)
    await run(session, f"UPDATE hearing SET place_{told} = 'Басқа зал'")
    await session.commit()  # It still stands there in the other language.
    await run(session, "UPDATE hearing SET place_kk = 'Басқа зал', place_ru = 'Другой зал'")

    await refused(session, UNANNOUNCED)


@pytest.mark.parametrize("rule", ["A57-5.08", "A57-5.11"])
async def test_a_defect_that_the_journal_does_not_bear_out_is_not_believed(
    session: AsyncSession, rule: str
) -> None:
    if rule == "A57-5.08":
        await hearing(session, defects=[rule])
        await sitting(session)
    else:
        await begun(session, defects=[rule])

    await refused(session, NOT_FREE if rule == "A57-5.08" else UNANNOUNCED)


async def test_nothing_of_the_caller_s_stands_in_the_way_of_our_tables(
    session: AsyncSession,
) -> None:
    with pytest.raises(DBAPIError, match="permission denied to create temporary tables"):
        await run(session, "CREATE TEMP TABLE hearing (LIKE public.hearing)")


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
async def test_an_older_snapshot_does_not_deceive_the_guard(
    session: AsyncSession, level: str
) -> None:
    await session.execute(text(f"SET TRANSACTION ISOLATION LEVEL {level}"))
    await hearing(session)

    await refused(session, "READ COMMITTED only")


@pytest.mark.parametrize("first", ["hearing", "sitting"])
async def test_of_two_at_once_one_is_refused(engine: AsyncEngine, first: str) -> None:
    async with AsyncSession(engine) as one, AsyncSession(engine) as other:
        await (hearing(one) if first == "hearing" else sitting(one))
        await (sitting(other) if first == "hearing" else hearing(other))

        outcomes = await asyncio.gather(one.commit(), other.commit(), return_exceptions=True)

    failed = [str(outcome) for outcome in outcomes if outcome is not None]
    assert len(failed) == 1
    assert NOT_FREE in failed[0]
