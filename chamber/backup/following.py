"""Following the house: what it writes is received as it is written, by PostgreSQL's own receiver.

Synchronously, the server acknowledges nothing that is not safely here as well; it waits for us,
also when we are gone. Otherwise it waits for nobody, and the last moments may be lost with it.
"""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from chamber.backup.folder import Folder, locked
from chamber.backup.source import Source
from chamber.embedded.trouble import Trouble

Say = Callable[[str], None]
ATTACHED_WITHIN_SECONDS = 60
AGAIN_AFTER_SECONDS = 1


def follow(source: Source, folder: Folder, *, synchronous: bool, say: Say) -> None:
    """Until we are stopped. Raises Trouble where the house cannot be followed from here on."""
    slot = known_slot(source, folder)
    with locked(folder.path), receiving(source, folder, slot, synchronous=synchronous) as first:
        wait_until_attached(source, slot, first)
        with waited_for(source, slot) if synchronous else not_waited_for(source, slot):
            say(PROMISED[synchronous])
            stay(first, folder, say)
            while True:
                time.sleep(AGAIN_AFTER_SECONDS)
                with receiving(source, folder, slot, synchronous=synchronous) as process:
                    stay(process, folder, say)


PROMISED = {
    True: "Following. The house acknowledges nothing that is not here too.",
    False: "Following. The house does not wait: the last moments may be lost with it.",
}


def known_slot(source: Source, folder: Folder) -> str:
    """The name of what the server keeps for this folder. Raises Trouble where it keeps nothing."""
    if not folder.slot.exists():
        raise Trouble(f"{folder.path} was taken without --follow; name a new folder.")
    slot = folder.slot.read_text().strip()
    kept = source.ask("SELECT wal_status FROM pg_replication_slots WHERE slot_name = $1", slot)
    if not kept or kept[0]["wal_status"] == "lost":
        raise Trouble(
            f"{folder.path} cannot be gone on with: the server has no longer kept what was written"
            " since, or is another one. Name a new folder."
        )
    return slot


@contextmanager
def receiving(
    source: Source, folder: Folder, slot: str, *, synchronous: bool
) -> Iterator[subprocess.Popen[str]]:
    options = ["-D", str(folder.wal), "-S", slot, "--no-loop", "-s", "1"]
    if synchronous:
        options.append("--synchronous")
    with source.running("pg_receivewal", *options, name=slot) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)  # On this it writes down what it has, and ends.
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
            remember(folder)  # What came last, too.


def wait_until_attached(source: Source, slot: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + ATTACHED_WITHIN_SECONDS
    attached = "SELECT FROM pg_stat_replication WHERE application_name = $1 AND state = 'streaming'"
    while not source.ask(attached, slot):
        if process.poll() is not None:
            assert process.stdout
            raise Trouble(f"The house cannot be followed: {process.stdout.readline().strip()}")
        if time.monotonic() > until:
            raise Trouble("The house cannot be followed: the receiver does not catch up with it.")
        time.sleep(0.1)


@contextmanager
def waited_for(source: Source, slot: str) -> Iterator[None]:
    """The server waits for us, until we leave in order; when we are killed, it goes on waiting."""
    known = source.ask("SHOW synchronous_standby_names")[0][0]
    there = source.ask("SELECT FROM pg_stat_replication WHERE application_name = $1", known)
    if known and known != slot and (there or not known.startswith("chamber_")):
        raise Trouble(f"The server waits for another receiver already: {known}")
    wait_for(source, slot)
    try:
        yield
    finally:
        with suppress(Trouble):  # The server may be gone, and then it waits for nobody.
            wait_for(source, None)


@contextmanager
def not_waited_for(source: Source, slot: str) -> Iterator[None]:
    """Nor any longer, where it waited for us the last time and we were killed."""
    if source.ask("SHOW synchronous_standby_names")[0][0] == slot:
        wait_for(source, None)
    yield


def wait_for(source: Source, slot: str | None) -> None:
    """`slot` is our own word, and a name that needs no quotes."""
    change = (
        f"SET synchronous_standby_names = {slot}" if slot else "RESET synchronous_standby_names"
    )
    source.ask(f"ALTER SYSTEM {change}")
    source.ask("SELECT pg_reload_conf()")
    until = time.monotonic() + 10
    while source.ask("SHOW synchronous_standby_names")[0][0] != (slot or ""):
        if time.monotonic() > until:
            raise Trouble("The server does not take over synchronous_standby_names.")
        time.sleep(0.05)


def stay(process: subprocess.Popen[str], folder: Folder, say: Say) -> None:
    """As long as it receives."""
    while process.poll() is None:
        remember(folder)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.5)
    assert process.stdout
    if said := process.stdout.read().strip():
        say(said.splitlines()[0])


def remember(folder: Folder) -> None:
    names = [entry.name.removesuffix(".partial") for entry in folder.wal.iterdir()]
    if pieces := [name for name in names if len(name) == 24]:
        folder.reach(max(pieces))
