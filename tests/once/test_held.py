"""Whenever one clerk comes into the midst of what another does, one comes after the other.

Some pairs of acts at every moment; `make once` has all of them. And of each lock that acts take,
that without it some moment is seen at which two come through.
"""

from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import Proceeding, find
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.rows.loading import load
from tests.once.every_pair import PAIRS
from tests.once.holding import hold_pair
from tests.once.racing import Raced, Wanted
from tests.walk.ground import Place

pytestmark = pytest.mark.timeout(600)
BATCH = 8
HELD = ("ballot/close_vote", "mandate/mandate", "open_vote/mandate_end")


async def no_turn(*_: Any) -> None:
    """Nobody waits."""


async def one_by_one(session: AsyncSession, key: int) -> tuple[Sitting, int]:
    """Something may be entered at the sitting between the two."""
    version = select(Proceeding.version).where(Proceeding.id == key)
    found = (await session.scalars(version)).one()
    return await load(session, key), found


# What takes a lock, and where; what is done instead; and a pair of acts that need it.
LOCKS = [
    ("chamber.record.procedure", "lock", find, "register/close"),
    ("chamber.record.procedure", "pass_corrections", no_turn,
     "open_vote/correction of the register"),
    ("chamber.record.votes.gathering", "stop_casting", no_turn, "ballot/close_vote"),
    ("chamber.record.sittings.seating", "load_at", one_by_one, "open_vote/leave of one of many"),
    ("chamber.record.sittings.seating", "keep_seats", no_turn, "open_vote/mandate_end"),
    ("chamber.record.sittings.seating", "keep_seats", no_turn, "decision/membership_end"),
    ("chamber.record.people.procedure", "change_seats", no_turn, "conclusion/membership_end"),
    ("chamber.record.bodies.procedure", "change_seats", no_turn, "conclusion/dissolved"),
    ("chamber.record.people.seats", "change_seats", no_turn, "mandate/mandate"),
    *((module, "take_turn", no_turn, pair) for module, pair in {
        "chamber.appointments.rows.offices": "resolution/resolution on the last office",
        "chamber.record.bodies.procedure": "body/body",
        "chamber.record.booked": "plan/plan",
        "chamber.record.convocations.procedure": "convocation/convocation",
        "chamber.record.people.procedure": "post/post",
        "chamber.record.resolutions.numbers": "resolution/resolution elsewhere",
        "chamber.record.votes.pending": "open_vote/open_vote elsewhere",
    }.items()),
]  # fmt: skip


async def held(server: str, place: Place, name: str) -> Raced:
    came = await hold_pair(place, PAIRS[name], Wanted(server, "", 0, BATCH))
    print(f"{name}: {dict(came.counted)}")
    return came


@pytest.mark.parametrize("name", HELD)
async def test_whatever_the_moment_one_comes_after_the_other(
    server: str, place: Place, name: str
) -> None:
    came = await held(server, place, name)

    assert came.found == []
    assert came.counted["waited"], "nobody ever waited for the other"
    assert came.counted["at once"] > 20, "the act was held at few moments"


@pytest.mark.parametrize("lock", LOCKS, ids=[f"{module}.{name}" for module, name, *_ in LOCKS])
async def test_where_a_lock_is_not_taken_it_is_seen(
    server: str, place: Place, lock: tuple[str, str, Any, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, instead, pair = lock
    monkeypatch.setattr(import_module(module), name, instead)

    assert (await held(server, place, pair)).found
