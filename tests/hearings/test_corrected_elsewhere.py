"""A correction elsewhere on the record judges again the hearings that rest on what it told of."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.sent import Occurred, Sent
from chamber.law.text import Words
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.hearings.housed import (
    DAY,
    HELD,
    LATER,
    TODAY,
    House,
    at,
    begin,
    both,
    decided,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    plan,
    planned,
    prepared,
    proposal,
)

REASON = Sent(despite="шұғыл мәселе")


async def put_right(
    session: AsyncSession, sitting: UUID, entry: int, act: Any, chamber: str = "mazhilis"
) -> Done:
    told = act if isinstance(act, dict) else act.model_dump(mode="json")
    slip = Correction(on=DAY, entry=entry, act=told, reason="теру қатесі")
    return await correct(SITTINGS, desk(session, chamber), sitting, slip, Sent())


async def last_entry(session: AsyncSession, case: UUID) -> str:
    query = """SELECT j.kind FROM journal AS j JOIN proceeding AS p ON p.id = j.proceeding_id
               WHERE p.uid = :case ORDER BY j.seq DESC LIMIT 1"""
    return str(await session.scalar(text(query), {"case": case}))


@pytest.mark.parametrize(("present", "stands"), [(11, True), (10, False)])
async def test_a_bureau_below_its_quorum_after_all_has_decided_nothing(
    session: AsyncSession, present: int, stands: bool
) -> None:
    here = await house(session)
    case = await decided(session, here, tally={"for": 9, "against": 0})
    await do(session, case, notice())
    who = [str(one) for one in here.deputies[:present]]
    roll = {"kind": "register", "on": DAY.isoformat(), "present": who}

    await put_right(session, here.bureau_sitting, 2, roll)

    assert ((await facts(session, case)).starts_at is not None) is stands
    assert await last_entry(session, case) == "rejudged"
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_a_plenary_sitting_that_never_was_that_day_was_in_nobody_s_way(
    session: AsyncSession,
) -> None:
    here = await house(session)
    plenary = await planned(session, HELD)
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)

    await put_right(session, plenary, 1, plan(LATER))

    assert (await facts(session, case)).defects == ()
    await session.commit()
    assert await audit(session, ROOMS) == []


@pytest.mark.parametrize(
    ("kind", "chamber", "verdict"),
    [("plenary", "senate", "disputed"), ("joint", "senate", "invalid")],
)
async def test_a_plenary_sitting_of_another_kind_is_in_the_way_otherwise(
    session: AsyncSession, kind: str, chamber: str, verdict: str
) -> None:
    here = await house(session)
    was = "joint" if kind == "plenary" else "plenary"
    plenary = await planned(session, HELD, was, chamber)
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)

    await put_right(session, plenary, 1, plan(HELD, kind, chamber), chamber)

    told = (await facts(session, case)).defects
    assert told == ("A57-5.08",)
    assert await last_verdict(session, case) == verdict
    await session.commit()


async def last_verdict(session: AsyncSession, case: UUID) -> str:
    query = """SELECT convert_from(j.body, 'UTF8')::jsonb #>> '{data,rejudged,0,ruling,verdict}'
               FROM journal AS j JOIN proceeding AS p ON p.id = j.proceeding_id
               WHERE p.uid = :case ORDER BY j.seq DESC LIMIT 1"""
    return str(await session.scalar(text(query), {"case": case}))


async def test_what_was_called_later_is_no_reason_against_what_was_decided_before(
    session: AsyncSession,
) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())
    await planned(session, HELD, chamber="senate", sent=REASON)
    who = [str(one) for one in here.deputies[:11]]
    roll = {"kind": "register", "on": DAY.isoformat(), "present": who}

    await put_right(session, here.bureau_sitting, 2, roll)

    told = await facts(session, case)
    assert (told.defects, told.starts_at is not None) == ((), True)
    await session.commit()


async def test_what_was_called_off_later_was_in_the_way_all_the_same(
    session: AsyncSession,
) -> None:
    here = await house(session)
    plenary = await planned(session, HELD)
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)
    off = SITTINGS.acts.validate_python({"kind": "cancel", "on": DAY, "reason": "x"})
    await do_act(SITTINGS, desk(session), plenary, off, Sent())
    who = [str(one) for one in here.deputies[:11]]
    roll = {"kind": "register", "on": DAY.isoformat(), "present": who}

    await put_right(session, here.bureau_sitting, 2, roll)

    assert (await facts(session, case)).defects == ("A57-5.08",)


async def test_a_decision_that_had_a_quorum_after_all_opens_what_follows(
    session: AsyncSession,
) -> None:
    here = await house(session)
    few = {"kind": "register", "on": DAY, "present": here.deputies[:8]}
    await do_act(
        SITTINGS, desk(session), here.bureau_sitting, SITTINGS.acts.validate_python(few), Sent()
    )
    case = await opened(session, proposal(here))
    minutes = Sent(occurred=Occurred(source="хаттама"))
    await do(session, case, decision(here, tally={"for": 8, "against": 0}), sent=minutes)
    assert (await facts(session, case)).starts_at is None
    roll = {
        "kind": "register",
        "on": DAY.isoformat(),
        "present": [str(one) for one in here.deputies[:12]],
    }

    await put_right(session, here.bureau_sitting, 4, roll)

    assert (await facts(session, case)).starts_at == at(HELD)


async def test_a_sitting_s_own_correction_is_judged_by_what_its_day_was_booked_for_then(
    session: AsyncSession,
) -> None:
    here = await house(session)
    plenary = await planned(session, LATER)
    move = {"kind": "reschedule", "on": DAY, "starts_at": at(HELD, 9), "reason": "x"}
    told = SITTINGS.acts.validate_python({**move, "place": "1-зал"})
    await do_act(SITTINGS, desk(session), plenary, told, Sent())
    case = await opened(session, proposal(here))
    await do(session, case, decision(here), sent=REASON)

    await put_right(session, plenary, 2, told.model_copy(update={"place": "2-зал"}))

    query = "SELECT place, starts_at FROM sitting WHERE kind = 'plenary'"
    assert tuple((await session.execute(text(query))).one()) == ("2-зал", at(HELD, 9))
    assert (await facts(session, case)).defects == ("A57-5.08",)


async def test_a_correction_of_the_decision_itself_is_judged_by_what_stood_then(
    session: AsyncSession,
) -> None:
    here = await house(session)
    case = await decided(session, here)
    await do(session, case, notice())
    await planned(session, HELD, chamber="senate", sent=REASON)
    right = decision(here, place=both("3-зал")).model_dump(mode="json")
    slip = Correction(on=DAY, entry=2, act=right, reason="теру қатесі")

    await correct(ROOMS["hearings"], desk(session), case, slip, Sent())

    told = await facts(session, case)
    assert (told.defects, told.place) == ((), Words(**both("3-зал")))
    await session.commit()


async def told_people(session: AsyncSession, acts: Sequence[dict[str, Any]]) -> UUID:
    first, *others = (PEOPLE.acts.validate_python({"on": "2023-03-29", **one}) for one in acts)
    done = await open_case(PEOPLE, desk(session), first, Sent())
    assert done.proceeding is not None
    for one in others:
        await do_act(PEOPLE, desk(session), done.proceeding.uid, one, REASON)
    return done.proceeding.uid


NAME = {"kk": "Асқар Әбенов", "ru": "Аскар Абенов", "latin": "Askar Abenov"}
PERSON: dict[str, Any] = {"kind": "person", "name": NAME}
MANDATE = {"kind": "mandate", "chamber": "mazhilis", "convocation": 8, "basis": "single_mandate"}


async def a_seat_is_free(session: AsyncSession, here: House) -> None:
    seat = (
        "DELETE FROM mandate AS m USING proceeding AS p WHERE p.id = m.person_id AND p.uid = :who"
    )
    await session.execute(text(seat), {"who": here.deputies[97]})


def seat_in(body: UUID, role: str = "member") -> dict[str, Any]:
    return {"kind": "membership", "on": "2023-04-01", "body": str(body), "role": role}


async def correct_person(session: AsyncSession, who: UUID, entry: int, act: Any) -> None:
    slip = Correction(on=TODAY, entry=entry, act=act, reason="теру қатесі")
    await correct(PEOPLE, desk(session), who, slip, Sent())


async def test_a_chair_who_was_none_has_not_presided_lawfully(session: AsyncSession) -> None:
    here = await house(session)
    await a_seat_is_free(session, here)
    gone = "UPDATE membership SET role = 'member' WHERE role = 'chair' AND body_kind = 'committee'"
    await session.execute(text(gone))
    chair = [PERSON, MANDATE, seat_in(here.committee, "chair")]
    here.deputies[20] = await told_people(session, chair)
    case = await opened(session, proposal(here))
    await do(session, case, *prepared(here), begin(here))

    await correct_person(session, here.chair, 3, seat_in(here.committee))

    assert (await facts(session, case)).begun_on is None
    await session.commit()
    assert await audit(session, ROOMS) == []


@pytest.mark.parametrize("of_the_bureau", [True, False])
async def test_who_sat_in_the_bureau_bears_on_its_decision(
    session: AsyncSession, of_the_bureau: bool
) -> None:
    here = await house(session)
    await a_seat_is_free(session, here)
    body = here.bureau if of_the_bureau else here.commission
    who = await told_people(session, [PERSON, MANDATE, seat_in(body)])
    case = await decided(session, here)

    await correct_person(session, who, 3, None)

    assert await last_entry(session, case) == ("rejudged" if of_the_bureau else "decision")
    await session.commit()
    assert await audit(session, ROOMS) == []
