"""The rules that only inform are shown, and break nothing."""

from datetime import date

import pytest

from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach

DAY = date(2026, 3, 25)


@pytest.mark.parametrize("chamber", ["senate", "mazhilis"])
@pytest.mark.parametrize("rule", ["A57-1.05", "A57-1.06", "A57-1.12", "A57-1.19"])
def test_a_rule_that_only_informs_is_shown_with_its_citation(chamber: str, rule: str) -> None:
    shown = LAW.on(chamber, DAY).rules[rule]

    assert shown.breach is Breach.INFORMS
    assert shown.cite
    assert shown.share is None
    assert shown.quota is None


def test_every_rule_of_the_section_is_shown_in_both_chambers() -> None:
    section = [f"A57-1.{number:02}" for number in range(1, 20)]

    for chamber in ("senate", "mazhilis"):
        shown = [rule for rule in LAW.on(chamber, DAY).rules if rule.startswith("A57-1.")]
        assert shown == section


def test_two_thirds_of_those_bodies_is_no_rule_of_counting() -> None:
    assert LAW.on("senate", DAY).rules["A57-1.06"].share is None
