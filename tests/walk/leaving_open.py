"""A57-8.09: one vote is open at a sitting at a time, and none when the sitting is closed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tests.walk.model_house import House
from tests.walk.model_votes import Round
from tests.walk.walking import Case


def leaves_open(case: Case, again: Any) -> bool:
    """A vote turns out to have been open, or for longer, when it could not be."""
    house, before = case.matter.house, case.matter.rounds.held
    matters = [again if one is case.matter else one for one in house.matters]
    held = {vote: one for matter in matters for vote, one in matter.rounds.held.items()}
    return any(
        not may_be(vote, held, house)
        for vote, one in again.rounds.held.items()
        if vote not in before or (one.outcome is None and before[vote].outcome is not None)
    )


def may_be(vote: UUID, held: Mapping[UUID, Round], house: House) -> bool:
    one, order = held[vote], house.opened.index
    closed_on = house.sittings[one.sitting].closed_on
    if closed_on is not None and one.outlasts(closed_on):
        return False
    beside = {key: other for key, other in held.items() if other.sitting == one.sitting}
    del beside[vote]
    return not any(
        one.outlasts(other.opened_on) if order(key) > order(vote) else other.outlasts(one.opened_on)
        for key, other in beside.items()
    )
