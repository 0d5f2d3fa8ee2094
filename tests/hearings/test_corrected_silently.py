"""Whoever corrects something elsewhere is not told by a refusal of a hearing he may not know of."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.changes import elsewhere
from chamber.record.procedure.correcting import Correction, correct
from chamber.rooms import ROOMS
from tests.hearings.housed import (
    HELD,
    TODAY,
    House,
    act,
    begin,
    decision,
    desk,
    do,
    facts,
    house,
    opened,
    prepared,
    proposal,
)
from tests.hearings.test_corrected_elsewhere import NAME, last_entry

GROUND = {"secret": "state_secret", "law": "«Мемлекеттік құпиялар туралы» Заң"}
SEAT = {"kind": "mandate", "chamber": "senate", "convocation": 8, "basis": "elected"}


async def a_senator(session: AsyncSession) -> UUID:
    senate = desk(session, "senate")
    first = PEOPLE.acts.validate_python({"kind": "person", "on": "2023-03-29", "name": NAME})
    done = await open_case(PEOPLE, senate, first, Sent())
    assert done.proceeding is not None
    seat = PEOPLE.acts.validate_python({"on": "2023-03-29", **SEAT})
    await do_act(PEOPLE, senate, done.proceeding.uid, seat, Sent())
    return done.proceeding.uid


async def held_before(session: AsyncSession, here: House, guest: UUID, form: str) -> UUID:
    """A hearing of the Mazhilis at which the senator was registered."""
    case = await opened(session, proposal(here, form=form))
    closed: dict[str, Any] = {"form": form} | ({"ground": GROUND} if form == "closed" else {})
    start = begin(here) if form == "open" else act("begin", HELD, chair=here.chair)
    await do(session, case, decision(here, **closed), *prepared(here)[1:], start)
    came = {"deputies": [here.chair], "other_chamber": [guest]}
    await do(session, case, act("register", HELD, **came))
    return case


async def gone_before(session: AsyncSession, senator: UUID) -> Done:
    """The Senate finds that the mandate was one of a later day."""
    seat = {"on": TODAY.isoformat(), **SEAT}
    slip = Correction(on=TODAY, entry=2, act=seat, reason="теру қатесі")
    return await correct(PEOPLE, desk(session, "senate"), senator, slip, Sent())


async def test_of_an_open_hearing_it_is_said_what_could_not_have_been(
    session: AsyncSession,
) -> None:
    here, senator = await house(session), await a_senator(session)
    await held_before(session, here, senator, "open")

    with pytest.raises(Impossible, match="no deputy of the other Chamber"):
        await gone_before(session, senator)


async def test_a_hidden_one_keeps_what_it_told_and_a_remark_in_its_own_journal(
    session: AsyncSession,
) -> None:
    here, senator = await house(session), await a_senator(session)
    case = await held_before(session, here, senator, "closed")
    before = await facts(session, case)

    await gone_before(session, senator)

    assert await facts(session, case) == before
    assert await last_entry(session, case) == "rejudged"
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_of_what_a_correction_brought_about_a_hidden_one_is_told_to_its_own_alone(
    session: AsyncSession,
) -> None:
    here, senator = await house(session), await a_senator(session)
    case = await held_before(session, here, senator, "closed")

    done = await gone_before(session, senator)

    assert done.changed is not None
    assert done.changed.elsewhere == ()
    assert done.entry is not None
    for chamber, told in (("senate", []), ("mazhilis", [case])):
        found = await elsewhere(desk(session, chamber), [done.entry])
        assert [one.id for one in found[done.entry.seq]] == told
