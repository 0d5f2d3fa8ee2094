"""The database that the migrations build has the shape that the tables describe.

Alembic's own comparison sees no dropped CHECK, trigger, function, view or right; we lean on all.
"""

from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamber.record.engine import connect_engine
from chamber.record.migrating import migrate
from tests.conftest import beside

SHAPE = """
    SELECT 'constraint ' || conrelid::regclass || ': ' || conname || ' '
           || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT concat_ws(' ', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable,
                     column_default, is_identity, is_generated, generation_expression)
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g') FROM pg_proc p
      LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
     WHERE pronamespace = 'public'::regnamespace AND d.objid IS NULL
    UNION ALL
    SELECT concat_ws(' ', 'view', schemaname, viewname, 'of', CASE WHEN viewowner LIKE 'chamber%'
                     THEN viewowner ELSE 'the owner' END, reloptions::text, definition)
      FROM pg_views JOIN pg_class ON oid = format('%I.%I', schemaname, viewname)::regclass
     WHERE schemaname IN ('public', 'gallery')
    UNION ALL
    SELECT concat_ws(' ', 'right', grantee, nullif(table_schema, 'public'), table_name,
                     privilege_type)
      FROM information_schema.role_table_grants
     WHERE grantee LIKE 'chamber%' AND table_schema IN ('public', 'gallery')
    UNION ALL
    SELECT concat_ws(' ', 'schema', nspname, rolname, right_to, has_schema_privilege(
                     r.oid, n.oid, right_to))
      FROM pg_namespace AS n, pg_roles AS r, unnest(ARRAY['USAGE', 'CREATE']) AS right_to
     WHERE nspname IN ('public', 'gallery') AND rolname LIKE 'chamber%'
    UNION ALL
    SELECT concat_ws(' ', 'function', proname, rolname, has_function_privilege(
                     r.oid, p.oid, 'EXECUTE'))
      FROM pg_proc AS p, pg_roles AS r
     WHERE pronamespace = 'public'::regnamespace AND rolname LIKE 'chamber%'
    UNION ALL
    SELECT concat_ws(' ', 'temporary', rolname, has_database_privilege(
                     oid, current_database(), 'TEMPORARY'))
      FROM pg_roles WHERE rolname LIKE 'chamber%'
    UNION ALL
    SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles::text, cmd, qual,
                     with_check)
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL
    SELECT concat_ws(' ', 'rows', relname, relrowsecurity, relforcerowsecurity)
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    UNION ALL
    SELECT concat_ws(' ', 'uncounted', attrelid::regclass, attname)
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attstattarget = 0
    UNION ALL
    SELECT 'extension ' || extname FROM pg_extension
"""
OURS = "alembic_version"  # How far the migrations have come: no table of the record.


async def shape(connection: AsyncConnection) -> set[str]:
    return {said for said in await connection.scalars(text(SHAPE)) if OURS not in said}


async def shape_of(dsn: str) -> set[str]:
    engine = connect_engine(dsn)
    try:
        async with engine.connect() as connection:
            return await shape(connection)
    finally:
        await engine.dispose()


@pytest_asyncio.fixture
async def empty(server: str) -> AsyncIterator[str]:
    name = f"test_{uuid4().hex}"
    admin = await asyncpg.connect(server)
    await admin.execute(f'CREATE DATABASE "{name}"')
    yield beside(server, name)
    await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await admin.close()


async def test_the_migrations_build_what_the_tables_describe(database: str, empty: str) -> None:
    await migrate(empty)

    described, built = await shape_of(database), await shape_of(empty)
    assert sorted(built - described) == []
    assert sorted(described - built) == []


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ("ALTER TABLE vote DROP CONSTRAINT vote_counts_reconcile", "cardinality(electorate)"),
        ("DROP TRIGGER append_only ON journal", "append_only"),
        ("DROP INDEX vote_words_idx", "vote_words_idx"),
        ("REVOKE INSERT ON ballot FROM chamber_app", "right chamber_app ballot INSERT"),
        ("ALTER TABLE vote DROP COLUMN reason CASCADE", "column vote reason"),
        ("ALTER TABLE sitting DISABLE TRIGGER guard_sitting", "guard_sitting"),
        ("DROP POLICY gallery ON hearing", "policy hearing gallery"),
        ("ALTER TABLE hearing DISABLE ROW LEVEL SECURITY", "rows hearing t"),
        ("ALTER VIEW gallery.hearing OWNER TO CURRENT_USER", "view gallery hearing of chamber_gal"),
        ("REVOKE SELECT ON gallery.hearing FROM chamber_public", "right chamber_public gallery"),
        ("GRANT CREATE ON SCHEMA public TO chamber_public", "schema public chamber_public CREATE"),
        ("ALTER TABLE hearing ALTER topic_kk SET STATISTICS 100", "uncounted hearing topic_kk"),
    ],
)
async def test_whatever_is_lost_is_noticed(database: str, change: str, lost: str) -> None:
    engine = connect_engine(database)
    async with engine.connect() as connection:
        before = await shape(connection)
        await connection.execute(text(change))
        missing = before - await shape(connection)
        await connection.rollback()
    await engine.dispose()

    assert any(lost in said for said in missing)
