"""A house whose workers die at once gives up, as a failure: whoever runs it starts it again."""

import time
from collections.abc import Callable

import pytest

from chamber.database import NAME
from chamber.embedded.server import embedded_server
from tests.faults.errand import Errand
from tests.faults.processes import kill
from tests.faults.serving import serving


@pytest.mark.timeout(300)
def test_it_ends_with_a_failure(errand: Callable[[int], Errand]) -> None:
    here = errand(0)
    here.ground.copy(here.home)
    with (
        embedded_server(here.home) as server,
        serving(server.dsn(NAME), here.home / "serve.log") as served,
    ):
        assert served.process is not None
        until = time.monotonic() + 120
        while served.process.poll() is None and time.monotonic() < until:
            for pid in served.workers():
                kill(pid)
            time.sleep(0.5)

        assert served.process.poll() == 1
