from datetime import date, timedelta

import pytest

from chamber.appointments.bodies import OFFICES, Body

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        (Body.CONSTITUTIONAL_COUNCIL, "1995-09-05", "2022-12-31"),
        (Body.CONSTITUTIONAL_COURT, "2023-01-01", None),
        (Body.CEC, "1995-09-05", None),
        (Body.ACCOUNTS_COMMITTEE, "1995-09-05", "2022-06-07"),
        (Body.AUDIT_CHAMBER, "2022-06-08", None),
    ],
)
def test_a_body_is_appointed_to_from_its_first_day_to_its_last(
    body: Body, first: str, last: str | None
) -> None:
    office, begun = OFFICES[body], date.fromisoformat(first)

    assert not office.existed_on(begun - DAY)
    assert office.existed_on(begun)
    assert office.existed_on(date(2026, 6, 30)) is (last is None)
    if last is not None:
        over = date.fromisoformat(last)
        assert office.existed_on(over)
        assert not office.existed_on(over + DAY)
