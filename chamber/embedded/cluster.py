"""One cluster: started, looked after when something died, and stopped."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from chamber.embedded import postmaster
from chamber.embedded.options import on_the_command_line
from chamber.embedded.programs import Programs
from chamber.embedded.stuck import Watch
from chamber.embedded.trouble import Trouble

READY_WITHIN_SECONDS = 300  # A recovery after a crash may take its time.
# The whole program shall end within ten seconds of SIGTERM.
STOP_FAST_SECONDS = 6
STOP_AT_ONCE_SECONDS = 2
# Both pass by themselves: the last back ends of a killed server, and one that is just ending.
PASSES = ("pre-existing shared memory block", 'lock file "postmaster.pid" already exists')


@dataclass(frozen=True)
class Cluster:
    """The programs, the data, and the directory of the socket."""

    programs: Programs
    data: Path
    socket: Path
    durable: bool
    more: Mapping[str, str] = field(default_factory=dict)  # Settings for this time only.

    def ensure_running(self, watch: Watch | None = None) -> None:
        """`watch`: of whoever has looked at the server for a while already."""
        until, watch = time.monotonic() + READY_WITHIN_SECONDS, watch or self.watch()
        while not self.ready():
            if time.monotonic() > until:
                raise Trouble(f"The database in {self.data} does not become ready; see its log.")
            if watch.sees_it_stuck():
                self.end("immediate", STOP_AT_ONCE_SECONDS)
            elif self.lives():
                time.sleep(0.05)  # It is recovering, or ending.
            else:
                self.start()

    def lives(self) -> bool:
        return postmaster.lives(self.data, self.socket)

    def ready(self) -> bool:
        if not self.lives():
            return False
        asked = self.run("pg_isready", "-q", "-U", "postgres", "-h", str(self.socket))
        return asked[0] == 0

    def start(self) -> None:
        postmaster.forget_strangers(self.data, self.socket)
        log = self.data / "log"
        before = log.stat().st_size if log.exists() else 0
        options = on_the_command_line(self.socket, durable=self.durable, more=self.more)
        wait = ("-w", "-t", str(READY_WITHIN_SECONDS))
        status, said = self.run("pg_ctl", "-D", ".", "-l", "log", *wait, "-o", options, "start")
        if status == 0:
            return
        if log.exists():
            said = log.read_bytes()[before:].decode(errors="replace") or said
        if not any(words in said for words in PASSES):
            raise Trouble(f"The database in {self.data} does not start: {said}")
        time.sleep(0.2)

    def watch(self) -> Watch:
        return Watch(self.data, self.socket)

    def stop(self) -> None:
        """Fast; and if that takes too long, at once: nothing committed is lost by it."""
        for mode, seconds in (("fast", STOP_FAST_SECONDS), ("immediate", STOP_AT_ONCE_SECONDS)):
            # The number in postmaster.pid may by now be that of a process that is not ours.
            if self.lives():
                self.end(mode, seconds)
        with suppress(OSError):  # Of a server that did not end by itself something may be left.
            self.socket.rmdir()

    def end(self, mode: str, seconds: int) -> None:
        self.run("pg_ctl", "-D", ".", "-w", "-t", str(seconds), "-m", mode, "stop")

    def run(self, program: str, *arguments: str) -> tuple[int, str]:
        return self.programs.run(program, *arguments, cwd=self.data)
