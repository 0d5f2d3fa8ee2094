"""The faults find what is broken: each control is caught."""

from collections.abc import Callable

import pytest

from tests.faults import plug
from tests.faults.controls import CONTROLS, MOST, Control
from tests.faults.errand import Errand


@pytest.mark.timeout(600)
@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: str(control.name))
def test_it_is_caught(control: Control, errand: Callable[[int], Errand]) -> None:
    if "power" in control.name and not plug.possible():
        pytest.skip(plug.NEEDS)
    assert control.caught(errand(MOST)).startswith("caught")
