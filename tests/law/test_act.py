from datetime import date

import pytest
from pydantic import ValidationError

from chamber.law.act import Act


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_an_act_may_be_of_the_first_and_of_the_last_day_of_our_time(day: str) -> None:
    assert Act(kind="note", on=date.fromisoformat(day)).on.isoformat() == day


@pytest.mark.parametrize("day", ["1989-12-31", "2101-01-01"])
def test_an_act_of_another_time_is_a_slip_of_the_pen(day: str) -> None:
    with pytest.raises(ValidationError, match="is not between 1990 and 2100"):
        Act(kind="note", on=date.fromisoformat(day))
