"""What the rules of a vote need to know of the hall, read from the record."""

from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.people.roll import in_office
from chamber.record.sittings.seating import hall
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.casting import stop_casting
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.facts import Round
from chamber.record.votes.pending import open_at
from chamber.record.votes.repeating import Before
from chamber.record.votes.rows import cast_here
from chamber.record.votes.rules import AtOpening


async def at_opening(
    session: AsyncSession,
    act: Opening,
    *,
    chamber: str,
    earlier: Before,
    vote: UUID | None = None,
) -> AtOpening:
    """`vote`: its id, if the act was done before and is judged again."""
    others = await open_at(session, act.sitting, but=vote)
    return AtOpening(
        vote=vote or uuid4(),
        hall=await hall(session, act.sitting, act.on, act.item),
        electorate=await in_office(session, chamber, act.on),
        others=others,
        **earlier.model_dump(),
    )


async def at_closing(
    session: AsyncSession, round_: Round, act: Closing, *, chamber: str
) -> AtClosing:
    await stop_casting(session, round_.vote)
    return AtClosing(
        hall=await hall(session, round_.sitting, act.on, round_.item),
        electorate=await in_office(session, chamber, act.on),
        ballots=await cast_here(session, round_),
    )
