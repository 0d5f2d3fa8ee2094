"""What was given to an act, as the record now tells of the same moment: after a correction."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.hearings.acts import AnyAct
from chamber.hearings.facts import Given, Hearing, Plenary
from chamber.hearings.procedure.gathering import day_of, gather, in_hall, there
from chamber.law.terms import local_day
from chamber.record.journal import entries
from chamber.record.procedure.again import hall_again
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import ids
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.meanwhile import OF_THE_CHAMBER
from chamber.record.sittings.procedure import SITTINGS


async def refresh(session: AsyncSession, facts: Hearing | None, act: AnyAct, given: Given) -> Given:
    """A sitting, a person or a body was corrected: the act is judged by what was true then."""
    told: dict[str, Any] = await there(session, facts, act)
    if given.hall is not None:
        told |= await in_hall(session, act, await hall_again(session, given.hall, act.on))
    if (day := day_of(facts, act)) is not None:
        told |= {"day": day, "plenary_days": given.plenary_days}
        told["plenaries"] = await still_there(session, given.plenaries, day)
    return Given(**told)


async def still_there(
    session: AsyncSession, known: Iterable[Plenary], day: date
) -> tuple[Plenary, ...]:
    """The plenary sittings that were known of then, and did stand on that day.

    What was called or called off since makes no difference: it was not so at the time.
    """
    then = [(one, await as_then(session, one)) for one in known]
    return tuple(
        one.model_copy(update={"chamber": told.chamber, "joint": told.kind == "joint"})
        for one, told in then
        if told.kind in OF_THE_CHAMBER and told.cancelled_on is None
        and local_day(told.starts_at) == day
    )  # fmt: skip


async def as_then(session: AsyncSession, plenary: Plenary) -> Sitting:
    key = (await ids(session, "sittings", [plenary.sitting]))[plenary.sitting]
    story = standing(SITTINGS, await entries(session, key))
    return fold(SITTINGS, [one for one in story if one.seq <= plenary.as_of])


async def gather_as_then(
    session: AsyncSession, facts: Hearing | None, act: AnyAct, before: Given | None
) -> Given:
    """An act that is corrected was done at its own moment, and not today."""
    given = await gather(session, facts, act, before)
    if before is None:
        return given
    told: dict[str, Any] = {}
    if given.hall and before.hall and given.hall.sitting == before.hall.sitting:
        told |= await in_hall(session, act, await hall_again(session, before.hall, act.on))
    if given.day is not None and given.day == before.day:
        told["plenary_days"] = before.plenary_days
        told["plenaries"] = await still_there(session, before.plenaries, given.day)
    return given.model_copy(update=told)
