"""Votes by chamber, day, power, rule, outcome, deputy, faction, and words of the question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from chamber.law.asking import BadQuestion
from chamber.law.seats import Chamber
from chamber.record.lookup.asking import Asked
from chamber.record.lookup.lists import (
    ALL,
    OF_DEPUTY,
    OF_FACTION,
    Conditions,
    List,
    looked_up_query,
    on_the_way_query,
    page_query,
)
from chamber.record.proceedings import Unknown
from chamber.record.votes.facts import Choice, Outcome

FILTERS = ("chamber", "from", "until", "power", "rule", "outcome", "q")
OF_VOTES = (*FILTERS, "deputy", "choice", "faction")
OF_RECORD = (*FILTERS, "choice", "faction")
PLACE = "SELECT c.opened_on, c.id FROM public_vote AS c WHERE c.uid = {}"
Item = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """Which page is wanted: so many votes, after this one."""

    after: UUID | None
    limit: int


@dataclass(frozen=True)
class Page:
    items: list[Item]
    after: UUID | None  # What the next page is asked for with.
    columns: tuple[str, ...]  # What it has beyond the usual ones.


async def list_votes(reads: asyncpg.Pool, asked: Asked, turn: Turn) -> Page:
    """Raises BadQuestion."""
    deputy, faction = asked.uid("deputy"), asked.uid("faction")
    if deputy is None and "choice" in asked.words:
        raise BadQuestion("choice", "is a deputy's: name the deputy too")
    conditions = Conditions()
    if deputy is not None:
        conditions.add("w.person_id = {}", await person_key(reads, deputy, "deputy"))
        return await walk(reads, OF_DEPUTY, conditions, asked, turn)
    if faction is not None:
        conditions.add("w.faction_id = {}", await body_key(reads, faction))
        return await walk(reads, OF_FACTION, conditions, asked, turn)
    return await walk(reads, ALL, conditions, asked, turn)


async def list_record(reads: asyncpg.Pool, deputy: UUID, asked: Asked, turn: Turn) -> Page:
    """Every vote in which the deputy could have voted, with what he did. Raises Unknown."""
    conditions = Conditions()
    conditions.add("w.person_id = {}", await person_key(reads, deputy))
    return await walk(reads, OF_DEPUTY, conditions, asked, turn)


async def walk(
    reads: asyncpg.Pool, of: List, conditions: Conditions, asked: Asked, turn: Turn
) -> Page:
    await narrow(reads, of, conditions, asked)
    conditions.add(f"({of.place}) < ({PLACE})", turn.after)
    rows = await find(reads, of, conditions, asked.search(), turn.limit + 1)
    if turn.after is not None and not rows:
        await check_place(reads, turn.after)
    after = rows[turn.limit - 1]["uid"] if len(rows) > turn.limit else None
    return Page([item(row) for row in rows[: turn.limit]], after, of.columns)


async def find(
    reads: asyncpg.Pool, of: List, conditions: Conditions, words: list[str] | None, rows: int
) -> list[asyncpg.Record]:
    """One page, and one vote more where there is another page."""
    others = conditions.where
    if words is not None:
        look_for(conditions, words)
    query = page_query(of, conditions, rows)
    if of is ALL and words is not None:
        has_words = conditions.said[-1]
        query = on_the_way_query(others, has_words, rows)
        found: list[asyncpg.Record] = await reads.fetch(query, *conditions.values)
        if len(found) == rows:
            return found
        query = looked_up_query(others, has_words, rows)
    found = await reads.fetch(query, *conditions.values)
    return found


def look_for(conditions: Conditions, words: list[str]) -> None:
    """Each word may go on, for Kazakh and Russian add endings; or be another form of a Russian one.

    A Russian word too common to be kept by its stem is found as it is written.
    """
    forms = "(to_tsquery('simple', {}) || plainto_tsquery('russian', {}))"
    asked = [part for word in words for part in (f"'{word}':*", word)]
    conditions.add(f"v.words @@ ({' && '.join([forms] * len(words))})", *asked)


async def narrow(reads: asyncpg.Pool, of: List, conditions: Conditions, asked: Asked) -> None:
    """What is asked of the votes of any list."""
    day = of.place.partition(",")[0]
    conditions.add(f"{day} >= {{}}", asked.day("from"))
    conditions.add(f"{day} <= {{}}", asked.day("until"))
    conditions.add("v.chamber = {}", asked.one_of("chamber", list(Chamber)))
    conditions.add("v.power = {}", asked.text("power"))
    conditions.add("v.rule = {}", asked.text("rule"))
    conditions.add("v.outcome = {}", asked.one_of("outcome", list(Outcome)))
    if of is OF_DEPUTY:
        conditions.add("w.choice = {}", asked.one_of("choice", list(Choice)))
        if (faction := asked.uid("faction")) is not None:
            conditions.add(
                "EXISTS (SELECT FROM public_faction_vote AS f WHERE f.vote_id = v.id"
                " AND f.edition = v.edition AND f.faction_id = {})",
                await body_key(reads, faction),
            )


async def check_place(reads: asyncpg.Pool, vote: UUID) -> None:
    if not await reads.fetchval("SELECT true FROM public_vote WHERE uid = $1", vote):
        raise BadQuestion("after", "is not a vote of this list")


async def person_key(reads: asyncpg.Pool, uid: UUID, field: str | None = None) -> int:
    key: int | None = await reads.fetchval("SELECT id FROM public_person WHERE uid = $1", uid)
    if key is None:
        raise BadQuestion(field, f"nobody has the id {uid}") if field else Unknown
    return key


async def body_key(reads: asyncpg.Pool, uid: UUID) -> int:
    query = "SELECT id FROM public_case WHERE uid = $1 AND noun = 'bodies'"
    key: int | None = await reads.fetchval(query, uid)
    if key is None:
        raise BadQuestion("faction", f"no faction has the id {uid}")
    return key


def item(row: Mapping[str, Any]) -> Item:
    """One vote as lists tell it; all of it is told by its document."""
    told = {
        "id": str(row["uid"]),
        "on": row["opened_on"].isoformat(),
        "chamber": row["chamber"],
        "convocation": row["convocation"],
        "question": {"kk": row["question_kk"], "ru": row["question_ru"]},
        "power": row["power"],
        "rule": row["rule"],
        "form": row["form"],
        "method": row["method"],
        "round": row["number"],
        "outcome": row["outcome"],
        "official_outcome": row["official_outcome"],
        "verdict": row["verdict"],
        "totals": {
            "for": row["in_favour"], "against": row["against"], "abstained": row["abstained"],
        },
        "present": row["present"],
        "in_office": row["in_office"],
        "seats": row["seats"],
    }  # fmt: skip
    if "choice" in row:
        told["choice"] = row["choice"]
    if "f_for" in row:
        told["faction"] = {choice.value: row[f"f_{choice}"] for choice in Choice}
    return told
