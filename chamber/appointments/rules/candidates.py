"""What the facts tell of candidates, from the submission to what was said at the sitting."""

from chamber.appointments.acts import (
    BallotOrder,
    Conclusion,
    NewSubmission,
    Recorded,
    Said,
    Submission,
)
from chamber.appointments.bodies import OFFICES
from chamber.appointments.facts import Candidate, Facts, Given, Heard, Order, Statement, Term
from chamber.appointments.rules.offices import seats_of, term_ends
from chamber.law.ruling import Ruling
from chamber.record.resolutions.facts import Resolution


def submitted(act: Submission, defects: tuple[str, ...]) -> Facts:
    candidates = tuple(
        Candidate(
            person=one.person,
            starts_on=one.starts_on,
            submitted_on=act.on,
            submitted_by=act.submitted_by,
            document=act.document,
            defects=defects,
        )
        for one in act.candidates
    )
    return Facts(
        chamber=act.chamber, body=act.body, committee=act.committee, opened_on=act.on,
        candidates=candidates,
    )  # fmt: skip


def told_by_sources(act: Recorded, given: Given) -> Facts:
    candidate = Candidate(person=act.person, starts_on=act.starts_on)
    facts = Facts(
        chamber=act.chamber, body=act.body, sources=act.sources, opened_on=act.on,
        candidates=(candidate,),
    )  # fmt: skip
    office = OFFICES[act.body]
    ends_on = term_ends(office, act.chamber, act.starts_on)
    if ends_on is not None:
        term = Term(
            subject=1, person=act.person, appointed_on=act.on, starts_on=act.starts_on,
            ends_on=ends_on, quota=seats_of(office, act.chamber, act.starts_on), above_quota=True,
        )  # fmt: skip
        facts = facts.with_more("terms", term)
    if act.official_number is not None and given.numbered is not None:
        resolution = Resolution(
            resolution=given.numbered.resolution, convocation=given.numbered.convocation,
            official_number=act.official_number, subject=1, decision="appoint", adopted_on=act.on,
        )  # fmt: skip
        facts = facts.with_more("resolutions", resolution)
    return facts


def submitted_anew(facts: Facts, act: NewSubmission) -> Facts:
    anew = tuple(
        Candidate(
            person=one.person,
            starts_on=one.starts_on,
            submitted_on=act.on,
            submitted_by=act.submitted_by,
            document=act.document,
            instead_of=one.instead_of,
        )
        for one in act.candidates
    )
    return facts.model_copy(update={"candidates": (*facts.candidates, *anew)})


def concluded(facts: Facts, act: Conclusion) -> Facts:
    heard = Heard(
        given_on=act.on, sitting=act.sitting, recommends=act.recommends, tally=act.tally,
        text=act.text,
    )  # fmt: skip
    return facts.with_candidates(act.candidates, {"conclusion": heard})


def statement(act: Said) -> Statement:
    told = act.model_dump(exclude={"on"})
    return Statement.model_validate(told | {"said_on": act.on})


def ordered(act: BallotOrder, ruling: Ruling) -> Order:
    ways: dict[bool, list[str]] = {True: [], False: []}
    for answer in ruling.readings:
        ways[answer.adopted].append(answer.name)
    return Order(
        candidate=act.candidate, decided_on=act.on, sitting=act.sitting, form=act.form,
        tally=act.tally, adopted=ruling.adopted, in_favour=tuple(ways[True]),
        against=tuple(ways[False]),
    )  # fmt: skip
