"""What prepares a hearing: a special temporary commission, which there is on that day."""

from datetime import timedelta

import pytest

from chamber.law.ruling import Impossible, Verdict
from tests.hearings.case import COMMISSION, DECIDED, Case, act, body

DAY = timedelta(days=1)


@pytest.mark.parametrize("since", [DECIDED - DAY, DECIDED])
def test_a_commission_that_there_is_may_be_set_to_work(since: object) -> None:
    there = body(COMMISSION, "commission", starts_on=since)

    ruling = Case().take(act("commission"), commission=there)

    assert ruling.verdict is Verdict.VALID


@pytest.mark.parametrize(
    "days", [{"starts_on": DECIDED + DAY}, {"starts_on": DECIDED - DAY, "ends_on": DECIDED}]
)
def test_one_that_does_not_exist_yet_or_any_more_prepares_nothing(days: dict[str, object]) -> None:
    there = body(COMMISSION, "commission", **days)

    with pytest.raises(Impossible, match="commission: does not exist on"):
        Case().take(act("commission"), commission=there)
