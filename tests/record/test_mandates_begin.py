"""A mandate begins by the rules alone: one at a time, in a free seat, by a way into its Chamber."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Impossible
from chamber.record.people.acts import Basis, Ground
from chamber.record.people.facts import Given
from chamber.record.people.rules import judge
from tests.record.person_told import DEPUTY, NEXT, NOTHING, ending, is_defect, is_void, told
from tests.record.roster import BEGUN, DAY, mandate, senator


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


def test_nobody_is_a_deputy_on_the_day_of_birth() -> None:
    day = date(1996, 5, 1)
    born = told().model_copy(update={"born_on": day})

    with pytest.raises(Impossible, match="was born"):
        judge(born, mandate(day), NOTHING)
    assert judge(born, mandate(day + NEXT), NOTHING).stands(None)
