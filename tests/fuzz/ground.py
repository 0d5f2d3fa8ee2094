"""What is fuzzed: the filled demonstration, copied for each part, and somebody of every role."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from uuid import UUID

from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from chamber.demo.accounts import logins
from chamber.demo.filling import fill
from chamber.demo.plan import TODAY
from chamber.record import accounts, passwords, sessions
from chamber.record.engine import connect_engine
from chamber.record.migrating import newest
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.etags import Tags
from chamber.web.gate import Gate
from tests.conftest import beside, of_public
from tests.fuzz.known import Case, Known, Told
from tests.walk.ground import copy, drop

CASES = """SELECT noun, uid, version FROM proceeding ORDER BY id"""
TOLD = """SELECT p.noun, p.uid, j.seq, j.body, a.login FROM journal AS j
          JOIN proceeding AS p ON p.id = j.proceeding_id
          LEFT JOIN account AS a ON a.uid::text =
              convert_from(j.body, 'UTF8')::jsonb #>> '{data,by,account}' ORDER BY j.id"""
FILES = "SELECT encode(sha256, 'hex') FROM file ORDER BY sha256"
VOTES = "SELECT uid FROM vote ORDER BY id"
KEY = "SELECT key FROM house_key"


@dataclass(frozen=True)
class Ground:
    """A server, a filled database on it, and the token of each account."""

    server: str
    filled: str
    tokens: dict[str, str]


@contextmanager
def filled_ground(server: str, template: str) -> Iterator[Ground]:
    name = asyncio.run(copy(server, template))
    try:
        yield Ground(server, name, asyncio.run(fill_it(beside(server, name))))
    finally:
        asyncio.run(drop(server, name))


async def fill_it(dsn: str) -> dict[str, str]:
    await fill(dsn)
    engine = connect_engine(dsn)
    tokens = {}
    async with AsyncSession(engine) as session, session.begin():
        await stamp(session)
        for login in logins():
            account = await accounts.of_login(session, login)
            tokens[login] = await sessions.issue_token(session, account, "fuzz")
    await engine.dispose()
    return tokens


async def stamp(session: AsyncSession) -> None:
    """As a database that was migrated says where it stands."""
    await session.execute(text("CREATE TABLE alembic_version (version_num text)"))
    await session.execute(text("INSERT INTO alembic_version VALUES (:now)"), {"now": newest()})


@asynccontextmanager
async def house_of(ground: Ground) -> AsyncIterator[tuple[Gate, Known]]:
    """A house on a copy of its own, and what is known of its record."""
    slow, passwords.HASHER = passwords.HASHER, PasswordHasher.from_parameters(CHEAPEST)
    name = await copy(ground.server, ground.filled)
    dsn = beside(ground.server, name)
    engine = connect_engine(dsn)
    settings = Settings(chamber_as_of=TODAY, database_url=dsn, database_read_url=of_public(dsn))
    gate = create_app(settings, engine)
    try:
        yield gate, await known_of(engine, ground)
    finally:
        passwords.HASHER = slow
        await close(gate.house)
        await drop(ground.server, name)


async def known_of(engine: AsyncEngine, ground: Ground) -> Known:
    async with engine.connect() as connection:
        tags = Tags(await connection.scalar(text(KEY)) or b"")
        rows = (await connection.execute(text(CASES))).all()
        cases = [Case(noun, uid, tags.of(uid, version)) for noun, uid, version in rows]
        told = [Told.of(*row) for row in (await connection.execute(text(TOLD))).all()]
        files = await column(connection, FILES)
        votes = await column(connection, VOTES)
    return Known(cases, told, [str(one) for one in files], votes, ground.tokens)


async def column(connection: AsyncConnection, query: str) -> list[UUID]:
    return [*(await connection.execute(text(query))).scalars()]
