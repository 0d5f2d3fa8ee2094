"""Whether a PostgreSQL of the user's own can hold the record: all that is missing, said at once."""

import asyncpg

from chamber.record.engine import address
from chamber.record.metadata import EXTENSIONS
from chamber.record.rights import PUBLIC, ROLES

# What is asked, whether it is as it must be, and what to say when it is not.
QUESTIONS = (
    (
        "SELECT current_setting('server_version_num')::int >= 180000",
        "PostgreSQL 18 or newer is needed, and this is an older one.",
    ),
    (
        "SELECT current_setting('server_encoding') = 'UTF8'",
        "The database must have the encoding UTF8.",
    ),
    (
        "SELECT lower('Ә') = 'ә'",
        "lower() does not know Kazakh letters: make the database with"
        " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'.",
    ),
    (
        "SELECT to_tsvector('simple', '«а»') = to_tsvector('simple', 'а')",
        "Quotation marks stick to words when searching: make the database with LC_CTYPE 'C.UTF-8'.",
    ),
    (
        "SELECT has_schema_privilege('public', 'CREATE')",
        "The user may not make tables in the schema public.",
    ),
    (
        "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
        " UNION ALL SELECT count(*) = 5 AND bool_and(pg_has_role(oid, 'SET')) FROM pg_roles"
        f" WHERE rolname IN {ROLES} ORDER BY 1 DESC",
        f"The user may not create roles, and may not become {', '.join(ROLES)}:"
        " give it CREATEROLE, or create all five and grant them to it.",
    ),
)
# Of the login that DATABASE_READ_URL names.
OF_THE_PUBLIC = (
    (
        f"SELECT pg_has_role(current_user, '{PUBLIC}', 'USAGE')",
        f"The user of DATABASE_READ_URL is not {PUBLIC}, and no member of it.",
    ),
    (
        "SELECT NOT bool_or(rolsuper OR rolbypassrls OR rolcreaterole OR pg_has_role(oid, 'MEMBER')"
        f" AND rolname NOT IN (current_user, '{PUBLIC}')) FROM pg_roles"
        f" WHERE pg_has_role(oid, 'MEMBER')",
        "The user of DATABASE_READ_URL may become somebody else, or do more than read.",
    ),
    (
        "SELECT NOT has_table_privilege('public.journal', 'SELECT')",
        "The user of DATABASE_READ_URL may read more than the public.",
    ),
)
SIMILAR = "SELECT similarity('Құрылтай', 'құрылтайы') > 0"
NOT_REACHED = (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError)


async def missing(dsn: str) -> list[str]:
    """One sentence for each thing that is missing; none when the database will do."""
    try:
        connection = await asyncpg.connect(address(dsn), timeout=10)
    except NOT_REACHED as error:
        return [f"The database of DATABASE_URL cannot be reached: {first_line(error)}"]
    try:
        wrong = [say for ask, say in QUESTIONS if await answer(connection, ask) is not True]
        for name in EXTENSIONS:
            wrong += await without_extension(connection, name)
        return wrong
    finally:
        await connection.close()


async def amiss(dsn: str) -> list[str]:
    """What is wrong with the login of the public, one sentence for each; none when it will do."""
    try:
        connection = await asyncpg.connect(address(dsn), timeout=10)
    except NOT_REACHED as error:
        return [f"The database of DATABASE_READ_URL cannot be reached: {first_line(error)}"]
    try:
        return [say for ask, say in OF_THE_PUBLIC if await answer(connection, ask) is not True]
    finally:
        await connection.close()


async def answer(connection: asyncpg.Connection, question: str) -> object:
    """What the server says; an error is an answer too (an older one lacks what we ask about)."""
    try:
        return await connection.fetchval(question)
    except asyncpg.PostgresError as error:
        return error


async def without_extension(connection: asyncpg.Connection, name: str) -> list[str]:
    """Tried and taken back again: nothing is left behind by asking."""
    trial = connection.transaction()
    await trial.start()
    try:
        await connection.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        if name == "pg_trgm" and await connection.fetchval(SIMILAR) is not True:
            return ["Kazakh words are never similar: make the database with LC_CTYPE 'C.UTF-8'."]
    except asyncpg.PostgresError as error:
        return [f"The extension {name} is not there and cannot be created: {first_line(error)}"]
    finally:
        await trial.rollback()
    return []


def first_line(error: Exception) -> str:
    """Details and hints of PostgreSQL stand on the lines below."""
    return (str(error) or "no answer").splitlines()[0]
