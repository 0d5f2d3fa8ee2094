"""All pairs of acts that are raced, by their names."""

from tests.once import (
    pairs_of_bodies,
    pairs_of_corrections,
    pairs_of_hearings,
    pairs_of_matters,
    pairs_of_offices,
    pairs_of_places,
    pairs_of_votes,
)
from tests.once.pairs import PAIRS

FROM = (
    pairs_of_votes, pairs_of_matters, pairs_of_corrections, pairs_of_places, pairs_of_offices,
    pairs_of_hearings, pairs_of_bodies,
)  # fmt: skip
assert PAIRS
__all__ = ["PAIRS"]
