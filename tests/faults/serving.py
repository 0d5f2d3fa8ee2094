"""A real `chamber serve` in processes of its own, which may be killed at any moment."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from chamber.demo.plan import TODAY
from chamber.record.rights import PUBLIC
from tests.faults.processes import children

ROOT = Path(__file__).parents[2]
WORKERS = 2
READY_WITHIN_SECONDS = 90
CHAMBER = ("-m", "chamber", "serve")
HASTY = ("-m", "tests.faults.hasty")  # It acknowledges before anything is kept.


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Serving:
    """`program` is what is served; its lines go to `log`."""

    dsn: str
    log: Path
    program: tuple[str, ...] = CHAMBER
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        told = {
            "DATABASE_URL": self.dsn,
            "DATABASE_READ_URL": self.dsn.replace("//postgres@", f"//{PUBLIC}@", 1),
            "PORT": str(self.port),
            "WORKERS": str(WORKERS),
            "CHAMBER_AS_OF": TODAY.isoformat(),
            "CHAMBER_DATA": str(self.log.parent / "keys"),
            "PYTHONPATH": str(ROOT),
        }
        with self.log.open("ab") as log:
            # A session of its own, so that all of it can be killed at once.
            self.process = subprocess.Popen(  # noqa: S603
                [sys.executable, *self.program], cwd=ROOT, stdout=log, stderr=log,
                env={**os.environ, **told}, start_new_session=True,
            )  # fmt: skip

    def wait(self) -> None:
        """Until somebody listens."""
        until = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            if self.process is None or self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"chamber serve does not start: {self.log.read_text()[-2000:]}")

    def supervise(self) -> bool:
        """Start it again where it has ended, as whoever runs it does. Whether that was needed.

        It ends by itself when a worker dies twice within seconds.
        """
        if self.process is None or self.process.poll() is None:
            return False
        self.kill()
        self.start()
        return True

    def workers(self) -> list[int]:
        return children(self.process.pid) if self.process else []

    def kill(self) -> None:
        """The whole of it, as an impatient operator does."""
        if self.process is not None:
            with suppress(ProcessLookupError):  # The workers that it left behind, too.
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(15)
        self.kill()


@contextmanager
def serving(dsn: str, log: Path, program: tuple[str, ...] = CHAMBER) -> Iterator[Serving]:
    served = Serving(dsn, log, program)
    served.start()
    try:
        served.wait()
        yield served
    finally:
        served.stop()
