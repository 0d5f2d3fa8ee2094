"""Rounds to rows and back: the facts of a vote, as they stand in the tables."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Ruling
from chamber.law.text import Words
from chamber.record.convocations.rows import number_on
from chamber.record.proceedings import Proceeding, ids, uids
from chamber.record.votes.documents import prepare
from chamber.record.votes.facts import Choice, Method, Outcome, Protocol, Round, Totals
from chamber.record.votes.order import OPENED_BY
from chamber.record.votes.tables import Ballot, CastBallot, Vote

SAME = ("item", "power", "rule", "subject", "form", "method", "number", "reason",
        "unfounded", "opened_on", "seats", "in_office", "closed_on", "present",
        "outcome")  # fmt: skip


async def load_rounds(session: AsyncSession, proceeding_id: int) -> tuple[Round, ...]:
    """The rounds of a proceeding's votes, in the order in which they were opened."""
    query = select(Vote).where(Vote.proceeding_id == proceeding_id, ~Vote.undone)
    query = query.order_by(OPENED_BY, Vote.id)
    votes = (await session.scalars(query, execution_options={"populate_existing": True})).all()
    rolls = {vote.id: await roll(session, vote) for vote in votes}
    named = {key for vote in votes for key in (*(vote.electorate or ()), vote.sitting_id) if key}
    known = await uids(session, named | {person for r in rolls.values() for person in r})
    return tuple(told(vote, rolls[vote.id], known) for vote in votes)


async def roll(session: AsyncSession, vote: Vote) -> dict[int, str]:
    """Who did what in a closed vote. Until then, and of an annulled one, nothing is told."""
    query = select(Ballot.person_id, Ballot.choice).where(Ballot.vote_id == vote.id)
    rows = await session.execute(query.where(Ballot.edition == vote.edition))
    return {person: choice for person, choice in rows}


def told(vote: Vote, roll: Mapping[int, str], known: Mapping[int, UUID]) -> Round:
    totals = None
    if vote.in_favour is not None and vote.against is not None:
        totals = Totals(
            in_favour=vote.in_favour, against=vote.against, abstained=vote.abstained or 0
        )
    return Round.model_validate(
        {name: getattr(vote, name) for name in SAME}
        | {
            "vote": vote.uid,
            "sitting": vote.sitting_id and known[vote.sitting_id],
            "question": Words(kk=vote.question_kk, ru=vote.question_ru),
            "electorate": tuple(known[key] for key in vote.electorate or ()),
            "totals": totals,
            "protocol": vote.protocol and Protocol.model_validate(vote.protocol),
            "repeat": vote.repeat and Totals.model_validate(vote.repeat),
            "roll": {known[key]: Choice(choice) for key, choice in roll.items()},
            "ruling": vote.ruling and Ruling.model_validate(vote.ruling),
        }
    )


async def save_rounds(session: AsyncSession, case: Proceeding, rounds: Sequence[Round]) -> None:
    before = {r.vote: r for r in await load_rounds(session, case.id)}
    for gone in before.keys() - {told_round.vote for told_round in rounds}:
        await undo(session, gone)
    for told_round in in_turn(rounds, before):
        if before.get(told_round.vote) != told_round:
            await save_round(session, case, told_round, before.get(told_round.vote))


def in_turn(rounds: Sequence[Round], before: Mapping[UUID, Round]) -> list[Round]:
    """No two have one number meanwhile: of those that move up the last goes first."""
    known = [one for one in rounds if one.vote in before]
    up = [one for one in known if one.number > before[one.vote].number]
    others = [one for one in known if one not in up]
    return [*others, *reversed(up), *(one for one in rounds if one.vote not in before)]


async def undo(session: AsyncSession, uid: UUID) -> None:
    """A vote that was never opened, as a correction says, is annulled and counts for nothing."""
    vote = (await session.scalars(select(Vote).where(Vote.uid == uid))).one()
    vote.undone, vote.outcome = True, Outcome.ANNULLED
    if vote.closed_on is None:
        vote.closed_on = vote.opened_on  # Nobody casts in it any more.
        await session.flush()
        return
    vote.edition += 1
    await session.flush()
    await prepare(session, vote)


async def save_round(
    session: AsyncSession, case: Proceeding, round_: Round, before: Round | None
) -> None:
    """Write a round that is new, or that another act or a correction has changed."""
    people = await ids(session, "people", round_.electorate)
    sitting = (await ids(session, "sittings", [round_.sitting]))[round_.sitting]
    values = columns(round_) | {
        "proceeding_id": case.id,
        "chamber": case.chamber,
        "convocation": await number_on(session, str(case.chamber), round_.opened_on),
        "sitting_id": sitting,
        "electorate": [people[uid] for uid in round_.electorate],
    }
    vote = await session.scalar(select(Vote).where(Vote.uid == round_.vote))
    if vote is None:
        vote = Vote(uid=round_.vote, edition=1, **values)
        session.add(vote)
    else:
        for name, value in values.items():
            setattr(vote, name, value)
    if vote.undone or (before is not None and before.closed_on is not None):
        vote.edition += 1
        vote.undone = False
    await session.flush()
    await add_ballots(session, vote, {people[uid]: c for uid, c in round_.roll.items()})
    if vote.closed_on is not None:
        await prepare(session, vote)


def columns(round_: Round) -> dict[str, Any]:
    totals, ruling = round_.totals, round_.ruling
    return {name: getattr(round_, name) for name in SAME} | {
        "question_kk": round_.question.kk,
        "question_ru": round_.question.ru,
        "in_favour": totals and totals.in_favour,
        "against": totals and totals.against,
        "abstained": totals and totals.abstained,
        "protocol": round_.protocol and round_.protocol.model_dump(mode="json"),
        "repeat": round_.repeat and round_.repeat.model_dump(mode="json"),
        "ruling": ruling and ruling.model_dump(mode="json"),
        "verdict": ruling and ruling.verdict,
    }


async def add_ballots(session: AsyncSession, vote: Vote, choices: Mapping[int, Choice]) -> None:
    session.add_all(
        Ballot(
            vote_id=vote.id,
            edition=vote.edition,
            person_id=person,
            voted_on=vote.opened_on,
            choice=choice,
        )
        for person, choice in sorted(choices.items())
    )
    await session.flush()


async def cast_here(session: AsyncSession, round_: Round) -> dict[UUID, Choice]:
    """The ballots that deputies cast one by one."""
    if round_.method is not Method.BALLOTS:
        return {}
    query = (
        select(Proceeding.uid, CastBallot.choice)
        .join(CastBallot, CastBallot.person_id == Proceeding.id)
        .join(Vote, Vote.id == CastBallot.vote_id)
        .where(Vote.uid == round_.vote)
    )
    return {uid: Choice(choice) for uid, choice in await session.execute(query)}
