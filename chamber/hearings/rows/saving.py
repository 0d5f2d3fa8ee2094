"""A hearing's facts written as its rows, and as the poster by which the public knows of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import Attendance, Hearing
from chamber.hearings.rows.columns import KINDS, SAME, in_columns
from chamber.hearings.rows.posting import keep_posted
from chamber.hearings.tables.cases import (
    HearingRow,
    InvitationRow,
    MoveRow,
    NoticeRow,
    OrganiserRow,
)
from chamber.hearings.tables.held import (
    DeputyRow,
    DispatchRow,
    GuestRow,
    HandOverRow,
    MaterialRow,
    PublicationRow,
    RecommendationRow,
)
from chamber.law.act import Value
from chamber.law.terms import local_day
from chamber.record.base import Base
from chamber.record.booked import BookedRow
from chamber.record.proceedings import Proceeding
from chamber.record.rows import Row, rewrite
from chamber.record.votes.facts import Totals

Keys = Mapping[UUID | None, int]
Written = Iterator[tuple[type[Base], Row]]


async def save(session: AsyncSession, case: Proceeding, facts: Hearing) -> None:
    keys = await keys_of(session, facts)
    kinds: tuple[type[Base], ...] = (*KINDS, BookedRow)
    wanted: dict[type[Base], list[Row]] = {kind: [] for kind in kinds}
    for kind, row in written(facts, keys):
        wanted[kind].append(row)
    await rewrite(session, case.id, wanted)
    await keep_posted(session, case, facts)


async def keys_of(session: AsyncSession, facts: Hearing) -> dict[UUID | None, int]:
    """Our own keys of everyone and everything that the hearing names."""
    named = {facts.linked, facts.chair, *facts.organisers}
    named |= {one.decided_by for one in facts.invited}
    named |= {one.sitting for one in (facts.decision, facts.form) if one is not None}
    if facts.commission is not None:
        named.add(facts.commission.commission)
    if facts.attendance is not None:
        named |= facts.attendance.came | facts.attendance.other_chamber
    query = select(Proceeding.uid, Proceeding.id).where(Proceeding.uid.in_(named - {None}))
    return {uid: key for uid, key in (await session.execute(query))}


def written(facts: Hearing, keys: Keys) -> Written:
    yield HearingRow, own_row(facts, keys)
    for nth, body in enumerate(facts.organisers, start=1):
        yield OrganiserRow, {"nth": nth, "body_id": keys[body]}
    for nth, one in enumerate(facts.invited, start=1):
        told = one.model_dump(mode="json", include={"guests"})
        told |= {"decided_by_id": keys[one.decided_by], "decided_on": one.decided_on}
        yield InvitationRow, {"nth": nth, **told}
    for nth, put in enumerate(facts.recommended, start=1):
        told = {"kk": put.text.kk, "ru": put.text.ru, "put_on": put.put_on, "adopted": put.adopted}
        told |= {"tally": counted(put.tally), "others": counted(put.others)}
        yield RecommendationRow, {"nth": nth, **told}
    yield from listed(NoticeRow, facts.notices)
    yield from listed(MoveRow, facts.moves)
    yield from listed(DispatchRow, facts.dispatched)
    yield from listed(PublicationRow, facts.published)
    yield from listed(MaterialRow, facts.materials)
    yield from listed(HandOverRow, facts.handed_over)
    if facts.attendance is not None:
        yield from attended(facts.attendance, keys)
    if (day := booked(facts)) is not None:
        yield BookedRow, {"chamber": facts.chamber, "day": day}


def own_row(facts: Hearing, keys: Keys) -> dict[str, Any]:
    return {
        **in_columns(HearingRow, facts, SAME),
        **{f"topic_{language}": getattr(facts.topic, language) for language in ("kk", "ru", "en")},
        **past(facts),
        **decided(facts, keys),
        **formed(facts, keys),
        "linked_id": keys.get(facts.linked),
        "commission_id": facts.commission and keys[facts.commission.commission],
        "commission_resolution": facts.commission and facts.commission.resolution,
        "commission_on": facts.commission and facts.commission.set_up_on,
        "chair_id": keys.get(facts.chair),
        "admitted": None if facts.admitted is None else sorted(facts.admitted),
        **numbered(facts.attendance),
        "minutes_on": facts.minutes and facts.minutes.kept_on,
        "minutes_text": facts.minutes and facts.minutes.text,
        "minutes_source": facts.minutes and facts.minutes.source,
        "defects": list(facts.defects),
    }


def past(facts: Hearing) -> dict[str, Any]:
    told = facts.told
    return {
        "first_day": told and told.first_day,
        "last_day": told and told.last_day,
        "organised_by": told and list(told.organised_by),
        "sources": told and list(told.sources),
    }


def decided(facts: Hearing, keys: Keys) -> dict[str, Any]:
    one = facts.decision
    return {
        "decided_on": one and one.decided_on,
        "decided_at_id": one and keys[one.sitting],
        "decided_tally": counted(one.tally if one else None),
        "decision_adopted": None if one is None else one.adopted,
    }


def formed(facts: Hearing, keys: Keys) -> dict[str, Any]:
    one = facts.form
    ground = one and one.ground
    return {
        "form": one and one.form,
        "form_decided_on": one and one.decided_on,
        "form_decided_by": one and one.decided_by,
        "form_decided_at_id": keys.get(one.sitting) if one else None,
        "form_tally": counted(one.tally if one else None),
        "secret": ground and ground.secret,
        "secret_law": ground and ground.law,
    }


def numbered(one: Attendance | None) -> dict[str, Any]:
    """How many took part of whom only the number is known."""
    return {
        "deputy_count": None if one is None else one.count,
        "start_count": None if one is None else one.count_at_start,
        "here_count": None if one is None else one.count_here,
        "guest_count": None if one is None else one.guest_count,
    }


def counted(totals: Totals | None) -> dict[str, Any] | None:
    return None if totals is None else totals.model_dump(mode="json")


def listed(kind: type[Base], told: tuple[Value, ...]) -> Written:
    for nth, one in enumerate(told, start=1):
        yield kind, {"nth": nth, **in_columns(kind, one, type(one).model_fields)}


def attended(one: Attendance, keys: Keys) -> Written:
    yield from listed(GuestRow, one.guests)
    for who in one.came:
        there = {"at_start": who in one.at_start, "here": who in one.here}
        yield DeputyRow, {"person_id": keys[who], "own": True, **there}
    for who in one.other_chamber:
        there = {"at_start": False, "here": False}
        yield DeputyRow, {"person_id": keys[who], "own": False, **there}


def booked(facts: Hearing) -> date | None:
    """The day on which the hearing is to be held, or was; None: it stands on no day."""
    if facts.cancelled_on is not None:
        return None
    return local_day(facts.starts_at) if facts.starts_at else facts.begun_on
