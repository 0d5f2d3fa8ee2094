"""A server that lives and lets nobody in any more is started again. Real kills."""

import asyncio
import os
import signal
import time
from pathlib import Path

import asyncpg

from chamber.embedded.postmaster import title
from chamber.embedded.server import embedded_server
from chamber.embedded.stuck import waits_for_nobody
from tests.embedded.visitor import ask, eventually, server_number


async def test_no_process_reads_for_another(home: Path) -> None:
    """Whoever waits for one that was killed would wait for ever: so it was with I/O workers."""
    with embedded_server(home) as server:
        connection = await asyncpg.connect(server.dsn())
        kinds = await connection.fetch("SELECT DISTINCT backend_type FROM pg_stat_activity")
        await connection.close()
    assert "checkpointer" in {kind for (kind,) in kinds}
    assert "io worker" not in {kind for (kind,) in kinds}


def a_recovery_killed(data: Path, back_end: int) -> None:
    """A killed back end makes the server begin anew; and the process that does it is killed too,
    at its very beginning."""
    number = server_number(data)
    assert number
    os.kill(back_end, signal.SIGKILL)
    children = Path(f"/proc/{number}/task/{number}/children")
    until = time.monotonic() + 8
    while time.monotonic() < until:
        for child in map(int, children.read_text().split()):
            if title(child).startswith("postgres: startup"):
                os.kill(child, signal.SIGKILL)
                return
    raise AssertionError("the server did not begin anew")


async def test_a_server_that_is_stuck_in_its_recovery_is_started_again(home: Path) -> None:
    """It is not at every killing: as often it ends by itself, and is started again as ever."""
    data, was_stuck = home / "pg18", False
    with embedded_server(home) as server:
        await ask(server.dsn(), "CREATE TABLE kept AS SELECT generate_series(1, 100000) AS n")
        for _ in range(15):
            number = server_number(data)
            connection = await asyncpg.connect(server.dsn())
            await asyncio.to_thread(a_recovery_killed, data, connection.get_server_pid())
            was_stuck = await asyncio.to_thread(is_stuck, data, number)
            assert await asyncio.to_thread(eventually, lambda: answers(server.dsn()), seconds=30)
            if was_stuck:
                break
        assert was_stuck
        assert await ask(server.dsn(), "SELECT count(*) FROM kept") == 100_000


def is_stuck(data: Path, number: int | None) -> bool:
    """A second later the same server is there, and nobody brings the data back."""
    time.sleep(1)
    if number is None or server_number(data) != number:
        return False
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return waits_for_nobody([title(int(child)) for child in children])


def answers(dsn: str) -> bool:
    try:
        return asyncio.run(ask(dsn, "SELECT 1")) == 1
    except (asyncpg.PostgresError, OSError):
        return False
