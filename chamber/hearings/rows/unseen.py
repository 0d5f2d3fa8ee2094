"""The list of hearings for those who may know more: drafts and closed ones among the public ones.

The public ones are read from the board like everybody's; the others stand beside it.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, any_, exists, false, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.board import State
from chamber.hearings.rows.listing import Wanted, find_announced, midnight, told
from chamber.hearings.rows.loading import load
from chamber.hearings.rows.posting import holders_of
from chamber.hearings.rules.posters import sheet
from chamber.hearings.tables.board import AnnouncedRow
from chamber.hearings.tables.cases import HearingRow, MoveRow, OrganiserRow
from chamber.hearings.words import Form
from chamber.law.asking import BadQuestion
from chamber.law.roles import SECRETARIAT, Role
from chamber.record.deadlines.tables import Listed
from chamber.record.desk import Clerk
from chamber.record.people.tables import MandateRow
from chamber.record.proceedings import Proceeding

Json = dict[str, Any]
Condition = ColumnElement[bool]
LISTED = (HearingRow.listed_at, HearingRow.id)
WAITING = HearingRow.begun_on.is_(None) & HearingRow.cancelled_on.is_(None)
MOVED = HearingRow.id.in_(select(MoveRow.hearing_id))
PUBLIC = exists().where(AnnouncedRow.id == HearingRow.id)
STATES: dict[State, Condition] = {
    State.PLANNED: WAITING & ~MOVED,
    State.MOVED: WAITING & MOVED,
    State.CANCELLED: HearingRow.cancelled_on.is_not(None),
    State.BEGUN: HearingRow.begun_on.is_not(None) & HearingRow.ended_on.is_(None),
    State.HELD: HearingRow.ended_on.is_not(None),
}


async def find_hearings(
    session: AsyncSession, wanted: Wanted, clerk: Clerk, today: date
) -> list[Json]:
    """By change everybody is told the board alone: what never stood there has no changes."""
    theirs = known_to(clerk, today)
    if theirs is None or wanted.since is not None:
        return [told(row) for row in await find_announced(session, wanted)]
    if wanted.after is not None:
        wanted = replace(wanted, place=await place_of(session, wanted.after, theirs))
    found = [((row.listed_at, row.id), told(row)) for row in await find_announced(session, wanted)]
    for case, row in (await session.execute(unseen(wanted, theirs))).all():
        found.append(((row.listed_at, row.id), await told_unseen(session, case)))
    found.sort(key=lambda one: one[0], reverse=True)
    return [one for _, one in found[: wanted.limit + 1]]


def known_to(clerk: Clerk, today: date) -> Condition | None:
    """Which of the hearings that are not public the clerk may know of; None: of none.

    As `hearings/knowing.py` says it of one hearing.
    """
    if clerk.role in SECRETARIAT:
        return HearingRow.chamber == clerk.chamber
    if clerk.role is Role.COMMITTEE and clerk.committee is not None:
        return held_by(clerk.committee)
    if clerk.role is Role.DEPUTY:  # A57-5.21: of either Chamber.
        return seated(clerk, today)
    return None


def in_sight(of: type[Listed], clerk: Clerk, today: date) -> Condition:
    """The same, of what is due in them: for the list of all deadlines."""
    if clerk.role in SECRETARIAT:
        return of.chamber == clerk.chamber
    if clerk.role is Role.COMMITTEE and clerk.committee is not None:
        return literal(clerk.committee) == any_(of.committees)
    return seated(clerk, today) if clerk.role is Role.DEPUTY else false()


def seated(clerk: Clerk, today: date) -> Condition:
    seats = select(MandateRow).join(Proceeding, Proceeding.id == MandateRow.person_id)
    seats = seats.where(Proceeding.uid == clerk.deputy, MandateRow.during.contains(today))
    return seats.exists()


def held_by(committee: UUID) -> Condition:
    theirs = select(OrganiserRow.hearing_id).join(Proceeding, Proceeding.id == OrganiserRow.body_id)
    return HearingRow.id.in_(theirs.where(Proceeding.uid == committee))


async def place_of(session: AsyncSession, after: UUID, theirs: Condition) -> tuple[datetime, int]:
    query = select(*LISTED).join(Proceeding, Proceeding.id == HearingRow.id)
    query = query.where(Proceeding.uid == after, PUBLIC | theirs)
    if (row := (await session.execute(query)).first()) is None:
        raise BadQuestion("after", f"{after} is no id of this list")
    return row.listed_at, row.id


def unseen(wanted: Wanted, theirs: Condition) -> Select[Proceeding, HearingRow]:
    query = select(Proceeding, HearingRow).join(HearingRow, HearingRow.id == Proceeding.id)
    query = query.where(~PUBLIC, theirs, *conditions(wanted))
    return query.order_by(*(column.desc() for column in LISTED)).limit(wanted.limit + 1)


def conditions(wanted: Wanted) -> list[Condition]:
    asked: list[Condition] = []
    if wanted.chamber is not None:
        asked.append(HearingRow.chamber == wanted.chamber)
    if wanted.committee is not None:
        asked.append(held_by(wanted.committee))
    if wanted.state is not None:
        asked.append(STATES[wanted.state])
    if wanted.first is not None:
        asked.append(HearingRow.listed_at >= midnight(wanted.first))
    if wanted.last is not None:
        asked.append(HearingRow.listed_at < midnight(wanted.last) + timedelta(days=1))
    if wanted.place is not None:
        asked.append(tuple_(*LISTED) < tuple_(*wanted.place))
    return asked


async def told_unseen(session: AsyncSession, case: Proceeding) -> Json:
    """In the form of the list, as if it were public; no poster of it was ever put up."""
    facts = await load(session, case.id)
    shown = sheet(facts, case.uid, case.number, await holders_of(session, facts.organisers))
    form = Form.CLOSED if facts.closed else Form.OPEN
    told = {"form": form, "public": False, "sequence": None, "first_at": None, "updated_at": None}
    return shown.model_dump(mode="json") | told
