"""A sitting or a person is corrected, and the matters of immunity that lean on it with it."""

from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.immunity.procedure import IMMUNITY
from chamber.law.ruling import Verdict
from chamber.law.sent import Sent
from chamber.record.journal import entries
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import DAY, TODAY, desk, opened
from tests.immunity.seated import (
    CONCLUDED,
    DESPITE,
    DETENTION,
    RECEIVED,
    Seated,
    act,
    asked_for,
    close,
    do,
    facts,
    key_of,
    prepared,
    resolution,
    seated,
    submission,
    vote,
)


async def rulings(session: AsyncSession, case: UUID) -> dict[str, Verdict | None]:
    story = standing(IMMUNITY, await entries(session, await key_of(session, case)))
    return {one.act.kind: one.ruling.verdict for one in story}


async def register(session: AsyncSession, here: Seated, present: list[UUID]) -> None:
    told = {"kind": "register", "on": str(DAY), "present": [str(one) for one in present]}
    slip = Correction(on=DAY, entry=2, act=told, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())


async def test_a_vote_loses_its_quorum_when_one_was_not_there(session: AsyncSession) -> None:
    here = await seated(session, registered=66)
    case = await prepared(session, here)
    await vote(session, here, case)
    assert (await rulings(session, case))["close_vote"] is Verdict.VALID

    await register(session, here, here.deputies[:65])

    # What was opened below the quorum was not lawfully opened: nothing of it stands.
    assert (await rulings(session, case))["close_vote"] is Verdict.INVALID
    assert (await facts(session, case)).rounds == ()
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_deputy_who_was_there_after_all_was_not_passed_over(session: AsyncSession) -> None:
    here = await seated(session)
    case = await asked_for(session, here)
    for one in (
        act("forwarding", RECEIVED),
        act("conclusion", CONCLUDED, favours=True, text="Қ"),
    ):
        await do(session, case, one)
    opening = act("open_vote", **DETENTION, sitting=here.plenary, method="totals")
    done = await do(session, case, opening, DESPITE)
    await close(session, case, done)
    assert (await rulings(session, case))["open_vote"] is Verdict.DISPUTED

    await register(session, here, here.deputies)

    told = await rulings(session, case)
    assert (told["open_vote"], told["close_vote"]) == (Verdict.VALID, Verdict.VALID)
    assert (await facts(session, case)).measures[0].defects == ()


async def test_an_attendance_stands_or_falls_with_the_day_of_its_sitting(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await asked_for(session, here)
    end = SITTINGS.acts.validate_python({"kind": "close", "on": TODAY})
    await do_act(SITTINGS, desk(session), here.plenary, end, Sent())
    await do(session, case, act("attendance", TODAY, sitting=here.plenary, wished=True))

    await closed_on(session, here, DAY)
    assert (await facts(session, case)).attended == ()
    await closed_on(session, here, TODAY)

    assert [one.on for one in (await facts(session, case)).attended] == [TODAY]


async def closed_on(session: AsyncSession, here: Seated, day: date) -> None:
    told = {"kind": "close", "on": str(day)}
    slip = Correction(on=TODAY, entry=4, act=told, reason="теру қатесі")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())


async def test_one_who_was_no_deputy_yet_has_no_immunity_to_lift(session: AsyncSession) -> None:
    here = await seated(session)
    name = {"kk": "Айбек Нұрланов", "ru": "Айбек Нурланов", "latin": "Aibek Nurlanov"}
    born = PEOPLE.acts.validate_python({"kind": "person", "on": RECEIVED, "name": name})
    person = await opened(session, PEOPLE, born)
    await session.execute(
        text("UPDATE mandate SET ends_on = '2026-01-01', ground = 'died' WHERE person_id ="
             " (SELECT id FROM proceeding WHERE uid = :gone)"),
        {"gone": here.deputies[0]},
    )  # fmt: skip
    mandate = {"kind": "mandate", "on": str(RECEIVED), "chamber": "mazhilis", "convocation": 8,
               "basis": "list"}  # fmt: skip
    began = PEOPLE.acts.validate_python(mandate)
    await do_act(PEOPLE, desk(session), person, began, Sent())
    case = await opened(session, IMMUNITY, submission(here, deputy=person))
    assert (await rulings(session, case))["submission"] is Verdict.VALID

    later = mandate | {"on": "2026-03-18"}
    slip = Correction(on=DAY, entry=2, act=later, reason="тіркелген күні")
    await correct(PEOPLE, desk(session), person, slip, Sent())

    assert (await rulings(session, case))["submission"] is Verdict.INVALID
    assert (await facts(session, case)).defects == ("A57-4.02",)
    await session.commit()


async def test_defects_that_were_accepted_are_kept_by_the_database_too(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    taken = DETENTION | {"taken_on": date(2026, 3, 10)}
    case = await opened(session, IMMUNITY, submission(here, taken), DESPITE)
    opening = act("open_vote", **DETENTION, sitting=here.plenary, method="totals")

    refusal = act("attendance", sitting=here.plenary, wished=True, admitted=False)
    await do(session, case, refusal, DESPITE)
    done = await do(session, case, opening, DESPITE)
    await close(session, case, done)
    await do(session, case, resolution())
    await do(session, case, act("conclusion", favours=False, text="Қ"), DESPITE)
    await session.commit()

    told = await facts(session, case)
    assert told.defects == ("A57-4.27", "A57-4.23")
    assert told.measures[0].defects == ("A57-4.24", "A57-4.23", "A57-4.21")
    assert await audit(session, ROOMS) == []
