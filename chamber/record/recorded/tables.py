"""A recorded vote stands among all other votes; what its sources tell stays beside it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Ruling
from chamber.law.text import Words
from chamber.record.proceedings import Proceeding
from chamber.record.recorded.acts import Counts, RecordedVote, Source
from chamber.record.recorded.rules import Facts
from chamber.record.votes.documents import prepare
from chamber.record.votes.facts import Form, Method, Outcome
from chamber.record.votes.tables import Vote


async def load(session: AsyncSession, proceeding_id: int) -> Facts:
    vote = await session.scalar(select(Vote).where(Vote.proceeding_id == proceeding_id))
    assert vote is not None, "a recorded vote has a row from its first act on"
    assert vote.outcome is not None, "a recorded vote is over"
    sources = [Source.model_validate(source) for source in vote.sources or ()]
    # What is judged stands in columns of its own: they are read, and not what repeats them.
    judged = sources[0].model_copy(update={"counts": counts_of(vote)})
    first = [judged, *sources[1 : vote.first_sources]]
    official = vote.official_outcome
    told = RecordedVote(
        on=vote.opened_on, chamber=vote.chamber, convocation=vote.convocation,
        question=Words(kk=vote.question_kk, ru=vote.question_ru), power=vote.power,
        rule=vote.rule, form=Form(vote.form), sources=tuple(first),
        official_outcome=Outcome(official) if official else None,
    )  # fmt: skip
    ruling = Ruling.model_validate(vote.ruling)
    return Facts(
        told=told, others=tuple(sources[len(first) :]), ruling=ruling,
        outcome=Outcome(vote.outcome),
    )  # fmt: skip


def counts_of(vote: Vote) -> Counts:
    return Counts(
        in_favour=vote.in_favour, against=vote.against, abstained=vote.abstained,
        present=vote.present,
    )  # fmt: skip


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    vote = await session.scalar(select(Vote).where(Vote.proceeding_id == case.id))
    if vote is None:
        vote = Vote(uid=case.uid, proceeding_id=case.id, edition=0)
        session.add(vote)
    for name, value in columns(facts).items():
        setattr(vote, name, value)
    vote.edition += 1
    await session.flush()
    await prepare(session, vote)


def columns(facts: Facts) -> dict[str, Any]:
    told, ruling, counts = facts.told, facts.ruling, facts.told.sources[0].counts
    secret = told.form is Form.SECRET
    return {
        "chamber": told.chamber,
        "convocation": told.convocation,
        "power": told.power,
        "rule": told.rule,
        "question_kk": told.question.kk,
        "question_ru": told.question.ru,
        "form": told.form,
        "method": Method.PROTOCOL if secret else Method.TOTALS,
        "number": 1,
        "opened_on": told.on,
        "closed_on": told.on,
        "seats": ruling.total if ruling.base == "seats" else None,
        "in_favour": counts.in_favour,
        "against": counts.against,
        "abstained": counts.abstained,
        "present": counts.present,
        "outcome": facts.outcome,
        "verdict": ruling.verdict,
        "ruling": ruling.model_dump(mode="json"),
        "official_outcome": told.official_outcome,
        "sources": [s.model_dump(mode="json") for s in (*told.sources, *facts.others)],
        "first_sources": len(told.sources),
    }
