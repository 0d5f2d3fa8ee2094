"""A deputy: names, mandates, posts, factions and committees, and how often he voted."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import asyncpg

from chamber.record.lookup.votes import person_key
from chamber.record.votes.facts import CAST, Choice

Json = dict[str, Any]

NAMES = "SELECT starts_on, ends_on, kk, ru, latin FROM public_name WHERE person_id = $1"
MANDATES = """
    SELECT starts_on, ends_on, chamber, convocation, basis, ground
    FROM public_mandate WHERE person_id = $1"""
POSTS = "SELECT starts_on, ends_on, chamber, post FROM public_post WHERE person_id = $1"
MEMBERSHIPS = """
    SELECT starts_on, ends_on, chamber, body_kind, role, body, kk, ru, latin
    FROM public_membership WHERE person_id = $1"""
ATTENDANCE = """
    SELECT chamber, year, choice, votes FROM public_attendance
    WHERE person_id = $1 ORDER BY year DESC, chamber"""


async def show_deputy(reads: asyncpg.Pool, uid: UUID) -> Json:
    """Raises Unknown."""
    key = await person_key(reads, uid)
    names = await reads.fetch(f"{NAMES} ORDER BY starts_on", key)
    memberships = [
        seat(row) for row in await reads.fetch(f"{MEMBERSHIPS} ORDER BY starts_on DESC, body", key)
    ]
    return {
        "id": str(uid),
        "name": name(names[-1]),
        "names": [{**days(row), "name": name(row)} for row in names],
        "mandates": [plain(row) for row in await newest_first(reads, MANDATES, key)],
        "posts": [plain(row) for row in await newest_first(reads, POSTS, key)],
        "factions": [one for one in memberships if one["kind"] == "faction"],
        "committees": [one for one in memberships if one["kind"] == "committee"],
        "other_bodies": [one for one in memberships if one["kind"] not in ("faction", "committee")],
        "attendance": await attendance(reads, key),
        "links": {"record": f"/api/v1/deputies/{uid}/record"},
    }


async def newest_first(reads: asyncpg.Pool, query: str, key: int) -> list[asyncpg.Record]:
    found: list[asyncpg.Record] = await reads.fetch(f"{query} ORDER BY starts_on DESC", key)
    return found


async def attendance(reads: asyncpg.Pool, key: int) -> Json:
    """Over all, and by chamber and year: counted when each vote closed."""
    rows = await reads.fetch(ATTENDANCE, key)
    places = dict.fromkeys((row["chamber"], row["year"]) for row in rows)
    return {
        **counts(rows),
        "years": [
            {
                "chamber": chamber,
                "year": year,
                **counts(r for r in rows if (r["chamber"], r["year"]) == (chamber, year)),
            }
            for chamber, year in places
        ],
    }


def counts(rows: Iterable[asyncpg.Record]) -> dict[str, int]:
    found = dict.fromkeys(Choice, 0)
    for row in rows:
        found[Choice(row["choice"])] += row["votes"]
    voted = sum(found[choice] for choice in CAST)
    return {
        "votes": sum(found.values()),
        "voted": voted,
        **{choice.value: number for choice, number in found.items()},
    }


def seat(row: asyncpg.Record) -> Json:
    return {
        **days(row),
        "id": str(row["body"]),
        "kind": row["body_kind"],
        "chamber": row["chamber"],
        "name": name(row),
        "role": row["role"],
    }


def plain(row: asyncpg.Record) -> Json:
    return {**dict(row), **days(row)}


def days(row: asyncpg.Record) -> dict[str, str | None]:
    """From the first day to the first day out."""
    ends_on = row["ends_on"]
    return {"starts_on": row["starts_on"].isoformat(), "ends_on": ends_on and ends_on.isoformat()}


def name(row: asyncpg.Record) -> dict[str, str]:
    return {language: row[language] for language in ("kk", "ru", "latin")}
