"""What the database roles may do. The owner owns the tables; nobody logs in to act as owner.

The application reads and adds, and changes rows that tell what stands now; the journal and the
ballots it can only add to. The desk reads, and sees what the one who asks may know. The public logs
in for itself, and reads views of public rows and nothing else. The gallery is nobody: the views are
its own, and show what it may see. The sealer sees hashes, and gives them their places.
"""

from collections.abc import Iterator

from chamber.record.base import Base

APP, PUBLIC, GALLERY = "chamber_app", "chamber_public", "chamber_gallery"
DESK, SEALER = "chamber_desk", "chamber_sealer"
ROLES = (APP, DESK, PUBLIC, GALLERY, SEALER)
PATH = "gallery, public"  # Where the public's role looks for a table first.

# Rows of these are added, and never changed or taken away: by grants, and by a trigger.
APPEND_ONLY = (
    "journal", "ballot_box", "ballot", "vote_document", "file", "attachment", "hearing_reading",
    "veiled", "file_sender", "leaf", "checkpoint", "record_key", "register",
)  # fmt: skip
# Who may come in is settled before a role is taken on: neither role reads a password's hash.
# And what is told by which edition is known to those who bring the database up to date.
OWNERS = ("account", "session", "token", "login_attempt", "house_key", "deadlines_told")
# What seals the record sees hashes and nothing else; and nobody else writes any of it.
SEALED = {
    "unsealed": "SELECT, DELETE",
    "unregistered": "SELECT, DELETE",
    "opened": "SELECT, INSERT, DELETE",
    "register": "SELECT (seq, commitment), INSERT",
    "leaf": "SELECT, INSERT",
    "checkpoint": "SELECT, INSERT",
    "record_key": "SELECT, INSERT",
}


def rights() -> list[str]:
    return [
        *(make_role(role) for role in ROLES),
        *(become(role) for role in ROLES),
        LET_IN,
        REFUSE,
        *(one for t in APPEND_ONLY if t in Base.metadata.tables for one in append_only(t)),
        f"GRANT USAGE ON SCHEMA public TO {', '.join(ROLES)}",
        *(one for t in sorted(set(Base.metadata.tables) - {*OWNERS, *SEALED}) for one in grant(t)),
        *(f'GRANT {may} ON "{table}" TO {SEALER}' for table, may in SEALED.items()),
        f"GRANT SELECT ON leaf, checkpoint, record_key TO {APP}, {DESK}",
        f"GRANT INSERT ON hearing_reading TO {DESK}",  # That it was read is kept.
        GRANT_VIEWS,
        CLOSE_FUNCTIONS,
        CLOSE_DATABASE,
    ]


def make_role(role: str) -> str:
    # Roles belong to the whole server; another database may have made them a moment ago.
    return f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN
                CREATE ROLE {role} NOLOGIN;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$"""


def become(role: str) -> str:
    # Who makes a role may not yet become it; a superuser may anyway.
    return f"""
        DO $$ BEGIN
            IF NOT pg_has_role(current_user, '{role}', 'SET') THEN
                GRANT {role} TO CURRENT_USER;
            END IF;
        END $$"""


# On a connection of its own there is no other role to go back to. Where the owner may not let it
# in, somebody has made another login for the public, who is a member of the role.
LET_IN = f"""
    DO $$ BEGIN
        IF NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = '{PUBLIC}') THEN
            ALTER ROLE {PUBLIC} LOGIN;
        END IF;
    EXCEPTION WHEN insufficient_privilege OR internal_error THEN NULL;
    END $$"""


REFUSE = """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END $$"""


def append_only(table: str) -> Iterator[str]:
    yield f"""
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"""
    # Also where somebody says that what is written comes from another server.
    yield f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER append_only'


def grant(table: str) -> Iterator[str]:
    yield f'GRANT SELECT ON "{table}" TO {DESK}'
    if table in APPEND_ONLY:
        may = "SELECT, INSERT"
    else:
        may = "SELECT, INSERT, UPDATE, DELETE" if table in CHILDREN else "SELECT, INSERT, UPDATE"
    yield f'GRANT {may} ON "{table}" TO {APP}'


# Rows that a proceeding's facts are written to anew (a correction may take one away).
CHILDREN: tuple[str, ...] = (
    "person_name", "mandate", "post", "membership", "convocation_session",
    "sitting_move", "agenda_version", "agenda_item", "sitting_item", "registration", "presence",
    "presence_count", "speech", "sitting_decision", "counting_commission",
    "candidate", "candidate_statement", "ballot_order", "office_term",
    "hearing_organiser", "hearing_invitation", "hearing_notice", "hearing_move", "hearing_deputy",
    "hearing_guest", "hearing_recommendation", "hearing_dispatch", "hearing_publication",
    "hearing_material", "hearing_hand_over", "booked_day", "announced", "announced_organiser",
    "immunity_measure", "immunity_demand", "immunity_notice", "immunity_attendance",
    "immunity_taken", "mandate_matter_deputy",
    "report_signature", "report_rapporteur", "report_commission", "report_commission_member",
    "report_notice", "report_access", "report_day", "report_step", "report_appeal",
    "deadline", "committee_deadline",
)  # fmt: skip

GRANT_VIEWS = f"""
    DO $$ DECLARE view text; BEGIN
        FOR view IN SELECT viewname FROM pg_views WHERE schemaname = 'public'
                     AND viewname LIKE 'public\\_%' LOOP
            EXECUTE format('GRANT SELECT ON %I TO {PUBLIC}, {APP}, {DESK}', view);
        END LOOP;
    END $$"""

# PostgreSQL lets everybody call a new function. What only computes is everybody's, as in a search.
CLOSE_FUNCTIONS = f"""
    DO $$ DECLARE ours regprocedure; BEGIN
        FOR ours IN
            SELECT p.oid FROM pg_proc AS p
            WHERE pronamespace = 'public'::regnamespace AND provolatile <> 'i'
                AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', ours);
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO {APP}, {DESK}', ours);
        END LOOP;
    END $$"""

# A temporary table or function of the public's would lie before ours on the same connection.
CLOSE_DATABASE = """
    DO $$ BEGIN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    END $$"""
