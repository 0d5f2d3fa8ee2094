"""What would be slow to count when somebody asks is counted when a vote closes.

How often each deputy did what, by chamber and year; and how each faction stood in each vote.
A correction takes off what the edition before had added. An annulled round has no roll.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, Index, SmallInteger, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chamber.record.base import Base, one_of
from chamber.record.proceedings import Proceeding
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Ballot, Vote
from chamber.record.votes.telling import Elector


class Attendance(Base):
    """How many votes of a year a deputy spent in one way."""

    __tablename__ = "attendance"
    __table_args__ = (one_of("choice", *Choice),)

    person_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    chamber: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    choice: Mapped[str] = mapped_column(primary_key=True)
    votes: Mapped[int]


class FactionVote(Base):
    """How the members of a faction stood in a vote, in one edition of it."""

    __tablename__ = "faction_vote"
    __table_args__ = (
        Index(
            "faction_vote_faction_idx", "faction_id", text("voted_on DESC"), text("vote_id DESC"),
            postgresql_include=["edition"],
        ),
    )  # fmt: skip

    vote_id: Mapped[int] = mapped_column(ForeignKey(Vote.id), primary_key=True)
    edition: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    faction_id: Mapped[int] = mapped_column(ForeignKey(Proceeding.id), primary_key=True)
    voted_on: Mapped[date]
    in_favour: Mapped[int] = mapped_column(SmallInteger)
    against: Mapped[int] = mapped_column(SmallInteger)
    abstained: Mapped[int] = mapped_column(SmallInteger)
    not_voting: Mapped[int] = mapped_column(SmallInteger)
    absent: Mapped[int] = mapped_column(SmallInteger)
    excused: Mapped[int] = mapped_column(SmallInteger)


COLUMNS = {choice: "in_favour" if choice is Choice.FOR else choice.value for choice in Choice}


async def keep_tallies(session: AsyncSession, vote: Vote, electors: Sequence[Elector]) -> None:
    changes = Counter(counter(vote.opened_on, one.person_id, one.choice) for one in electors)
    changes.subtract(await counted_before(session, vote))
    await change_attendance(session, vote.chamber, changes)
    for faction in sorted({one.faction_id for one in electors if one.faction_id}):
        choices = Counter(one.choice for one in electors if one.faction_id == faction)
        session.add(
            FactionVote(
                vote_id=vote.id, edition=vote.edition, faction_id=faction,
                voted_on=vote.opened_on,
                **{column: choices[choice] for choice, column in COLUMNS.items()},
            )
        )  # fmt: skip
    await session.flush()


def counter(day: date, person: int, choice: str) -> tuple[int, int, str]:
    return person, day.year, choice


async def counted_before(session: AsyncSession, vote: Vote) -> Counter[tuple[int, int, str]]:
    """What the edition before this one has added."""
    query = select(Ballot.voted_on, Ballot.person_id, Ballot.choice)
    query = query.where(Ballot.vote_id == vote.id, Ballot.edition == vote.edition - 1)
    return Counter(counter(*row) for row in await session.execute(query))


async def change_attendance(
    session: AsyncSession, chamber: str, changes: Counter[tuple[int, int, str]]
) -> None:
    # Two votes that close at once add to the same rows: in one order, so no deadlock.
    changed = sorted((key, number) for key, number in changes.items() if number)
    if not changed:
        return
    add = insert(Attendance)
    add = add.on_conflict_do_update(
        index_elements=["person_id", "chamber", "year", "choice"],
        set_={"votes": Attendance.votes + add.excluded.votes},
    )
    await session.execute(
        add,
        [
            {"person_id": person, "chamber": chamber, "year": year, "choice": choice, "votes": n}
            for (person, year, choice), n in changed
        ],
    )
