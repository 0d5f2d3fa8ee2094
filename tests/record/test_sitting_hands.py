"""What a sitting decides by show of hands: by which majority, and by whose rule."""

import pytest

from chamber.law.ruling import Impossible, Verdict
from chamber.record.sittings.facts import Kind
from chamber.record.sittings.rules import judge, step
from tests.record.sitting_told import COMMITTEE, DEPUTIES, HOUSE, SENATORS, decide, opened_with


@pytest.mark.parametrize(("in_favour", "adopted"), [(33, False), (34, True)])
def test_a_procedural_question_takes_more_than_half_of_those_present(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(opened_with(66), decide(in_favour, 66 - in_favour), HOUSE)

    assert (ruling.rule, ruling.base, ruling.needed, ruling.adopted) == (
        "F-2.06", "present", 34, adopted,
    )  # fmt: skip
    assert ruling.stands(None), "a lost vote is not an unlawful act"


@pytest.mark.parametrize(("in_favour", "adopted"), [(49, False), (50, True)])
def test_another_decision_on_internal_order_takes_more_than_half_of_all_seats(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(opened_with(70), decide(in_favour, rule="A57-8.02"), HOUSE)

    assert (ruling.rule, ruling.needed, ruling.adopted) == ("A57-8.02", 50, adopted)


@pytest.mark.parametrize(("in_favour", "adopted"), [(7, False), (8, True)])
def test_a_committee_decides_by_more_than_half_of_its_members(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(
        opened_with(12, Kind.COMMITTEE, COMMITTEE), decide(in_favour, rule="F-2.12-vote"), COMMITTEE
    )

    assert (ruling.total, ruling.needed, ruling.adopted) == (14, 8, adopted)


@pytest.mark.parametrize("rule", ["A57-8.02", "F-2.12-vote"])
def test_no_sitting_decides_by_the_rule_of_another(rule: str) -> None:
    with pytest.raises(Impossible, match="is no rule of"):
        judge(opened_with(12, Kind.BUREAU, COMMITTEE), decide(10, rule=rule), COMMITTEE)


def test_more_hands_than_people_are_impossible() -> None:
    assert judge(opened_with(66), decide(60, 6), HOUSE).adopted
    with pytest.raises(Impossible, match="67 votes, but 66 are present"):
        judge(opened_with(66), decide(60, 7), HOUSE)


def test_a_counting_commission_is_elected_from_those_who_have_a_seat() -> None:
    elected = decide(60, commission=DEPUTIES[:3])
    sitting = opened_with(66)
    after = step(sitting, elected, HOUSE, judge(sitting, elected, HOUSE))

    assert after.decisions[0].commission == set(DEPUTIES[:3])
    assert after.decisions[0].adopted
    with pytest.raises(Impossible, match="has no seat"):
        judge(sitting, decide(60, commission=[SENATORS[0]]), HOUSE)


def test_a_decision_by_all_seats_is_read_also_by_those_in_office() -> None:
    given = HOUSE.model_copy(update={"in_office": {"mazhilis": 97}})

    ruling = judge(opened_with(70), decide(49, rule="A57-8.02"), given)
    assert [(answer.name, answer.total, answer.adopted) for answer in ruling.readings] == [
        ("Q-04 A", 98, False), ("Q-04 B", 97, True),
    ]  # fmt: skip
    assert (ruling.adopted, ruling.verdict) == (False, Verdict.DISPUTED)
