"""A report written to its rows. Those beneath its own are few, and written anew if any differs:
who signed leans on who initiated, and no order of changing them one by one is right for all.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.base import Base
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.rows import save_resolutions
from chamber.record.rows import Rows, is_told, owned, rows_of
from chamber.record.votes.rows import save_rounds
from chamber.reports.acts import Limits
from chamber.reports.facts import OWN, Facts
from chamber.reports.facts_heard import Step
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

Known = Mapping[UUID, int]
Row = dict[str, Any]
# In this order: the later ones lean on the earlier.
CHILDREN = (
    SignatureRow, RapporteurRow, CommissionRow, CommissionMemberRow, NoticeRow, AccessRow, DayRow,
    StepRow, AppealRow,
)  # fmt: skip
SAME = ("chamber", "office", "prime_minister", "subject", "own_activity", "opened_on", "enough",
        "doubted")  # fmt: skip
DEFECTS = ("defects", *OWN.values())


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    known = await keys(session, facts)
    await save_case(session, case, facts, known)
    told = children(facts, known)
    wanted: Rows = {kind: owned(kind, told.get(kind, ()), case.id) for kind in CHILDREN}
    if not is_told(await rows_of(session, CHILDREN, case.id), wanted):
        await write_anew(session, case, wanted)
    await save_rounds(session, case, facts.rounds)
    await save_resolutions(session, case, facts.resolutions)


async def keys(session: AsyncSession, facts: Facts) -> Known:
    """Our own keys of all whom the facts name."""
    people = {facts.member, *(one.deputy for one in facts.signatures)}
    steps = [step for day in facts.days for step in day.steps]
    people |= {one.speaker for one in steps if one.speaker is not None}
    sittings = {one.sitting for one in steps}
    sittings |= {day.adjourned_at for day in facts.days if day.adjourned_at is not None}
    bodies = {one.for_faction for one in steps if one.for_faction is not None}
    if (named := facts.rapporteur) is not None:
        people.add(named.deputy)
        sittings.add(named.sitting)
    if (formed := facts.commission) is not None:
        people |= set(formed.members)
        sittings.add(formed.sitting)
        bodies.add(formed.body)
    found = await ids(session, "people", people)
    return found | await ids(session, "sittings", sittings) | await ids(session, "bodies", bodies)


async def save_case(session: AsyncSession, case: Proceeding, facts: Facts, known: Known) -> None:
    limits = facts.limits or Limits()
    row = ReportRow(
        id=case.id, member_id=known[facts.member],
        limit_rapporteur=limits.rapporteur, limit_report=limits.report,
        limit_questions=limits.questions, **{name: getattr(facts, name) for name in SAME},
        **{name: list(getattr(facts, name)) for name in DEFECTS},
    )  # fmt: skip
    await session.merge(row)
    await session.flush()


async def write_anew(session: AsyncSession, case: Proceeding, wanted: Rows) -> None:
    for kind in reversed(CHILDREN):
        await session.execute(delete(kind).where(kind.report_id == case.id))
    for kind in CHILDREN:
        if rows := wanted[kind]:
            await session.execute(insert(kind), rows)


def children(facts: Facts, known: Known) -> dict[type[Base], Sequence[Row]]:
    appeals = [one.model_dump() for one in facts.appeals]
    return {
        SignatureRow: signature_rows(facts, known),
        **group_rows(facts, known),
        NoticeRow: [one.model_dump() for one in facts.notices],
        AccessRow: numbered(facts.asked),
        DayRow: day_rows(facts, known),
        StepRow: step_rows(facts, known),
        AppealRow: appeals,
    }


def numbered(told: Sequence[Any]) -> list[Row]:
    return [{"nth": nth} | one.model_dump() for nth, one in enumerate(told, start=1)]


def signature_rows(facts: Facts, known: Known) -> list[Row]:
    return [
        {
            "person_id": known[one["deputy"]],
            **{k: one[k] for k in ("nth", "counts", "withdrawn_on")},
        }
        for one in numbered(facts.signatures)
    ]


def group_rows(facts: Facts, known: Known) -> dict[type[Base], Sequence[Row]]:
    """The rapporteur and the commission, each beside the signature under the initiative."""
    signed = {one.deputy for one in facts.signatures}
    told: dict[type[Base], Sequence[Row]] = {}
    if (named := facts.rapporteur) is not None:
        told[RapporteurRow] = [{
            "person_id": known[named.deputy], "named_on": named.named_on,
            "signed_id": known[named.deputy] if named.deputy in signed else None,
            "sitting_id": known[named.sitting], "tally": named.tally.model_dump(mode="json"),
        }]  # fmt: skip
    if (formed := facts.commission) is not None:
        told[CommissionRow] = [{
            "body_id": known[formed.body], "formed_on": formed.formed_on,
            "sitting_id": known[formed.sitting], "tally": formed.tally.model_dump(mode="json"),
        }]  # fmt: skip
        told[CommissionMemberRow] = [
            {
                "nth": nth,
                "person_id": known[one],
                "signed_id": known[one] if one in signed else None,
            }
            for nth, one in enumerate(formed.members, start=1)
        ]
    return told


def day_rows(facts: Facts, known: Known) -> list[Row]:
    columns = {"heard_on", "set_on", "adjourned_on", "reason"}
    return [
        {"number": number} | day.model_dump(include=columns) | {
            "adjourned_at_id": day.adjourned_at and known[day.adjourned_at],
            "defects": list(day.defects),
        }
        for number, day in enumerate(facts.days, start=1)
    ]  # fmt: skip


def step_rows(facts: Facts, known: Known) -> list[Row]:
    told = [(number, one) for number, day in enumerate(facts.days, start=1) for one in day.steps]
    return [
        {"nth": nth, "day": number} | step_row(one, known)
        for nth, (number, one) in enumerate(told, start=1)
    ]


def step_row(one: Step, known: Known) -> Row:
    columns = {"kind", "done_on", "came", "reason", "minutes", "admitted", "text", "about"}
    return one.model_dump(include=columns) | {
        "sitting_id": known[one.sitting],
        "speaker_id": one.speaker and known[one.speaker],
        "faction_id": one.for_faction and known[one.for_faction],
        "deputy_group": one.for_group,
        "laws": list(one.laws),
    }
