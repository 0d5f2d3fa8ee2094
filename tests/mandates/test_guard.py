"""The database itself refuses an end of powers that the law does not know, whatever is written."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.mandates.raw import DAY, NEXT, deputy, let_pass, matter, refused, resolution, run, vote

WITHOUT = "ended without a resolution"
END = """UPDATE mandate SET ends_on = :day, ground = :ground, because_id = :matter
         WHERE person_id = :who"""
TELL = "UPDATE mandate_matter SET ends_on = :day WHERE id = :id"


async def end(session: AsyncSession, who: int, matter: int | None, **more: Any) -> None:
    told = {"day": NEXT, "ground": "resigned", "matter": matter, "who": who}
    await run(session, END, **told | more)


async def told(session: AsyncSession, outcome: str = "adopted") -> tuple[int, int]:
    """A deputy, and a matter with its vote and its resolution."""
    who = await deputy(session)
    case = await matter(session, who)
    await resolution(session, case, await vote(session, case, outcome))
    await run(session, TELL, day=NEXT, id=case)
    await end(session, who, case)
    return who, case


async def test_powers_end_by_a_resolution_on_an_adopted_vote(session: AsyncSession) -> None:
    await told(session)
    await session.commit()


@pytest.mark.parametrize("ground", ["resigned", "convicted", "left_party", "other"])
async def test_no_powers_end_without_a_resolution(session: AsyncSession, ground: str) -> None:
    who = await deputy(session)
    await end(session, who, None, ground=ground)
    await refused(session, WITHOUT)


async def test_a_matter_alone_ends_nothing(session: AsyncSession) -> None:
    who = await deputy(session)
    case = await matter(session, who)
    await end(session, who, case)
    await refused(session, "did not end as the matter says|ended without a resolution")


@pytest.mark.parametrize("ground", ["died", "term_ended", "dissolved"])
async def test_what_needs_no_vote_ends_without_one(session: AsyncSession, ground: str) -> None:
    await end(session, await deputy(session), None, ground=ground)
    await session.commit()


async def test_somebody_elses_matter_ends_nothing(session: AsyncSession) -> None:
    _, case = await told(session)
    await session.commit()
    await end(session, await deputy(session), case)
    await refused(session, WITHOUT)


async def test_a_resolution_that_fell_leaves_no_end_behind(session: AsyncSession) -> None:
    _, case = await told(session)
    await session.commit()
    await run(session, "UPDATE resolution SET fell_by = 9 WHERE proceeding_id = :id", id=case)
    await refused(session, "no resolution ends these powers")


@pytest.mark.parametrize("outcome", ["not_adopted", "annulled"])
async def test_a_resolution_says_what_the_vote_decided(session: AsyncSession, outcome: str) -> None:
    await told(session, outcome)
    await refused(session, "what the vote decided")


@pytest.mark.parametrize("ground", ["died", "resigned"])
async def test_no_resolution_ends_powers_without_a_vote(session: AsyncSession, ground: str) -> None:
    ends, why = (DAY, "died") if ground == "died" else (None, None)
    case = await matter(session, await deputy(session, ends=ends, ground=why), ground, ends=ends)
    await resolution(session, case, None)
    await refused(session, "what the vote decided")


async def test_a_vote_does_not_come_out_otherwise_under_its_resolution(
    session: AsyncSession,
) -> None:
    _, case = await told(session)
    await session.commit()
    lost = "UPDATE vote SET outcome = 'not_adopted' WHERE proceeding_id = :id"
    await run(session, lost, id=case)
    await refused(session, "what the vote decided")


async def test_a_resolution_has_a_vote_of_its_own_matter(session: AsyncSession) -> None:
    who = await deputy(session)
    case, other = await matter(session, who), await matter(session, await deputy(session))
    await resolution(session, case, await vote(session, other))
    await refused(session, "what the vote decided")


async def test_the_chamber_votes_on_what_the_commission_has_prepared(session: AsyncSession) -> None:
    case = await matter(session, await deputy(session), concluded=None)
    await vote(session, case)
    await refused(session, "may not vote on this yet")


@pytest.mark.parametrize("more", [{"defects": ["A57-4.21"]}, {"by": "cec", "document": "№ 1"}])
async def test_it_votes_on_a_submission_or_with_a_defect_accepted(
    session: AsyncSession, more: dict[str, Any]
) -> None:
    case = await matter(session, await deputy(session), concluded=None, **more)
    for rule in more.get("defects", []):
        await let_pass(session, case, rule)
    await vote(session, case)
    await session.commit()


async def test_what_ended_by_itself_is_not_voted_on(session: AsyncSession) -> None:
    died = await deputy(session, ends=DAY, ground="died")
    await vote(session, await matter(session, died, "died", ends=DAY))
    await refused(session, "may not vote on this yet")


async def test_what_does_not_end_by_itself_is_not_noted(session: AsyncSession) -> None:
    case = await matter(session, await deputy(session))
    await resolution(session, case, None, "note_end")
    await refused(session, "did not end by themselves")


async def test_the_mandate_ends_as_its_matter_says(session: AsyncSession) -> None:
    who, case = await told(session)
    await session.commit()
    await end(session, who, case, day=NEXT + timedelta(days=7))
    await refused(session, "ended without a resolution|did not end as the matter says")


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"ground": "died", "ends": NEXT}, "ended_on_its_own_day"),
        ({"ground": "dissolved", "ends": DAY}, "dissolved_by_its_own_act"),
        ({"ground": "incompatible"}, "activity_of_its_ground"),
        ({"activity": "business"}, "activity_of_its_ground"),
        ({"happened": NEXT}, "happened_before"),
        ({"ground": "term_ended"}, "ground_known"),
        ({"favours": None}, "conclusion_whole"),
    ],
)
async def test_a_matter_is_told_whole(
    session: AsyncSession, more: dict[str, Any], name: str
) -> None:
    who = await deputy(session)
    with pytest.raises(DBAPIError, match=name):
        await matter(session, who, **more)
