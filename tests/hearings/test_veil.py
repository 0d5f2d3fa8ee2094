"""A hearing that any act ever called closed is never public, whatever becomes of that act."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.hearings.procedure import HEARINGS
from chamber.law.ruling import Impossible
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure import do_act
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.proceedings import Unknown
from chamber.record.sittings.procedure import SITTINGS
from tests.conftest import of_public
from tests.hearings.asked import doors
from tests.hearings.attacks import COLUMNS
from tests.hearings.housed import (
    DAY,
    NOTICE_DAY,
    House,
    act,
    decided,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    proposal,
)
from tests.hearings.planted import found_in
from tests.hearings.raw import run

MARK = f"qzx{uuid4().hex}"
MARKED = {"kk": MARK, "ru": MARK}
GROUND = {"secret": "state_secret", "law": MARK}
NINE = {"for": 9, "against": 0}
MINUTES = Sent(occurred=Occurred(source=MARK))
Way = Callable[[AsyncSession, House], Awaitable[UUID]]


def closing(here: House, **more: Any) -> Any:
    told: dict[str, Any] = {
        "sitting": here.bureau_sitting, "tally": NINE, "ground": GROUND,
    }  # fmt: skip
    return act("form", form="closed", decided_by="bureau", **told | more)


def alone() -> Any:
    return act("form", form="closed", decided_by="chair")


async def put_right(session: AsyncSession, case: UUID, entry: int, one: Any | None) -> None:
    told = None if one is None else one.model_dump(mode="json")
    slip = Correction(on=NOTICE_DAY, entry=entry, act=told, reason=MARK)
    await correct(HEARINGS, desk(session), case, slip, Sent())


async def draft(session: AsyncSession, here: House, form: str = "open") -> UUID:
    case = await opened(session, proposal(here, topic=MARKED, form=form))
    await do(session, case, act("material", title=MARK))
    return case


async def shut(session: AsyncSession, here: House) -> UUID:
    """Closed by its third entry, and the media were told of it."""
    case = await draft(session, here)
    await do(
        session, case, closing(here), decision(here, form=None, tally=NINE), notice(topic=MARK)
    )
    assert (await facts(session, case)).closed
    return case


async def by_a_correction_of_the_proposal(session: AsyncSession, here: House) -> UUID:
    case = await draft(session, here, form="closed")
    await do(session, case, decision(here, form=None), notice(topic=MARK))
    await put_right(session, case, 1, proposal(here, topic=MARKED))
    return case


async def by_a_correction_of_the_closing(session: AsyncSession, here: House) -> UUID:
    case = await shut(session, here)
    await put_right(session, case, 3, act("form", form="open", decided_by="chair"))
    return case


async def by_a_correction_that_takes_the_closing_away(session: AsyncSession, here: House) -> UUID:
    case = await shut(session, here)
    await put_right(session, case, 3, None)
    return case


async def by_a_correction_that_finds_too_few_votes(session: AsyncSession, here: House) -> UUID:
    case = await shut(session, here)
    await put_right(session, case, 3, closing(here, tally={"for": 5, "against": 5}))
    return case


async def by_a_correction_of_the_sitting(session: AsyncSession, here: House) -> UUID:
    """Whoever corrects the Bureau's registration never touches the hearing."""
    case = await shut(session, here)
    who = [str(one) for one in here.deputies[:10]]
    roll = {"kind": "register", "on": DAY.isoformat(), "present": who}
    slip = Correction(on=DAY, entry=2, act=roll, reason="теру қатесі")
    await correct(SITTINGS, desk(session), here.bureau_sitting, slip, Sent())
    return case


async def by_the_chair_alone(session: AsyncSession, here: House) -> UUID:
    """Unlawful (A57-5.14), and it was so."""
    case = await draft(session, here)
    await do(session, case, alone(), sent=MINUTES)
    await do(session, case, decision(here, form=None), notice(topic=MARK))
    return case


async def by_a_correction_that_does_not_stand(session: AsyncSession, here: House) -> UUID:
    """It was announced by mistake."""
    case = await draft(session, here)
    open_one = act("form", form="open", decided_by="committee")
    await do(session, case, open_one, decision(here, form=None), notice(topic=MARK))
    await put_right(session, case, 3, alone())
    return case


WAYS: list[Way] = [
    by_a_correction_of_the_proposal,
    by_a_correction_of_the_closing,
    by_a_correction_that_takes_the_closing_away,
    by_a_correction_that_finds_too_few_votes,
    by_a_correction_of_the_sitting,
    by_the_chair_alone,
    by_a_correction_that_does_not_stand,
]


