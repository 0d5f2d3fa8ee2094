"""What the public is told of an open hearing, as one value: whatever the day, the same facts give
the same poster."""

from collections.abc import Sequence
from uuid import UUID

from chamber.hearings.board import Certified, Holder, Poster, Span, State, Was
from chamber.hearings.facts import Hearing
from chamber.hearings.rules.certificate import certificate
from chamber.hearings.rules.order import adopted
from chamber.hearings.words import Product
from chamber.law.text import Words


def poster(hearing: Hearing, uid: UUID, number: str, holders: Sequence[Holder]) -> Poster:
    assert not hearing.closed, "nothing is told of what is closed"
    return sheet(hearing, uid, number, holders)


def sheet(hearing: Hearing, uid: UUID, number: str, holders: Sequence[Holder]) -> Poster:
    """In the form of a poster, for those who may know of the hearing; it is put up nowhere."""
    told = hearing.told
    return Poster(
        id=uid,
        number=number,
        chamber=hearing.chamber,
        state=state(hearing),
        topic=hearing.topic,
        organisers=tuple(holders),
        organised_by=told.organised_by if told is not None else (),
        starts_at=hearing.starts_at,
        place=hearing.place,
        held=Span(first_day=told.first_day, last_day=told.last_day) if told is not None else None,
        moves=tuple(Was.model_validate(move.model_dump()) for move in hearing.moves),
        cancelled_on=hearing.cancelled_on,
        cancelled_because=hearing.cancelled_because,
        notice=certified(hearing),
        defects=hearing.defects,
        recommendations=bool(adopted(hearing)) if hearing.recommended else None,
        report=report(hearing),
        sources=told.sources if told is not None else (),
    )


def state(hearing: Hearing) -> State:
    if hearing.cancelled_on is not None:
        return State.CANCELLED
    if hearing.ended_on is not None or hearing.told is not None:
        return State.HELD
    if hearing.begun_on is not None:
        return State.BEGUN
    return State.MOVED if hearing.moves else State.PLANNED


def certified(hearing: Hearing) -> Certified | None:
    whole = certificate(hearing)
    decisive = whole.decisive if whole is not None else None
    if whole is None or decisive is None:
        return None
    return Certified(
        sent_at=decisive.sent_at,
        days_before=decisive.days_before,
        rule=whole.rule,
        cite=whole.cite,
        verdict=decisive.verdict,
        late_on=decisive.late_on,
        sentence=decisive.sentence,
    )


def report(hearing: Hearing) -> Words | None:
    """Where it was published last."""
    places = [one.where for one in hearing.published if one.what is Product.REPORT]
    return places[-1] if places else None
