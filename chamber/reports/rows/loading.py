"""A report read from its rows: exactly what its acts have told."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.proceedings import uids
from chamber.record.resolutions.rows import load_resolutions
from chamber.record.votes.rows import load_rounds
from chamber.reports.acts import Limits
from chamber.reports.facts import Appeal, Asked, Facts, Formed, Named, Notice, Signature
from chamber.reports.facts_heard import Day, Step
from chamber.reports.rows.saving import DEFECTS, SAME
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

R = TypeVar(
    "R", AccessRow, AppealRow, CommissionMemberRow, CommissionRow, NoticeRow, RapporteurRow,
    SignatureRow, DayRow, StepRow,
)  # fmt: skip
Known = Mapping[int, UUID]
ORDER = ("nth", "number", "subject")
NAMES = ("person_id", "sitting_id", "body_id", "adjourned_at_id", "speaker_id", "faction_id")


async def load(session: AsyncSession, key: int) -> Facts:
    row = await session.get_one(ReportRow, key, populate_existing=True)
    signatures = await rows_of(session, SignatureRow, key)
    rapporteurs = await rows_of(session, RapporteurRow, key)
    commissions = await rows_of(session, CommissionRow, key)
    members = await rows_of(session, CommissionMemberRow, key)
    days, steps = await rows_of(session, DayRow, key), await rows_of(session, StepRow, key)
    named: Iterable[Any] = (*signatures, *rapporteurs, *commissions, *members, *days, *steps)
    known = await uids(session, {row.member_id, *keys_in(named)})
    return Facts(
        **{name: getattr(row, name) for name in SAME},
        member=known[row.member_id],
        signatures=tuple(told_signature(one, known) for one in signatures),
        rapporteur=next((told_rapporteur(one, known) for one in rapporteurs), None),
        commission=next((told_commission(one, members, known) for one in commissions), None),
        limits=told_limits(row),
        notices=tuple(told_notice(one) for one in await rows_of(session, NoticeRow, key)),
        asked=tuple(told_asked(one) for one in await rows_of(session, AccessRow, key)),
        days=tuple(told_day(one, steps, known) for one in days),
        rounds=await load_rounds(session, key),
        resolutions=await load_resolutions(session, key),
        appeals=tuple(told_appeal(one) for one in await rows_of(session, AppealRow, key)),
        **{name: tuple(getattr(row, name)) for name in DEFECTS},
    )


async def rows_of(session: AsyncSession, table: type[R], key: int) -> Sequence[R]:
    query = select(table).where(table.report_id == key)
    if order := next((name for name in ORDER if hasattr(table, name)), None):
        query = query.order_by(getattr(table, order))
    return (await session.scalars(query, execution_options={"populate_existing": True})).all()


def keys_in(rows: Iterable[Any]) -> set[int]:
    """Our own keys of all whom the rows name."""
    found = (getattr(row, name, None) for row in rows for name in NAMES)
    return {key for key in found if key is not None}


def columns(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def told_signature(row: SignatureRow, known: Known) -> Signature:
    return Signature(
        deputy=known[row.person_id], counts=row.counts, withdrawn_on=row.withdrawn_on
    )  # fmt: skip


def told_rapporteur(row: RapporteurRow, known: Known) -> Named:
    told = {"deputy": known[row.person_id], "sitting": known[row.sitting_id]}
    return Named.model_validate(columns(row, "named_on", "tally") | told)


def told_commission(
    row: CommissionRow, members: Sequence[CommissionMemberRow], known: Known
) -> Formed:
    told = {
        "body": known[row.body_id], "sitting": known[row.sitting_id],
        "members": tuple(known[one.person_id] for one in members),
    }  # fmt: skip
    return Formed.model_validate(columns(row, "formed_on", "tally") | told)


def told_limits(row: ReportRow) -> Limits | None:
    limits = Limits(
        rapporteur=row.limit_rapporteur, report=row.limit_report, questions=row.limit_questions
    )  # fmt: skip
    return None if limits == Limits() else limits


def told_notice(row: NoticeRow) -> Notice:
    return Notice.model_validate(columns(row, *Notice.model_fields))


def told_asked(row: AccessRow) -> Asked:
    return Asked.model_validate(columns(row, *Asked.model_fields))


def told_appeal(row: AppealRow) -> Appeal:
    return Appeal.model_validate(columns(row, *Appeal.model_fields))


def told_day(row: DayRow, steps: Sequence[StepRow], known: Known) -> Day:
    told = columns(row, "heard_on", "set_on", "adjourned_on", "reason")
    return Day.model_validate(told | {
        "adjourned_at": row.adjourned_at_id and known[row.adjourned_at_id],
        "defects": tuple(row.defects),
        "steps": tuple(told_step(one, known) for one in steps if one.day == row.number),
    })  # fmt: skip


def told_step(row: StepRow, known: Known) -> Step:
    told = columns(
        row, "kind", "done_on", "came", "reason", "minutes", "admitted", "text", "about"
    )  # fmt: skip
    return Step.model_validate(told | {
        "sitting": known[row.sitting_id],
        "speaker": row.speaker_id and known[row.speaker_id],
        "for_faction": row.faction_id and known[row.faction_id],
        "for_group": row.deputy_group,
        "laws": tuple(row.laws),
    })  # fmt: skip
