"""Whether a database is sound: each index and each table is read whole, by PostgreSQL's amcheck."""

from collections.abc import Callable

import asyncpg

OURS = "relpersistence = 'p' AND c.oid >= 16384"
INDEXES = f"""
    SELECT c.oid, c.relname FROM pg_class AS c JOIN pg_index AS i ON i.indexrelid = c.oid
      JOIN pg_am AS m ON m.oid = c.relam
     WHERE m.amname = 'btree' AND i.indisvalid AND {OURS} ORDER BY 2"""
TABLES = f"SELECT c.oid, c.relname FROM pg_class AS c WHERE relkind IN ('r', 't') AND {OURS}"


async def unsound(dsn: str, told: Callable[[int, int], None]) -> list[str]:
    """One line for each fault; none when all is as it should be."""
    connection = await asyncpg.connect(dsn)
    try:
        trial = connection.transaction()
        await trial.start()  # Nothing is left behind by asking: amcheck is not part of the record.
        await connection.execute("CREATE SCHEMA amcheck; CREATE EXTENSION amcheck SCHEMA amcheck")
        indexes, tables = await connection.fetch(INDEXES), await connection.fetch(TABLES)
        faults: list[str] = []
        for done, (oid, name) in enumerate((*indexes, *tables), 1):
            faults += await faults_of(connection, oid, name, table=done > len(indexes))
            told(done, len(indexes) + len(tables))
        await trial.rollback()
        return faults
    finally:
        await connection.close()


async def faults_of(
    connection: asyncpg.Connection, oid: int, name: str, *, table: bool
) -> list[str]:
    question = "SELECT msg FROM amcheck.verify_heapam($1::oid)"
    if not table:
        question = "SELECT NULL FROM amcheck.bt_index_check($1::oid, true)"
    try:
        async with connection.transaction():
            return [f"{name}: {msg}" for (msg,) in await connection.fetch(question, oid) if msg]
    except asyncpg.PostgresError as error:
        return [f"{name}: {error}"]
