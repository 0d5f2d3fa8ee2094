"""What the model of the law makes of hands that were no deputy's."""

from datetime import date
from uuid import uuid4

import pytest

from tests.walk.model_house import House, Mandate, Seen
from tests.walk.model_law import count

DAY = date(2026, 3, 25)
PEOPLE = [uuid4() for _ in range(98)]


def house(deputies: int) -> House:
    mandates = {who: Mandate(date(2023, 3, 29), "list") for who in PEOPLE[:deputies]}
    return House("mazhilis", mandates)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"for": 96, "against": 0}, {"for": 96, "against": 0, "abstained": 0}),
        ({"for": 97, "against": 1}, {"for": 95, "against": 1, "abstained": 0}),
        ({"for": 1, "against": 97}, {"for": 0, "against": 96, "abstained": 0}),
        ({"for": 97, "against": 1, "abstained": 1}, None),
    ],
)
def test_who_is_there_and_no_deputy_is_taken_from_those_in_favour_first(
    told: dict[str, int], left: dict[str, int] | None
) -> None:
    seen = Seen("mazhilis", "plenary", DAY, None, frozenset(PEOPLE))

    assert house(96).of_deputies(seen, told, DAY) == left


@pytest.mark.parametrize(("shown", "disputed"), [(49, False), (50, True)])
def test_a_count_that_hangs_on_them_is_disputed(shown: int, *, disputed: bool) -> None:
    found = count("F-2.11", "mazhilis", DAY, 49, 98, shown=shown)

    assert (found.adopted, found.disputed) == (False, disputed)
