"""Which cases rest on a sitting, or on who was in office: told by their entries, valid or not."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Index,
    SelectBase,
    Uuid,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.votes.tables import Vote

OF_VOTES = ("open_vote", "close_vote")
SITTINGS_TOLD = func.sittings_told(Entry.body)
# A body is canonical: without these bytes it names no sitting, and need not be read as JSON.
NAMES_A_SITTING = literal_column("""position('"sitting":"'::bytea in journal.body) > 0""", Boolean)

# Every sitting that an act names, or whose hall it was given. A vote that was not lawful has no row
# of its own, and may turn out to have been lawful.
BEFORE = [
    r"""
    CREATE FUNCTION sittings_told(body bytea) RETURNS uuid[]
    IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
        SELECT array_agg(DISTINCT (sitting #>> '{}')::uuid) FROM jsonb_path_query(
            convert_from(body, 'UTF8')::jsonb,
            '$.data.**.sitting ? (@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")'
        ) AS told(sitting)
    $$""",
]
Index(
    "journal_sittings", SITTINGS_TOLD,
    postgresql_using="gin", postgresql_where=NAMES_A_SITTING,
)  # fmt: skip
Index(
    "journal_votes", Entry.act_on, Entry.proceeding_id,
    postgresql_where=Entry.kind.in_(OF_VOTES),
)  # fmt: skip
# No statistics tell of what lies in entries that are not public.
DDL = ["ALTER INDEX journal_sittings ALTER COLUMN 1 SET STATISTICS 0"]


def on_sittings(sittings: Iterable[UUID]) -> SelectBase:
    """The cases in which something was done at one of the sittings."""
    told = SITTINGS_TOLD.op("&&")(cast(list(sittings), ARRAY(Uuid)))
    return select(Entry.proceeding_id).where(NAMES_A_SITTING, told).distinct()


def tells_of(cases: Iterable[Proceeding]) -> ColumnElement[bool]:
    """The entry names one of the cases, wherever it does. Each entry is read once."""
    uids = "|".join(str(one.uid) for one in cases)
    return func.convert_from(Entry.body, "UTF8").regexp_match(uids)


def with_votes_since(day: date) -> SelectBase:
    """Those in which a vote was opened or closed from a day on, as first told or as put right."""
    entered = select(Entry.proceeding_id).where(Entry.kind.in_(OF_VOTES), Entry.act_on >= day)
    as_it_stands = select(Vote.proceeding_id)
    as_it_stands = as_it_stands.where(or_(Vote.opened_on >= day, Vote.closed_on >= day))
    return entered.union(as_it_stands)
