"""What bars a vote that is asked for, and is never told of on the record."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act
from chamber.law.judging import finding
from chamber.law.rulebook import LAW
from chamber.law.ruling import Finding, Verdict
from chamber.law.seats import NoEdition
from chamber.record.proceedings import Proceeding
from chamber.record.sittings.tables.planned import SittingRow
from chamber.record.votes.acts import Opening
from chamber.record.votes.rules import UNLAWFUL_SITTING
from chamber.record.votes.sentences import SITTING_OVER


class OfChamber(Protocol):
    """What is known of a matter."""

    @property
    def chamber(self) -> str: ...


async def bars(session: AsyncSession, facts: OfChamber | None, act: Act) -> Sequence[Finding]:
    """A vote that is asked for is put at a sitting that goes on."""
    if facts is None or not isinstance(act, Opening):
        return ()
    query = select(SittingRow.closed_on).join(Proceeding, Proceeding.id == SittingRow.id)
    return too_late(
        facts.chamber, act, await session.scalar(query.where(Proceeding.uid == act.sitting))
    )


def too_late(chamber: str, act: Opening, closed_on: date | None) -> Sequence[Finding]:
    """The sitting was closed on the day of the vote: nobody could close the vote there any more.

    Acts carry days, and no hours. Minutes may tell of a vote that was held before the close.
    """
    if closed_on != act.on:  # On any other day the rules themselves say whether it is open.
        return ()
    try:
        law = LAW.on(chamber, act.on)
    except NoEdition:
        return ()  # On such a day no act of the Chamber is lawful anyway.
    return [finding(law, UNLAWFUL_SITTING, Verdict.INVALID, SITTING_OVER)]
