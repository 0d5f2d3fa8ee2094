"""A resolution that was issued stays in the register, even when nothing holds it up any more."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.appointments.rows.offices import Wanted as WantedOffices
from chamber.appointments.rows.offices import find_offices
from chamber.audit import audit
from chamber.law.sent import Sent
from chamber.record.procedure import Done
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.resolutions.lookup import Wanted, find_resolutions, one_resolution
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import (
    DAY,
    Seated,
    desk,
    do,
    opened,
    resolution,
    seated,
    submission,
    voted,
)


async def appointed(session: AsyncSession) -> tuple[Seated, UUID, Done]:
    """One candidate voted in, appointed by resolution No. 1; what came of the vote."""
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    closing = await voted(session, here, case)
    await do(session, case, resolution())
    return here, case, closing


async def count_again(session: AsyncSession, case: UUID, closing: Done, votes: int) -> None:
    assert closing.entry is not None
    act = closing.entry.read()["data"]["act"]
    right = act | {"totals": {"for": votes, "against": 2, "abstained": 0}}
    slip = Correction(on=DAY, entry=closing.entry.seq, act=right, reason="хаттама бойынша")
    await correct(APPOINTMENTS, desk(session), case, slip, Sent())


async def register(session: AsyncSession) -> list[dict[str, Any]]:
    return await find_resolutions(session, Wanted())


async def audited(session: AsyncSession) -> bool:
    session.expire_all()
    return not [f for f in await audit(session, ROOMS) if f.proceeding.startswith("appointments")]


async def test_a_resolution_whose_vote_is_lost_by_a_correction_stays_in_the_register(
    session: AsyncSession,
) -> None:
    _, case, closing = await appointed(session)
    (before,) = await register(session)
    assert (before["stands"], before["fell"]) == (True, None)

    await count_again(session, case, closing, votes=49)

    (told,) = await register(session)
    assert (told["id"], told["number"]) == (before["id"], "№ 1-VIII")
    assert told["stands"] is False
    assert (told["fell"]["entry"], told["fell"]["on"]) == (7, "2026-03-25")
    assert told["fell"]["sentence"]["en"].startswith("Entry No. 5 was corrected")
    assert (await one_resolution(session, UUID(told["id"])))[1]["stands"] is False
    assert await find_offices(session, WantedOffices(on=None)) == []
    assert await audited(session)


async def test_what_is_resolved_after_that_has_the_next_number(session: AsyncSession) -> None:
    _, case, closing = await appointed(session)
    await count_again(session, case, closing, votes=49)

    await do(session, case, resolution(decision="reject", reasons="Көпшілік жиналмады"))

    told = await register(session)
    assert [(one["number"], one["stands"]) for one in told] == [
        ("№ 2-VIII", True), ("№ 1-VIII", False),
    ]  # fmt: skip
    assert await audited(session)


async def test_a_resolution_stands_again_when_its_vote_does(session: AsyncSession) -> None:
    _, case, closing = await appointed(session)
    await count_again(session, case, closing, votes=49)

    await count_again(session, case, closing, votes=61)

    (told,) = await register(session)
    assert (told["number"], told["stands"], told["fell"]) == ("№ 1-VIII", True, None)
    (office,) = await find_offices(session, WantedOffices(on=DAY))
    assert office["resolution"] == told["id"]
    assert await audited(session)


async def test_a_resolution_falls_with_the_quorum_of_its_sitting(session: AsyncSession) -> None:
    here, _, _ = await appointed(session)
    few = {"kind": "register", "on": str(DAY), "count": 65}
    slip = Correction(on=DAY, entry=2, act=few, reason="тіркеу парағы бойынша")

    await correct(SITTINGS, desk(session), here.plenary, slip, Sent())

    (told,) = await register(session)
    assert (told["number"], told["stands"]) == ("№ 1-VIII", False)
    assert told["fell"]["sentence"]["en"] == "Judged again because another entry was corrected."
    assert await audited(session)


async def test_a_resolution_tells_the_rule_and_what_its_vote_came_to(session: AsyncSession) -> None:
    await appointed(session)
    (listed,) = await register(session)

    _, told = await one_resolution(session, UUID(listed["id"]))

    assert (told["rule"], told["verdict"]) == ("A57-1.17", "valid")
    assert told["cite"].startswith("Constitution, art. 57(1)")
    assert told["sentence"]["ru"].startswith("Решение принято: «за» — 60")


async def test_nobody_takes_a_resolution_out_of_the_register(session: AsyncSession) -> None:
    query = "SELECT has_table_privilege('chamber_app', 'resolution', 'DELETE')"

    assert await session.scalar(text(query)) is False
