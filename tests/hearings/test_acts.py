"""What an act of a hearing must say to be one: each who comes once, by name or by number."""

from typing import Any

import pytest
from pydantic import ValidationError

from chamber.law.roles import COMMITTEE, SECRETARIAT
from tests.hearings.case import DEPUTIES, SENATORS, act

NOBODY: dict[str, Any] = {"deputies": []}
GUEST = {"name": "Қонақ"}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"deputies": [DEPUTIES[0], DEPUTIES[0]]}, "somebody is registered twice"),
        ({"other_chamber": [DEPUTIES[0]]}, "somebody is registered twice"),
        ({"count": 30}, "give either the names or the number of the deputies"),
        (NOBODY, "give the names or the number of the deputies"),
        (NOBODY | {"count": 0}, "greater than 0"),
        (
            {"guests": [GUEST], "guest_count": 1},
            "give either the names or the number of the guests",
        ),
    ],
)
def test_a_registration_that_is_none(told: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        act("register", **told)


@pytest.mark.parametrize(
    "told",
    [
        {"other_chamber": SENATORS[:2]},
        NOBODY | {"count": 1, "other_chamber": SENATORS[:2]},
        {"guests": [GUEST, GUEST]},
        {"guest_count": 0},
        NOBODY | {"count": 30, "guests": [GUEST]},
    ],
)
def test_a_registration_that_is_one(told: dict[str, Any]) -> None:
    assert act("register", **told).kind == "register"


@pytest.mark.parametrize(
    "who", [{"deputies": DEPUTIES[:1]}, {"other_chamber": SENATORS[:1]}, {"guests": [GUEST]}]
)
def test_whoever_comes_is_named(who: dict[str, Any]) -> None:
    assert act("arrive", **who).kind == "arrive"
    with pytest.raises(ValidationError, match="name at least one who comes"):
        act("arrive")


@pytest.mark.parametrize("told", [{}, {"source": "шкаф"}, {"text": None, "source": "шкаф"}])
def test_minutes_have_a_text_or_a_place(told: dict[str, Any]) -> None:
    assert act("minutes", **told).kind == "minutes"
    with pytest.raises(ValidationError, match="give the text of the minutes, or their source"):
        act("minutes", text=None)


def test_the_bureau_and_the_chamber_decide_by_the_secretariats_hand() -> None:
    for kind in ("decision", "commission"):
        assert act(kind).by == SECRETARIAT
    for kind in ("proposal", "form", "invitation", "notice", "begin", "register", "complete"):
        assert act(kind).by == COMMITTEE
