"""How a person's facts grow with each act. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, assert_never

from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.ruling import Ruling
from chamber.law.seats import Chamber
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
H = TypeVar("H", PostHeld, SeatHeld)
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
            grown = leave(facts, act)
        case Post():
            held = PostHeld(starts_on=act.on, ends_on=act.until, chamber=act.chamber, post=act.post)
            grown = changed(facts, posts=in_order(*facts.posts, held))
        case PostEnd():
            grown = give_up(facts, act)
        case _:
            assert_never(act)
    return grown


def leave(facts: Facts, act: MembershipEnd) -> Facts:
    left = seat_to_end(facts, act)
    seats = (changed(one, ends_on=act.on) if one is left else one for one in facts.memberships)
    return changed(facts, memberships=tuple(seats))


def give_up(facts: Facts, act: PostEnd) -> Facts:
    given_up, why = post_to_end(facts, act), {"ends_on": act.on, "reason": act.reason}
    posts = (changed(one, **why) if one is given_up else one for one in facts.posts)
    return changed(facts, posts=tuple(posts))


def alive(facts: Facts, given: Given) -> Facts:
    """The same facts, where a seat ends with the body it is in; one that came later is none."""
    days = dict(given.dissolved)
    kept = (cut(one, days.get(one.body)) for one in facts.memberships)
    return changed(facts, memberships=tuple(one for one in kept if one is not None))


def cut(held: P, ended: date | None) -> P | None:
    """The same, until the day on which it ended; None, if it came later."""
    if ended is None:
        return held
    ends_on = min(held.ends_on or ended, ended)
    return changed(held, ends_on=ends_on) if held.starts_on < ended else None


def end_mandate(facts: Facts, act: MandateEnd) -> Facts:
    """A mandate ends, and with it what only a deputy may hold."""
    mandate = ended_by(facts, act)
    assert mandate is not None, "a mandate that has ended already is not ended again"
    because = act.because and act.because.matter
    why = {"ground": act.ground, "document": act.document, "because": because}
    ended = changed(mandate, ends_on=act.on, **why)
    lost = Period(starts_on=act.on, ends_on=mandate.ends_on)
    gone = [one for one in held_as_deputy(facts, act.chamber) if one.overlaps(lost)]
    posts = (cut(one, act.on) if one in gone else one for one in facts.posts)
    seats = (cut(one, act.on) if one in gone else one for one in facts.memberships)
    return changed(
        facts,
        mandates=tuple(ended if one is mandate else one for one in facts.mandates),
        posts=tuple(one for one in posts if one is not None),
        memberships=tuple(one for one in seats if one is not None),
    )


def ended_by(facts: Facts, act: MandateEnd) -> MandateHeld | None:
    """The mandate that the act ends. One that ends later is ended earlier, and not the reverse."""
    lasting = (one for one in facts.mandates if one.chamber == act.chamber and one.covers(act.on))
    mandate = next(lasting, None)
    if mandate is None or mandate.starts_on == act.on:
        return None
    by_hand = act.because is None and mandate is not last_mandate(facts, act.chamber)
    return None if by_hand else mandate


def last_mandate(facts: Facts, chamber: Chamber) -> MandateHeld | None:
    return next((one for one in reversed(facts.mandates) if one.chamber == chamber), None)


def held_as_deputy(facts: Facts, chamber: Chamber) -> list[PostHeld | SeatHeld]:
    seats = [one for one in facts.memberships if one.body_kind in OF_DEPUTIES]
    held: list[PostHeld | SeatHeld] = [*facts.posts, *seats]
    return [one for one in held if one.chamber == chamber]


def post_to_end(facts: Facts, act: PostEnd) -> PostHeld | None:
    return to_end(facts, (one for one in facts.posts if is_of(one, act)))


def seat_to_end(facts: Facts, act: MembershipEnd) -> SeatHeld | None:
    return to_end(facts, (one for one in facts.memberships if one.body == act.body))


def is_of(held: PostHeld, act: PostEnd) -> bool:
    return (held.chamber, held.post) == (act.chamber, act.post)


def to_end(facts: Facts, held: Iterable[H]) -> H | None:
    """What lasts, or was to end with a mandate only because a matter ended that."""
    days = {one.ends_on for one in facts.mandates if one.because is not None}
    ending = [one for one in held if one.ends_on is None or one.ends_on in days]
    return max(ending, key=lambda one: one.starts_on, default=None)


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


def in_order(*held: P) -> tuple[P, ...]:
    """The earliest first; memberships that begin together stand in the order of their bodies."""
    return tuple(sorted(held, key=lambda one: (one.starts_on, str(getattr(one, "body", "")))))


def changed(value: V, **told: object) -> V:
    return value.model_copy(update=told)
