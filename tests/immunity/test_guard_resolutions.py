"""The database itself refuses a resolution that does not say what its vote decided (A57-4.28)."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from tests.appointments.seated import DAY
from tests.immunity.raw import matter, refused, resolved, run, voted


@pytest.mark.parametrize(
    ("outcome", "decision"),
    [("adopted", "refuse"), ("not_adopted", "consent"), ("adopted", "appoint")],
)
async def test_no_resolution_disagrees_with_its_vote(
    session: AsyncSession, outcome: str, decision: str
) -> None:
    key = await matter(session)
    vote = await voted(session, key, outcome=outcome)
    await resolved(session, key, vote, decision=decision)

    await refused(session, "immunity_resolution_agrees")


@pytest.mark.parametrize("change", ["outcome = 'not_adopted'", "undone = true"])
async def test_no_vote_is_changed_under_its_resolution(session: AsyncSession, change: str) -> None:
    key = await matter(session)
    await resolved(session, key, await voted(session, key))
    await session.commit()
    await run(session, f"UPDATE vote SET {change} WHERE proceeding_id = :id", id=key)

    await refused(session, "immunity_resolution_agrees")


async def test_no_resolution_without_a_vote_or_on_that_of_another_measure(
    session: AsyncSession,
) -> None:
    key = await matter(session, "detention", "custody")
    await resolved(session, key, None)
    await refused(session, "immunity_resolution_agrees")

    key = await matter(session, "detention", "custody")
    await resolved(session, key, await voted(session, key), subject=2)
    await refused(session, "immunity_resolution_agrees")


async def test_no_resolution_on_the_vote_of_another_matter(session: AsyncSession) -> None:
    other = await voted(session, await matter(session))
    await resolved(session, await matter(session), other)

    await refused(session, "immunity_resolution_agrees")


@pytest.mark.parametrize("closed", [DAY, None])
async def test_no_resolution_while_a_vote_is_open(
    session: AsyncSession, closed: date | None
) -> None:
    key = await matter(session)
    outcome = None if closed is None else "annulled"
    vote = await voted(session, key, closed=closed, outcome=outcome)
    await resolved(session, key, vote)

    await refused(session, "immunity_resolution_agrees")
