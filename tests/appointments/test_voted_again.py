"""A candidate is voted on again by a decision of the Chamber; every round stays on the record."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.ruling import Unlawful
from chamber.law.sent import Sent
from chamber.record.procedure import Done
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.votes.documents import place_of
from chamber.record.votes.electors import electors_of
from chamber.record.votes.facts import Outcome
from chamber.record.votes.tables import Vote
from chamber.record.votes.telling import told
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    Seated,
    act,
    desk,
    do,
    facts,
    opened,
    resolution,
    seated,
    submission,
    voted,
)

AGAIN: dict[str, Any] = {"reason": "дауыс беру жүйесі істен шықты"}
DECIDED = AGAIN | {"repeat": {"for": 66, "against": 32}}


async def lost(session: AsyncSession) -> tuple[Seated, UUID]:
    """The candidate was one vote short."""
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, for_=49)
    return here, case


async def open_again(
    session: AsyncSession, here: Seated, case: UUID, sent: Sent | None = None, **said: Any
) -> UUID:
    opening = act("open_vote", candidates=[1], sitting=here.plenary, method="totals", **said)
    done = await do(session, case, opening, sent)
    assert done.entry is not None
    return UUID(done.entry.read()["data"]["given"]["opening"]["vote"])


async def close(session: AsyncSession, case: UUID, vote: UUID, for_: int, **said: Any) -> Done:
    told = {"vote": vote, "totals": {"for": for_, "against": 2}, **said}
    return await do(session, case, act("close_vote", **told))


async def outcomes(session: AsyncSession, case: UUID) -> list[Outcome | None]:
    return [one.outcome for one in (await facts(session, case)).rounds]


async def test_without_a_decision_it_is_refused(session: AsyncSession) -> None:
    here, case = await lost(session)

    with pytest.raises(Unlawful) as refused:
        await open_again(session, here, case, **AGAIN)

    assert [one.rule for one in refused.value.ruling.findings] == ["F-2.08"]


async def test_the_last_round_decides_and_the_first_one_stays(session: AsyncSession) -> None:
    here, case = await lost(session)

    await close(session, case, await open_again(session, here, case, **DECIDED), 50)
    await do(session, case, resolution())

    known = await facts(session, case)
    assert [one.outcome for one in known.rounds] == [Outcome.NOT_ADOPTED, Outcome.ADOPTED]
    assert known.resolutions[0].vote == known.rounds[1].vote
    assert await audit(session, ROOMS) == []


async def test_the_document_of_a_round_tells_why_it_was_held_and_by_whose_decision(
    session: AsyncSession,
) -> None:
    here, case = await lost(session)
    vote = await open_again(session, here, case, **DECIDED)
    await close(session, case, vote, 50)
    rows = (await session.execute(text("SELECT id FROM vote ORDER BY id"))).scalars()

    documents = []
    for key in rows:
        row = await session.get_one(Vote, key)
        document = told(row, await place_of(session, row), await electors_of(session, row))
        documents.append(document["round"])

    assert documents == [
        {"number": 1, "reason": None},
        {"number": 2, **AGAIN, "repeat": {"for": 66, "against": 32, "abstained": 0}},
    ]


async def test_a_new_round_that_is_annulled_leaves_the_former_deciding(
    session: AsyncSession,
) -> None:
    here, case = await lost(session)
    vote = await open_again(session, here, case, **DECIDED)
    await close(session, case, vote, 50, annulled=True)

    known = await facts(session, case)
    decides = known.decided(1)
    assert decides is not None
    assert (decides.number, decides.outcome) == (1, Outcome.NOT_ADOPTED)
    with pytest.raises(Unlawful):
        await do(session, case, resolution())
    # Nothing was decided by it: a third round needs a reason, and no other decision.
    await close(session, case, await open_again(session, here, case, **AGAIN), 50)
    await do(session, case, resolution())


async def test_a_round_accepted_without_a_decision_says_so(session: AsyncSession) -> None:
    here, case = await lost(session)
    reason = Sent(despite="Палата қолмен дауыс бергені хаттамада жоқ")

    await open_again(session, here, case, reason, **AGAIN)

    known = await facts(session, case)
    assert [one.unfounded for one in known.rounds] == [False, True]
    assert "F-2.08" in known.candidates[0].defects


@pytest.mark.parametrize(("said", "left"), [(AGAIN, 1), (DECIDED, 2)])
async def test_where_the_first_round_turns_out_to_have_counted_the_second_is_judged_again(
    session: AsyncSession, said: dict[str, Any], left: int
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, for_=49)
    closing = (await facts(session, case)).rounds[0]
    annulled = {
        "kind": "close_vote", "on": str(DAY), "vote": str(closing.vote), "annulled": True,
        "totals": {"for": 49, "against": 2},
    }  # fmt: skip
    await put_right(session, case, 5, annulled)
    await close(session, case, await open_again(session, here, case, **said), 50)

    await put_right(session, case, 5, annulled | {"annulled": False})

    assert len(await outcomes(session, case)) == left
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    session.expire_all()
    assert await audit(session, ROOMS) == []


async def put_right(session: AsyncSession, case: UUID, entry: int, right: dict[str, Any]) -> None:
    slip = Correction(on=DAY, entry=entry, act=right, reason="хаттама бойынша")
    await correct(APPOINTMENTS, desk(session), case, slip, Sent())


async def attacked(session: AsyncSession, statement: str) -> None:
    await session.execute(text(statement))
    await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))


@pytest.mark.parametrize(
    ("attack", "name"),
    [
        ("UPDATE vote SET reason = NULL WHERE number = 2", "vote_repeated_for_reason"),
        ("UPDATE vote SET repeat = NULL WHERE number = 2", "vote_repeated_by_decision"),
        (
            """UPDATE vote SET repeat = '{"for": 49, "against": 49, "abstained": 0}'
               WHERE number = 2""",
            "vote_repeat_decided",
        ),
        (
            "UPDATE vote SET closed_on = NULL, outcome = NULL WHERE number = 1",
            "vote_repeated_by_decision",
        ),
    ],
)
async def test_the_database_keeps_rounds_apart_whoever_writes(
    session: AsyncSession, attack: str, name: str
) -> None:
    here, case = await lost(session)
    await open_again(session, here, case, **DECIDED)
    await session.commit()

    with pytest.raises(IntegrityError) as refused:
        await attacked(session, attack)
    assert refused.value.orig is not None
    assert getattr(refused.value.orig.__cause__, "constraint_name", "") == name
