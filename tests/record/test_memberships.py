"""Who may sit in a faction, a committee, a commission or on the Bureau, and until when."""

from datetime import date

import pytest

from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import BodyRole, Membership, MembershipEnd, Office
from chamber.record.people.facts import Facts, Given, Holder
from chamber.record.people.rules import judge
from chamber.record.people.telling import alive
from tests.record.person_told import (
    BODY,
    BUREAU,
    COMMISSION,
    COMMITTEE,
    DEPUTY,
    FACTION,
    NEXT,
    NOTHING,
    OTHER,
    SOMEBODY,
    is_defect,
    joining,
    place,
    told,
)
from tests.record.roster import BEGUN, DAY, mandate, post, senator


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
