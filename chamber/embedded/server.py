"""An embedded server is borrowed: the first who comes starts it, the last who leaves stops it."""

import fcntl
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO, NoReturn

from chamber.embedded.cluster import Cluster
from chamber.embedded.place import holds_a_cluster, settle
from chamber.embedded.trouble import Trouble


@dataclass(frozen=True)
class Server:
    """A running server; only those who may enter the socket's directory reach it."""

    socket: Path

    def dsn(self, database: str = "postgres", *, user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.socket}"


@contextmanager
def embedded_server(
    home: Path, *, bin_dir: Path | None = None, durable: bool = True
) -> Iterator[Server]:
    """Lend the server whose data are in `home`.

    Not durable is for tests: faster, and lost in a power cut.
    Raises Trouble, with a sentence for the person at the keyboard.
    """
    cluster: Cluster | None = None
    with ending_on_sigterm(), open_lock(home, "lease.lock") as lease:
        try:
            with turn(home):
                fcntl.flock(lease, fcntl.LOCK_SH)
                cluster = settle(home.resolve(), bin_dir, durable=durable)
                cluster.ensure_running()
            with kept_running(cluster, home):
                yield Server(cluster.socket)
        finally:
            with turn(home):
                if cluster and is_last(lease):
                    cluster.stop()


def running_server(home: Path, *, bin_dir: Path | None = None) -> Server | None:
    """The server that somebody else has running in `home`: it is neither started nor kept."""
    if not holds_a_cluster(home):
        return None
    cluster = settle(home.resolve(), bin_dir, durable=True)
    return Server(cluster.socket) if cluster.ready() else None


@contextmanager
def kept_running(cluster: Cluster, home: Path) -> Iterator[None]:
    """When the server is killed under us, or stuck, start it again within a few seconds."""
    leaving = threading.Event()

    def look_after() -> None:
        watch = cluster.watch()
        while not leaving.wait(1):
            if watch.sees_it_stuck() or not cluster.lives():
                try:
                    with turn(home):
                        cluster.ensure_running(watch)
                except (Trouble, OSError) as trouble:  # Also when the data are no longer there.
                    print(f"chamber: {trouble}", file=sys.stderr, flush=True)

    keeper = threading.Thread(target=look_after, name="keeper of the database", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        leaving.set()
        keeper.join()


@contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Let SIGTERM unwind the stack, so that the server is stopped, where nobody else handles it."""
    here = threading.current_thread() is threading.main_thread()
    if not here or signal.getsignal(signal.SIGTERM) != signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def end(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # A second one must not interrupt the first.
    raise SystemExit(128 + number)


def open_lock(home: Path, name: str) -> IO[str]:
    try:
        home.mkdir(parents=True, exist_ok=True)
        # Closed to others: whoever may read a file may also lock it, and keep us waiting.
        return os.fdopen(os.open(home / name, os.O_RDWR | os.O_CREAT, 0o600), "a")
    except OSError as error:
        raise Trouble(f"{home} cannot be used for the data: {error.strerror}") from error


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """One process at a time starts or stops the server."""
    with open_lock(home, "start.lock") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield


def is_last(lease: IO[str]) -> bool:
    """Give the lease back, and see whether nobody else holds one."""
    fcntl.flock(lease, fcntl.LOCK_UN)
    with suppress(BlockingIOError):
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
