"""The database lets no mandate last that its matter has ended, and believes no defect by itself."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from tests.mandates.raw import (
    DAY,
    NEXT,
    deputy,
    let_pass,
    matter,
    refused,
    resolution,
    run,
    vote,
)
from tests.mandates.test_guard import TELL, end, told

LASTS = "the mandate lasts though the matter has ended it"
UNKNOWN = "the law does not know this ground so"
DIED: dict[str, Any] = {"ground": "died", "ends": DAY, "concluded": None}
IN_SENATE = "UPDATE mandate_matter SET chamber = 'senate' WHERE id = :id"


async def test_what_its_matter_has_ended_does_not_last(session: AsyncSession) -> None:
    who = await deputy(session)
    case = await matter(session, who)
    await resolution(session, case, await vote(session, case))
    await run(session, TELL, day=NEXT, id=case)
    await refused(session, LASTS)


async def test_nor_what_ended_by_itself(session: AsyncSession) -> None:
    await matter(session, await deputy(session), **DIED)
    await refused(session, LASTS)


async def test_what_had_ended_before_is_not_ended_again(session: AsyncSession) -> None:
    who = await deputy(session, ends=DAY - timedelta(days=1), ground="died")
    await matter(session, who, **DIED)
    await session.commit()


async def test_what_has_ended_does_not_begin_to_last_again(session: AsyncSession) -> None:
    who, _ = await told(session)
    await session.commit()
    again = "UPDATE mandate SET ends_on = NULL, ground = NULL, because_id = NULL"
    await run(session, f"{again} WHERE person_id = :who", who=who)
    await refused(session, LASTS)


@pytest.mark.parametrize(
    ("table", "column", "why"),
    [
        ("mandate", "person_id", LASTS),
        ("mandate_matter_deputy", "person_id", "did not end as the matter says"),
    ],
)
async def test_nothing_of_an_ended_matter_is_deleted(
    session: AsyncSession, table: str, column: str, why: str
) -> None:
    who, _ = await told(session)
    await session.commit()
    await run(session, f"DELETE FROM {table} WHERE {column} = :who", who=who)
    await refused(session, why)


async def test_no_ended_matter_is_about_nobody(session: AsyncSession) -> None:
    who = await deputy(session, ends=DAY, ground="died")
    case = await matter(session, who, **DIED)
    await session.commit()
    await run(session, "DELETE FROM mandate_matter_deputy WHERE matter_id = :id", id=case)
    await refused(session, "the matter is about no deputy")


@pytest.mark.parametrize(("opened", "stands"), [(DAY, True), (NEXT, False)])
async def test_nobody_votes_before_the_matter_is_opened(
    session: AsyncSession, opened: date, *, stands: bool
) -> None:
    case = await matter(session, await deputy(session), concluded=DAY)
    late = "UPDATE mandate_matter SET opened_on = :on WHERE id = :id"
    await run(session, late, on=opened, id=case)
    await vote(session, case)
    if stands:
        await session.commit()
    else:
        await refused(session, "voted before the matter was opened")


async def test_nobody_votes_before_the_conclusion_is_received(session: AsyncSession) -> None:
    case = await matter(session, await deputy(session), concluded=NEXT)
    await vote(session, case)
    await refused(session, "may not vote on this yet")


async def test_no_defect_is_believed_that_the_journal_does_not_know(session: AsyncSession) -> None:
    case = await matter(session, await deputy(session), concluded=None, defects=["A57-4.21"])
    await vote(session, case)
    await refused(session, "may not vote on this yet")


@pytest.mark.parametrize("known", [True, False])
async def test_a_vote_that_was_not_judged_ends_powers_only_with_a_reason(
    session: AsyncSession, *, known: bool
) -> None:
    who = await deputy(session)
    case = await matter(session, who, defects=["F-2.11"])
    if known:
        await let_pass(session, case, "F-2.11")
    await resolution(session, case, await vote(session, case, "not_judged"))
    await run(session, TELL, day=NEXT, id=case)
    await end(session, who, case)
    if known:
        await session.commit()
    else:
        await refused(session, "what the vote decided")


ODD: list[tuple[dict[str, Any], str]] = [
    ({"ground": "incompatible", "activity": "teaching", "by": "cec"}, "A57-4.10"),
    ({"ground": "incompatible", "activity": "business", "by": "deputy"}, "A57-4.11"),
    ({"ground": "recalled_by_president", "by": "deputy", "concluded": None}, "A57-4.13"),
    ({"ground": "other"}, "A57-4.08"),
]


@pytest.mark.parametrize(("more", "rule"), ODD)
async def test_a_ground_is_as_the_law_knows_it_or_the_journal_says_why_not(
    session: AsyncSession, more: dict[str, Any], rule: str
) -> None:
    who = await deputy(session)
    accepted = await matter(session, who, defects=[rule], **more)
    await let_pass(session, accepted, rule)
    await session.commit()
    await matter(session, who, defects=[rule], **more)
    await refused(session, UNKNOWN)


@pytest.mark.parametrize(
    ("ground", "rule"), [("left_party", "A57-4.18"), ("party_ended", "A57-4.19")]
)
async def test_a_senator_belongs_to_no_partys_ground(
    session: AsyncSession, ground: str, rule: str
) -> None:
    case = await matter(session, await deputy(session), ground, defects=[rule])
    await session.commit()
    await run(session, IN_SENATE, id=case)
    await refused(session, UNKNOWN)


async def test_nobody_is_recalled_by_those_who_did_not_send_him(session: AsyncSession) -> None:
    who = await deputy(session)
    told: dict[str, Any] = {"ground": "recalled_by_president", "by": "president", "concluded": None}
    case = await matter(session, who, **told, ends=DAY)
    await end(session, who, case, day=DAY, ground="recalled_by_president")
    await refused(session, "others sent this deputy")


async def test_the_senate_stays_when_the_mazhilis_is_dissolved(session: AsyncSession) -> None:
    who = await deputy(session, ends=DAY, ground="dissolved")
    told: dict[str, Any] = {"ground": "dissolved", "dissolved": "mazhilis", "by": "president"}
    case = await matter(session, who, **told, ends=DAY)
    await session.commit()
    with pytest.raises(Exception, match="senate_stays"):
        await run(session, IN_SENATE, id=case)
