"""What somebody would try who can make the public's role say any SQL at all."""

from collections.abc import Iterator

# Half of the mark is known to the attacker: enough to look for it, and never enough to tell it.
KNOWN_HALF = "qzxcanary"
LIKE = f"LIKE '%{KNOWN_HALF}%'"
PEEK = """CREATE OR REPLACE FUNCTION pg_temp.peek(t text) RETURNS bool COST 0.0000001
          LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', t; RETURN true; END $$"""

# Each line is tried on one connection, one statement after the other.
TRIED: tuple[tuple[str, ...], ...] = (
    ("SELECT * FROM public.journal",),
    ("SELECT * FROM public.hearing",),
    ("SELECT * FROM public.hearing_reading",),
    ("SELECT * FROM public.booked_day",),
    ("SELECT * FROM public.idempotency",),
    ("SELECT convert_from(body, 'UTF8') FROM gallery.journal",),
    (PEEK, "SELECT count(*) FROM gallery.hearing AS h WHERE pg_temp.peek(h.topic_kk)"),
    (PEEK, "SELECT * FROM gallery.journal WHERE pg_temp.peek(encode(body, 'escape'))"),
    ("CREATE TEMP TABLE announced (id bigint)", "INSERT INTO announced SELECT 1",
     "SELECT * FROM gallery.hearing"),
    ("CREATE TABLE gallery.announced2 (id bigint)",),
    ("CREATE TABLE public.announced2 (id bigint)",),
    ("CREATE SCHEMA mine",),
    ("CREATE FUNCTION public.peek(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",),
    ("SET ROLE chamber_app", "SELECT * FROM public.journal"),
    ("SET ROLE chamber_gallery", "SELECT * FROM public.journal"),
    ("SET ROLE postgres", "SELECT * FROM public.journal"),
    ("SET ROLE NONE", "SELECT * FROM public.journal"),
    ("RESET ROLE", "SELECT * FROM public.journal"),
    ("RESET ALL", "SELECT * FROM public.journal"),
    ("DISCARD ALL", "SELECT * FROM public.journal"),
    ("SET SESSION AUTHORIZATION postgres", "SELECT * FROM public.journal"),
    ("RESET SESSION AUTHORIZATION", "SELECT * FROM public.journal"),
    ("SELECT set_config('role', 'none', false)", "SELECT * FROM public.journal"),
    ("SELECT set_config('role', 'postgres', false)", "SELECT * FROM public.journal"),
    ("SELECT set_config('role', 'chamber_app', true)", "SELECT * FROM public.journal"),
    ("SELECT set_config('session_authorization', 'postgres', false)",),
    ("SET row_security = off", "SELECT * FROM gallery.journal", "RESET row_security"),
    ("SET session_replication_role = replica",),
    ("ALTER TABLE public.journal DISABLE ROW LEVEL SECURITY",),
    ("ALTER TABLE public.journal OWNER TO chamber_public",),
    ("ALTER VIEW gallery.journal SET (security_invoker = true)",),
    ("CREATE OR REPLACE VIEW gallery.journal AS SELECT * FROM public.journal",),
    ("DROP POLICY gallery ON public.journal",),
    ("ALTER ROLE chamber_public SUPERUSER",),
    ("GRANT chamber_app TO chamber_public",),
    ("GRANT SELECT ON public.journal TO chamber_public",),
    ("CREATE ROLE other IN ROLE chamber_app",),
    ("COPY public.journal TO STDOUT",),
    ("COPY (SELECT 1) TO PROGRAM 'id'",),
    ("COPY (SELECT * FROM gallery.journal) TO '/tmp/chamber_leak'",),
    ("SELECT pg_read_file('postgresql.conf')",),
    ("SELECT pg_read_binary_file('base/1/1259')",),
    ("SELECT pg_ls_dir('.')",),
    ("SELECT lo_import('/etc/passwd')",),
    ("SELECT lo_export(1, '/tmp/chamber_leak')",),
    ("SELECT lo_get(oid) FROM pg_largeobject_metadata",),
    ("SELECT * FROM pg_largeobject",),
    ("SELECT * FROM pg_stats",),
    ("SELECT * FROM pg_statistic",),
    ("SELECT * FROM pg_stats_ext", "SELECT * FROM pg_stats_ext_exprs"),
    ("SELECT * FROM pg_statistic_ext_data",),
    ("SELECT * FROM pg_stat_activity", "SELECT * FROM pg_stat_statements"),
    ("SELECT * FROM pg_prepared_statements", "SELECT * FROM pg_cursors"),
    ("SELECT * FROM pg_locks", "SELECT * FROM pg_prepared_xacts"),
    ("SELECT * FROM pg_authid", "SELECT * FROM pg_shadow", "SELECT * FROM pg_user_mapping"),
    ("SELECT * FROM pg_hba_file_rules", "SELECT * FROM pg_file_settings"),
    ("SELECT query_to_xml('SELECT * FROM public.journal', true, false, '')",),
    ("SELECT query_to_xml('SELECT * FROM gallery.journal', true, false, '')",),
    ("SELECT table_to_xml('public.hearing', true, false, '')",),
    ("SELECT schema_to_xml('public', true, false, '')",),
    ("SELECT schema_to_xml('gallery', true, false, '')",),
    ("SELECT database_to_xml(true, false, '')",),
    ("SELECT ts_stat('SELECT to_tsvector(topic_kk) FROM public.hearing')",),
    ("SELECT ts_rewrite('a'::tsquery, 'SELECT topic_kk::tsquery, topic_kk::tsquery"
     " FROM public.hearing')",),
    ("DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM public.journal LOOP"
     " RAISE NOTICE '%', r; END LOOP; END $$",),
    ("DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM gallery.journal LOOP"
     " RAISE NOTICE '%', convert_from(r.body, 'UTF8'); END LOOP; END $$",),
    ("DO $$ BEGIN EXECUTE 'SET ROLE postgres'; PERFORM * FROM public.journal; END $$",),
    ("BEGIN", "DECLARE c CURSOR FOR SELECT * FROM gallery.hearing", "FETCH ALL FROM c", "ROLLBACK"),
    ("BEGIN", "DECLARE c CURSOR FOR SELECT * FROM public.hearing", "FETCH ALL FROM c", "ROLLBACK"),
    ("BEGIN", "LOCK TABLE public.journal IN SHARE MODE", "ROLLBACK"),
    ("BEGIN", "SELECT * FROM gallery.journal FOR UPDATE", "ROLLBACK"),
    ("PREPARE p AS SELECT * FROM public.hearing", "EXECUTE p", "DEALLOCATE ALL"),
    ("PREPARE p AS SELECT * FROM gallery.hearing", "EXECUTE p", "DEALLOCATE ALL"),
    ("INSERT INTO public.attachment VALUES (1, '\\x00')",),
    ("INSERT INTO gallery.attachment SELECT g, '\\x00' FROM generate_series(1, 99) AS g",),
    ("INSERT INTO gallery.announced SELECT id FROM gallery.proceeding",),
    ("INSERT INTO gallery.proceeding (noun, number) VALUES ('hearings', 'x') RETURNING *",),
    ("UPDATE gallery.hearing SET place_kk = place_ru RETURNING *",),
    ("DELETE FROM gallery.hearing RETURNING *",),
    ("MERGE INTO gallery.hearing AS h USING gallery.proceeding AS p ON p.id = h.id"
     " WHEN MATCHED THEN UPDATE SET place_kk = h.topic_kk",),
    ("TRUNCATE public.hearing CASCADE",),
    ("EXPLAIN (ANALYZE, VERBOSE, BUFFERS) SELECT * FROM gallery.journal",),
    ("EXPLAIN (VERBOSE, SETTINGS) SELECT * FROM gallery.hearing WHERE topic_kk > 'qz'",),
    ("SET enable_seqscan = off", f"SELECT * FROM gallery.hearing WHERE topic_kk {LIKE}",
     "RESET enable_seqscan"),
    ("SET debug_print_plan = on", "SET client_min_messages = debug5",
     "SELECT * FROM gallery.journal", "RESET client_min_messages", "RESET debug_print_plan"),
    ("LISTEN hearings_board", "NOTIFY hearings_board", "UNLISTEN *"),
    ("SELECT cast_ballot(1, 1, 'for')",),
    ("SELECT max(a::text) FROM gallery.announced AS a",),
    ("SELECT currval('hearing_reading_id_seq')", "SELECT * FROM hearing_reading_id_seq"),
    ("SELECT pg_sequence_last_value('proceeding_id_seq'::regclass)",),
    ("CREATE EXTENSION dblink", "CREATE EXTENSION file_fdw", "CREATE EXTENSION postgres_fdw"),
    ("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION refuse_change()",),
    ("CREATE STATISTICS s ON topic_kk, topic_ru FROM public.hearing",),
    ("CREATE INDEX ON public.hearing (topic_kk)",),
    ("ANALYZE public.hearing", "VACUUM public.hearing", "REINDEX TABLE public.hearing"),
    ("LOAD 'auto_explain'",),
    ("ALTER SYSTEM SET log_statement = 'all'",),
    ("CREATE PUBLICATION p FOR ALL TABLES", "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p"),
    ("SELECT pg_create_logical_replication_slot('s', 'test_decoding')",),
    ("SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",),
    ("COMMENT ON TABLE public.hearing IS 'x'", "SECURITY LABEL ON TABLE public.hearing IS 'x'"),
    ("SELECT h.*, j.* FROM gallery.hearing AS h FULL JOIN gallery.journal AS j"
     " ON j.proceeding_id = h.id",),
    (f"SELECT count(*) FILTER (WHERE 1 / (CASE WHEN encode(body, 'escape') {LIKE} THEN 0 ELSE 1"
     " END) = 1) FROM gallery.journal",),
    ("SELECT row_to_json(h) FROM gallery.hearing AS h",
     "SELECT jsonb_agg(j) FROM gallery.journal AS j"),
    ("SELECT xmin, xmax, ctid, tableoid FROM gallery.hearing",),
    ("SELECT * FROM public.hearing TABLESAMPLE SYSTEM (100)",),
    ("SELECT * FROM pg_get_ruledef(0)", "SELECT pg_get_viewdef('gallery.hearing'::regclass)"),
    ("SELECT has_column_privilege('chamber_public', 'public.hearing', 'topic_kk', 'SELECT')",),
)  # fmt: skip

