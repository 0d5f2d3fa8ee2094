"""The number of a resolution: the next of its Chamber in its convocation, without gaps."""

from collections import Counter
from datetime import date
from typing import Protocol, TypeVar
from uuid import uuid4

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Value
from chamber.law.ruling import Impossible
from chamber.record.convocations.rows import number_on
from chamber.record.resolutions.facts import Numbered, Resolution
from chamber.record.resolutions.tables import ResolutionRow
from chamber.record.series import Series, next_number
from chamber.record.turns import take_turn
from chamber.record.votes.rounds import AtVote

SERIES = "resolutions"

G = TypeVar("G", bound=Value)


class Resolves(Protocol):
    """An act that adopts a resolution, now or in the past."""

    @property
    def on(self) -> date: ...

    @property
    def official_number(self) -> str | None: ...


async def numbered(
    session: AsyncSession, chamber: str, act: Resolves, before: AtVote | None
) -> Numbered:
    """What a resolution is given. One that is judged again keeps what it was given."""
    if before is not None and before.numbered is not None:
        return before.numbered
    if act.official_number is not None:
        return await official(session, chamber, act.on)
    return await coming_number(session, chamber, act.on)


async def official(session: AsyncSession, chamber: str, on: date) -> Numbered:
    """A resolution of the past keeps the number it has."""
    return Numbered(resolution=uuid4(), convocation=await convocation_on(session, chamber, on))


async def coming_number(session: AsyncSession, chamber: str, on: date) -> Numbered:
    """The number that a resolution adopted now is given. Nobody else gets it before we are done.

    Only `take_number` takes it: an act that comes to nothing leaves no gap.
    """
    convocation = await convocation_on(session, chamber, on)
    number = await coming(session, series_of(chamber, convocation))
    return Numbered(resolution=uuid4(), convocation=convocation, number=number)


async def convocation_on(session: AsyncSession, chamber: str, on: date) -> int:
    number = await number_on(session, chamber, on)
    if number is None:
        raise Impossible("on", f"no convocation of this chamber is on the record for {on}")
    return number


class CountingAfterAll:
    """Numbers for resolutions of one case that come to count only when they are judged again.

    The number that such a one was told when it was entered was never taken by it: by now it is
    somebody else's, or two resolutions of one case were told the same.
    """

    def __init__(self, session: AsyncSession, chamber: str | None) -> None:
        self.session, self.chamber = session, chamber
        self.told: Counter[str] = Counter()  # How many of each series, before any is taken.

    async def numbered(self, given: G) -> G:
        """What was given to an act that counts, with the number that it will take."""
        had = given.numbered if isinstance(given, AtVote) else None
        if had is None or had.number is None or await self.is_issued(had):
            return given
        series = series_of(self.chamber, had.convocation)
        number = await coming(self.session, series) + self.told[series]
        self.told[series] += 1
        return given.model_copy(update={"numbered": had.model_copy(update={"number": number})})

    async def is_issued(self, one: Numbered) -> bool:
        query = select(exists().where(ResolutionRow.uid == one.resolution))
        return bool(await self.session.scalar(query))


async def coming(session: AsyncSession, series: str) -> int:
    await take_turn(session, f"{SERIES}/{series}")
    query = select(Series.last).where(Series.kind == SERIES, Series.scope == series)
    last = await session.scalar(query, execution_options={"populate_existing": True})
    return (last or 0) + 1


async def take_number(session: AsyncSession, chamber: str | None, one: Resolution) -> None:
    if one.number is None:
        return
    given = await next_number(session, SERIES, series_of(chamber, one.convocation))
    if given != one.number:
        raise Impossible("resolution", f"number {one.number} is not the next: that is {given}")


def series_of(chamber: str | None, convocation: int) -> str:
    return f"{chamber}/{convocation}"
