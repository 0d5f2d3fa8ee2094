"""The pairs of acts that stand in each other's way, and why: from the acts of every room."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.once.moves import Move
from tests.once.stand import MOST, Stand

Prepare = Callable[[Stand], Awaitable[tuple[Move, Move]]]


@dataclass(frozen=True)
class Pair:
    name: str
    why: str
    prepare: Prepare
    alone: bool = False  # Exactly one of the two is done.
    side_by_side: int = MOST  # Races that do not stand in each other's way.


PAIRS: dict[str, Pair] = {}


def pair(
    name: str, why: str, *, alone: bool = False, side_by_side: int = MOST
) -> Callable[[Prepare], Prepare]:
    def keep(prepare: Prepare) -> Prepare:
        assert name not in PAIRS
        PAIRS[name] = Pair(name, why, prepare, alone, side_by_side)
        return prepare

    return keep
