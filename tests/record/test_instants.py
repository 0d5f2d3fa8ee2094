"""Instants are kept in UTC, and told in the time of Astana in one spelling."""

from typing import Any

import pytest

from chamber.record.instants import in_astana
from chamber.web.telling import as_bytes


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("2026-03-04T05:00:00Z", "2026-03-04T10:00:00+05:00"),
        ("2026-03-04T05:00:00+00:00", "2026-03-04T10:00:00+05:00"),
        ("2026-03-04T19:30:00.123456+00:00", "2026-03-05T00:30:00+05:00"),
        ("2024-02-29T17:59:59Z", "2024-02-29T23:59:59+06:00"),  # A day before the clocks changed.
        ("2024-02-29T19:00:00Z", "2024-03-01T00:00:00+05:00"),
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T05:00:00", "2026-03-04T05:00:00"),
        ("soon", "soon"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        (None, None),
        (5, 5),
    ],
)
def test_an_instant_is_told_in_the_time_of_astana(kept: object, told: object) -> None:
    assert in_astana({"starts_at": kept}) == {"starts_at": told}


def test_instants_are_found_wherever_they_stand_and_nothing_else_is_touched() -> None:
    kept, told = "2026-03-04T05:00:00Z", "2026-03-04T10:00:00+05:00"
    answer: dict[str, Any] = {
        "moves": [{"starts_at": kept, "place": kept}], "act": {"starts_at": kept}, "at": kept,
    }  # fmt: skip

    assert in_astana(answer) == {
        "moves": [{"starts_at": told, "place": kept}], "act": {"starts_at": told}, "at": kept,
    }  # fmt: skip
    assert as_bytes({"expires_at": kept}) == f'{{"expires_at":"{told}"}}'.encode()
