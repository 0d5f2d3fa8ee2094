"""Who was registered is corrected, and the votes held at that sitting are judged again."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.ruling import Verdict
from chamber.law.sent import Sent
from chamber.record.journal import entries
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import DAY, Seated, desk, opened, seated, submission, voted


async def appointed(session: AsyncSession, registered: int) -> tuple[Seated, UUID]:
    here = await seated(session, registered)
    case = await opened(session, APPOINTMENTS, submission(here))
    await voted(session, here, case, for_=60)
    return here, case


async def correct_registration(session: AsyncSession, here: Seated, present: int) -> None:
    act = {"kind": "register", "on": str(DAY), "present": [str(d) for d in here.deputies[:present]]}
    slip = Correction(on=DAY, entry=2, act=act, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())


async def story(session: AsyncSession, case: UUID) -> tuple[list[str], Verdict | None]:
    """The kinds of entries of an appointment, and what its vote now comes to."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": case})
    assert key is not None
    kept = await entries(session, key)
    last = standing(APPOINTMENTS, kept)[-1]
    return [entry.kind for entry in kept], last.ruling.verdict


async def test_a_vote_loses_its_quorum_when_one_was_not_there(session: AsyncSession) -> None:
    here, case = await appointed(session, registered=66)
    assert (await story(session, case))[1] is Verdict.VALID

    await correct_registration(session, here, present=65)

    kinds, verdict = await story(session, case)
    assert kinds[-1] == "rejudged"
    assert verdict is Verdict.INVALID


async def test_one_who_was_there_too_changes_nothing_but_the_numbers(session: AsyncSession) -> None:
    here, case = await appointed(session, registered=66)

    await correct_registration(session, here, present=67)

    kinds, verdict = await story(session, case)
    assert kinds[-1] == "rejudged"
    assert verdict is Verdict.VALID


async def test_what_is_corrected_after_a_vote_leaves_the_hall_of_that_vote(
    session: AsyncSession,
) -> None:
    here, case = await appointed(session, registered=70)
    act: dict[str, Any] = {
        "kind": "leave",
        "on": str(DAY),
        "people": [str(d) for d in here.deputies[:10]],
    }
    left = SITTINGS.acts.validate_python(act)
    await do_act(SITTINGS, desk(session), here.plenary, left, Sent())

    right = act | {"people": act["people"][:9]}
    slip = Correction(on=DAY, entry=4, act=right, reason="тіркеу парағы бойынша")
    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())

    kinds, verdict = await story(session, case)
    assert "rejudged" not in kinds
    assert verdict is Verdict.VALID


async def test_the_audit_agrees_with_what_was_judged_again(session: AsyncSession) -> None:
    here, _ = await appointed(session, registered=66)
    await correct_registration(session, here, present=65)
    session.expire_all()

    faults = [f for f in await audit(session, ROOMS) if f.proceeding.startswith("appointments")]

    assert faults == []
