"""How the lines look that the programs write of what they do.

Of an error they say where it happened and of which kind it is, and no more: what it says of itself
may repeat what somebody has sent, or what lies in a closed row.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        said = super().format(record)
        request = getattr(record, "request", None)
        first, newline, rest = said.partition("\n")
        return f"{first} (request {request}){newline}{rest}" if request else said

    def formatException(self, info: Info) -> str:
        return "\n".join(places(info[1]))


def places(error: BaseException | None, most: int = 5) -> list[str]:
    """The way to an error, and to those that it came from."""
    if error is None or most == 0:
        return []
    way = [
        f"  {frame.filename}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    state: Any = getattr(error, "sqlstate", None)
    kind = f"{type(error).__module__}.{type(error).__name__}" + (f" {state}" if state else "")
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*places(before, most - 1), *way, kind]


LINES: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": Line, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"level": "INFO", "handlers": ["out"]},
}