RELATIONS = """
    SELECT n.nspname AS schema, c.relname AS name, c.relkind::text AS kind
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'v', 'm', 'S', 'p', 'f', 't') ORDER BY 1, 2"""
COLUMNS = """
    SELECT n.nspname AS schema, c.relname AS name, a.attname AS column
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
    WHERE n.nspname = 'gallery' OR (n.nspname = 'public' AND c.relname LIKE 'public\\_%')
    ORDER BY 1, 2, 3"""
FUNCTIONS = """
    SELECT n.nspname AS schema, p.proname AS name,
           coalesce(array_agg(format_type(t, NULL) ORDER BY place) FILTER (WHERE t IS NOT NULL),
                    '{}') AS types
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    LEFT JOIN LATERAL unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, place) ON true
    WHERE p.prokind = 'f' AND p.pronargs <= 1 AND p.prorettype <> 'trigger'::regtype
        AND p.proname !~ 'sleep|terminate|cancel|^pg_(backup|wal|promote|switch)'
    GROUP BY p.oid, 1, 2 ORDER BY 1, 2"""
ARGUMENTS = {
    "oid": ["'public.hearing'::regclass", "'public.journal'::regclass"],
    "regclass": ["'public.hearing'", "'public.journal'"],
    "text": ["'public.hearing'", "'SELECT topic_kk FROM public.hearing'"],
    "name": ["'hearing'", "'chamber_app'"],
    "cstring": ["'public.hearing'"],
}


