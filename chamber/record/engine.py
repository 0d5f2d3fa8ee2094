"""How we connect: any address that PostgreSQL's own programs understand will do."""

import asyncpg
from asyncpg import (
    InterfaceError,
    InternalClientError,
    OutdatedSchemaCacheError,
    PostgresError,
)
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

# What libpq knows and asyncpg would send to the server as a setting, which refuses it.
LIBPQ_ONLY = {
    "channel_binding", "connect_timeout", "fallback_application_name", "gssencmode",
    "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval",
    "load_balance_hosts", "max_protocol_version", "min_protocol_version", "require_auth",
    "sslcertmode", "sslcompression", "sslsni", "tcp_user_timeout",
}  # fmt: skip
# What a bare connection raises where the database is away, or the line breaks in mid-answer.
TROUBLE = (PostgresError, InterfaceError, InternalClientError, OSError, EOFError, TimeoutError)


def connect_engine(
    dsn: str, *, connections: int = 5, spare: int = 10, path: str | None = None
) -> AsyncEngine:
    """Sessions over a pool of `connections`, and up to `spare` more under load.

    `path` says in which schemas, and in which order, tables are looked for.
    """
    # SQLAlchemy would understand some of these addresses differently, and others not at all.
    plain = address(dsn)
    settings = {"search_path": path} if path else {}
    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=lambda: asyncpg.connect(plain, server_settings=settings),
        pool_size=connections,
        max_overflow=spare,
    )
    event.listen(engine.sync_engine, "handle_error", connect_anew)
    return engine


def connect_anew(failed: ExceptionContext) -> None:
    """Connections that learnt what a row is before the table was changed are given up, all of them:
    whoever asks again is answered."""
    if isinstance(failed.original_exception.__cause__, OutdatedSchemaCacheError):
        failed.is_disconnect = True


def prepared(
    dsn: str, *, connections: int, role: str | None = None, path: str | None = None
) -> asyncpg.Pool:
    """A pool for hot reads, to be entered with `async with`; `role` and `path` are for life.

    Handing a connection back resets nothing, which saves a round trip for each read. So nothing
    may be SET on these connections, and nothing be left open.
    """
    wanted = {"role": role, "search_path": path}
    settings = {name: value for name, value in wanted.items() if value}
    return asyncpg.create_pool(
        address(dsn),
        min_size=1,
        max_size=connections,
        max_inactive_connection_lifetime=0,
        server_settings=settings,
        reset=leave_as_it_is,
    )


async def leave_as_it_is(connection: object) -> None:
    pass


def address(dsn: str) -> str:
    """The same address for asyncpg: without the driver in its name, and without LIBPQ_ONLY.

    >>> address("postgresql+asyncpg://db/chamber?sslmode=require&channel_binding=prefer")
    'postgresql://db/chamber?sslmode=require'
    """
    _, _, rest = dsn.partition("://")
    place, _, query = rest.partition("?")
    kept = [part for part in query.split("&") if part and part.split("=")[0] not in LIBPQ_ONLY]
    return f"postgresql://{place}" + (f"?{'&'.join(kept)}" if kept else "")
