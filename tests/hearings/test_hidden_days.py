"""A hidden hearing bars its day, and the record of a sitting tells nothing of it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.sent import Occurred, Sent
from chamber.record.journal import entries
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    TODAY,
    decided,
    decision,
    desk,
    do,
    house,
    notice,
    opened,
    plan,
    planned,
    proposal,
)
from tests.hearings.raw import refused, run

MINUTES = Sent(occurred=Occurred(source="хаттама"))
NOT_FREE = "the day 2026-03-25 is not free"
GROUND = {"secret": "state_secret", "law": "Заң"}
SITTINGS_OF_THE_DAY = [("plenary", "mazhilis"), ("plenary", "senate"), ("joint", "mazhilis")]


async def shut(session: AsyncSession) -> UUID:
    here = await house(session)
    case = await opened(session, proposal(here, form="closed"))
    await do(session, case, decision(here, form="closed", ground=GROUND))
    return case


async def story_of(session: AsyncSession, uid: UUID) -> list[Any]:
    """All that the journal says of the sitting, but who said it."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    assert key is not None
    told = [one.read()["data"] for one in await entries(session, key)]
    return [{name: said for name, said in one.items() if name != "by"} for one in told]


@pytest.mark.parametrize(("kind", "chamber"), SITTINGS_OF_THE_DAY)
async def test_what_has_occurred_says_no_more_than_on_a_free_day(
    session: AsyncSession, kind: str, chamber: str
) -> None:
    free = await session.begin_nested()
    uid = await planned(session, HELD, kind, chamber, sent=MINUTES)
    before = await story_of(session, uid)
    await free.rollback()
    await shut(session)

    uid = await planned(session, HELD, kind, chamber, sent=MINUTES)

    assert await story_of(session, uid) == before
    assert before[0]["given"]["booked"] == []
    await session.commit()


async def test_of_a_hearing_that_all_may_know_of_the_record_does_tell(
    session: AsyncSession,
) -> None:
    case = await decided(session, await house(session))
    await do(session, case, notice())

    uid = await planned(session, HELD, sent=MINUTES)

    (told,) = await story_of(session, uid)
    assert told["given"]["booked"] == [{"chamber": "mazhilis"}]
    assert [one["rule"] for one in told["ruling"]["findings"]] == ["A57-5.08"]


@pytest.mark.parametrize("chamber", ["mazhilis", "senate"])
async def test_a_correction_onto_the_day_tells_nothing(session: AsyncSession, chamber: str) -> None:
    await shut(session)
    uid = await planned(session, LATER, chamber=chamber)
    right = plan(HELD, chamber=chamber).model_dump(mode="json")
    slip = Correction(on=DAY, entry=1, act=right, reason="теру қатесі")

    await correct(SITTINGS, desk(session, chamber), uid, slip, Sent())

    ((again,),) = [one["rejudged"] for one in await story_of(session, uid) if "rejudged" in one]
    assert (again["ruling"]["findings"], again["given"]["booked"]) == ([], [])
    await session.commit()


async def test_what_was_never_cancelled_is_back_on_its_day(session: AsyncSession) -> None:
    uid = await planned(session, HELD)
    off = SITTINGS.acts.validate_python({"kind": "cancel", "on": DAY, "reason": "x"})
    await do_act(SITTINGS, desk(session), uid, off, Sent())
    await shut(session)
    await session.commit()

    never = Correction(on=TODAY, entry=2, act=None, reason="болған жоқ")
    await correct(SITTINGS, desk(session), uid, never, Sent())

    assert (await story_of(session, uid))[-1]["rejudged"] == []
    await session.commit()


async def test_the_media_are_told_of_a_hearing_whatever_occurred_on_its_day(
    session: AsyncSession,
) -> None:
    """It was a draft when the sitting was entered: nothing was found, and nobody is stuck."""
    case = await decided(session, await house(session))
    await planned(session, HELD, sent=MINUTES)
    await session.commit()

    await do(session, case, notice())
    await session.commit()


@pytest.mark.parametrize("kind", ["committee", "bureau"])
async def test_the_sitting_of_a_body_is_called_on_any_day(session: AsyncSession, kind: str) -> None:
    here = await house(session)
    await decided(session, here)
    of = here.committee if kind == "committee" else here.bureau

    await open_case(SITTINGS, desk(session), plan(HELD, kind, of=of), Sent())
    await session.commit()


SAID = """
    UPDATE journal SET body = convert_to(jsonb_set(jsonb_set(
        convert_from(body, 'UTF8')::jsonb, '{data,despite}', CAST(:despite AS jsonb)),
        '{data,occurred}', CAST(:occurred AS jsonb))::text, 'UTF8')
    WHERE proceeding_id = (SELECT id FROM sitting WHERE kind = 'plenary')"""


@pytest.mark.parametrize(
    ("said", "day", "passes"),
    [
        ({"despite": '"a reason"', "occurred": "null"}, HELD, False),
        ({"despite": "null", "occurred": "null"}, HELD, False),
        ({"despite": "null", "occurred": '{"source": "x"}'}, HELD, True),
        ({"despite": "null", "occurred": '{"source": "x"}'}, LATER, False),
    ],
)
async def test_the_database_lets_pass_what_occurred_on_that_day_and_nothing_else(
    session: AsyncSession, said: dict[str, str], day: date, passes: bool
) -> None:
    """As by a program that forgets to ask."""
    await planned(session, day)
    await session.execute(text("ALTER TABLE journal DISABLE TRIGGER append_only"))
    await session.execute(text(SAID), said)
    await session.execute(text("ALTER TABLE journal ENABLE TRIGGER append_only"))
    await session.commit()
    await decided(session, await house(session), date(2026, 3, 30))
    await session.commit()
    for noun in ("hearing", "sitting"):
        hour = "UPDATE {} SET starts_at = '2026-03-25T09:00Z'"
        where = " WHERE kind = 'plenary'" if noun == "sitting" else ""
        await run(session, hour.format(noun) + where)

    if passes:
        await session.commit()
    else:
        await refused(session, NOT_FREE)
