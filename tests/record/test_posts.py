"""A post by the rules alone: held by a deputy of that Chamber, and by one chair at a time."""

import pytest

from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber
from chamber.record.people.acts import Ground, Office, PostEnd
from chamber.record.people.facts import Given, Holder
from chamber.record.people.rules import judge
from tests.record.person_told import DEPUTY, NEXT, NOTHING, SOMEBODY, told
from tests.record.roster import BEGUN, DAY, mandate, post


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
