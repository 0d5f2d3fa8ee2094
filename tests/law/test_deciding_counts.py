"""Counts that no sitting can have are refused by their field; those that just can be are not."""

import pytest

from chamber.law.ruling import Impossible
from tests.law.ruled import mazhilis


@pytest.mark.parametrize(
    ("rule", "counts", "field"),
    [
        ("A57-6.17", {}, "for"),
        ("A57-7.10", {"members": 14}, "for"),
        ("A57-7.10", {"count": 10}, "members"),
        ("A57-7.10", {"count": 0, "members": 0}, "members"),
        ("A57-5.16", {"count": 16}, "taking_part"),
        ("A57-7.10", {"count": 15, "members": 14}, "for"),
        ("A57-7.10", {"present": 15, "members": 14}, "for"),
        ("A57-5.16", {"count": 16, "against": 15, "taking_part": 30}, "for"),
        ("A57-5.16", {"count": 16, "taking_part": 30, "present": 31}, "present"),
        ("A57-6.17", {"count": 50, "against": 30, "abstained": 12, "present": 91}, "for"),
        ("A57-6.17", {"count": 92, "registered": 91}, "for"),
        ("A57-6.17", {"count": 96, "in_office": 95}, "for"),
        ("A57-6.17", {"count": 60, "present": 96, "in_office": 95}, "present"),
        ("A57-6.17", {"count": 99}, "for"),
        ("A57-6.17", {"count": 50, "against": 49}, "for"),
        ("A57-6.17", {"count": 66, "present": 99}, "present"),
        ("A57-6.17", {"count": 66, "registered": 99, "present": 90}, "registered"),
        ("A57-6.17", {"count": 66, "in_office": 99}, "in_office"),
        ("A57-6.17", {"count": 66, "members": 99}, "members"),
        ("A57-6.17", {"count": 66, "taking_part": 99}, "taking_part"),
        ("A57-6.01", {"count": 99}, "for"),
    ],
)
def test_numbers_that_no_sitting_can_have(rule: str, counts: dict[str, int], field: str) -> None:
    with pytest.raises(Impossible) as impossible:
        mazhilis(rule, **counts)
    assert impossible.value.field == field


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        ("A57-6.17", {"count": 91, "present": 91}),
        ("A57-6.17", {"count": 95, "in_office": 95}),
        ("A57-6.17", {"count": 98, "in_office": 98, "present": 98, "registered": 98}),
        ("A57-7.10", {"count": 14, "members": 14}),
        ("A57-5.16", {"count": 30, "taking_part": 30, "registered": 10}),
        ("A57-6.01", {"count": 40, "present": 10}),
    ],
)
def test_numbers_that_just_can_be(rule: str, counts: dict[str, int]) -> None:
    assert mazhilis(rule, **counts).adopted is True


def test_a_missing_whole_is_told_from_an_empty_one() -> None:
    with pytest.raises(Impossible, match="members: is missing"):
        mazhilis("A57-7.10", count=10)
    with pytest.raises(Impossible, match="members: must be at least 1"):
        mazhilis("A57-7.10", count=0, members=0)
    with pytest.raises(Impossible, match="for: 99, but the Chamber has 98 seats"):
        mazhilis("A57-6.17", count=99)
    with pytest.raises(Impossible, match="for: 15 are counted, but there are only 14 members"):
        mazhilis("A57-7.10", count=15, members=14)