@pytest.mark.parametrize("way", WAYS)
async def test_what_was_ever_closed_leaves_no_public_byte(
    engine: AsyncEngine, database: str, session: AsyncSession, way: Way
) -> None:
    here = await house(session)
    await do(session, await decided(session, here, tally=NINE), notice())
    case = await way(session, here)
    assert (await facts(session, case)).goes_out, "in law it would be open, and announced"
    await do(session, case, act("material", NOTICE_DAY, title=MARK))
    with pytest.raises(Unknown):
        await do_act(HEARINGS, desk(session, "senate"), case, alone(), Sent())
    await session.commit()

    assert await told_by_sql(of_public(database)) == []
    async with doors(engine, database) as (_, public):
        assert (await public.get(f"/api/v1/hearings/{case}")).status_code == 404
        for place in ("/api/v1/hearings", "/feeds/hearings.json", "/feeds/hearings.ics", "/kk/"):
            answer = await public.get(place)
            assert answer.status_code == 200, place
            assert MARK not in answer.text.replace("\r\n ", ""), place
            assert str(case) not in answer.text, place


async def test_what_was_never_closed_is_told(database: str, session: AsyncSession) -> None:
    """Or the test before would say nothing."""
    here = await house(session)
    await do(session, await draft(session, here), notice(topic=MARK))
    await session.commit()

    told = await told_by_sql(of_public(database))
    assert {'"gallery"."hearing"', '"gallery"."journal"', '"gallery"."announced"'} <= set(told)


async def told_by_sql(dsn: str) -> list[str]:
    """The views that tell the public's own role of it."""
    connection = await asyncpg.connect(dsn)
    names = {f'"{schema}"."{name}"' for schema, name, _ in await connection.fetch(COLUMNS)}
    told = {
        name: str([row[0] for row in await connection.fetch(f"SELECT t::text FROM {name} AS t")])
        for name in names
    }
    await connection.close()
    assert len(told) > 40
    return [name for name, said in told.items() if found_in(said, MARK)]


@pytest.mark.parametrize("way", [shut, by_the_chair_alone])
async def test_who_may_know_of_it_goes_on_with_it(session: AsyncSession, way: Way) -> None:
    case = await way(session, await house(session))

    await do(session, case, act("material", NOTICE_DAY, title="Анықтама"))

    assert len((await facts(session, case)).materials) == 2
    await session.commit()


async def test_what_was_closed_is_not_opened_by_an_act(session: AsyncSession) -> None:
    here = await house(session)
    why = "what was closed stays closed: cancel it, and propose an open one"
    proposed, decided_so = await draft(session, here, form="closed"), await shut(session, here)

    for case in (proposed, decided_so):
        with pytest.raises(Impossible, match=why):
            await do(session, case, act("form", form="open", decided_by="chair"))
    with pytest.raises(Impossible, match=why):
        await do(session, proposed, decision(here))
    with pytest.raises(Impossible, match=why):
        await do(session, proposed, decision(here), sent=MINUTES)


NOT_ANNOUNCED = "a hearing that was ever closed is not announced"
POSTER = """INSERT INTO announcement (serial, hearing_id, chamber, organisers, sequence, first_at,
                at, poster)
            SELECT 100, id, 'mazhilis', '{}', 0, now(), now(), '{}' FROM proceeding
            WHERE uid = :case"""
STANDING = """INSERT INTO announced (id, uid, chamber, state, listed_at, sequence, first_at,
                  updated_at, poster)
              SELECT id, uid, 'mazhilis', 'planned', now(), 0, now(), now(), '{}' FROM proceeding
              WHERE uid = :case"""


@pytest.mark.parametrize("statement", [POSTER, STANDING])
async def test_the_database_itself_keeps_the_veil(session: AsyncSession, statement: str) -> None:
    here = await house(session)
    await run(session, statement, case=await draft(session, here))
    case = await by_the_chair_alone(session, here)

    with pytest.raises(Exception, match=NOT_ANNOUNCED):
        await run(session, statement.replace("100", "101"), case=case)


@pytest.mark.parametrize("way", [shut, by_a_correction_that_does_not_stand])
async def test_nor_is_a_poster_put_back(session: AsyncSession, way: Way) -> None:
    here = await house(session)
    case = await way(session, here)
    other = await decided(session, here)
    await do(session, other, notice())
    put_back = "UPDATE announcement SET poster = '{}'"
    await session.commit()

    whose = f"{put_back}, hearing_id = (SELECT id FROM proceeding WHERE uid = :case)"
    with pytest.raises(Exception, match=NOT_ANNOUNCED):
        await run(session, whose, case=case)


@pytest.mark.parametrize("change", ["DELETE FROM veiled", "UPDATE veiled SET proceeding_id = 1"])
async def test_the_veil_is_not_lifted(session: AsyncSession, change: str) -> None:
    await shut(session, await house(session))
    await session.commit()

    with pytest.raises(Exception, match="append-only"):
        await session.execute(text(change))
    await session.rollback()
    with pytest.raises(Exception, match="permission denied"):
        await run(session, change)
