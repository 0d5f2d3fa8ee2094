"""Broken variants that must be caught: where one is not, the other figures are worth nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import cutting, killing, plug
from tests.faults.errand import Errand
from tests.faults.serving import HASTY

MOST = 25  # By then it should have been caught.
# What is acknowledged stays in memory for as long as a server allows.
ASYNCHRONOUS = "synchronous_commit = off\nwal_writer_delay = 10s\n"
UNSYNCED = "fsync = off\n"


@dataclass(frozen=True)
class Control:
    name: str
    caught: Callable[[Errand], str]  # In words, how; nothing where it was not.


def killed(variant: killing.Variant) -> Callable[[Errand], str]:
    def caught(errand: Errand) -> str:
        done = killing.run(errand, variant)
        return f"caught, {done.found} after {done.kills} kills" if done.found.lost else ""

    return caught


def cut(errand: Errand) -> str:
    if not plug.possible():
        return f"not run: {plug.NEEDS}"
    done = cutting.run(errand, settings=UNSYNCED)
    harm = done.broken or (str(done.found) if done.found else "")
    return f"caught at cut {done.cuts}: {harm}" if harm else ""


UNFLUSHED = killing.Variant({"database": 1}, settings=ASYNCHRONOUS, control=True)
TOO_EARLY = killing.Variant({"application": 1}, program=HASTY, control=True)
CONTROLS = (
    Control("fsync=off and the power cut", cut),
    Control("synchronous_commit=off and the database killed", killed(UNFLUSHED)),
    Control("acknowledged before it is kept, and the application killed", killed(TOO_EARLY)),
)
