"""How often a deputy voted, and at which sittings of his Chamber he was.

Votes are counted when they close. Sittings are few, and are counted when somebody asks: those that
were opened during the mandate, and at which people were registered by name.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

import asyncpg

from chamber.law.asking import BadQuestion
from chamber.record.instants import told_at
from chamber.record.lookup.votes import Page, Turn, person_key
from chamber.record.votes.facts import CAST, Choice

Json = dict[str, Any]

VOTES = """
    SELECT chamber, year, choice AS what, votes AS number FROM public_attendance
    WHERE person_id = $1 ORDER BY year DESC, chamber"""
# Each sitting of a deputy's time in office, and how he stood in its registration.
SITTINGS = """
    FROM public_mandate AS m
    JOIN public_sitting AS s ON (s.chamber = m.chamber OR s.kind = 'joint')
        AND s.opened_on >= m.starts_on AND (m.ends_on IS NULL OR s.opened_on < m.ends_on)
    LEFT JOIN public_presence AS p ON p.sitting_id = s.id AND p.person_id = m.person_id
    WHERE m.person_id = $1"""
STATE = "coalesce(p.state, 'absent')"
COUNTED = f"""
    SELECT m.chamber, date_part('year', s.opened_on)::int AS year, {STATE} AS what,
           count(*)::int AS number
    {SITTINGS} GROUP BY 1, 2, 3 ORDER BY year DESC, chamber"""
LISTED = f"""
    SELECT s.uid, s.chamber, s.kind, s.opened_on, s.starts_at, {STATE} AS state
    {SITTINGS} AND ($2::uuid IS NULL
        OR (s.starts_at, s.id) < (SELECT a.starts_at, a.id FROM public_sitting AS a WHERE uid = $2))
    ORDER BY s.starts_at DESC, s.id DESC LIMIT $3"""
KNOWN = "SELECT EXISTS (SELECT FROM public_sitting WHERE uid = $1)"


class Came(StrEnum):
    """How a deputy stood in the registration of a sitting."""

    PRESENT = "present"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"  # On no list.


async def attendance(reads: asyncpg.Pool, key: int) -> Json:
    """Over all, and by chamber and year."""
    votes, sittings = await reads.fetch(VOTES, key), await reads.fetch(COUNTED, key)
    return {
        **votes_counted(votes),
        "years": [place | votes_counted(rows) for place, rows in by_year(votes)],
        "sittings": {
            **sittings_counted(sittings),
            "years": [place | sittings_counted(rows) for place, rows in by_year(sittings)],
        },
    }


def by_year(rows: list[asyncpg.Record]) -> Iterable[tuple[Json, list[asyncpg.Record]]]:
    for chamber, year in dict.fromkeys((row["chamber"], row["year"]) for row in rows):
        there = [row for row in rows if (row["chamber"], row["year"]) == (chamber, year)]
        yield {"chamber": chamber, "year": year}, there


def votes_counted(rows: Iterable[asyncpg.Record]) -> dict[str, int]:
    found = counted(rows, list(Choice))
    voted = sum(found[choice] for choice in CAST)
    return {"votes": sum(found.values()), "voted": voted, **found}


def sittings_counted(rows: Iterable[asyncpg.Record]) -> dict[str, int]:
    found = counted(rows, list(Came))
    return {"sittings": sum(found.values()), **found}


def counted(rows: Iterable[asyncpg.Record], kinds: Iterable[str]) -> dict[str, int]:
    found = {str(kind): 0 for kind in kinds}
    for row in rows:
        found[row["what"]] += row["number"]
    return found


async def list_sittings(reads: asyncpg.Pool, deputy: UUID, turn: Turn) -> Page:
    """Each sitting at which the deputy was to be, and how he came. Raises Unknown, BadQuestion."""
    key = await person_key(reads, deputy)
    if turn.after is not None and not await reads.fetchval(KNOWN, turn.after):
        raise BadQuestion("after", "is not a sitting of this list")
    rows = await reads.fetch(LISTED, key, turn.after, turn.limit + 1)
    after = rows[turn.limit - 1]["uid"] if len(rows) > turn.limit else None
    return Page([item(row) for row in rows[: turn.limit]], after, ())


def item(row: Mapping[str, Any]) -> Json:
    return {
        "id": str(row["uid"]),
        "chamber": row["chamber"],
        "kind": row["kind"],
        "on": row["opened_on"].isoformat(),
        "starts_at": told_at(row["starts_at"]),
        "state": row["state"],
    }
