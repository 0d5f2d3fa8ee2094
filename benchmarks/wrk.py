"""wrk presses a server: how many requests were answered, how late, and what each has cost."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import cpu_seconds
from benchmarks.places import LOAD, pinned, program

SECONDS = 3
FAILED = re.compile(r"\s*(Socket errors|Non-2xx or 3xx responses):")
IN_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class Pressed:
    """Requests pressed through a server, and what each has cost.

    `used_by`: the processes whose CPU counts, each with all that descend from it.
    """

    def __init__(
        self,
        port: int,
        used_by: Sequence[int],
        *,
        path: str = "",
        headers: Sequence[str] = (),
        script: Path | None = None,
        connections: int = 8,
        seconds: int = SECONDS,
        may_fail: bool = False,
    ) -> None:
        more = [word for header in headers for word in ("-H", header)]
        self.words = [
            f"-c{connections}", *more, *(["-s", str(script)] if script else []),
            f"http://127.0.0.1:{port}{path}",
        ]  # fmt: skip
        self.used_by, self.seconds, self.may_fail = used_by, seconds, may_fail
        self.rates: list[float] = []
        self.late: list[float] = []  # Milliseconds that 99 of 100 answers did not need.
        self.failed = 0  # Requests and connections.

    def __call__(self) -> float:
        """CPU of the server and what stands behind it, in microseconds for a request."""
        before = self.used()
        requests = self.press()
        self.rates.append(requests / self.seconds)
        return (self.used() - before) * 1e6 / requests

    def used(self) -> float:
        return sum(cpu_seconds(process) for process in self.used_by)

    def press(self) -> int:
        wrk = program("wrk", "wrk")
        done = subprocess.run(  # noqa: S603
            [*pinned(LOAD), wrk, "-t1", "--latency", f"-d{self.seconds}s", *self.words],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        failed = [line for line in done.stdout.splitlines() if FAILED.match(line)]
        if failed and not self.may_fail:
            raise RuntimeError(f"Not every request was answered:\n{done.stdout}")
        self.failed += sum(int(number) for line in failed for number in re.findall(r" (\d+)", line))
        late = re.search(r"99%\s+([0-9.]+)(us|ms|s)\s", done.stdout)
        found = re.search(r"(\d+) requests in", done.stdout)
        assert found and late, done.stdout  # noqa: PT018
        self.late.append(float(late[1]) * IN_MS[late[2]])
        return int(found[1])
