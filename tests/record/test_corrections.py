"""A correction says what an entry should read: it can be read itself, and it changes something."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.audit import audit
from chamber.law.ruling import Impossible
from chamber.law.sent import Sent
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.sittings.procedure import SITTINGS
from chamber.rooms import ROOMS
from tests.appointments.seated import desk, opened, seated, submission, voted

DAY = date(2026, 3, 25)
NAME = {"kk": "Әсем", "ru": "Асем", "latin": "Asem"}
PERSON: dict[str, Any] = {"kind": "person", "on": str(DAY), "name": NAME}


async def person(session: AsyncSession) -> UUID:
    return await opened(session, PEOPLE, PEOPLE.acts.validate_python(PERSON))


async def put_right(session: AsyncSession, whom: UUID, act: dict[str, Any] | None) -> None:
    slip = Correction(on=DAY, entry=1, act=act, reason="теру қатесі")
    await correct(PEOPLE, desk(session), whom, slip, Sent())


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ({}, "act.act.kind"),
        ({"kind": "zzz"}, "act.act.kind"),
        ({"kind": 5}, "act.act.kind"),
        ({"kind": None}, "act.act.kind"),
        ({"kind": "correction"}, "act.act.kind"),
        ({"kind": "person"}, "act.act.on"),
        (PERSON | {"on": "yesterday"}, "act.act.on"),
        (PERSON | {"name": NAME | {"ru": ""}}, "act.act.name.ru"),
        (PERSON | {"shoe_size": 43}, "act.act.shoe_size"),
        (PERSON | {"on": "2026-04-02"}, "act.act.on"),
    ],
)
async def test_what_an_entry_should_read_is_an_act_that_can_be_read(
    session: AsyncSession, act: dict[str, Any], field: str
) -> None:
    whom = await person(session)

    with pytest.raises(Impossible) as wrong:
        await put_right(session, whom, act)

    assert wrong.value.field == field


async def test_a_correction_that_changes_nothing_corrects_nothing(session: AsyncSession) -> None:
    whom = await person(session)

    with pytest.raises(Impossible) as wrong:
        await put_right(session, whom, PERSON)

    assert wrong.value.field == "act.act"
    await put_right(session, whom, PERSON | {"name": NAME | {"ru": "Әсем"}})


async def test_the_act_that_opened_a_matter_is_not_taken_away(session: AsyncSession) -> None:
    whom = await person(session)

    with pytest.raises(Impossible) as wrong:
        await put_right(session, whom, None)

    assert wrong.value.field == "act.act"


async def test_what_is_put_right_is_possible_and_so_is_all_that_follows(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await opened(session, APPOINTMENTS, submission(here))
    closing = await voted(session, here, case, for_=70)
    assert closing.entry is not None
    act = closing.entry.read()["data"]["act"]
    many = act | {"totals": {"for": 99, "against": 0}}
    slip = Correction(on=DAY, entry=closing.entry.seq, act=many, reason="теру қатесі")

    with pytest.raises(Impossible) as wrong:
        await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    assert wrong.value.field == "act.act.totals"
    few = {"kind": "register", "on": str(DAY), "count": 66}
    slip = Correction(on=DAY, entry=2, act=few, reason="теру қатесі")
    with pytest.raises(Impossible, match="entry 5 could not be then: 72 votes, but 66") as wrong:
        await correct(SITTINGS, desk(session), here.plenary, slip, Sent())
    assert wrong.value.field == "act.act"


async def test_what_was_taken_away_of_a_person_is_put_back_and_the_audit_is_clean(
    session: AsyncSession,
) -> None:
    whom = await person(session)
    renamed = {"kind": "renamed", "on": "2026-03-26", "name": NAME | {"ru": "Әсем"}}
    act = PEOPLE.acts.validate_python(renamed)
    await do_act(PEOPLE, desk(session), whom, act, Sent())

    for told in (None, renamed, None, renamed):
        slip = Correction(on=DAY, entry=2, act=told, reason="теру қатесі")
        done = await correct(PEOPLE, desk(session), whom, slip, Sent())
        assert done.changed is not None
        assert [one.stands for one in done.changed.acts] == [told is not None]
        assert await audit(session, ROOMS) == []

    with pytest.raises(Impossible, match="says what entry 2 says already"):
        await correct(PEOPLE, desk(session), whom, slip, Sent())
