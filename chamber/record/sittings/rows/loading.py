"""A sitting's rows told as its facts."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.text import Words
from chamber.record.base import Base
from chamber.record.proceedings import Proceeding, uids
from chamber.record.rows import Row, Rows, rows_of
from chamber.record.sittings.facts import (
    AgendaItem,
    Decision,
    Mark,
    Minutes,
    Move,
    Roll,
    Sitting,
    Speech,
    Taken,
    Version,
)
from chamber.record.sittings.tables.held import (
    CommissionRow,
    CountRow,
    DecisionRow,
    MarkRow,
    RollRow,
    SpeechRow,
)
from chamber.record.sittings.tables.planned import (
    ItemRow,
    MoveRow,
    SittingRow,
    TakenRow,
    VersionRow,
)
from chamber.record.votes.facts import Totals

REFERENCES = ("body_id", "person_id", "proceeding_id")


# In the order in which they need one another.
KINDS: tuple[type[Base], ...] = (
    SittingRow, MoveRow, VersionRow, ItemRow, TakenRow, RollRow, MarkRow, CountRow, SpeechRow,
    DecisionRow, CommissionRow,
)  # fmt: skip


async def load(session: AsyncSession, key: int) -> Sitting:
    return await sitting_in(session, await rows_of(session, KINDS, key))


async def load_at(session: AsyncSession, key: int) -> tuple[Sitting, int]:
    """The sitting and the version at which it is, both of one moment."""
    rows = await rows_of(session, (Proceeding, *KINDS), key)
    (case,) = rows[Proceeding]
    return await sitting_in(session, rows), case["version"]


async def sitting_in(session: AsyncSession, rows: Rows) -> Sitting:
    named = {
        row[name]
        for kind in KINDS
        for row in rows[kind]
        for name in REFERENCES
        if row.get(name) is not None
    }
    return told(rows, await uids(session, named))


def told(rows: Rows, known: Mapping[int, UUID]) -> Sitting:
    (row,) = rows[SittingRow]
    same = ("chamber", "kind", "planned_on", "starts_at", "place", "cancelled_on",
            "cancelled_because", "opened_on", "closed_on")  # fmt: skip
    return Sitting.model_validate(
        {name: row[name] for name in same}
        | {
            "body": row["body_id"] and known[row["body_id"]],
            "moves": tuple(told_move(move) for move in rows[MoveRow]),
            "agenda": tuple(told_version(version, rows, known) for version in rows[VersionRow]),
            "taken": {
                one["item"]: Taken(opened_on=one["opened_on"], closed_on=one["closed_on"])
                for one in rows[TakenRow]
            },
            "rolls": {roll["item"]: told_roll(roll, rows, known) for roll in rows[RollRow]},
            "speeches": tuple(told_speech(speech, known) for speech in rows[SpeechRow]),
            "decisions": tuple(told_decision(one, rows, known) for one in rows[DecisionRow]),
            "minutes": told_minutes(row),
        }
    )


def told_move(row: Row) -> Move:
    return Move(**{name: row[name] for name in ("starts_at", "place", "reason", "moved_on")})


def told_version(row: Row, rows: Rows, known: Mapping[int, UUID]) -> Version:
    items = tuple(
        AgendaItem(
            title=Words(kk=item["title_kk"], ru=item["title_ru"]),
            proceeding=item["proceeding_id"] and known[item["proceeding_id"]],
        )
        for item in rows[ItemRow]
        if item["version"] == row["version"]
    )
    totals = None if row["voted_on"] is None else told_totals(row)
    same = {name: row[name] for name in ("published_on", "voted_on", "adopted")}
    return Version(items=items, totals=totals, **same)


def told_totals(row: Row) -> Totals:
    return Totals.model_validate(
        {name: row[name] for name in ("in_favour", "against", "abstained")}
    )


def told_roll(row: Row, rows: Rows, known: Mapping[int, UUID]) -> Roll:
    return Roll(
        full=row["is_full"],
        people={
            known[mark["person_id"]]: Mark(state=mark["state"], chamber=mark["chamber"])
            for mark in rows[MarkRow]
            if mark["item"] == row["item"]
        },
        counted={
            count["chamber"]: count["present"]
            for count in rows[CountRow]
            if count["item"] == row["item"]
        },
    )


def told_speech(row: Row, known: Mapping[int, UUID]) -> Speech:
    speaker = row["person_id"] and known[row["person_id"]]
    return Speech(item=row["item"], speaker=speaker, guest=row["guest"], genre=row["genre"])


def told_decision(row: Row, rows: Rows, known: Mapping[int, UUID]) -> Decision:
    same: dict[str, Any] = {name: row[name] for name in ("rule", "item", "adopted", "decided_on")}
    return Decision(
        question=Words(kk=row["question_kk"], ru=row["question_ru"]),
        totals=told_totals(row),
        commission=frozenset(
            known[one["person_id"]] for one in rows[CommissionRow] if one["number"] == row["number"]
        ),
        **same,
    )


def told_minutes(row: Row) -> Minutes | None:
    if row["minutes_on"] is None:
        return None
    return Minutes(
        text=row["minutes_text"], source=row["minutes_source"], kept_on=row["minutes_on"]
    )
