"""A mandate ends by the rules alone: on which ground and day, and what ends with it."""

from datetime import date

import pytest

from chamber.law.following import Because
from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import Basis, Ground, MembershipEnd, Office, PostEnd
from chamber.record.people.mandates import ENDED_BY
from chamber.record.people.rules import judge
from chamber.record.people.telling import step
from tests.record.person_told import (
    BODY,
    COMMISSION,
    DEPUTY,
    FACTION,
    NEXT,
    NOTHING,
    OTHER,
    ending,
    is_defect,
    is_void,
    joining,
    told,
)
from tests.record.roster import BEGUN, DAY, mandate, post, senator


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
