"""Whatever breaks, what was acknowledged is on the record, once. `make faults` does it longer."""

from collections.abc import Callable

import pytest

from tests.faults import cancelling, cutting, full, killing, plug, tearing
from tests.faults.errand import Errand

pytestmark = pytest.mark.timeout(600)  # Other work on the machine makes it slow, and not wrong.
Of = Callable[[int], Errand]


@pytest.fixture
def fuse() -> None:
    if not plug.possible():
        pytest.skip(plug.NEEDS)


def test_a_killed_process_loses_nothing(errand: Of) -> None:
    done = killing.run(errand(12))

    assert done.kills >= 12
    assert done.acknowledged > 0
    assert (str(done.found), done.faults) == ("0 lost, 0 doubled, 0 wrong", [])


@pytest.mark.usefixtures("fuse")
def test_a_power_cut_loses_nothing(errand: Of) -> None:
    done = cutting.run(errand(5))

    assert (done.cuts, done.broken) == (5, "")
    assert done.acknowledged > 0
    assert (str(done.found), done.faults) == ("0 lost, 0 doubled, 0 wrong", [])


def test_a_cancelled_request_is_settled_by_a_retry_and_leaves_nothing_open(errand: Of) -> None:
    done = cancelling.run(errand(300))

    assert done.counted["cancelled"] >= 300
    assert done.stuck == 0
    assert (str(done.found), done.faults) == ("0 lost, 0 doubled, 0 wrong", [])


def test_a_connection_torn_at_the_commit_is_settled_by_a_retry(errand: Of) -> None:
    done = tearing.run(errand(40))

    assert set(done.counted) == {"before", "meanwhile", "after"}
    assert done.stuck == 0
    assert (str(done.found), done.faults) == ("0 lost, 0 doubled, 0 wrong", [])


@pytest.mark.skipif(not full.possible(), reason="only root may mount a small disk")
def test_a_full_disk_is_told_of_and_writes_come_back_when_there_is_room(errand: Of) -> None:
    done = full.run(errand(2))

    assert done.counted["full"] > 0
    assert done.counted["read"] > 0
    assert (str(done.found), done.faults) == ("0 lost, 0 doubled, 0 wrong", [])
