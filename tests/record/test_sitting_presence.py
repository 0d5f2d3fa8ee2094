"""Who is there: registered once, late or excused, gone for an item or for the day."""

import pytest
from pydantic import ValidationError

from chamber.law.ruling import Impossible
from chamber.record.sittings.acts import Arrive, ItemClosed, Leave, Open, Register
from chamber.record.sittings.facts import WHOLE, Kind, State
from chamber.record.sittings.presence import excused, here, number, standing
from chamber.record.sittings.rules import judge, step
from tests.record.sitting_told import (
    BOTH,
    DAY,
    DEPUTIES,
    HOUSE,
    NEXT,
    SENATORS,
    decide,
    item_open,
    opened_with,
    plan,
    refused,
    story,
)


def test_only_those_who_have_a_seat_are_registered() -> None:
    sitting = story(plan())

    with pytest.raises(Impossible, match="has no seat"):
        judge(sitting, Register(on=DAY, present=(SENATORS[0],)), HOUSE)
    with pytest.raises(Impossible, match="has no seat"):
        judge(opened_with(66), Arrive(on=DAY, people=(SENATORS[0],)), HOUSE)


def test_nobody_is_registered_twice() -> None:
    with pytest.raises(ValidationError, match="registered twice"):
        Register(on=DAY, present=(DEPUTIES[0],), late=(DEPUTIES[0],))
    with pytest.raises(Impossible, match="is there already"):
        judge(opened_with(66), Arrive(on=DAY, people=(DEPUTIES[0],)), HOUSE)
    with pytest.raises(Impossible, match="is not there"):
        judge(opened_with(66), Leave(on=DAY, people=(DEPUTIES[70],)), HOUSE)


@pytest.mark.parametrize("count", [98, 99])
def test_the_number_of_those_present_is_never_above_those_in_office(count: int) -> None:
    act = Register(on=DAY, count=count)

    if count == 98:
        assert judge(story(plan()), act, HOUSE).count == 98
    else:
        with pytest.raises(Impossible, match="99 are counted, but 98 have a seat"):
            judge(story(plan()), act, HOUSE)


def test_nobody_may_be_there() -> None:
    assert judge(story(plan()), Register(on=DAY, count=0), HOUSE).count == 0


def test_where_only_a_number_is_known_nobody_comes_or_leaves_by_name() -> None:
    sitting = story(plan(), Register(on=DAY, count=70), Open(on=DAY))

    with pytest.raises(Impossible, match="not their names"):
        judge(sitting, Leave(on=DAY, people=(DEPUTIES[0],)), HOUSE)


@pytest.mark.parametrize("count", [70, {"mazhilis": 70}])
def test_at_a_joint_sitting_the_number_is_given_for_each_chamber(count: object) -> None:
    act = Register.model_validate({"on": DAY, "count": count})

    with pytest.raises(Impossible, match="Chamber"):
        judge(story(plan(Kind.JOINT), given=BOTH), act, BOTH)
    both = Register.model_validate({"on": DAY, "count": {"mazhilis": 70, "senate": 40}})
    assert judge(story(plan(Kind.JOINT), given=BOTH), both, BOTH).adopted


def test_who_comes_late_is_late_and_who_comes_back_was_there_in_time() -> None:
    sitting = story(
        plan(), Register(on=DAY, present=tuple(DEPUTIES[:66]), excused=(DEPUTIES[70],)),
        Open(on=DAY), Leave(on=DAY, people=(DEPUTIES[0],)),
        Arrive(on=DAY, people=(DEPUTIES[0], DEPUTIES[70])),
    )  # fmt: skip

    marks = standing(sitting).people
    assert (marks[DEPUTIES[0]].state, marks[DEPUTIES[70]].state) == (State.PRESENT, State.LATE)
    assert number(standing(sitting)) == 67


def test_who_leaves_for_one_item_is_there_for_the_rest() -> None:
    sitting = item_open(Leave(on=DAY, people=(DEPUTIES[0],), item=1))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (69, 70)
    assert DEPUTIES[0] not in here(standing(sitting, 1))


def test_a_registration_for_an_item_counts_only_for_it() -> None:
    sitting = item_open(Register(on=DAY, present=tuple(DEPUTIES[:66]), item=1))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (66, 70)
    left = Leave(on=DAY, people=(DEPUTIES[0],))
    sitting = step(sitting, left, HOUSE, judge(sitting, left, HOUSE))
    assert (number(standing(sitting, 1)), number(standing(sitting))) == (65, 69)
    assert refused(judge(sitting, decide(65, item=1), HOUSE)) == "A57-8.09"
    assert judge(sitting, decide(65), HOUSE).stands(None)


def test_who_was_there_for_an_item_is_kept_when_it_is_closed() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), Leave(on=DAY, people=tuple(DEPUTIES[:5])))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (70, 65)


def test_nobody_is_registered_for_an_item_that_is_not_open() -> None:
    act = Register(on=DAY, present=(DEPUTIES[0],), item=1)

    assert refused(judge(opened_with(66), act, HOUSE)) == "A57-8.09"


def test_who_comes_after_an_item_was_closed_was_not_there_for_it() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), Arrive(on=DAY, people=(DEPUTIES[80],)))

    assert DEPUTIES[80] in here(standing(sitting))
    assert DEPUTIES[80] not in here(standing(sitting, 1))


def test_who_leaves_the_sitting_needs_no_registration_for_the_item_now_open() -> None:
    sitting = item_open(Leave(on=DAY, people=(DEPUTIES[0],)))

    assert list(sitting.rolls) == [WHOLE]
    assert DEPUTIES[0] not in here(standing(sitting, 1))


def test_those_excused_are_told_apart() -> None:
    sitting = story(
        plan(),
        Register(on=DAY, present=(DEPUTIES[0],), late=(DEPUTIES[1],), excused=(DEPUTIES[2],)),
    )

    assert excused(standing(sitting)) == (DEPUTIES[2],)
    assert here(standing(sitting)) == (DEPUTIES[0], DEPUTIES[1])


def test_a_sitting_that_goes_on_the_next_day_registers_its_people_again() -> None:
    sitting = opened_with(66)

    assert judge(sitting, Register(on=NEXT, present=tuple(DEPUTIES[:70])), HOUSE).count == 70
    assert judge(sitting, Leave(on=NEXT, people=(DEPUTIES[0],)), HOUSE).count == 65
