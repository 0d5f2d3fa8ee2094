"""With the policies gone, the checks of the program alone tell nobody of a hidden hearing."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.record import passwords
from chamber.record.accounts import Account
from chamber.record.deadlines.listing import Wanted, find_deadlines
from chamber.record.desk import Clerk, Desk, NotAllowed, NotYet, SomebodyWasFaster
from chamber.record.procedure import do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.reminding import Reminder, remind
from chamber.record.proceedings import Unknown
from chamber.rooms import ROOMS
from tests.hearings.gullible import show_all_rows
from tests.hearings.season import proposal
from tests.hearings.street import Street, street_of
from tests.hearings.test_walls_known import MATERIAL, bare, everything_asked

STRANGERS = ("senate", "other committee", "office", "admin")
TODAY = date(2026, 4, 1)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


@pytest.mark.timeout(300)
async def test_a_hidden_hearing_is_answered_of_like_one_that_never_was(street: Street) -> None:
    await show_all_rows(street.session)
    case, never = str(street.closed), str(uuid4())
    for who in STRANGERS:
        asked = zip(everything_asked(case), everything_asked(never), strict=True)
        for (method, place, more), (_, other, same) in asked:
            told = await street.ask(who, method, place, **more)
            like = await street.ask(who, method, other, **same)
            assert bare(told, case) == bare(like, never), f"{who}: {method} {place}"
        file = await street.ask(who, "GET", f"/api/v1/files/{street.file}")
        assert file.status_code == 404, who
        for place in ("/api/v1/hearings", "/api/v1/deadlines", "/api/v1/deadlines?open=false"):
            assert case not in (await street.ask(who, "GET", place)).text, f"{who}: {place}"


@pytest.mark.parametrize("who", STRANGERS)
async def test_the_list_of_deadlines_leaves_out_what_is_hidden_whatever_it_is_asked_for(
    street: Street, who: str
) -> None:
    """The door lets the staff of a committee ask for its own alone: the list asks once more."""
    await show_all_rows(street.session)
    clerk = (await desk_of(street, who)).clerk
    for is_open in (True, False):
        found = await find_deadlines(street.session, Wanted(TODAY, open=is_open), clerk, ROOMS)
        assert street.closed not in {one.case_uid for one in found}


async def desk_of(street: Street, who: str, **more: Any) -> Desk:
    account = await street.session.scalar(select(Account).where(Account.name == who))
    assert account is not None
    return Desk(street.session, account.clerk, TODAY, rooms=ROOMS, **more)


async def attempt(desk: Desk, case: UUID, **more: Any) -> None:
    act = HEARINGS.acts.validate_python(MATERIAL["act"] | {"on": date(2026, 3, 20)} | more)
    await do_act(HEARINGS, desk, case, act, Sent())


@pytest.mark.parametrize("who", STRANGERS)
async def test_the_procedure_asks_once_more_what_the_door_has_asked(
    street: Street, who: str
) -> None:
    slip = Correction(kind="correction", on=TODAY, entry=1, act=None, reason="Қате")
    for work in (
        lambda desk: attempt(desk, street.closed),
        lambda desk: correct(HEARINGS, desk, street.closed, slip, Sent()),
        lambda desk: remind(HEARINGS, desk, street.closed, nudge(), Sent()),
    ):
        with pytest.raises(Unknown):
            await work(await desk_of(street, who))
        await street.session.rollback()


def nudge() -> Reminder:
    told: dict[str, Any] = {"kind": "reminder", "on": TODAY, "text": "Мерзім"}
    return Reminder.model_construct(**told)


async def test_the_desk_asks_for_the_role_the_chamber_the_committee_the_version_and_the_day(
    street: Street,
) -> None:
    for who, refusal in (("office", NotAllowed), ("senate", NotAllowed)):
        with pytest.raises(refusal):
            await attempt(await desk_of(street, who), street.public)
    with pytest.raises(NotAllowed):
        await attempt(await desk_of(street, "other committee"), street.public)
    with pytest.raises(SomebodyWasFaster):
        await attempt(await desk_of(street, "secretariat", seen=1), street.public)
    with pytest.raises(NotYet):
        await attempt(await desk_of(street, "secretariat"), street.closed, on=date(2026, 4, 2))
    desk = Desk(street.session, Clerk(uuid4(), "x", Role.COMMITTEE, "mazhilis",
                committee=street.here.committee), TODAY, rooms=ROOMS)  # fmt: skip
    act = HEARINGS.acts.validate_python(MATERIAL["act"] | {"on": date(2026, 3, 20)})
    with pytest.raises(NotAllowed):
        await do_act(HEARINGS, desk, street.public, act, Sent(despite="Солай"))


async def test_opening_correcting_and_reminding_ask_for_the_role(street: Street) -> None:
    told = proposal(street.here, "Басқа", "open") | {"on": TODAY}
    asked = HEARINGS.acts.validate_python(told)
    slip = Correction(kind="correction", on=TODAY, entry=2, act=None, reason="Қате")
    works: tuple[Callable[[Desk], Awaitable[Any]], ...] = (
        lambda desk: open_case(HEARINGS, desk, asked, Sent()),
        lambda desk: correct(HEARINGS, desk, street.public, slip, Sent()),
        lambda desk: remind(HEARINGS, desk, street.public, nudge(), Sent()),
    )
    for work in works:
        with pytest.raises(NotAllowed):
            await work(await desk_of(street, "office"))
        await street.session.rollback()


async def test_a_hearing_is_opened_beside_none_that_is_hidden(street: Street) -> None:
    await show_all_rows(street.session)
    answers = []
    for case in (str(street.closed), str(uuid4())):
        told = proposal(street.here, "Сенат", "open") | {"chamber": "senate", "linked": case}
        act = told | {"on": "2026-02-02", "organisers": [str(street.here.committee)]}
        answer = await street.ask(
            "senate", "POST", "/api/v1/hearings?dry_run=true", json={"act": act}
        )
        answers.append(bare(answer, case))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422
