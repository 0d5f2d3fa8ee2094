"""The agenda of a sitting: the version that was adopted governs, and its items come one by one."""

import pytest

from chamber.law.ruling import Impossible
from chamber.record.sittings.acts import ItemClosed, ItemOpened, Open, Register, Speak
from chamber.record.sittings.facts import Genre
from chamber.record.sittings.rules import judge, step
from tests.record.sitting_told import (
    DAY,
    DEPUTIES,
    HOUSE,
    NEXT,
    adopt,
    agenda,
    item_open,
    opened_with,
    plan,
    refused,
    story,
)


def test_only_the_version_that_was_adopted_governs() -> None:
    lost = story(
        plan(), agenda(1), agenda(3), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])),
        adopt(1, 33, 33),
    )  # fmt: skip
    assert lost.in_force() is None
    assert refused(judge(lost, ItemOpened(on=DAY, item=1), HOUSE)) == "A57-8.09"

    won = step(lost, adopt(2, 34), HOUSE, judge(lost, adopt(2, 34), HOUSE))
    assert won.in_force() == won.agenda[1]
    assert judge(won, ItemOpened(on=DAY, item=3), HOUSE).stands(None)
    with pytest.raises(Impossible, match="no item 4"):
        judge(won, ItemOpened(on=DAY, item=4), HOUSE)


def test_a_version_is_voted_on_once_and_only_if_it_was_published() -> None:
    sitting = story(
        plan(), agenda(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])),
        adopt(1),
    )  # fmt: skip

    assert refused(judge(sitting, adopt(1), HOUSE)) == "A57-8.09"
    with pytest.raises(Impossible, match="no version 3"):
        judge(sitting, adopt(3), HOUSE)


def test_no_agenda_is_adopted_without_a_quorum() -> None:
    assert refused(judge(opened_with(65), adopt(1), HOUSE)) == "A57-8.09"


def test_an_item_that_was_taken_up_keeps_its_place_in_later_versions() -> None:
    sitting = story(
        plan(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])), adopt(1),
        ItemOpened(on=DAY, item=2),
    )  # fmt: skip

    assert judge(sitting, agenda(3), HOUSE).stands(None)
    with pytest.raises(Impossible, match="item 2 was taken up"):
        judge(sitting, agenda(1), HOUSE)


def test_a_version_is_not_voted_on_before_it_is_published() -> None:
    sitting = opened_with(66)
    later = agenda().model_copy(update={"on": NEXT})
    sitting = step(sitting, later, HOUSE, judge(sitting, later, HOUSE))

    with pytest.raises(Impossible, match="when it was published"):
        judge(sitting, adopt(2), HOUSE)
    assert judge(sitting, adopt(1), HOUSE).stands(None)
    assert judge(sitting, adopt(2).model_copy(update={"on": NEXT}), HOUSE).stands(None)
    day_after = {"on": DAY.replace(day=6)}
    assert judge(sitting, adopt(2).model_copy(update=day_after), HOUSE).stands(None)


def test_one_item_is_open_at_a_time_and_each_is_taken_up_once() -> None:
    assert refused(judge(item_open(), ItemOpened(on=DAY, item=2), HOUSE)) == "A57-8.09"
    assert refused(judge(item_open(), ItemClosed(on=DAY, item=2), HOUSE)) == "A57-8.09"
    done = item_open(ItemClosed(on=DAY, item=1))
    assert refused(judge(done, ItemOpened(on=DAY, item=1), HOUSE)) == "A57-8.09"
    assert judge(done, ItemOpened(on=DAY, item=2), HOUSE).stands(None)


def test_an_item_is_not_closed_before_it_was_taken_up() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), ItemOpened(on=NEXT, item=2))

    with pytest.raises(Impossible, match="item 2 was opened later"):
        judge(sitting, ItemClosed(on=DAY, item=2), HOUSE)
    assert judge(sitting, ItemClosed(on=NEXT, item=2), HOUSE).stands(None)
    assert judge(item_open(), ItemClosed(on=NEXT, item=1), HOUSE).stands(None)


def test_speeches_keep_their_order() -> None:
    first = Speak(on=DAY, item=1, speaker=DEPUTIES[0], speech=Genre.REPORT)
    second = Speak(on=DAY, item=1, guest="Министр", speech=Genre.ANSWER)

    spoken = item_open(first, second).speeches
    assert [(speech.speaker, speech.guest) for speech in spoken] == [
        (DEPUTIES[0], None), (None, "Министр"),
    ]  # fmt: skip
