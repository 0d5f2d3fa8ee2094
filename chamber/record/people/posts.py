"""Who may hold a post in the chamber, or a seat in one of its bodies. Pure."""

from datetime import date

from chamber.law.act import Sentence
from chamber.law.ledger import Defect, judge_entry, judge_ruled, last_day, period
from chamber.law.period import Period, outlasts
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import BodyRole, Membership, MembershipEnd, Office, Post, PostEnd
from chamber.record.people.ending import ended_already
from chamber.record.people.facts import Facts, Given, Holder, Place, PostHeld, SeatHeld
from chamber.record.people.telling import OF_DEPUTIES, post_to_end, seat_to_end

POSTS = "F-2.03"  # The Chair of the Chamber.
BODIES = "A57-7.01"
BUREAU = "A57-7.03"

OUTSIDER = {
    Chamber.SENATE: Sentence(
        kk="Бюро құрамына Палата Төрағасының орынбасарлары мен тұрақты комитеттердің "
        "төрағалары ғана кіреді.",
        ru="В состав Бюро входят только заместители Председателя Палаты и председатели "
        "постоянных комитетов.",
        en="Only the deputy chairs of the Chamber and the chairs of its standing committees "
        "sit on the Bureau.",
    ),
    Chamber.MAZHILIS: Sentence(
        kk="Бюро құрамына Палата Төрағасының орынбасарлары, тұрақты комитеттердің төрағалары "
        "мен фракциялардың жетекшілері ғана кіреді.",
        ru="В состав Бюро входят только заместители Председателя Палаты, председатели "
        "постоянных комитетов и руководители фракций.",
        en="Only the deputy chairs of the Chamber, the chairs of its standing committees and "
        "the leaders of its factions sit on the Bureau.",
    ),
}


def judge_post(facts: Facts, act: Post, given: Given) -> Ruling:
    held = period(act.on, act.until)
    check_mandate(facts, act.chamber, held)
    for one in facts.posts:
        if held.overlaps(one):
            raise Impossible("on", f"the person has the post {one.post} since {one.starts_on}")
    if act.post is Office.CHAIR:
        check_chairs(held, given.chairs, field="post")
    return judge_entry(act.chamber, act.on, POSTS)


def judge_post_end(facts: Facts, act: PostEnd) -> Ruling:
    held = post_to_end(facts, act)
    if held is None:
        raise Impossible("post", f"the person is not {act.post} of the {act.chamber}")
    check_end(held, act)
    return judge_left(held, act.on, POSTS)


def judge_joining(facts: Facts, act: Membership, given: Given) -> Ruling:
    place = given.place
    assert place is not None, "a membership is of a body"
    seat = period(act.on, act.until)
    check_place(seat, place)
    if place.kind in OF_DEPUTIES:
        check_mandate(facts, place.chamber, seat)
    for one in facts.memberships:
        if one.overlaps(seat) and one.body == act.body:
            raise Impossible("body", f"the person is its {one.role} since {one.starts_on}")
        if one.overlaps(seat) and one.body_kind is place.kind is BodyKind.FACTION:
            raise Impossible("body", f"the person is in another faction since {one.starts_on}")
    if act.role is BodyRole.CHAIR:
        check_chairs(seat, given.chairs, field="role")
    if place.kind is BodyKind.BUREAU:
        outside = not belongs_on_bureau(facts, act, place)
        defects = [Defect(BUREAU, OUTSIDER[place.chamber])] if outside else []
        return judge_ruled(place.chamber, act.on, BUREAU, defects)
    return judge_entry(place.chamber, act.on, BODIES)


def judge_leaving(facts: Facts, act: MembershipEnd) -> Ruling:
    held = seat_to_end(facts, act)
    if held is None:
        raise Impossible("body", "the person is no member of this body")
    check_end(held, act)
    return judge_left(held, act.on, BODIES)


def judge_left(held: PostHeld | SeatHeld, on: date, rule: str) -> Ruling:
    """What was left after a matter had ended the mandate was left already: nothing is refused."""
    if held.ends_on is not None and held.ends_on <= on:
        return ended_already(held.chamber, on)
    return judge_entry(held.chamber, last_day(on), rule)


def belongs_on_bureau(facts: Facts, act: Membership, place: Place) -> bool:
    """By an office held that day. The Chair belongs there too, who calls it and presides."""
    leading = {BodyKind.COMMITTEE}
    if place.chamber is Chamber.MAZHILIS:
        leading.add(BodyKind.FACTION)
    chairs = (
        one.chamber is place.chamber and one.role is BodyRole.CHAIR and one.body_kind in leading
        for one in facts.memberships
        if one.covers(act.on)
    )
    posts = (one.chamber is place.chamber for one in facts.posts if one.covers(act.on))
    return any(chairs) or any(posts)


def check_mandate(facts: Facts, chamber: Chamber, held: Period) -> None:
    if not held.within(one for one in facts.mandates if one.chamber == chamber):
        raise Impossible("on", f"the person is not a deputy of the {chamber} on all those days")


def check_place(seat: Period, place: Place) -> None:
    if seat.starts_on < place.starts_on:
        raise Impossible("on", f"the body was formed only on {place.starts_on}")
    if outlasts(seat, place):
        raise Impossible("until", f"the body was dissolved on {place.ends_on}")


def check_chairs(held: Period, chairs: tuple[Holder, ...], *, field: str) -> None:
    for one in chairs:
        if one.overlaps(held):
            raise Impossible(field, f"there is another chair since {one.starts_on}")


def check_end(held: Period, act: PostEnd | MembershipEnd) -> None:
    if act.on <= held.starts_on:
        raise Impossible("on", f"it began only on {held.starts_on}")
