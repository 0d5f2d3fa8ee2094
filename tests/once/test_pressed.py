"""Retries, torn connections and a close over the last ballots: each ballot is counted once."""

from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.once.booth import Booth
from tests.once.pressing import Pressed, amiss, press
from tests.once.served import served
from tests.walk.eras import ERAS
from tests.walk.ground import town_in

SEED, BALLOTS = "57", 1_000


@pytest.mark.timeout(300)
async def test_whoever_was_told_that_a_ballot_is_cast_is_in_the_count_once(
    engine: AsyncEngine, database: str, tmp_path: Path
) -> None:
    town = await town_in(engine, next(era for era in ERAS if era.name == "vacant"))
    with served(database, tmp_path / "house.log") as port:
        booth = Booth(engine, town, port)
        await booth.seat()
        run = await press(booth, SEED, BALLOTS)
        await booth.leave()

    print(f"SEED={SEED}: {dict(run.counted)}")
    assert run.found == []
    assert run.counted["late"], "no vote was closed over a ballot: nothing was raced"
    assert run.counted["torn"]
    assert run.counted["asked again"]


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ([("for", 201)], None),  # Lost.
        ([("for", 201), ("against", 200)], "for"),  # Told of one that is not there.
        ([("for", 409)], "for"),  # Counted, and told that it is not.
        ([("for", 201), ("for", 201)], "for"),  # Cast twice.
        ([("for", 500)], None),
    ],
)
def test_what_is_amiss_is_seen(told: list[tuple[str, int]], counted: str | None) -> None:
    assert amiss(Pressed({"for"}, told), counted) is not None


def test_what_is_right_is_let_be() -> None:
    for told, counted in (
        ([("for", 201), ("for", 200), ("against", 409)], "for"),
        ([("for", 409)], None),
    ):
        assert amiss(Pressed({"for"}, told), counted) is None
