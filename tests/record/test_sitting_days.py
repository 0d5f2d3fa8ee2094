"""The days of a sitting: planned under an edition, held on its day, and never backwards."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber
from chamber.record.sittings.acts import Close, KeepMinutes, Open, Plan, Register, Reschedule
from chamber.record.sittings.rules import judge
from tests.record.sitting_told import AT, DAY, HOUSE, agenda, opened_with, plan, story


@pytest.mark.parametrize(
    ("day", "chamber"), [("2026-07-02", Chamber.SENATE), ("2026-07-01", Chamber.MAZHILIS)]
)
def test_no_sitting_is_planned_for_a_day_without_an_edition_in_force(
    day: str, chamber: Chamber
) -> None:
    at = datetime.fromisoformat(f"{day}T10:00+05:00")

    ruling = judge(None, plan(chamber=chamber, at=at), HOUSE)
    assert (ruling.reason, ruling.stands("a reason")) == ("no edition in force", False)
    before = datetime(2026, 6, 30, 5, tzinfo=UTC)
    assert judge(None, plan(chamber=chamber, at=before), HOUSE).stands(None)
    move = Reschedule(on=DAY, starts_at=at, place="1-зал", reason="жөндеу")
    assert not judge(story(plan()), move, HOUSE).stands("a reason")


def test_the_planned_day_is_a_day_in_astana() -> None:
    last = datetime(2026, 6, 30, 18, 59, tzinfo=UTC)  # One minute to midnight in Astana.

    assert judge(None, plan(at=last), HOUSE).stands(None)
    assert not judge(None, plan(at=last.replace(hour=19, minute=0)), HOUSE).stands(None)


@pytest.mark.parametrize(("day", "chamber_sits"), [(18, True), (19, False)])
def test_a_dissolved_mazhilis_does_not_sit(day: int, chamber_sits: bool) -> None:
    at = datetime(2023, 1, day, 5, tzinfo=UTC)

    ruling = judge(None, plan(at=at), HOUSE)
    assert ruling.stands(None) is chamber_sits
    assert (ruling.reason == "no chamber on this day") is not chamber_sits


def test_on_a_day_without_law_nothing_is_done_at_a_sitting() -> None:
    late = Close(on=date(2026, 7, 1))

    assert not judge(opened_with(66), late, HOUSE).stands("a reason")


def test_a_sitting_is_opened_and_its_people_registered_on_its_day() -> None:
    sitting = story(plan())
    next_day = DAY.replace(day=5)

    for act in (Open(on=next_day), Register(on=next_day, count=70)):
        with pytest.raises(Impossible, match="reschedule it first"):
            judge(sitting, act, HOUSE)
    moved = Reschedule(on=DAY, starts_at=AT.replace(day=5), place="2-зал", reason="жөндеу")
    sitting = story(plan(), Register(on=DAY, count=70), moved)
    assert judge(sitting, Open(on=next_day), HOUSE).stands(None)
    assert sitting.moves[0].starts_at == AT
    assert not sitting.rolls, "who was registered for the former day is not there on the new one"


def test_the_days_of_a_sitting_do_not_run_backwards() -> None:
    sitting = opened_with(66)
    day_before = DAY.replace(day=3)

    with pytest.raises(Impossible, match="the day of what went before"):
        judge(sitting, Close(on=day_before), HOUSE)
    assert judge(sitting, Close(on=DAY), HOUSE).stands(None)


@pytest.mark.parametrize(("year", "possible"), [(1989, 0), (1990, 1), (2100, 1), (2101, 0)])
def test_a_sitting_is_held_in_our_time(year: int, possible: int) -> None:
    told = {**plan().model_dump(), "starts_at": AT.replace(year=year)}

    if possible:
        assert Plan.model_validate(told).starts_at.year == year
    else:
        with pytest.raises(ValidationError, match="starts_at"):
            Plan.model_validate(told)


def test_what_follows_an_opening_or_a_close_is_not_before_it_though_after_the_plan() -> None:
    early = plan().model_copy(update={"on": DAY.replace(day=2)})
    opened = story(early, agenda(), Open(on=DAY), Register(on=DAY, count=70))
    closed = story(
        early, agenda(), Open(on=DAY), Register(on=DAY, count=70), Close(on=DAY.replace(day=5))
    )

    with pytest.raises(Impossible, match="2026-03-03 is before 2026-03-04"):
        judge(opened, Close(on=DAY.replace(day=3)), HOUSE)
    with pytest.raises(Impossible, match="2026-03-04 is before 2026-03-05"):
        judge(closed, KeepMinutes(on=DAY, source="мұрағат"), HOUSE)


@pytest.mark.parametrize("year", [1989, 2101, 9999])
def test_a_sitting_starts_at_an_instant_of_our_time(year: int) -> None:
    with pytest.raises(ValidationError):
        plan(at=datetime(year, 12, 31, 23, 59, tzinfo=UTC))
    with pytest.raises(ValidationError):
        Plan.model_validate(plan().model_dump() | {"starts_at": "2026-03-04T10:00:00"})


def test_no_sitting_is_planned_or_put_off_to_a_day_that_is_past() -> None:
    late = plan().model_copy(update={"on": DAY.replace(day=5)})
    move = Reschedule(on=DAY, starts_at=AT.replace(day=3), place="2-зал", reason="жөндеу")

    for sitting, act in ((None, late), (story(plan()), move)):
        with pytest.raises(Impossible, match="is past on"):
            judge(sitting, act, HOUSE)
    assert judge(story(plan()), move.model_copy(update={"starts_at": AT}), HOUSE).stands(None)
