"""The database itself refuses what the law of immunity forbids, whatever a program writes."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.appointments.seated import DAY
from tests.immunity.raw import matter, measured, proceeding, refused, resolved, run, voted
from tests.immunity.seated import CONCLUDED, FORWARDED, RECEIVED

BEFORE = date(2026, 3, 15)


async def test_what_is_lawful_is_kept(session: AsyncSession) -> None:
    key = await matter(session, "detention", "custody")
    await resolved(session, key, await voted(session, key))
    no = await voted(session, key, subject=2, outcome="not_adopted")
    await resolved(session, key, no, subject=2, decision="refuse")

    await session.commit()


# A57-4.02: only with a submission of the Prosecutor General.


async def test_no_vote_without_a_submission(session: AsyncSession) -> None:
    await voted(session, await proceeding(session, "immunity"))

    await refused(session, "immunity_on_submission")


@pytest.mark.parametrize("noun", ["immunity", "appointments", "mandates"])
async def test_no_consent_without_a_submission(session: AsyncSession, noun: str) -> None:
    await resolved(session, await proceeding(session, noun), None)

    await refused(session, "immunity_on_submission")


async def test_no_matter_of_others_without_its_defect(session: AsyncSession) -> None:
    with pytest.raises(DBAPIError, match="by_the_prosecutor"):
        await matter(session, by="deputies")


async def test_no_vote_on_a_motion_of_deputies(session: AsyncSession) -> None:
    key = await matter(session, by="deputies", defects=["A57-4.02"])
    await voted(session, key)

    await refused(session, "immunity_on_submission")


async def test_no_submission_is_turned_into_a_motion_after_its_vote(session: AsyncSession) -> None:
    key = await matter(session)
    await voted(session, key)
    await session.commit()
    change = """UPDATE immunity SET submitted_by = 'deputies', defects = '{A57-4.02}'
                WHERE id = :id"""
    await run(session, change, id=key)

    await refused(session, "immunity_on_submission")


# A57-4.22: a measure that was asked for.


@pytest.mark.parametrize("subject", [2, None])
async def test_no_vote_on_what_was_not_asked_for(session: AsyncSession, subject: int) -> None:
    await voted(session, await matter(session), subject=subject)

    await refused(session, "immunity_vote_on_a_measure")


async def test_no_measure_is_added_unasked(session: AsyncSession) -> None:
    key = await matter(session)

    with pytest.raises(DBAPIError, match="asked_for"):
        await measured(session, key, asked=False)


async def test_no_defect_is_believed_that_the_journal_does_not_know(session: AsyncSession) -> None:
    await measured(session, await matter(session), asked=False, defects=["A57-4.22"])

    await refused(session, "immunity_measure_asked")


async def test_no_measure_is_asked_for_twice(session: AsyncSession) -> None:
    await matter(session, "detention", "detention")

    await refused(session, "immunity_measure")


async def test_no_measure_is_taken_away_under_its_vote(session: AsyncSession) -> None:
    key = await matter(session)
    await voted(session, key)
    await session.commit()
    await run(session, "DELETE FROM immunity_measure WHERE immunity_id = :id", id=key)

    await refused(session, "immunity_vote_on_a_measure")


# A57-4.24: the submission comes before the measure.


@pytest.mark.parametrize("taken", [BEFORE, RECEIVED])
async def test_no_measure_was_taken_before(session: AsyncSession, taken: date) -> None:
    await measured(session, await matter(session), taken=taken, defects=["A57-4.24"])

    await refused(session, "immunity_before_the_measure")


async def test_unless_no_consent_was_needed(session: AsyncSession) -> None:
    await measured(session, await matter(session), taken=BEFORE, exception="scene_of_crime")

    await session.commit()


# A57-4.23: forwarded, concluded, and then the vote.


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("forwarded_on_follows_opened_on", {"sent": BEFORE}),
        ("conclusion_on_follows_forwarded_on", {"concluded": RECEIVED}),
        ("conclusion_on_follows_forwarded_on", {"sent": None}),
        ("conclusion_whole", {"text": None}),
    ],
)
async def test_no_step_out_of_its_order(
    session: AsyncSession, why: str, told: dict[str, Any]
) -> None:
    with pytest.raises(DBAPIError, match=why):
        await matter(session, **told)


async def test_no_step_out_of_its_order_by_a_defect_of_its_own_making(
    session: AsyncSession,
) -> None:
    await matter(session, sent=None, defects=["A57-4.23"])

    await refused(session, "immunity_steps_in_order")


@pytest.mark.parametrize(
    ("on", "concluded", "kept"),
    [
        (CONCLUDED, CONCLUDED, True),
        (FORWARDED, CONCLUDED, False),
        (DAY, None, False),
    ],
)
async def test_no_vote_before_the_conclusion(
    session: AsyncSession, on: date, concluded: date | None, kept: bool
) -> None:
    await voted(session, await matter(session, concluded=concluded), on=on)

    if kept:
        await session.commit()
    else:
        await refused(session, "immunity_after_conclusion")


async def test_no_conclusion_is_taken_away_under_its_vote(session: AsyncSession) -> None:
    key = await matter(session)
    await voted(session, key)
    await session.commit()
    gone = "conclusion_on = NULL, favours = NULL, conclusion = NULL"
    await run(session, f"UPDATE immunity SET {gone} WHERE id = :id", id=key)

    await refused(session, "immunity_after_conclusion")


async def test_no_vote_before_the_submission(session: AsyncSession) -> None:
    await voted(session, await matter(session), on=BEFORE)

    await refused(session, "immunity_vote_on_a_measure")


# A57-4.27: the deputy is let in.


@pytest.mark.parametrize(("wished", "kept"), [(True, False), (False, True)])
async def test_no_deputy_is_refused_without_a_reason(
    session: AsyncSession, wished: bool, kept: bool
) -> None:
    key = await matter(session)
    await run(
        session,
        """INSERT INTO immunity_attendance (immunity_id, nth, came_on, sitting_id, wished, admitted)
           VALUES (:id, 1, :on, :id, :wished, false)""",
        id=key, on=DAY, wished=wished,
    )  # fmt: skip

    if kept:
        await session.commit()
    else:
        await refused(session, "immunity_deputy_admitted")
