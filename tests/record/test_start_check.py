"""A database that cannot hold the record is told all that it lacks, in plain sentences."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio

from chamber.embedded.server import embedded_server
from chamber.record.rights import PUBLIC, ROLES
from chamber.record.start_check import missing

POOR = "test_poor_" + uuid4().hex[:8]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of our own, for roles belong to a whole server and others use the common one."""
    memory = Path("/dev/shm")  # noqa: S108 -- nothing in it is kept
    home = (memory if memory.is_dir() else Path("/var/tmp")) / f"chamber-{POOR}"  # noqa: S108
    with embedded_server(home, durable=False) as lent:
        yield lent.dsn()
    shutil.rmtree(home)


@pytest_asyncio.fixture(params=["UTF8", "SQL_ASCII"])
async def poor(server: str, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """A database that knows no Kazakh, and a user who may do nothing."""
    admin = await asyncpg.connect(server)
    await admin.execute(
        f"CREATE DATABASE {POOR} TEMPLATE template0 LOCALE_PROVIDER libc"
        f" LC_COLLATE 'C' LC_CTYPE 'C' ENCODING '{request.param}'"
    )
    await admin.execute(f"CREATE ROLE {POOR} LOGIN")
    yield server.replace("postgres@/postgres?", f"{POOR}@/{POOR}?")
    await admin.execute(f"DROP DATABASE {POOR} WITH (FORCE)")
    await admin.execute(f"DROP ROLE {POOR}")
    await admin.close()


async def test_the_embedded_server_lacks_nothing(server: str) -> None:
    assert await missing(server) == []


async def test_asking_leaves_nothing_behind(server: str) -> None:
    await missing(server)

    connection = await asyncpg.connect(server)
    assert await connection.fetchval("SELECT count(*) FROM pg_extension") == 1
    await connection.close()


async def test_all_that_is_wrong_is_said_at_once(poor: str, request: pytest.FixtureRequest) -> None:
    wrong = await missing(poor)

    encoding = request.node.callspec.params["poor"]
    for words in (
        "the encoding UTF8" if encoding != "UTF8" else "Quotation marks stick to words",
        "does not know Kazakh letters",
        "may not make tables",
        "may not create roles",
        "The extension btree_gist is not there and cannot be created: permission denied",
        "The extension pg_trgm is not there and cannot be created: permission denied",
    ):
        assert any(words in sentence for sentence in wrong), f"{words}: not among {wrong}"
    assert not any("PostgreSQL 18" in sentence or "\n" in sentence for sentence in wrong)


@pytest.mark.parametrize("poor", ["UTF8"], indirect=True)
async def test_similarity_of_kazakh_words_is_tried_and_not_believed(poor: str) -> None:
    as_admin = poor.replace(f"{POOR}@/", "postgres@/")

    assert any("never similar" in sentence for sentence in await missing(as_admin))


@pytest.mark.parametrize("poor", ["UTF8"], indirect=True)
async def test_a_user_who_may_become_the_roles_needs_to_make_none(server: str, poor: str) -> None:
    admin = await asyncpg.connect(server)
    for role in ROLES:
        await admin.execute(f"CREATE ROLE {role}; GRANT {role} TO {POOR}")
    granted = await missing(poor)
    await admin.execute(f"REVOKE {PUBLIC} FROM {POOR}")
    lacking = await missing(poor)
    await admin.close()

    assert not any("may not create roles" in sentence for sentence in granted)
    assert any("may not create roles" in sentence for sentence in lacking)


@pytest.mark.parametrize(
    "dsn",
    ["postgresql://u:secret@127.0.0.1:9/none", "postgresql://u:secret@/none?host=/nowhere"],
)
async def test_a_server_that_does_not_answer_is_one_sentence_without_the_password(dsn: str) -> None:
    (sentence,) = await missing(dsn)

    assert sentence.startswith("The database of DATABASE_URL cannot be reached")
    assert "secret" not in sentence
