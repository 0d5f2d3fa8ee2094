"""Troubles that no rule of ours has foreseen: they are logged, and told without our insides."""

import logging

from asyncpg import InterfaceError, InternalClientError, PostgresError
from litestar.exceptions import HTTPException
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    PendingRollbackError,
    TimeoutError,
)

from chamber.web import refusals
from chamber.web.guarded import BY_GUARD
from chamber.web.problem import Asked, Problem, request_id

log = logging.getLogger("chamber.web")
# What the driver says of a line that breaks in the middle of an answer.
LINE_LOST = (InterfaceError, InternalClientError)
LOST = (OSError, EOFError, TimeoutError, PendingRollbackError, *LINE_LOST)

BY_STATUS = {
    401: refusals.NOT_LOGGED_IN,
    404: refusals.UNKNOWN,
    405: refusals.METHOD,
    413: refusals.TOO_LARGE,
}


def of_http(error: HTTPException, asked: object = None) -> Problem:
    known = BY_STATUS.get(error.status_code)
    if known is None:
        known = refusals.BROKEN if error.status_code >= 500 else refusals.unreadable("malformed")
    allowed = (error.headers or {}).get("allow")
    more = {**known.headers, **({"Allow": allowed} if allowed else {})}
    return Problem(known.status, known.kind, known.sentence, headers=more)


def of_database(error: DBAPIError, asked: Asked) -> Problem:
    """The rules judge before the database does; what only it has seen, we did not foresee."""
    cause = cause_of(error)
    if (guarded := BY_GUARD.get(getattr(cause, "constraint_name", None) or "")) is not None:
        return guarded
    state = cause.sqlstate if isinstance(cause, PostgresError) else None
    log.error("the database refused (%s %s)", state, type(error).__name__, extra=said_of(asked))
    if isinstance(error, DataError):
        return refusals.unreadable("a value is out of range")
    if isinstance(error, IntegrityError):
        return refusals.CONTRADICTION
    return refusals.AWAY if is_away(error) else refusals.BROKEN


def broken(error: Exception, asked: Asked) -> Problem:
    if is_away(error):
        log.error("the database is away (%s)", type(error).__name__, extra=said_of(asked))
        return refusals.AWAY
    log.error("a request broke", exc_info=error, extra=said_of(asked))
    return refusals.BROKEN


def is_away(error: Exception) -> bool:
    """Whether the database is only away, and nothing that we do is wrong."""
    if isinstance(error, DBAPIError):
        cause = cause_of(error)
        # The driver's own complaint is of a lost line, if it is not of what we have handed it.
        lost = isinstance(cause, LINE_LOST) and not isinstance(cause, ValueError)
        return lost or error.connection_invalidated or passes(cause)
    return isinstance(error, LOST) or passes(error)


def cause_of(error: DBAPIError) -> BaseException | None:
    """What the driver said."""
    return error.orig.__cause__ if error.orig else None


def passes(error: BaseException | None) -> bool:
    """Whether the database is only away, busy, full or ending: classes of PostgreSQL's error codes.

    A disk that is gone or fails is one of 58 or XX: asking again with the same key is right then,
    and nobody can say yet that nothing was written.
    """
    state = error.sqlstate if isinstance(error, PostgresError) else None
    return state is not None and state[:2] in ("08", "40", "53", "55", "57", "58", "XX")


def said_of(asked: Asked) -> dict[str, str]:
    return {"request": request_id(asked), "path": asked.url.path}
