"""An entry of a matter of immunity is put right, and what rests on it is judged again."""

from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.immunity.facts import Given
from chamber.immunity.procedure import IMMUNITY
from chamber.immunity.procedure.again import refresh
from chamber.law.ruling import Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import DAY, desk
from tests.immunity.seated import (
    CUSTODY,
    DETENTION,
    act,
    do,
    facts,
    prepared,
    resolution,
    seated,
    submission,
    vote,
)

MINUTES = Sent(occurred=Occurred(source="хаттама"))
OTHER_TEXTS = {"kk": "Келісім беру туралы", "ru": "О даче согласия"}


async def test_a_conclusion_that_never_was_takes_the_vote_with_it(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    await vote(session, here, case)
    await do(session, case, resolution())
    never = Correction(on=DAY, entry=3, act=None, reason="басқа іс бойынша")

    await correct(IMMUNITY, desk(session), case, never, Sent())

    told = await facts(session, case)
    assert (told.conclusion, told.rounds, told.resolutions) == (None, (), ())
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_day_of_receipt_that_is_corrected_makes_the_vote_late(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    await vote(session, here, case)
    right = submission(here, on=date(2026, 3, 1)).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="теру қатесі")

    await correct(IMMUNITY, desk(session), case, slip, Sent())

    told = await facts(session, case)
    ruling = told.rounds[0].ruling
    assert ruling is not None
    # Late from the submission, in time from the conclusion of 20 March.
    assert (ruling.adopted, ruling.verdict) == (True, Verdict.DISPUTED)
    assert "A57-4.25" in {one.rule for one in ruling.findings}
    await session.commit()


async def test_measures_that_are_put_in_another_order_keep_their_votes(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here, DETENTION, CUSTODY)
    await vote(session, here, case)
    await do(session, case, resolution())
    await vote(session, here, case, 40, **CUSTODY)
    await do(session, case, resolution("refuse", **CUSTODY))
    right = submission(here, CUSTODY, DETENTION).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="реті бойынша")

    await correct(IMMUNITY, desk(session), case, slip, Sent())

    told = await facts(session, case)
    assert [(one.subject, one.decision) for one in told.resolutions] == [
        (2, "consent"), (1, "refuse"),
    ]  # fmt: skip
    await session.commit()


async def test_a_resolution_that_comes_to_count_takes_a_number_that_nobody_has(
    session: AsyncSession,
) -> None:
    """F-2.11: it was told the coming number while it came to nothing, and another has that now."""
    here = await seated(session)
    case, other = await prepared(session, here), await prepared(session, here)
    for one in (case, other):
        await vote(session, here, one)
    wrong = resolution("refuse")
    await do(session, case, wrong, MINUTES)
    await do(session, case, resolution(), MINUTES)
    came_after = await do(session, case, resolution(), MINUTES)
    await do(session, other, resolution())
    assert came_after.entry is not None
    never = Correction(on=DAY, entry=came_after.entry.seq - 1, act=None, reason="қате")

    await correct(IMMUNITY, desk(session), case, never, Sent())

    numbers = [
        one.number for uid in (case, other) for one in (await facts(session, uid)).resolutions
    ]
    assert numbers == [3, 2]  # The first is kept in the register, and stands no longer.
    text_again = resolution(text=OTHER_TEXTS).model_dump(mode="json")
    slip = Correction(on=DAY, entry=came_after.entry.seq, act=text_again, reason="теру қатесі")
    await correct(IMMUNITY, desk(session), case, slip, Sent())
    assert [one.number for one in (await facts(session, case)).resolutions] == [3]
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_what_is_corrected_was_done_at_its_own_moment(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    came: dict[str, Any] = {"sitting": here.plenary, "wished": True}
    await do(session, case, act("attendance", **came))
    await vote(session, here, case)
    for told in (
        {"kind": "leave", "on": DAY, "people": here.deputies[:60]},
        {"kind": "close", "on": DAY},
    ):
        left = SITTINGS.acts.validate_python(told)
        await do_act(SITTINGS, desk(session), here.plenary, left, Sent())
    words = {"kk": "Келісім туралы", "ru": "О согласии"}
    opening = act("open_vote", **DETENTION, sitting=here.plenary, method="totals", question=words)
    right = (act("attendance", **came, text="Түсіндірме"), opening)

    for entry, one in enumerate(right, start=5):
        whole = one.model_dump(mode="json")
        slip = Correction(on=DAY, entry=entry, act=whole, reason="теру қатесі")
        await correct(IMMUNITY, desk(session), case, slip, Sent())

    kept = await facts(session, case)
    ruling = kept.rounds[0].ruling
    assert kept.attended[0].text == "Түсіндірме"
    assert kept.rounds[0].question.ru == "О согласии"
    assert ruling is not None
    assert (ruling.verdict, ruling.adopted) == (Verdict.VALID, True)


async def test_a_measure_taken_after_the_mandate_needed_no_consent(session: AsyncSession) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    taken = await do(session, case, act("measure_taken", **DETENTION))
    assert taken.ruling.verdict is Verdict.INVALID
    gone = {"ended": date(2026, 3, 20), "deputy": here.deputy}
    await session.execute(
        text("""UPDATE mandate SET ends_on = :ended, ground = 'died' WHERE person_id =
                (SELECT id FROM proceeding WHERE uid = :deputy)"""),
        gone,
    )
    known = await facts(session, case)
    again = await refresh(session, known, act("measure_taken", **DETENTION), Given(holds=True))

    assert again.holds is False
