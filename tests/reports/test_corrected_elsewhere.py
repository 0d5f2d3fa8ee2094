"""A sitting or a person is corrected, and the reports that lean on it with it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Verdict
from chamber.law.sent import Sent
from chamber.record.journal import entries
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.reports.procedure import REPORTS
from chamber.rooms import ROOMS
from tests.appointments.seated import DAY, TODAY, desk, opened
from tests.reports.seated import (
    FILED,
    Seated,
    act,
    appealed,
    decisions,
    do,
    facts,
    heard,
    initiative,
    prepared,
    resolution,
    seated,
    vote,
)


async def rulings(session: AsyncSession, case: UUID) -> dict[str, Verdict | None]:
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": case})
    assert key is not None
    story = standing(REPORTS, await entries(session, key))
    return {one.act.kind: one.ruling.verdict for one in story}


async def register(session: AsyncSession, here: Seated, present: list[UUID]) -> None:
    told = {"kind": "register", "on": str(DAY), "present": [str(one) for one in present]}
    slip = Correction(on=DAY, entry=2, act=told, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())


async def test_without_a_quorum_nothing_was_decided_and_nothing_heard(
    session: AsyncSession,
) -> None:
    here = await seated(session, registered=66)
    case = await opened(session, REPORTS, initiative(here))
    await vote(session, here, case, "hear", 60)
    assert (await rulings(session, case))["close_vote"] is Verdict.VALID

    await register(session, here, here.deputies[:65])

    assert (await facts(session, case)).rounds == ()
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_deputy_who_was_not_there_did_not_ask(session: AsyncSession) -> None:
    here = await seated(session)
    case = await heard(session, here)
    assert (await facts(session, case)).done("question") is not None

    await register(session, here, [*here.deputies[:9], *here.deputies[10:]])

    told = await facts(session, case)
    assert (told.done("question"), told.done("opinion")) == (None, None)
    assert [one.about for one in told.received()] == ["appeal"]
    assert told.done("debate_closed") is not None
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_signer_who_was_no_deputy_yet_did_not_count(session: AsyncSession) -> None:
    here = await seated(session)
    person, mandate = await newcomer(session, here)
    signed = [*here.deputies[1:33], person]
    case = await opened(session, REPORTS, initiative(here, signatures=signed))
    await vote(session, here, case, "hear", 60)
    assert (await facts(session, case)).enough is True

    late = mandate | {"on": "2026-03-10"}
    slip = Correction(on=TODAY, entry=2, act=late, reason="ОСК куәлігі бойынша")
    await correct(PEOPLE, desk(session), person, slip, Sent())

    told = await facts(session, case)
    assert (told.enough, told.rounds) == (False, ())
    assert (await rulings(session, case))["open_vote"] is Verdict.INVALID
    await session.commit()
    assert await audit(session, ROOMS) == []


async def newcomer(session: AsyncSession, here: Seated) -> tuple[UUID, dict[str, Any]]:
    """Somebody who takes the seat of the first deputy on the day of the initiative."""
    gone = "UPDATE mandate SET ends_on = '2026-01-01', ground = 'died' WHERE person_id = (SELECT id"
    await session.execute(
        text(f"{gone} FROM proceeding WHERE uid = :gone)"), {"gone": here.deputies[0]}
    )
    name = {"kk": "Айбек Нұрланов", "ru": "Айбек Нурланов", "latin": "Aibek Nurlanov"}
    born = PEOPLE.acts.validate_python({"kind": "person", "on": date(2026, 1, 5), "name": name})
    person = await opened(session, PEOPLE, born)
    mandate = {
        "kind": "mandate", "on": str(FILED), "chamber": "mazhilis", "convocation": 8,
        "basis": "list",
    }  # fmt: skip
    told = PEOPLE.acts.validate_python(mandate)
    await do_act(PEOPLE, desk(session), person, told, Sent())
    return person, mandate


async def test_the_rapporteur_who_withdrew_before_was_no_rapporteur(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, REPORTS, initiative(here, 40))
    await do(session, case, act("withdrawal", FILED, deputy=here.deputies[39]))
    await vote(session, here, case, "hear", 60)
    for one in (resolution("hear"), decisions(here)[0]):
        await do(session, case, one)
    slip = Correction(
        on=TODAY, entry=2, reason="Басқа депутат",
        act={"kind": "withdrawal", "on": str(FILED), "deputy": str(here.deputies[1])},
    )  # fmt: skip
    await correct(REPORTS, desk(session), case, slip, Sent())
    assert (await facts(session, case)).rapporteur is None


async def test_the_audit_agrees_with_every_story(session: AsyncSession) -> None:
    here = await seated(session)
    for story in (prepared, heard, appealed):
        await story(session, here)
    await session.commit()
    assert await audit(session, ROOMS) == []
