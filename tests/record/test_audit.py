"""The audit finds whatever is not as it was entered, judged or told, and nothing else."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import Fault, audit, how_many
from chamber.law.text import Words
from chamber.record.people.acts import Renamed
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.recorded.acts import AnotherSource, Counts, RecordedVote, Source
from chamber.record.recorded.procedure import RECORDED
from chamber.rooms import ROOMS
from tests.record.roster import DAY, HERE, deputy, desk, done, named, opened
from tests.record.unguarded import UNGUARDED


def vote(**counts: int) -> RecordedVote:
    return RecordedVote(
        on=DAY, chamber="mazhilis", convocation=8, question=Words(kk="Сұрақ", ru="Вопрос"),
        sources=(Source(name="хаттама", counts=Counts(**counts)),),
    )  # fmt: skip


async def fill(session: AsyncSession) -> None:
    who = await deputy(session)
    await done(session, PEOPLE, who, Renamed(on=DAY, name=named("Әбенова Асқар")))
    vote_uid = await opened(session, RECORDED, vote(in_favour=50, against=40, present=98))
    source = AnotherSource(on=DAY, source=Source(name="баспасөз", counts=Counts(in_favour=51)))
    await done(session, RECORDED, vote_uid, source)
    right = vote(in_favour=49, against=40, present=98).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="теру қатесі")
    await correct(RECORDED, desk(session, "mazhilis"), vote_uid, slip, HERE)


async def faults(session: AsyncSession) -> list[Fault]:
    session.expire_all()
    return await audit(session, ROOMS)


async def tamper(session: AsyncSession, change: str, **told: Any) -> None:
    """As one could who owns the database, and switches its guards off."""
    for statement in UNGUARDED:
        await session.execute(text(statement))
    await session.execute(text(change), told)
    await session.execute(text("SET session_replication_role = origin"))


async def test_a_record_that_nobody_touched_has_no_fault(session: AsyncSession) -> None:
    await fill(session)

    seen: list[int] = []
    assert await audit(session, ROOMS, seen.append) == []
    assert sum(seen) == await how_many(session) == 6


async def test_a_correction_changes_what_the_vote_comes_to(session: AsyncSession) -> None:
    await fill(session)

    row = (await session.execute(text("SELECT in_favour, outcome, edition FROM vote"))).one()
    assert tuple(row) == (49, "not_adopted", 3)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (
            "UPDATE journal SET body = convert_to(replace(convert_from(body, 'UTF8'), "
            "'хаттама', 'хабарлама'), 'UTF8') WHERE kind = 'recorded_vote'",
            "is not what was entered there",
        ),
        ("UPDATE journal SET verdict = 'invalid' WHERE seq = 1", "its verdict was changed"),
        ("UPDATE journal SET act_on = act_on - 1 WHERE seq = 2", "is not what was entered there"),
        ("UPDATE journal SET kind = 'other' WHERE seq = 2", "is not what was entered there"),
        ("DELETE FROM journal WHERE kind = 'correction'", "version 3, 2 entries"),
        ("DELETE FROM journal WHERE kind = 'source'", "is not what was entered there"),
        ("UPDATE vote SET in_favour = 50", "the rows do not say what the acts say"),
        ("UPDATE vote SET outcome = 'annulled'", "the rows do not say what the acts say"),
        ("UPDATE vote SET official_outcome = 'adopted'", "the rows do not say what the acts say"),
        ("DELETE FROM mandate", "the rows do not say what the acts say"),
    ],
)
async def test_whatever_is_changed_behind_our_back_is_found(
    session: AsyncSession, change: str, what: str
) -> None:
    await fill(session)
    await tamper(session, change)

    assert what in {fault.what for fault in await faults(session)}


async def test_a_ruling_that_the_law_does_not_give_is_found(session: AsyncSession) -> None:
    await fill(session)
    of_another_law = {**ROOMS, "votes": with_another_law()}

    found = await audit(session, of_another_law)

    assert any("judged again, it differs in" in fault.what for fault in found)


def with_another_law() -> Any:
    """The room as it would be if the chamber had one seat more."""
    room = ROOMS["votes"]

    def judge(facts: Any, act: Any, given: Any) -> Any:
        ruling = room.judge(facts, act, given)
        return ruling.model_copy(update={"total": (ruling.total or 0) + 1})

    return type(room)(**{**vars(room), "judge": judge})