def whole(schema: str, name: str) -> Iterator[str]:
    place = f'"{schema}"."{name}"'
    yield f"SELECT * FROM {place}"
    yield f"SELECT t::text FROM {place} AS t"
    yield f"EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM {place}"


def leaky(schema: str, name: str, column: str) -> Iterator[str]:
    """Casts and divisions that fail aloud, where one is evaluated on a row that is not public."""
    place, value = f'"{schema}"."{name}"', f'"{column}"::text'
    marked = f"CASE WHEN {value} {LIKE} THEN 0 ELSE 1 END"
    yield f"SELECT {value} FROM {place} WHERE {value} {LIKE}"
    yield f"SELECT 1 FROM {place} WHERE {value} {LIKE} AND {value}::xid8 IS NOT NULL"
    yield f"SELECT 1 FROM {place} WHERE {marked} = 0 AND {value}::interval IS NULL"
    yield f"SELECT 1 FROM {place} WHERE 1 / ({marked}) = 1"
    yield f"SELECT {value} FROM {place} ORDER BY 1 / ({marked})"
    yield f"SELECT min({value}), max({value}), string_agg({value}, '') FROM {place}"
    yield f"EXPLAIN SELECT * FROM {place} WHERE \"{column}\"::text > '{KNOWN_HALF}'"


def calls(schema: str, name: str, types: list[str]) -> Iterator[str]:
    if not types:
        yield f'SELECT * FROM "{schema}"."{name}"()'
    for given in ARGUMENTS.get(types[0], []) if types else ():
        yield f'SELECT * FROM "{schema}"."{name}"({given}::{types[0]})'
