"""What is due in a case is written to the list whenever the case is."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.deadlines.facts import REMINDER, About, Due
from chamber.record.deadlines.naming import told_about
from chamber.record.deadlines.states import due_on, safe_until
from chamber.record.deadlines.tables import CommitteeDeadlineRow, DeadlineRow
from chamber.record.journal import Entry
from chamber.record.proceedings import Proceeding
from chamber.record.rows import Row, Rows, is_told, rewrite, rows_of, says


class Whose(NamedTuple):
    """Of a case: whose matter it is, and whom it is about. `hidden`: the public may not know."""

    committees: Sequence[UUID]
    hidden: bool
    about: About | None = None


async def keep(
    session: AsyncSession,
    case: Proceeding,
    dues: Sequence[Due],
    whose: Whose,
) -> None:
    """The rows of the case come to tell this. What has not changed keeps its number."""
    there = await rows_of(session, [DeadlineRow], case.id)
    before = {row["uid"]: row for row in there[DeadlineRow]}
    if not dues and not before:
        return
    rows = await told_rows(session, case, dues, whose)
    rows = [row | await numbered(session, case, row, before.get(row["uid"])) for row in rows]
    await rewrite(session, case.id, told_twice(rows))


async def is_kept(
    session: AsyncSession,
    case: Proceeding,
    dues: Sequence[Due],
    whose: Whose,
) -> bool:
    """Whether the rows tell this already, in the list of all and in those of the committees."""
    rows = await told_rows(session, case, dues, whose) if dues else []
    wanted = told_twice(rows)
    return is_told(await rows_of(session, wanted, case.id), wanted)


async def told_rows(
    session: AsyncSession,
    case: Proceeding,
    dues: Sequence[Due],
    whose: Whose,
) -> list[dict[str, Any]]:
    reminders = await reminders_of(session, case)
    about = await told_about(session, whose.about)
    rows = []
    for nth, (uid, due) in enumerate(named(case, dues), start=1):
        row = told_row(case, nth, uid, due)
        row |= {"committees": list(whose.committees), "hidden": whose.hidden}
        row["told"]["about"] = about
        row["told"]["reminders"] = [one for one in reminders if one["what"] in (None, due.what)]
        rows.append(row)
    return rows


def told_twice(rows: Sequence[Row]) -> Rows:
    """In the list of all, and in that of each committee that it concerns."""
    theirs = [{**row, "body": body} for row in rows for body in row["committees"]]
    return {DeadlineRow: rows, CommitteeDeadlineRow: theirs}


def named(case: Proceeding, dues: Sequence[Due]) -> list[tuple[UUID, Due]]:
    """Each with an id that stays: calendars know it by that. It tells nothing of the case."""
    seen: dict[tuple[str, int | None], int] = {}
    found = []
    for due in dues:
        key = (due.what.value, due.subject)
        seen[key] = seen.get(key, 0) + 1
        words = f"{due.what.value}/{due.subject or 0}/{seen[key]}"
        found.append((uuid5(case.uid, words), due))
    return found


def told_row(case: Proceeding, nth: int, uid: UUID, due: Due) -> dict[str, Any]:
    return {
        "proceeding_id": case.id,
        "uid": uid,
        "nth": nth,
        "noun": case.noun,
        "case_uid": case.uid,
        "number": case.number,
        "chamber": case.chamber,
        "what": due.what.value,
        "rule": due.rule,
        "since": due.since,
        "due_on": due_on(due),
        "safe_until": safe_until(due),
        "done_on": due.done_on,
        "told": {"due": due.model_dump(mode="json")},
    }


async def numbered(
    session: AsyncSession, case: Proceeding, row: Row, before: Row | None
) -> dict[str, Any]:
    """With which version of the case it last changed, and when: a calendar asks for both.

    What is told anew though no act was done has changed too, so its number is one more.
    """
    if before is not None and says(before, row):
        return {name: before[name] for name in ("sequence", "changed_at")}
    now = await session.scalar(select(func.clock_timestamp()))
    sequence = case.version if before is None else max(case.version, before["sequence"] + 1)
    return {"sequence": sequence, "changed_at": now}


async def reminders_of(session: AsyncSession, case: Proceeding) -> list[dict[str, Any]]:
    """Who was reminded in this case, of what and when."""
    query = select(Entry).where(Entry.proceeding_id == case.id, Entry.kind == REMINDER)
    found = (await session.scalars(query.order_by(Entry.seq))).all()
    return [told_reminder(one) for one in found]


def told_reminder(entry: Entry) -> dict[str, Any]:
    act = entry.read()["data"]["act"]
    return {"entry": entry.seq, **{name: act[name] for name in ("on", "to", "what", "text")}}
