"""Two clerks at once: what comes of it is what comes of one after the other, and is lawful.

A few races of each lock that acts take; `make once` has thousands of every pair.
"""

import pytest

from tests.once.every_pair import PAIRS
from tests.once.racing import Raced, Wanted, race_pair
from tests.walk.ground import Place

SEED, RACES, BATCH = "57", 6, 3
RACED = (
    "open_vote/open_vote", "open_vote/open_vote elsewhere", "close_vote/close_vote",
    "ballot/close_vote", "ballot/ballot", "open_vote/close of the sitting", "open_vote/leave",
    "withdrawal/open_vote", "resolution/resolution elsewhere", "mandate/mandate", "post/post",
    "two resolutions that end one mandate", "plan/plan", "decision/plan", "correction/correction",
    "open_vote/correction of the register", "resolution/resolution on the last office",
)  # fmt: skip


async def raced(server: str, place: Place, name: str) -> Raced:
    wanted = Wanted(server, SEED, RACES, BATCH)
    came = await race_pair(place, PAIRS[name], wanted, lambda races: None)
    print(f"SEED={SEED}, {name}: {dict(came.counted)}")
    return came


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", RACED)
async def test_two_at_once_are_one_after_the_other(server: str, place: Place, name: str) -> None:
    came = await raced(server, place, name)

    assert came.found == []
    assert came.counted["at once"], "neither was under way when the other began"
