"""A hearing read from its rows: exactly what its acts have told."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.facts import (
    Announced,
    Attendance,
    Closing,
    Decided,
    Hearing,
    Invited,
    Move,
    SetUp,
    Told,
)
from chamber.hearings.results import (
    Dispatched,
    HandedOver,
    Material,
    Minutes,
    Published,
    Recommended,
)
from chamber.hearings.rows.columns import KINDS, SAME, in_row
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
from chamber.hearings.words import Ground, Guest, Topic
from chamber.law.act import Value
from chamber.law.text import Texts
from chamber.record.proceedings import uids
from chamber.record.rows import Row, Rows, rows_of

V = TypeVar("V", bound=Value)
Known = Mapping[int, UUID]


async def load(session: AsyncSession, key: int) -> Hearing:
    rows = await rows_of(session, KINDS, key)
    named = {
        key
        for kind in KINDS
        for row in rows[kind]
        for name, key in row.items()
        if name.endswith("_id") and name != "hearing_id" and key is not None
    }
    return told(rows, await uids(session, named))


def told(rows: Rows, known: Known) -> Hearing:
    (row,) = rows[HearingRow]
    return Hearing.model_validate(
        in_row(row, SAME)
        | {
            "topic": Topic(kk=row["topic_kk"], ru=row["topic_ru"], en=row["topic_en"]),
            "organisers": tuple(known[one["body_id"]] for one in rows[OrganiserRow]),
            "linked": uid(row["linked_id"], known),
            "told": told_past(row),
            "decision": told_decision(row, known),
            "form": told_form(row, known),
            "commission": told_commission(row, known),
            "invited": tuple(told_invitation(one, known) for one in rows[InvitationRow]),
            "notices": values(Announced, rows[NoticeRow]),
            "moves": values(Move, rows[MoveRow]),
            "chair": uid(row["chair_id"], known),
            "admitted": row["admitted"],
            "attendance": told_attendance(row, rows, known),
            "recommended": tuple(told_recommendation(one) for one in rows[RecommendationRow]),
            "minutes": told_minutes(row),
            "dispatched": values(Dispatched, rows[DispatchRow]),
            "published": values(Published, rows[PublicationRow]),
            "materials": values(Material, rows[MaterialRow]),
            "handed_over": values(HandedOver, rows[HandOverRow]),
            "defects": tuple(row["defects"]),
        }
    )


def uid(key: int | None, known: Known) -> UUID | None:
    return None if key is None else known[key]


def values(kind: type[V], rows: Sequence[Row]) -> tuple[V, ...]:
    return tuple(kind.model_validate(in_row(row, kind.model_fields)) for row in rows)


def told_past(row: Row) -> Told | None:
    if row["sources"] is None:
        return None
    names = ("first_day", "last_day", "organised_by", "sources")
    return Told.model_validate({name: row[name] for name in names})


def told_decision(row: Row, known: Known) -> Decided | None:
    if row["decided_on"] is None:
        return None
    return Decided(
        decided_on=row["decided_on"],
        sitting=known[row["decided_at_id"]],
        tally=row["decided_tally"],
        adopted=row["decision_adopted"],
    )


def told_form(row: Row, known: Known) -> Closing | None:
    if row["form"] is None:
        return None
    ground = row["secret"] and Ground(secret=row["secret"], law=row["secret_law"])
    return Closing(
        form=row["form"],
        decided_on=row["form_decided_on"],
        decided_by=row["form_decided_by"],
        sitting=uid(row["form_decided_at_id"], known),
        tally=row["form_tally"],
        ground=ground,
    )


def told_commission(row: Row, known: Known) -> SetUp | None:
    if row["commission_id"] is None:
        return None
    return SetUp(
        commission=known[row["commission_id"]],
        resolution=row["commission_resolution"],
        set_up_on=row["commission_on"],
    )


def told_invitation(row: Row, known: Known) -> Invited:
    return Invited(
        decided_by=known[row["decided_by_id"]], decided_on=row["decided_on"], guests=row["guests"]
    )


def told_attendance(row: Row, rows: Rows, known: Known) -> Attendance | None:
    if row["deputy_count"] is None:
        return None
    own = [one for one in rows[DeputyRow] if one["own"]]
    others = [one for one in rows[DeputyRow] if not one["own"]]
    return Attendance(
        at_start=frozenset(known[one["person_id"]] for one in own if one["at_start"]),
        came=frozenset(known[one["person_id"]] for one in own),
        here=frozenset(known[one["person_id"]] for one in own if one["here"]),
        other_chamber=frozenset(known[one["person_id"]] for one in others),
        guests=values(Guest, rows[GuestRow]),
        count=row["deputy_count"],
        count_at_start=row["start_count"],
        count_here=row["here_count"],
        guest_count=row["guest_count"],
    )


def told_recommendation(row: Row) -> Recommended:
    names = ("tally", "others", "put_on", "adopted")
    told = {name: row[name] for name in names}
    return Recommended.model_validate(told | {"text": Texts(kk=row["kk"], ru=row["ru"])})


def told_minutes(row: Row) -> Minutes | None:
    if row["minutes_on"] is None:
        return None
    return Minutes(
        text=row["minutes_text"], source=row["minutes_source"], kept_on=row["minutes_on"]
    )
