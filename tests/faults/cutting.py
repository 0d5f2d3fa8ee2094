"""Power cuts: the page cache is gone, and with it all that was not fsynced."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from chamber.database import NAME
from chamber.embedded.cluster import Cluster
from chamber.embedded.place import settle
from chamber.embedded.postmaster import is_postmaster, written
from chamber.embedded.trouble import Trouble
from tests.faults.asking import Client
from tests.faults.errand import Errand
from tests.faults.ground import Ground, audited
from tests.faults.killing import AWAY
from tests.faults.ledger import Found, Ledger
from tests.faults.plug import Disk
from tests.faults.processes import kill_tree
from tests.faults.serving import serving
from tests.faults.voting import Voting

# Less to write, so that more cuts fit into an hour; nothing that is promised hangs on it.
SMALL = """
io_method = sync
wal_init_zero = off
wal_recycle = off
max_wal_size = 64MB
checkpoint_timeout = 30s
restart_after_crash = off
"""
INDEXES = """
    SELECT count(bt_index_check(i.indexrelid, true)) FROM pg_index AS i
      JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_am AS a ON a.oid = c.relam
     WHERE a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace"""


@dataclass
class Cut:
    counted: Counter[str] = field(default_factory=Counter)
    found: Found = field(default_factory=Found)
    acknowledged: int = 0
    faults: list[str] = field(default_factory=list)
    broken: str = ""  # Why the cluster could not be started, or read, any more.

    @property
    def cuts(self) -> int:
        return self.counted["cuts"]


@dataclass
class Machine:
    """The disk, and the database that lies on it."""

    disk: Disk
    cluster: Cluster

    def start(self) -> None:
        """Raises Trouble where it does not start."""
        self.cluster.ensure_running()

    def cut(self) -> None:
        """Nothing is written any more; then all that ran is dead, and the machine starts again."""
        self.disk.pull()
        self.kill()
        self.disk.unmount()
        self.disk.mount()
        with suppress(OSError):  # Its name was durable here before it was, which is our own doing.
            if not (lock := self.cluster.data / "postmaster.pid").stat().st_size:
                lock.unlink()

    def kill(self) -> None:
        # The number stands in a file that may be out of reach: the socket's lock has it too.
        pid = written(self.cluster.socket / ".s.PGSQL.5432.lock")
        if pid and is_postmaster(pid, self.cluster.socket):
            kill_tree(pid)

    def off(self) -> None:
        self.kill()
        self.disk.pull()
        self.disk.unmount()


@contextmanager
def machine(ground: Ground, home: Path, settings: str) -> Iterator[Machine]:
    store, at = home / "store", home / "disk"
    with (ground.copy(store) / "pg18" / "postgresql.auto.conf").open("a") as conf:
        conf.write(SMALL + settings)
    disk = Disk(store, at)
    disk.mount()
    try:
        of_store = settle(store, None, durable=True)  # For its programs and its socket's place.
        here = Machine(disk, Cluster(of_store.programs, at / "pg18", of_store.socket, True))
        try:
            here.start()
            yield here
        finally:
            here.off()
    finally:
        disk.pull()
        disk.unmount()
        shutil.rmtree(home, ignore_errors=True)


def run(errand: Errand, *, settings: str = "") -> Cut:
    """A control has its own `settings`, and is done at the first cut that does harm."""
    with machine(errand.ground, errand.home, settings) as here:
        dsn = f"postgresql://postgres@/{NAME}?host={here.cluster.socket}"
        with serving(dsn, errand.home / "serve.log") as served:
            client = Client(served.port, errand.dice("keys"))
            return asyncio.run(go(errand, here, dsn, client))


async def go(errand: Errand, here: Machine, dsn: str, client: Client) -> Cut:
    done, ledger, dice = Cut(), Ledger(), errand.dice("cuts")
    await ledger.begin(dsn)
    await prepare(dsn)

    def over() -> bool:
        return errand.enough(done.cuts) or bool(done.found) or bool(done.broken)

    voting = Voting(errand.town, client, ledger, errand.dice("ballots"), over)
    load = asyncio.create_task(voting.go())
    while not over() and not load.done():
        voting.acknowledged.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(voting.acknowledged.wait(), 30)
        await asyncio.sleep(dice.random() * 1.2)
        await asyncio.to_thread(here.cut)
        done.counted["cuts"] += 1
        await come_back(here, dsn, ledger, done)
        errand.told(1)
    bad = bool(done.broken or done.found)
    done.faults += await voting.ended(load, at_once=bad)
    if not bad and not done.faults:
        done.found |= await ledger.look_at_all(dsn)
        done.faults += [str(one) for one in await audited(dsn)] + client.complaints
    done.acknowledged = len(ledger)
    return done


async def prepare(dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.execute("CREATE EXTENSION amcheck")
    await connection.execute("CHECKPOINT")
    await connection.close()


async def come_back(here: Machine, dsn: str, ledger: Ledger, done: Cut) -> None:
    """It starts, has all that was acknowledged, and its indexes agree with its tables."""
    try:
        await asyncio.to_thread(here.start)
        done.found |= await ledger.look(dsn)
        connection = await asyncpg.connect(dsn)
        await connection.fetchval(INDEXES)
        await connection.close()
    except (Trouble, *AWAY) as error:
        done.broken = why(str(error) or type(error).__name__)


def why(said: str) -> str:
    """The line of the server's log that says it."""
    lines = said.splitlines()
    grave = [line for line in lines if "PANIC" in line or "FATAL" in line]
    return (grave or lines)[0][:200]
