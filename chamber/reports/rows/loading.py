"""A report read from its rows: exactly what its acts have told."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import uids
from chamber.record.resolutions.rows import load_resolutions
from chamber.record.rows import Row, Rows, rows_of
from chamber.record.votes.rows import load_rounds
from chamber.reports.acts import Limits
from chamber.reports.facts import Appeal, Asked, Facts, Formed, Named, Notice, Signature
from chamber.reports.facts_heard import Day, Step
from chamber.reports.rows.saving import CHILDREN, DEFECTS, SAME
from chamber.reports.tables.cases import (
    AccessRow,
    AppealRow,
    CommissionMemberRow,
    CommissionRow,
    NoticeRow,
    RapporteurRow,
    ReportRow,
    SignatureRow,
)
from chamber.reports.tables.heard import DayRow, StepRow

Known = Mapping[int, UUID]
NAMES = ("person_id", "sitting_id", "body_id", "adjourned_at_id", "speaker_id", "faction_id")


async def load(session: AsyncSession, key: int) -> Facts:
    rows = await rows_of(session, (ReportRow, *CHILDREN), key)
    (row,) = rows[ReportRow]
    known = await uids(session, {row["member_id"], *keys_in(rows)})
    return Facts(
        **columns(row, *SAME),
        member=known[row["member_id"]],
        signatures=tuple(told_signature(one, known) for one in by_number(rows[SignatureRow])),
        rapporteur=next((told_rapporteur(one, known) for one in rows[RapporteurRow]), None),
        commission=next((told_commission(one, rows, known) for one in rows[CommissionRow]), None),
        limits=told_limits(row),
        notices=tuple(told_notice(one) for one in rows[NoticeRow]),
        asked=tuple(told_asked(one) for one in rows[AccessRow]),
        days=tuple(told_day(one, rows[StepRow], known) for one in rows[DayRow]),
        rounds=await load_rounds(session, key),
        resolutions=await load_resolutions(session, key),
        appeals=tuple(told_appeal(one) for one in rows[AppealRow]),
        **{name: tuple(row[name]) for name in DEFECTS},
    )


def keys_in(rows: Rows) -> set[int]:
    """Our own keys of all whom the rows name."""
    found = (row.get(name) for kind in CHILDREN for row in rows[kind] for name in NAMES)
    return {key for key in found if key is not None}


def by_number(rows: Sequence[Row]) -> Sequence[Row]:
    """In the order in which they were told; their key is the person."""
    return sorted(rows, key=itemgetter("nth"))


def columns(row: Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def told_signature(row: Row, known: Known) -> Signature:
    return Signature(
        deputy=known[row["person_id"]], counts=row["counts"], withdrawn_on=row["withdrawn_on"]
    )  # fmt: skip


def told_rapporteur(row: Row, known: Known) -> Named:
    told = {"deputy": known[row["person_id"]], "sitting": known[row["sitting_id"]]}
    return Named.model_validate(columns(row, "named_on", "tally") | told)


def told_commission(row: Row, rows: Rows, known: Known) -> Formed:
    members = by_number(rows[CommissionMemberRow])
    told = {
        "body": known[row["body_id"]], "sitting": known[row["sitting_id"]],
        "members": tuple(known[one["person_id"]] for one in members),
    }  # fmt: skip
    return Formed.model_validate(columns(row, "formed_on", "tally") | told)


def told_limits(row: Row) -> Limits | None:
    limits = Limits(
        rapporteur=row["limit_rapporteur"], report=row["limit_report"],
        questions=row["limit_questions"],
    )  # fmt: skip
    return None if limits == Limits() else limits


def told_notice(row: Row) -> Notice:
    return Notice.model_validate(columns(row, *Notice.model_fields))


def told_asked(row: Row) -> Asked:
    return Asked.model_validate(columns(row, *Asked.model_fields))


def told_appeal(row: Row) -> Appeal:
    return Appeal.model_validate(columns(row, *Appeal.model_fields))


def told_day(row: Row, steps: Sequence[Row], known: Known) -> Day:
    told = columns(row, "heard_on", "set_on", "adjourned_on", "reason")
    return Day.model_validate(told | {
        "adjourned_at": row["adjourned_at_id"] and known[row["adjourned_at_id"]],
        "defects": tuple(row["defects"]),
        "steps": tuple(told_step(one, known) for one in steps if one["day"] == row["number"]),
    })  # fmt: skip


def told_step(row: Row, known: Known) -> Step:
    told = columns(
        row, "kind", "done_on", "came", "reason", "minutes", "admitted", "text", "about"
    )  # fmt: skip
    return Step.model_validate(told | {
        "sitting": known[row["sitting_id"]],
        "speaker": row["speaker_id"] and known[row["speaker_id"]],
        "for_faction": row["faction_id"] and known[row["faction_id"]],
        "for_group": row["deputy_group"],
        "laws": tuple(row["laws"]),
    })  # fmt: skip
