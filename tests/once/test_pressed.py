"""Retries, torn connections and a close over the last ballots: each ballot is counted once."""

import pytest

from tests.once.pressing import Pressed, amiss
from tests.once.weather import pressed
from tests.walk.ground import Place

SEED, BALLOTS = "57", 500


@pytest.mark.timeout(600)
async def test_whoever_was_told_that_a_ballot_is_cast_is_in_the_count_once(
    server: str, place: Place
) -> None:
    run = await pressed(server, place, SEED, BALLOTS, lambda ballots: None)

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
