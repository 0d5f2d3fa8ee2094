"""The order of a sitting: which act is open when, and what a plan and minutes must say."""

import pytest
from pydantic import ValidationError

from chamber.law.ruling import Impossible
from chamber.record.sittings.acts import (
    AnySittingAct,
    Arrive,
    Cancel,
    Close,
    ItemClosed,
    ItemOpened,
    KeepMinutes,
    Leave,
    Open,
    Plan,
    Register,
    Reschedule,
    Speak,
)
from chamber.record.sittings.facts import Genre, Kind, Sitting
from chamber.record.sittings.order import NEEDS
from chamber.record.sittings.quorum import Given, Place
from chamber.record.sittings.rules import judge, next_acts
from tests.record.sitting_told import (
    AT,
    DAY,
    DEPUTIES,
    HOUSE,
    NEXT,
    adopt,
    agenda,
    decide,
    item_open,
    opened_with,
    plan,
    refused,
    story,
)


@pytest.mark.parametrize(
    ("sitting", "open_now"),
    [
        (story(plan()), ["agenda", "reschedule", "cancel", "open", "register"]),
        (story(plan(), Cancel(on=DAY, reason="дерт")), []),
        (
            story(plan(), agenda(), Open(on=DAY)),
            ["agenda", "register", "close", "minutes"],
        ),
        (
            opened_with(66),
            ["agenda", "register", "leave", "arrive", "agenda_adopted", "decide", "close",
             "minutes"],
        ),
        (
            item_open(),
            ["agenda", "register", "leave", "arrive", "speech", "decide", "item_closed",
             "minutes"],
        ),
        (story(plan(), Open(on=DAY), Close(on=DAY)), ["minutes"]),
    ],
    ids=["planned", "cancelled", "opened", "registered", "with an item", "closed"],
)  # fmt: skip
def test_the_order_of_a_sitting_says_what_is_open_now(
    sitting: Sitting, open_now: list[str]
) -> None:
    assert next_acts(sitting) == open_now


ONE_OF_EACH: list[AnySittingAct] = [
    agenda(), adopt(1), Reschedule(on=DAY, starts_at=AT, place="2-зал", reason="жөндеу"),
    Cancel(on=DAY, reason="дерт"), Open(on=DAY), Register(on=DAY, count=3),
    Leave(on=DAY, people=(DEPUTIES[0],)), Arrive(on=DAY, people=(DEPUTIES[0],)),
    ItemOpened(on=DAY, item=1), ItemClosed(on=DAY, item=1),
    Speak(on=DAY, item=1, guest="Министр", speech=Genre.REPORT), decide(1),
    KeepMinutes(on=DAY, source="№ 3 хаттама"), Close(on=DAY),
]  # fmt: skip


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: act.kind)
@pytest.mark.parametrize(
    "sitting",
    [story(plan()), story(plan(), Cancel(on=DAY, reason="дерт")), opened_with(66), item_open(),
     story(plan(), Open(on=DAY), Close(on=DAY))],
    ids=["planned", "cancelled", "registered", "with an item", "closed"],
)  # fmt: skip
def test_what_is_not_open_now_is_refused_and_says_why(sitting: Sitting, act: AnySittingAct) -> None:
    if act.kind in next_acts(sitting):
        return
    ruling = judge(sitting, act, HOUSE)
    assert refused(ruling) == "A57-8.09"
    assert ruling.sentence.en.startswith("This step is ")


def test_every_kind_of_act_has_its_place_in_the_order() -> None:
    assert NEEDS.keys() == {act.kind for act in ONE_OF_EACH}


def test_minutes_say_something_or_where_they_are_kept() -> None:
    assert KeepMinutes(on=DAY, text="Отырыс ашылды").source is None
    assert KeepMinutes(on=DAY, source="мұрағат").text is None
    with pytest.raises(ValidationError, match="give the text"):
        KeepMinutes(on=DAY)


def test_a_body_is_named_where_one_sits_and_only_there() -> None:
    told = plan(Kind.COMMITTEE).model_dump()

    for wrong in (told | {"body": None}, told | {"sitting": "plenary"}):
        with pytest.raises(ValidationError):
            Plan.model_validate(wrong)


@pytest.mark.parametrize(
    ("kind", "rule"),
    [(Kind.PLENARY, "A57-8.03"), (Kind.JOINT, "A57-8.03"), (Kind.COMMITTEE, "A57-8.05")],
)
def test_a_plan_names_the_content_of_the_regulation_that_orders_it(kind: Kind, rule: str) -> None:
    assert judge(None, plan(kind), Given()).rule == rule


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"kind": "bureau"}, "is no committee"),
        ({"chamber": "senate"}, "is no committee of the mazhilis"),
        ({"starts_on": NEXT}, "does not exist on 2026-03-04"),
        ({"ends_on": DAY}, "does not exist on 2026-03-04"),
    ],
)
def test_the_body_that_sits_is_of_this_chamber_and_exists(
    place: dict[str, object], said: str
) -> None:
    right = {"chamber": "mazhilis", "kind": "committee", "starts_on": DAY, "ends_on": NEXT}

    given = Given(place=Place.model_validate(right))
    assert judge(None, plan(Kind.COMMITTEE), given).stands(None)
    with pytest.raises(Impossible, match=said):
        judge(None, plan(Kind.COMMITTEE), Given(place=Place.model_validate(right | place)))
