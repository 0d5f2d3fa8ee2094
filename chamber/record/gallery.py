"""The gallery: what the public sees of the record, and all that its database role can read.

A view stands for each open table, under the table's own name but in another schema. The public's
role looks there first, so one query serves everybody. The views are plain and belong to a role of
their own, to which the database itself shows public rows only: conditions and orders reach indexes.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from chamber.record.base import Base
from chamber.record.rights import GALLERY, PUBLIC, SEALER

# Tables of the house itself. No view of them stands in the gallery.
WITHHELD = frozenset(
    {
        "account",
        "session",
        "token",
        "login_attempt",
        "idempotency",
        "house_key",
        "series",
        "booked_day",  # It tells of closed business too.
        "deadline",  # So do these; and they are the work of the house.
        "committee_deadline",
        "deadlines_told",
        "hearing_reading",
        "veiled",
        "file_sender",
        "unsealed",
        "unregistered",
        "opened",
        "ballot_box",  # Nobody's ballot is told before the vote is over.
    }
)


def on_the_board(hearing: str) -> str:
    """What is not announced is not public: on the board lies what was never closed."""
    return f"EXISTS (SELECT FROM public.announced AS a WHERE a.id = {hearing})"


PART_OF_A_HEARING = (
    "hearing_organiser", "hearing_invitation", "hearing_notice", "hearing_move", "hearing_deputy",
    "hearing_guest", "hearing_recommendation", "hearing_dispatch", "hearing_publication",
    "hearing_material", "hearing_hand_over",
)  # fmt: skip

# Which rows of an open table are public, where not all are. Where a condition asks another table,
# it too shows its public rows only.
ROWS = {
    "proceeding": f"noun <> 'hearings' OR {on_the_board('proceeding.id')}",
    "hearing": on_the_board("hearing.id"),
    **{part: on_the_board(f"{part}.hearing_id") for part in PART_OF_A_HEARING},
    # Who was reminded of what is the house's own business.
    "journal": "kind <> 'reminder'"
    " AND EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = journal.proceeding_id)",
    "attachment": "EXISTS (SELECT FROM public.journal AS j WHERE j.id = attachment.entry_id)",
    "file": "EXISTS (SELECT FROM public.attachment AS a WHERE a.sha256 = file.sha256)",
    "agenda_item": "proceeding_id IS NULL OR EXISTS"
    " (SELECT FROM public.proceeding AS p WHERE p.id = agenda_item.proceeding_id)",
}

# Statistics are kept of all rows, and EXPLAIN's guesses tell of them: so, of tables with rows that
# are not public, only of the columns that say which row it is.
COUNTED = frozenset({"id", "proceeding_id", "entry_id", "hearing_id", "sitting_id"})


def gallery() -> list[str]:
    return [
        "CREATE SCHEMA gallery",
        f"GRANT USAGE ON SCHEMA gallery TO {PUBLIC}",
        *(f'GRANT SELECT ON public."{table}" TO {GALLERY}' for table in open_tables()),
        *(statement for table in sorted(ROWS) for statement in row_rights(table)),
        *(f'CREATE VIEW gallery."{t}" AS SELECT * FROM public."{t}"' for t in open_tables()),
        *(f'GRANT SELECT ON gallery."{table}" TO {PUBLIC}' for table in open_tables()),
        # Which entries are public: their commitments, and of no other.
        f"GRANT USAGE ON SCHEMA gallery TO {SEALER}",
        f"GRANT SELECT (commitment, proceeding_id) ON gallery.journal TO {SEALER}",
        HAND_OVER_VIEWS,
    ]


def open_tables() -> list[str]:
    return sorted(set(Base.metadata.tables) - WITHHELD)


def row_rights(name: str) -> Iterator[str]:
    """The gallery sees those that are public. What the house sees is said in `sight.py`."""
    yield f'ALTER TABLE "{name}" ENABLE ROW LEVEL SECURITY'
    yield f'CREATE POLICY gallery ON "{name}" FOR SELECT TO {GALLERY} USING ({ROWS[name]})'
    yield f'ALTER TABLE "{name}" {", ".join(uncounted(Base.metadata.tables[name]))}'


def uncounted(table: Table) -> list[str]:
    columns = [column.name for column in table.columns if column.name not in COUNTED]
    return [f'ALTER COLUMN "{column}" SET STATISTICS 0' for column in columns]


# A view reads with the rights of its owner, and sees the rows that its owner sees.
HAND_OVER_VIEWS = f"""
    DO $$ DECLARE view regclass; BEGIN
        GRANT USAGE, CREATE ON SCHEMA public, gallery TO {GALLERY};
        FOR view IN SELECT oid FROM pg_class WHERE relkind = 'v' AND (
            relnamespace = 'gallery'::regnamespace
            OR relnamespace = 'public'::regnamespace AND relname LIKE 'public\\_%'
        ) LOOP
            EXECUTE format('ALTER VIEW %s OWNER TO {GALLERY}', view);
        END LOOP;
        REVOKE CREATE ON SCHEMA public, gallery FROM {GALLERY};
    END $$"""
