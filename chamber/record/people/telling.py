"""How a person's facts grow with each act. Pure."""

from datetime import date
from typing import TypeVar, assert_never

from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.ruling import Ruling
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import (
    Mandate,
    MandateEnd,
    Membership,
    MembershipEnd,
    Person,
    PersonAct,
    Post,
    PostEnd,
    Renamed,
)
from chamber.record.people.facts import Facts, Given, MandateHeld, Named, PostHeld, SeatHeld

P = TypeVar("P", bound=Period)
V = TypeVar("V", bound=Value)

# Only deputies sit in these, so a seat in them ends with the mandate.
OF_DEPUTIES = frozenset({BodyKind.FACTION, BodyKind.COMMITTEE})


def step(told: Facts | None, act: PersonAct, given: Given, _: Ruling) -> Facts:
    if isinstance(act, Person):
        named = Named(starts_on=act.on, name=act.name)
        return Facts(born_on=act.born_on, names=(named,))
    assert told is not None, "a person is entered first"
    facts = alive(told, given)
    match act:
        case Renamed():
            named = Named(starts_on=act.on, name=act.name)
            grown = changed(facts, names=(*facts.names, named))
        case Mandate():
            grown = changed(facts, mandates=in_order(*facts.mandates, mandate_of(act)))
        case MandateEnd():
            grown = end_mandate(facts, act)
        case Membership():
            grown = changed(facts, memberships=in_order(*facts.memberships, seat_of(act, given)))
        case MembershipEnd():
            kept = [end(one, act.on) if one.body == act.body else one for one in facts.memberships]
            grown = changed(facts, memberships=tuple(kept))
        case Post():
            held = PostHeld(starts_on=act.on, ends_on=act.until, chamber=act.chamber, post=act.post)
            grown = changed(facts, posts=in_order(*facts.posts, held))
        case PostEnd():
            grown = changed(facts, posts=tuple(end_post(one, act) for one in facts.posts))
        case _:
            assert_never(act)
    return grown


def alive(facts: Facts, given: Given) -> Facts:
    """The same facts, where a seat ends with the body it is in; one that came later is none."""
    days = dict(given.dissolved)
    kept = (cut(one, days.get(one.body)) for one in facts.memberships)
    return changed(facts, memberships=tuple(one for one in kept if one is not None))


def cut(seat: SeatHeld, ended: date | None) -> SeatHeld | None:
    if ended is None:
        return seat
    ends_on = min(seat.ends_on or ended, ended)
    return changed(seat, ends_on=ends_on) if seat.starts_on < ended else None


def end_mandate(facts: Facts, act: MandateEnd) -> Facts:
    """A mandate ends, and with it what only a deputy may hold."""
    here, because = act.chamber, act.because and act.because.matter
    why = {"ground": act.ground, "document": act.document, "because": because}
    mandates = (end(one, act.on, **why) if one.chamber == here else one for one in facts.mandates)
    posts = (end(one, act.on) if one.chamber == here else one for one in facts.posts)
    memberships = (
        end(one, act.on) if one.chamber == here and one.body_kind in OF_DEPUTIES else one
        for one in facts.memberships
    )
    return changed(
        facts, mandates=tuple(mandates), posts=tuple(posts), memberships=tuple(memberships)
    )


def end_post(held: PostHeld, act: PostEnd) -> PostHeld:
    if (held.chamber, held.post) != (act.chamber, act.post):
        return held
    return end(held, act.on, reason=act.reason)


def mandate_of(act: Mandate) -> MandateHeld:
    return MandateHeld(
        starts_on=act.on,
        ends_on=act.until,
        chamber=act.chamber,
        convocation=act.convocation,
        basis=act.basis,
        ground=act.ground,
        document=act.document,
    )


def seat_of(act: Membership, given: Given) -> SeatHeld:
    assert given.place is not None, "a membership is of a body"
    return SeatHeld(
        starts_on=act.on,
        ends_on=act.until,
        body=act.body,
        chamber=given.place.chamber,
        body_kind=given.place.kind,
        role=act.role,
    )


def end(held: P, on: date, **why: object) -> P:
    """The same, ended, if it lasts."""
    return changed(held, ends_on=on, **why) if held.ends_on is None else held


def in_order(*held: P) -> tuple[P, ...]:
    """The earliest first; memberships that begin together stand in the order of their bodies."""
    return tuple(sorted(held, key=lambda one: (one.starts_on, str(getattr(one, "body", "")))))


def changed(value: V, **told: object) -> V:
    return value.model_copy(update=told)
