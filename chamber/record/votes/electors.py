"""The roll of a vote as its readers see it: each deputy by name, in his faction of that day."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.text import Name
from chamber.record.bodies.acts import BodyKind
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import MembershipRow, NameRow
from chamber.record.proceedings import Proceeding
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Ballot, Vote
from chamber.record.votes.telling import Elector

Faction = tuple[int | None, UUID | None, Name | None]
NO_FACTION: Faction = (None, None, None)


async def electors_of(session: AsyncSession, vote: Vote) -> list[Elector]:
    """In the order of the Kazakh alphabet. Nobody, where there is no roll."""
    query = select(Ballot.person_id, Proceeding.uid, Ballot.choice)
    query = query.join(Proceeding, Proceeding.id == Ballot.person_id)
    query = query.where(Ballot.vote_id == vote.id, Ballot.edition == vote.edition)
    roll = (await session.execute(query)).all()
    people = [person for person, _, _ in roll]
    names = await names_on(session, people, vote.opened_on)
    factions = await factions_on(session, people, vote.opened_on)
    electors = []
    for person, deputy, choice in roll:
        key, faction, faction_name = factions.get(person, NO_FACTION)
        electors.append(
            Elector(
                person_id=person, deputy=deputy, name=names[person][1], choice=Choice(choice),
                faction_id=key, faction=faction, faction_name=faction_name,
            )
        )  # fmt: skip
    return sorted(electors, key=lambda one: (names[one.person_id][0], str(one.deputy)))


async def names_on(
    session: AsyncSession, people: Collection[int], day: date
) -> dict[int, tuple[str, Name]]:
    """The name of each on that day, and what it is sorted by. The first one, if all are later."""
    query = select(NameRow).where(NameRow.person_id.in_(people)).order_by(NameRow.starts_on)
    found: dict[int, tuple[str, Name]] = {}
    for row in await session.scalars(query):
        if row.starts_on <= day or row.person_id not in found:
            name = Name(kk=row.kk, ru=row.ru, latin=row.latin)
            found[row.person_id] = (row.sorted_by, name)
    return found


async def factions_on(
    session: AsyncSession, people: Collection[int], day: date
) -> dict[int, Faction]:
    query = select(MembershipRow.person_id, BodyRow, Proceeding.uid)
    query = query.join(BodyRow, BodyRow.id == MembershipRow.body_id)
    query = query.join(Proceeding, Proceeding.id == BodyRow.id)
    query = query.where(
        MembershipRow.person_id.in_(people),
        MembershipRow.body_kind == BodyKind.FACTION,
        MembershipRow.during.contains(day),
        BodyRow.during.contains(day),
    )
    return {
        person: (body.id, uid, Name(kk=body.kk, ru=body.ru, latin=body.latin))
        for person, body, uid in await session.execute(query)
    }
