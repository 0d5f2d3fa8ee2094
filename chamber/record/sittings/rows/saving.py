"""A sitting's facts written as its rows."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.base import Base
from chamber.record.proceedings import Proceeding
from chamber.record.rows import Row, rewrite
from chamber.record.sittings.facts import Decision, Sitting, Version
from chamber.record.sittings.rows.loading import KINDS
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

Keys = Mapping[UUID | None, int]
Written = Iterator[tuple[type[Base], Row]]


async def save(session: AsyncSession, case: Proceeding, sitting: Sitting) -> None:
    keys = await keys_of(session, sitting)
    wanted: dict[type[Base], list[Row]] = {kind: [] for kind in KINDS}
    for kind, row in written(sitting, keys):
        wanted[kind].append(row)
    await rewrite(session, case.id, wanted)


async def keys_of(session: AsyncSession, sitting: Sitting) -> dict[UUID | None, int]:
    """Our own keys of everyone and everything that the sitting names."""
    named = {sitting.body, *(speech.speaker for speech in sitting.speeches)}
    named |= {item.proceeding for version in sitting.agenda for item in version.items}
    named |= {who for roll in sitting.rolls.values() for who in roll.people}
    named |= {who for decision in sitting.decisions for who in decision.commission}
    query = select(Proceeding.uid, Proceeding.id).where(Proceeding.uid.in_(named - {None}))
    return {uid: key for uid, key in (await session.execute(query))}


def written(sitting: Sitting, keys: Keys) -> Written:
    minutes = sitting.minutes
    same = ("chamber", "kind", "planned_on", "starts_at", "place", "cancelled_on",
            "cancelled_because", "opened_on", "closed_on")  # fmt: skip
    yield (
        SittingRow,
        {name: getattr(sitting, name) for name in same}
        | {
            "body_id": keys.get(sitting.body),
            "minutes_on": minutes and minutes.kept_on,
            "minutes_text": minutes and minutes.text,
            "minutes_source": minutes and minutes.source,
        },
    )
    for number, move in enumerate(sitting.moves, start=1):
        yield MoveRow, {"number": number, **move.model_dump()}
    for number, version in enumerate(sitting.agenda, start=1):
        yield from written_version(number, version, keys)
    for item, taken in sitting.taken.items():
        yield TakenRow, {"item": item, **taken.model_dump()}
    yield from written_rolls(sitting, keys)
    for number, speech in enumerate(sitting.speeches, start=1):
        row = speech.model_dump(exclude={"speaker"})
        yield SpeechRow, {"number": number, "person_id": keys.get(speech.speaker), **row}
    for number, decision in enumerate(sitting.decisions, start=1):
        yield from written_decision(number, decision, keys)


def written_version(number: int, version: Version, keys: Keys) -> Written:
    same = version.model_dump(include={"published_on", "voted_on", "adopted"})
    yield VersionRow, {"version": number, **same, **counted(version.totals)}
    for place, item in enumerate(version.items, start=1):
        yield (
            ItemRow,
            {
                "version": number,
                "number": place,
                "title_kk": item.title.kk,
                "title_ru": item.title.ru,
                "proceeding_id": keys.get(item.proceeding),
            },
        )


def counted(totals: Totals | None) -> dict[str, Any]:
    names = ("in_favour", "against", "abstained")
    return {name: totals and getattr(totals, name) for name in names}


def written_rolls(sitting: Sitting, keys: Keys) -> Written:
    for item, roll in sitting.rolls.items():
        yield RollRow, {"item": item, "is_full": roll.full}
        for who, mark in roll.people.items():
            yield MarkRow, {"item": item, "person_id": keys[who], **mark.model_dump()}
        for chamber, present in roll.counted.items():
            yield CountRow, {"item": item, "chamber": chamber, "present": present}


def written_decision(number: int, decision: Decision, keys: Keys) -> Written:
    same = decision.model_dump(include={"rule", "item", "adopted", "decided_on"})
    yield (
        DecisionRow,
        {
            "number": number,
            "question_kk": decision.question.kk,
            "question_ru": decision.question.ru,
            **same,
            **counted(decision.totals),
        },
    )
    for who in sorted(decision.commission, key=str):
        yield CommissionRow, {"number": number, "person_id": keys[who]}
