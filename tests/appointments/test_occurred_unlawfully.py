"""A vote that has occurred unlawfully has a result: it is counted, and opens nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.ruling import Breach, Ruling, Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import Done
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import UnknownReference
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    Seated,
    act,
    desk,
    do,
    opened,
    resolution,
    seated,
    sitting,
    submission,
    until_vote,
)

MINUTES = Sent(occurred=Occurred(source="хаттама"))


async def announced(session: AsyncSession, here: Seated) -> UUID:
    case = await opened(session, APPOINTMENTS, submission(here))
    for number in (1, 2):
        for one in until_vote(here, number):
            await do(session, case, one)
    return case


async def open_vote(
    session: AsyncSession, case: UUID, where: UUID, numbers: Sequence[int], **more: Any
) -> Done:
    told = act("open_vote", candidates=numbers, sitting=where, **more)
    return await do(session, case, told, MINUTES)


def vote_of(opening: Done) -> UUID:
    assert opening.entry is not None
    return UUID(opening.entry.read()["data"]["given"]["opening"]["vote"])


def closing(vote: UUID) -> Any:
    return act("close_vote", vote=vote, totals={"for": 60, "against": 2})


async def facts(session: AsyncSession, case: UUID) -> Any:
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": case})
    assert key is not None
    return await APPOINTMENTS.load(session, key)


def counted_and_void(ruling: Ruling, rule: str) -> None:
    assert (ruling.rule, ruling.count, ruling.total, ruling.needed) == ("A57-1.17", 60, 98, 50)
    assert ruling.verdict is Verdict.INVALID
    assert rule in {one.rule for one in ruling.findings if one.breach is Breach.VOID}
    assert not ruling.stands("a recorded reason")


@pytest.mark.parametrize("method", ["totals", "ballots"])
async def test_the_result_of_a_vote_on_a_list_is_entered_and_decides_nothing(
    session: AsyncSession, method: str
) -> None:
    here = await seated(session)
    case = await announced(session, here)
    opening = await open_vote(session, case, here.plenary, [1, 2], method=method)
    before = await facts(session, case)

    done = await do(session, case, closing(vote_of(opening)), MINUTES)

    counted_and_void(done.ruling, "A57-1.14")
    assert done.ruling.sentence == opening.ruling.sentence
    assert await facts(session, case) == before
    with pytest.raises(Unlawful):
        await do(session, case, resolution(1))
    assert await appointments_audited(session)


async def appointments_audited(session: AsyncSession) -> bool:
    """What the fixture writes by hand has no journal; the rest is as it should be."""
    session.expire_all()
    return not [f for f in await audit(session, ROOMS) if f.proceeding.startswith("appointments")]


async def test_the_result_of_a_vote_below_the_quorum_is_entered_and_decides_nothing(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await announced(session, here)
    few = await sitting(session, "plenary", None, here.deputies[:65])
    opening = await open_vote(session, case, few, [1], method="totals")

    done = await do(session, case, closing(vote_of(opening)), MINUTES)

    counted_and_void(done.ruling, "A57-8.09")
    assert (await facts(session, case)).rounds == ()
    assert await appointments_audited(session)


async def test_the_result_of_an_unlawful_vote_is_not_taken_here_and_now(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await announced(session, here)
    opening = await open_vote(session, case, here.plenary, [1, 2])

    with pytest.raises(Unlawful):
        await do(session, case, closing(vote_of(opening)))


async def test_a_vote_that_nobody_told_of_is_not_closed(session: AsyncSession) -> None:
    here = await seated(session)
    case = await announced(session, here)

    with pytest.raises(UnknownReference):
        await do(session, case, closing(UUID(int=0)), MINUTES)


async def test_once_its_opening_is_put_right_the_result_counts(session: AsyncSession) -> None:
    here = await seated(session)
    case = await announced(session, here)
    opening = await open_vote(session, case, here.plenary, [1, 2], method="totals")
    assert opening.entry is not None
    await do(session, case, closing(vote_of(opening)), MINUTES)
    right = opening.entry.read()["data"]["act"] | {"candidates": [1]}
    slip = Correction(on=DAY, entry=opening.entry.seq, act=right, reason="хаттама бойынша")

    await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    (vote,) = (await facts(session, case)).rounds
    assert (vote.subject, vote.outcome, vote.totals.in_favour) == (1, "adopted", 60)
    assert await appointments_audited(session)


async def test_a_slip_in_the_count_of_an_unlawful_vote_is_put_right(session: AsyncSession) -> None:
    here = await seated(session)
    case = await announced(session, here)
    opening = await open_vote(session, case, here.plenary, [1, 2], method="totals")
    done = await do(session, case, closing(vote_of(opening)), MINUTES)
    assert done.entry is not None
    right = done.entry.read()["data"]["act"] | {"totals": {"for": 61, "against": 2}}
    slip = Correction(on=DAY, entry=done.entry.seq, act=right, reason="теру қатесі")

    corrected = await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    assert corrected.entry is not None
    (again,) = corrected.entry.read()["data"]["rejudged"]
    assert (again["ruling"]["count"], again["ruling"]["verdict"]) == (61, "invalid")
    assert await appointments_audited(session)
