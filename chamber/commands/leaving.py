"""How a served house ends on SIGTERM: it takes its leave, and nobody is cut off."""

import ctypes
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from granian.server.common import AbstractServer

LEAVE_SECONDS = 1  # So long it is said that we leave, and all are answered as ever.
# Then what is being answered is answered. The embedded PostgreSQL needs the rest of the ten.
KILL_AFTER_SECONDS = 4


class Leave:
    """Seen by all workers. A second SIGTERM, and Ctrl-C, end the house without it."""

    def __init__(self) -> None:
        # A byte that all read without a lock: it is asked at each request, and a worker that is
        # killed holds nothing that others wait for.
        self.begun = multiprocessing.RawValue(ctypes.c_bool, False)
        self.parent = os.getpid()

    def __call__(self) -> bool:
        return self.begun.value

    def with_parent(self) -> None:
        """Of a worker: SIGKILL of the one who started us tells us nothing, and we would stay."""
        threading.Thread(target=self.outlive_nobody, daemon=True).start()

    def outlive_nobody(self) -> None:
        while os.getppid() == self.parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(KILL_AFTER_SECONDS)
        os._exit(1)

    def taken_by(self, server: AbstractServer[Any]) -> None:
        """To be called before it serves."""
        server.on_startup(lambda: self.hear(server))  # It has set its own signals just before.

    def hear(self, server: AbstractServer[Any]) -> None:
        end: Callable[[], None] = server.signal_handler_interrupt

        def leave(number: int, frame: FrameType | None) -> None:
            if self.begun.value:
                end()
                return
            self.begun.value = True
            for worker in server.wrks:  # The same signal may have reached them: no others are born.
                worker.interrupt_by_parent = True
            threading.Thread(target=see_out, args=(server, end), daemon=True).start()

        signal.signal(signal.SIGTERM, leave)


def see_out(server: AbstractServer[Any], end: Callable[[], None]) -> None:
    until = time.monotonic() + LEAVE_SECONDS
    while time.monotonic() < until and any(worker.is_alive() for worker in server.wrks):
        time.sleep(0.05)
    end()
    time.sleep(KILL_AFTER_SECONDS)
    # The server would wait so long for one after the other.
    for worker in server.wrks:
        if worker.is_alive():
            worker.kill()
