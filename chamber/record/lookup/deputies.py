"""A deputy: names, mandates, posts, factions and committees, and how often he came and voted."""

from typing import Any
from uuid import UUID

import asyncpg

from chamber.record.lookup.attendance import attendance
from chamber.record.lookup.votes import person_key
from chamber.record.proceedings import Unknown

Json = dict[str, Any]

NAMES = "SELECT starts_on, ends_on, kk, ru, latin FROM public_name WHERE person_id = $1"
MANDATES = """
    SELECT starts_on, ends_on, chamber, convocation, basis, ground
    FROM public_mandate WHERE person_id = $1"""
POSTS = "SELECT starts_on, ends_on, chamber, post FROM public_post WHERE person_id = $1"
MEMBERSHIPS = """
    SELECT starts_on, ends_on, chamber, body_kind, role, body, kk, ru, latin
    FROM public_membership WHERE person_id = $1"""


async def show_deputy(reads: asyncpg.Pool, uid: UUID) -> Json:
    """Raises Unknown."""
    key = await person_key(reads, uid)
    if not (names := await reads.fetch(f"{NAMES} ORDER BY starts_on", key)):
        raise Unknown
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
        "links": {
            "record": f"/api/v1/deputies/{uid}/record",
            "sittings": f"/api/v1/deputies/{uid}/sittings",
        },
    }


async def newest_first(reads: asyncpg.Pool, query: str, key: int) -> list[asyncpg.Record]:
    found: list[asyncpg.Record] = await reads.fetch(f"{query} ORDER BY starts_on DESC", key)
    return found


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
