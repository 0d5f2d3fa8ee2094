"""A person by the rules alone: entered once, known by the newest name, and what may follow."""

import pytest

from chamber.law.ruling import Impossible
from chamber.record.people.acts import Person, Renamed
from chamber.record.people.rules import judge, next_acts
from tests.record.person_told import DEPUTY, ENTERED, FACTION, NEXT, NOTHING, joining, told
from tests.record.roster import BEGUN, DAY, mandate, named, post


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


def test_the_next_acts_follow_from_what_a_person_holds() -> None:
    assert next_acts(told()) == ["mandate", "membership", "renamed"]
    assert next_acts(DEPUTY) == ["mandate_end", "membership", "post", "renamed"]
    all_held = told(mandate(), post(on=BEGUN), (joining(), FACTION))
    assert next_acts(all_held) == [
        "mandate_end", "membership", "membership_end", "post_end", "renamed",
    ]  # fmt: skip
