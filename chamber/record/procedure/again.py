"""The hall of a vote, told again as of the same moment, from what the record now says of it."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.journal import entries
from chamber.record.people.roll import in_office
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import ids
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.sittings.seating import hall_of
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.rules import AtOpening


async def hall_again(session: AsyncSession, hall: Hall, on: date, item: int | None = None) -> Hall:
    """By the acts of the sitting that stood then, as they have been corrected since."""
    key = (await ids(session, "sittings", [hall.sitting]))[hall.sitting]
    story = standing(SITTINGS, await entries(session, key))
    until = [one for one in story if one.seq <= hall.as_of]
    then = fold(SITTINGS, until)
    return await hall_of(session, hall.sitting, then, on, item, as_of=hall.as_of)


Moment = TypeVar("Moment", AtOpening, AtClosing)


async def moment_again(
    session: AsyncSession, given: Moment, chamber: str, on: date, item: int | None
) -> Moment:
    """The moment at which a vote opened or closed."""
    hall = await hall_again(session, given.hall, on, item)
    electorate = await in_office(session, chamber, on)
    again: dict[str, Any] = {"hall": hall, "electorate": electorate}
    if isinstance(given, AtClosing):
        known = {*given.former, *given.electorate} - set(electorate)
        again["former"] = tuple(sorted(known, key=str))
    return given.model_copy(update=again)
