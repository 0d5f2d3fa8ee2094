"""People by their rules alone: when a mandate begins and ends, and what only a deputy may hold."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from chamber.law.following import Because
from chamber.law.ruling import Breach, Impossible, Ruling, Verdict
from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import (
    Basis,
    BodyRole,
    Ground,
    MandateEnd,
    Membership,
    MembershipEnd,
    Office,
    Person,
    PersonAct,
    PostEnd,
    Renamed,
)
from chamber.record.people.facts import Facts, Given, Holder, Place
from chamber.record.people.mandates import ENDED_BY
from chamber.record.people.rules import judge, next_acts
from chamber.record.people.telling import alive, step
from tests.record.roster import BEGUN, DAY, mandate, named, post, senator

NOTHING = Given()
NEXT = timedelta(days=1)
BODY, OTHER = UUID(int=1, version=4), UUID(int=2, version=4)
SOMEBODY = UUID(int=3, version=4)
ENTERED = Person(on=BEGUN, name=named())


def told(*acts: PersonAct | tuple[PersonAct, Given]) -> Facts:
    """What acts that may all be done come to."""
    facts = step(None, ENTERED, NOTHING, judge(None, ENTERED, NOTHING))
    for one in acts:
        act, given = one if isinstance(one, tuple) else (one, NOTHING)
        facts = step(facts, act, given, judge(facts, act, given))
    return facts


DEPUTY = told(mandate())


def place(kind: BodyKind, chamber: Chamber = Chamber.MAZHILIS, **more: Any) -> Given:
    return Given(place=Place(starts_on=BEGUN, chamber=chamber, kind=kind, **more))


def joining(on: date = BEGUN, role: BodyRole = BodyRole.MEMBER, body: UUID = BODY) -> Membership:
    return Membership(on=on, body=body, role=role)


FACTION, COMMITTEE = place(BodyKind.FACTION), place(BodyKind.COMMITTEE)
BUREAU, COMMISSION = place(BodyKind.BUREAU), place(BodyKind.COMMISSION)


def ending(on: date = DAY, ground: Ground = Ground.RESIGNED, **more: Any) -> MandateEnd:
    return MandateEnd(on=on, ground=ground, **({"chamber": Chamber.MAZHILIS} | more))


def is_void(ruling: Ruling) -> bool:
    found = [(one.breach, one.verdict) for one in ruling.findings]
    return found == [(Breach.VOID, Verdict.INVALID)] and not ruling.stands("despite it")


def is_defect(ruling: Ruling, rule: str) -> bool:
    found = [(one.rule, one.breach) for one in ruling.findings]
    kept = ruling.stands("a reason") and not ruling.stands(None)
    return found == [(rule, Breach.DEFECT)] and kept


def test_nobody_has_two_mandates_at_once() -> None:
    for act in (mandate(DAY), senator(DAY)):
        with pytest.raises(Impossible, match="has a mandate in the mazhilis since 2023-03-29"):
            judge(DEPUTY, act, NOTHING)


def test_a_mandate_may_begin_on_the_first_day_out_of_the_last_and_no_day_before() -> None:
    out = told(mandate(), ending(DAY))

    assert judge(out, senator(DAY), NOTHING).stands(None)
    with pytest.raises(Impossible, match="has a mandate"):
        judge(out, senator(DAY - NEXT), NOTHING)


def test_a_mandate_of_the_past_is_entered_with_its_end_though_a_later_one_is_known() -> None:
    first = date(2021, 1, 15)
    past = mandate(first, convocation=7, until=BEGUN, ground=Ground.DISSOLVED)

    facts = told(mandate(), past)

    assert [one.convocation for one in facts.mandates] == [7, 8]
    with pytest.raises(Impossible, match="has a mandate"):
        judge(DEPUTY, past.model_copy(update={"until": BEGUN + NEXT}), NOTHING)


def test_the_ground_of_a_mandate_of_the_past_is_judged_too() -> None:
    past = mandate(until=DAY, ground=Ground.OTHER)

    assert is_defect(judge(told(), past, NOTHING), "A57-4.08")
    assert judge(told(), mandate(until=DAY, ground=Ground.MOVED_ABROAD), NOTHING).rule == "A57-4.15"


def test_a_mandate_from_before_the_edition_is_not_judged_by_its_end() -> None:
    since = {"on": date(1995, 9, 4), "until": date(1996, 1, 1)}
    before = mandate(convocation=1).model_copy(update=since | {"ground": Ground.OTHER})
    within = before.model_copy(update={"on": date(1995, 9, 5)})

    assert "no rule is in force" in judge(told(), before, NOTHING).sentence.en
    assert is_defect(judge(told(), within, NOTHING), "A57-4.08")


@pytest.mark.parametrize("more", [{"until": DAY}, {"ground": Ground.DIED}])
def test_a_mandate_that_has_ended_has_a_ground_and_no_other_has(more: dict[str, Any]) -> None:
    with pytest.raises(Impossible, match="has a ground"):
        judge(told(), mandate(**more), NOTHING)


def test_a_mandate_lasts_a_day_at_least() -> None:
    with pytest.raises(Impossible, match="is not after"):
        judge(told(), mandate(until=BEGUN, ground=Ground.DIED), NOTHING)
    assert judge(told(), mandate(until=BEGUN + NEXT, ground=Ground.DIED), NOTHING).stands(None)


@pytest.mark.parametrize(
    ("act", "seats"),
    [(mandate(DAY), 98), (senator(DAY), 50), (mandate(date(2022, 6, 1)), 107)],
)
def test_no_more_deputies_are_in_office_than_the_law_gives_seats(act: Any, seats: int) -> None:
    one_free = Given(in_office=((act.on, seats - 1),))
    none_free = Given(in_office=((act.on, seats),))

    assert judge(told(), act, one_free).stands(None)
    with pytest.raises(Impossible, match=f"all {seats} seats"):
        judge(told(), act, none_free)


def test_a_mandate_takes_a_seat_on_all_its_days() -> None:
    full_later = Given(in_office=((BEGUN, 97), (DAY, 98)))

    with pytest.raises(Impossible, match="taken on 2026-03-04"):
        judge(told(), mandate(), full_later)


@pytest.mark.parametrize(
    "act", [senator(date(2022, 6, 1)), mandate(date(2023, 3, 28)), mandate(date(1996, 1, 29))]
)
def test_where_the_seats_are_not_known_we_do_not_know_better(act: Any) -> None:
    assert judge(told(), act, Given(in_office=((act.on, 500),))).stands(None)


@pytest.mark.parametrize("basis", Basis)
def test_each_chamber_has_its_own_ways_in(basis: Basis) -> None:
    of_senate = basis in {Basis.ELECTED, Basis.APPOINTED}
    right, wrong = (senator, mandate) if of_senate else (mandate, senator)

    assert judge(told(), right(basis=basis), NOTHING).stands(None)
    with pytest.raises(Impossible, match="on the basis"):
        judge(told(), wrong(basis=basis), NOTHING)


@pytest.mark.parametrize(
    ("day", "stands"),
    [("1995-09-04", False), ("1995-09-05", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_a_mandate_begins_under_an_edition_of_the_law_or_not_at_all(
    day: str, *, stands: bool
) -> None:
    ruling = judge(told(), mandate(date.fromisoformat(day)), NOTHING)

    assert ruling.stands("despite it") == stands
    assert stands or is_void(ruling)


def test_a_mandate_that_ends_with_the_last_edition_ends_on_the_first_day_without_one() -> None:
    first_out = date(2026, 7, 1)

    assert judge(DEPUTY, ending(first_out, Ground.TERM_ENDED), NOTHING).stands(None)
    assert is_void(judge(DEPUTY, ending(first_out + NEXT, Ground.TERM_ENDED), NOTHING))


def test_every_ground_but_the_end_of_the_term_has_its_rule() -> None:
    assert set(Ground) - set(ENDED_BY) == {Ground.TERM_ENDED}


@pytest.mark.parametrize(
    ("ground", "rule"),
    [
        (Ground.RESIGNED, "A57-4.08"),
        (Ground.DIED, "A57-4.08"),
        (Ground.DECLARED_MISSING, "A57-4.08"),
        (Ground.MOVED_ABROAD, "A57-4.15"),
        (Ground.CONVICTED, "A57-4.16"),
        (Ground.CITIZENSHIP_LOST, "A57-4.17"),
        (Ground.LEFT_PARTY, "A57-4.18"),
        (Ground.PARTY_ENDED, "A57-4.19"),
        (Ground.DISSOLVED, "A57-4.20"),
    ],
)
def test_a_mandate_ends_on_a_ground_of_the_law(ground: Ground, rule: str) -> None:
    ruling = judge(DEPUTY, ending(ground=ground), NOTHING)

    assert (ruling.rule, ruling.findings) == (rule, ())


def test_a_ground_that_the_law_does_not_list_is_a_defect() -> None:
    assert is_defect(judge(DEPUTY, ending(ground=Ground.OTHER), NOTHING), "A57-4.08")


@pytest.mark.parametrize("ground", [Ground.LEFT_PARTY, Ground.PARTY_ENDED])
def test_a_senator_does_not_lose_the_mandate_with_a_party(ground: Ground) -> None:
    act = ending(DAY + NEXT, ground, chamber=Chamber.SENATE)

    assert is_defect(judge(told(senator()), act, NOTHING), "A57-4.08")


def test_incompatibility_ends_a_mandate_on_the_submission_of_the_commission_alone() -> None:
    without = ending(ground=Ground.INCOMPATIBLE)

    assert is_defect(judge(DEPUTY, without, NOTHING), "A57-4.11")
    submitted = without.model_copy(update={"document": "No. 12, 2 March 2026"})
    assert judge(DEPUTY, submitted, NOTHING).stands(None)


@pytest.mark.parametrize(
    ("ground", "basis"),
    [
        (Ground.RECALLED_BY_PRESIDENT, Basis.APPOINTED),
        (Ground.RECALLED_BY_ELECTORS, Basis.ELECTED),
    ],
)
def test_a_senator_is_recalled_by_those_who_sent_him(ground: Ground, basis: Basis) -> None:
    act = ending(DAY + NEXT, ground, chamber=Chamber.SENATE)
    (other,) = {Basis.APPOINTED, Basis.ELECTED} - {basis}

    assert judge(told(senator(basis=basis)), act, NOTHING).stands(None)
    with pytest.raises(Impossible, match="on the basis"):
        judge(told(senator(basis=other)), act, NOTHING)


def test_a_mandate_ends_after_its_first_day_and_once() -> None:
    with pytest.raises(Impossible, match="began only on"):
        judge(DEPUTY, ending(BEGUN), NOTHING)
    assert judge(DEPUTY, ending(BEGUN + NEXT), NOTHING).stands(None)
    with pytest.raises(Impossible, match="no mandate"):
        judge(told(mandate(), ending(DAY)), ending(DAY + NEXT), NOTHING)
    with pytest.raises(Impossible, match="no mandate in the senate"):
        judge(DEPUTY, ending(chamber=Chamber.SENATE), NOTHING)


def test_the_earlier_end_of_a_mandate_wins() -> None:
    facts = told(mandate(), post(on=BEGUN), (joining(), FACTION), ending(DAY))
    early = ending(DAY - NEXT, Ground.DIED)

    assert judge(facts, early, NOTHING).stands(None)

    dead = step(facts, early, NOTHING, judge(facts, early, NOTHING))
    assert [(one.ends_on, one.ground) for one in dead.mandates] == [(DAY - NEXT, Ground.DIED)]
    assert [one.ends_on for one in (*dead.posts, *dead.memberships)] == [DAY - NEXT] * 2


def test_who_is_to_leave_by_a_resolution_may_leave_a_post_or_a_seat_before() -> None:
    out = ending(DAY + 5 * NEXT, because=Because(matter=OTHER, entry=4))
    there = told(mandate(), post(on=BEGUN), (joining(), FACTION), out)
    acts: list[PostEnd | MembershipEnd] = [
        PostEnd(on=DAY, chamber=Chamber.MAZHILIS, post=Office.CHAIR, reason="№ 1"),
        MembershipEnd(on=DAY, body=BODY),
    ]
    for act in acts:
        assert judge(there, act, NOTHING).stands(None)
        there = step(there, act, NOTHING, judge(there, act, NOTHING))

    assert [one.ends_on for one in (*there.posts, *there.memberships)] == [DAY, DAY]
    dead = told(mandate(), post(on=BEGUN), (joining(), FACTION), out.model_copy(update={"on": DAY}))
    assert all(is_void(judge(dead, act, NOTHING)) for act in acts)


def test_who_came_back_leaves_what_is_held_now() -> None:
    out = ending(DAY, because=Because(matter=OTHER, entry=4))
    again = mandate(DAY + NEXT, convocation=9)
    there = told(mandate(), post(on=BEGUN), out, again, post(on=DAY + NEXT))
    left = PostEnd(on=DAY + 3 * NEXT, chamber=Chamber.MAZHILIS, post=Office.CHAIR, reason="№ 1")

    assert judge(there, left, NOTHING).stands(None)
    there = step(there, left, NOTHING, judge(there, left, NOTHING))
    assert [one.ends_on for one in there.posts] == [DAY, DAY + 3 * NEXT]


def test_who_has_died_has_held_nothing_since() -> None:
    seated = told(mandate(), (joining(DAY), FACTION), MembershipEnd(on=DAY + NEXT, body=BODY))
    early = ending(DAY, Ground.DIED)

    assert judge(seated, early, NOTHING).stands(None)
    assert step(seated, early, NOTHING, judge(seated, early, NOTHING)).memberships == ()


def test_an_end_of_an_earlier_mandate_is_no_end_of_the_last() -> None:
    again = told(mandate(until=DAY, ground=Ground.TERM_ENDED), mandate(DAY, convocation=9))

    with pytest.raises(Impossible, match="began only on"):
        judge(again, ending(DAY - NEXT, Ground.DIED), NOTHING)


def test_with_the_mandate_ends_what_only_a_deputy_holds() -> None:
    facts = told(
        mandate(),
        post(on=BEGUN),
        (joining(), FACTION),
        (joining(body=OTHER), COMMISSION),
        ending(DAY),
    )

    assert [one.ends_on for one in facts.posts] == [DAY]
    ends = {one.body_kind: one.ends_on for one in facts.memberships}
    assert ends == {BodyKind.FACTION: DAY, BodyKind.COMMISSION: None}


def test_a_mandate_cannot_have_ended_before_a_seat_that_was_held_under_it() -> None:
    seated = told(mandate(), (joining(DAY), FACTION), MembershipEnd(on=DAY + NEXT, body=BODY))

    for early in (DAY, BEGUN + NEXT):
        with pytest.raises(Impossible, match="after that day"):
            judge(seated, ending(early), NOTHING)
    assert judge(seated, ending(DAY + NEXT), NOTHING).stands(None)


def test_a_mandate_cannot_have_ended_on_the_day_on_which_a_post_was_taken() -> None:
    posted = told(mandate(), post(on=DAY))

    with pytest.raises(Impossible, match="after that day"):
        judge(posted, ending(DAY), NOTHING)
    assert judge(posted, ending(DAY + NEXT), NOTHING).stands(None)


@pytest.mark.parametrize("office", Office)
def test_a_post_is_held_by_a_deputy_of_that_chamber(office: Office) -> None:
    assert judge(DEPUTY, post(office, BEGUN), NOTHING).stands(None)
    with pytest.raises(Impossible, match="not a deputy"):
        judge(DEPUTY, post(office, BEGUN - NEXT), NOTHING)
    with pytest.raises(Impossible, match="not a deputy of the senate"):
        judge(DEPUTY, post(office, chamber=Chamber.SENATE), NOTHING)


def test_a_post_may_go_on_from_one_mandate_to_the_next() -> None:
    again = told(mandate(until=DAY, ground=Ground.TERM_ENDED), mandate(DAY, convocation=9))
    gap = told(mandate(until=DAY, ground=Ground.TERM_ENDED), mandate(DAY + NEXT, convocation=9))

    assert judge(again, post(on=BEGUN), NOTHING).stands(None)
    with pytest.raises(Impossible, match="on all those days"):
        judge(gap, post(on=BEGUN), NOTHING)


def test_a_chamber_has_one_chair_at_a_time() -> None:
    before = Given(chairs=(Holder(person=SOMEBODY, starts_on=BEGUN, ends_on=DAY),))

    assert judge(DEPUTY, post(on=DAY), before).stands(None)
    with pytest.raises(Impossible, match="another chair"):
        judge(DEPUTY, post(on=DAY - NEXT), before)
    assert judge(DEPUTY, post(Office.DEPUTY_CHAIR, DAY - NEXT), before).stands(None)


def test_a_deputy_has_one_post_and_gives_it_up_once() -> None:
    chair = told(mandate(), post(on=BEGUN))

    with pytest.raises(Impossible, match="has the post chair"):
        judge(chair, post(Office.DEPUTY_CHAIR), NOTHING)
    over = PostEnd(on=DAY, chamber=Chamber.MAZHILIS, post=Office.CHAIR, reason="at his wish")
    assert judge(chair, over, NOTHING).stands(None)
    for on in (BEGUN, BEGUN - NEXT):
        with pytest.raises(Impossible, match="began only on"):
            judge(chair, over.model_copy(update={"on": on}), NOTHING)
    with pytest.raises(Impossible, match="is not chair"):
        judge(told(mandate(), post(on=BEGUN), over), over, NOTHING)


@pytest.mark.parametrize("given", [FACTION, COMMITTEE])
def test_deputies_alone_sit_in_factions_and_committees(given: Given) -> None:
    assert judge(DEPUTY, joining(), given).stands(None)
    with pytest.raises(Impossible, match="not a deputy"):
        judge(told(), joining(), given)


def test_a_specialist_may_sit_in_a_commission() -> None:
    assert judge(told(), joining(), COMMISSION).stands(None)


def test_a_deputy_of_one_chamber_sits_in_no_committee_of_the_other() -> None:
    with pytest.raises(Impossible, match="not a deputy of the senate"):
        judge(DEPUTY, joining(), place(BodyKind.COMMITTEE, Chamber.SENATE))


def test_a_deputy_is_in_one_faction_at_a_time() -> None:
    member = told(mandate(), (joining(), FACTION))
    left = told(mandate(), (joining(), FACTION), MembershipEnd(on=DAY, body=BODY))

    with pytest.raises(Impossible, match="another faction"):
        judge(member, joining(DAY, body=OTHER), FACTION)
    assert judge(left, joining(DAY, body=OTHER), FACTION).stands(None)
    with pytest.raises(Impossible, match="another faction"):
        judge(left, joining(DAY - NEXT, body=OTHER), FACTION)
    assert judge(member, joining(DAY, body=OTHER), COMMITTEE).stands(None)


def test_nobody_joins_a_body_twice_or_leaves_it_twice() -> None:
    member = told(mandate(), (joining(), COMMITTEE))
    leaving = MembershipEnd(on=DAY, body=BODY)

    with pytest.raises(Impossible, match="is its member since"):
        judge(member, joining(DAY), COMMITTEE)
    with pytest.raises(Impossible, match="no member"):
        judge(told(mandate(), (joining(), COMMITTEE), leaving), leaving, NOTHING)
    with pytest.raises(Impossible, match="began only on"):
        judge(member, MembershipEnd(on=BEGUN, body=BODY), NOTHING)


def test_a_body_has_one_chair_and_many_members() -> None:
    led = COMMITTEE.model_copy(
        update={"chairs": (Holder(person=SOMEBODY, starts_on=BEGUN, ends_on=DAY),)}
    )

    assert judge(DEPUTY, joining(DAY, BodyRole.CHAIR), led).stands(None)
    with pytest.raises(Impossible, match="another chair"):
        judge(DEPUTY, joining(DAY - NEXT, BodyRole.CHAIR), led)
    assert judge(DEPUTY, joining(DAY - NEXT), led).stands(None)


def test_nobody_sits_in_a_body_before_it_is_formed_or_after_it_is_dissolved() -> None:
    gone = place(BodyKind.COMMISSION, ends_on=DAY)
    on_last_day = Membership(on=DAY - NEXT, body=BODY, until=DAY)

    with pytest.raises(Impossible, match="formed only on"):
        judge(DEPUTY, joining(BEGUN - NEXT), COMMISSION)
    assert judge(DEPUTY, on_last_day, gone).stands(None)
    for late in (joining(DAY - NEXT), on_last_day.model_copy(update={"until": DAY + NEXT})):
        with pytest.raises(Impossible, match="dissolved on"):
            judge(DEPUTY, late, gone)


def test_a_seat_ends_with_its_body() -> None:
    member = told(mandate(), (joining(), FACTION))
    gone = FACTION.model_copy(update={"dissolved": ((BODY, DAY),)})

    facts = told(mandate(), (joining(), FACTION), (joining(DAY, body=OTHER), gone))

    assert [one.ends_on for one in facts.memberships] == [DAY, None]
    with pytest.raises(Impossible, match="another faction"):
        judge(member, joining(DAY - NEXT, body=OTHER), gone)


def test_a_seat_that_was_taken_when_the_body_was_no_more_is_none() -> None:
    member = told(mandate(), (joining(DAY), FACTION))
    left = told(mandate(), (joining(), FACTION), MembershipEnd(on=DAY, body=BODY))

    def after(facts: Facts, dissolved_on: date) -> list[date | None]:
        gone = Given(dissolved=((BODY, dissolved_on),))
        return [one.ends_on for one in alive(facts, gone).memberships]

    assert after(member, DAY) == []
    assert after(member, DAY + NEXT) == [DAY + NEXT]
    assert after(left, DAY - NEXT) == [DAY - NEXT]
    assert after(left, DAY + NEXT) == [DAY]


@pytest.mark.parametrize("chamber", Chamber)
def test_an_outsider_on_the_bureau_is_a_defect(chamber: Chamber) -> None:
    serving = told(mandate() if chamber is Chamber.MAZHILIS else senator(BEGUN))

    assert is_defect(judge(serving, joining(), place(BodyKind.BUREAU, chamber)), "A57-7.03")


@pytest.mark.parametrize("office", Office)
def test_who_leads_the_chamber_sits_on_its_bureau(office: Office) -> None:
    leading = told(mandate(), post(office, DAY))

    assert judge(leading, joining(DAY, body=OTHER), BUREAU).stands(None)
    assert is_defect(judge(leading, joining(DAY - NEXT, body=OTHER), BUREAU), "A57-7.03")


def test_who_chairs_a_committee_sits_on_the_bureau_and_its_members_do_not() -> None:
    for role, sits in ((BodyRole.CHAIR, True), (BodyRole.MEMBER, False)):
        seated = told(mandate(), (joining(role=role), COMMITTEE))
        assert judge(seated, joining(DAY, body=OTHER), BUREAU).stands(None) == sits


def test_the_leader_of_a_faction_sits_on_the_bureau_of_the_mazhilis_alone() -> None:
    chair = joining(role=BodyRole.CHAIR)
    deputy = told(mandate(), (chair, FACTION))
    senators = told(senator(BEGUN), (chair, place(BodyKind.FACTION, Chamber.SENATE)))

    assert judge(deputy, joining(DAY, body=OTHER), BUREAU).stands(None)
    of_senate = judge(senators, joining(DAY, body=OTHER), place(BodyKind.BUREAU, Chamber.SENATE))
    assert is_defect(of_senate, "A57-7.03")


def test_a_name_is_followed_by_a_newer_one() -> None:
    facts = told(Renamed(on=DAY, name=named("Әбенова Айгүл")))

    assert [one.name.kk for one in facts.names] == ["Әбенов Асқар", "Әбенова Айгүл"]
    for on in (DAY, DAY - NEXT):
        with pytest.raises(Impossible, match="is newer"):
            judge(facts, Renamed(on=on, name=named()), NOTHING)
    assert judge(facts, Renamed(on=DAY + NEXT, name=named()), NOTHING).stands(None)


def test_nobody_is_entered_before_birth_or_twice() -> None:
    unborn = Person(on=BEGUN, name=named(), born_on=BEGUN)

    with pytest.raises(Impossible, match="is not before"):
        judge(None, unborn, NOTHING)
    assert judge(None, unborn.model_copy(update={"born_on": BEGUN - NEXT}), NOTHING).stands(None)
    with pytest.raises(Impossible, match="already"):
        judge(DEPUTY, ENTERED, NOTHING)


def test_nobody_is_a_deputy_on_the_day_of_birth() -> None:
    day = date(1996, 5, 1)
    born = told().model_copy(update={"born_on": day})

    with pytest.raises(Impossible, match="was born"):
        judge(born, mandate(day), NOTHING)
    assert judge(born, mandate(day + NEXT), NOTHING).stands(None)


def test_the_next_acts_follow_from_what_a_person_holds() -> None:
    assert next_acts(told()) == ["mandate", "membership", "renamed"]
    assert next_acts(DEPUTY) == ["mandate_end", "membership", "post", "renamed"]
    all_held = told(mandate(), post(on=BEGUN), (joining(), FACTION))
    assert next_acts(all_held) == [
        "mandate_end", "membership", "membership_end", "post_end", "renamed",
    ]  # fmt: skip
