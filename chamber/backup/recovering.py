"""A restored server reads its log to the end, or to the moment it is asked for."""

import asyncio
import re
import time
from contextlib import suppress
from datetime import datetime

import asyncpg

from chamber.backup.source import UNREACHED, ask
from chamber.backup.taking import Told
from chamber.embedded.cluster import Cluster
from chamber.embedded.options import on_the_command_line
from chamber.embedded.server import Server
from chamber.embedded.trouble import Trouble

HOW_FAR = "SELECT pg_is_in_recovery(), (pg_last_wal_replay_lsn() - '0/0')::bigint"
SAID = {
    "before configured recovery target": (
        "Nothing was written after {until}: restore without --until."
    ),
    "before consistent recovery point": (
        "The backup was taken after {until}: it can only be restored to a later moment."
    ),
}
TOLD_EVERY_SECONDS = 0.1


def recover(cluster: Cluster, start: int, end: int, until: datetime | None, told: Told) -> None:
    """Raises Trouble where the log does not lead to where we wish to go."""
    options = on_the_command_line(cluster.socket, durable=True, more=cluster.more)
    cluster.run("pg_ctl", "-D", ".", "-l", "log", "-w", "-t", "5", "-o", options, "start")
    dsn = Server(cluster.socket).dsn()
    while (place := asyncio.run(how_far(dsn))) != ARRIVED:
        if not cluster.lives():
            raise Trouble(why(cluster, until))
        told("Recovering", max(0, place - start), max(1, end - start))
        time.sleep(TOLD_EVERY_SECONDS)
    told("Recovering", 1, 1)
    # What the server waited for when the backup was taken is no longer there.
    asyncio.run(ask(dsn, "ALTER SYSTEM RESET synchronous_standby_names"))


ARRIVED = -1


async def how_far(dsn: str) -> int:
    """The place in the log that has been reached."""
    with suppress(asyncpg.CannotConnectNowError, *UNREACHED):
        [(recovering, place)] = await ask(dsn, HOW_FAR)
        return place or 0 if recovering else ARRIVED
    return 0  # It does not let anybody in yet.


def why(cluster: Cluster, until: datetime | None) -> str:
    log = (cluster.data / "log").read_text(errors="replace")
    for words, sentence in SAID.items():
        if words in log:
            return sentence.format(until=until)
    fatal = re.findall(r"(?:FATAL|PANIC): +(.*)", log)
    return f"The database cannot be recovered: {fatal[0] if fatal else 'see its log'}"
