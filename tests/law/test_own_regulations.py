"""Each Chamber is told its own provisions: nobody in the Mazhilis reads the Senate's Regulation."""

from datetime import date

import pytest

from chamber.law.rulebook import LAW

DAYS = [date(1996, 5, 1), date(2022, 12, 1), date(2026, 3, 25)]
OF_THE_SENATE = {
    "A57-1.07": "81", "A57-1.08": "81", "A57-1.09": "81", "A57-1.10": "81",
    "A57-5.09": "127", "A57-6.09": "127", "F-2.18": "127",
}  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_no_rule_is_told_by_the_regulation_of_the_other_chamber(day: date) -> None:
    for chamber, other in (("mazhilis", "Senate Reg"), ("senate", "Mazhilis Reg")):
        told = LAW.on(chamber, day).rules
        assert [rule for rule in told if other in told[rule].cite] == []


@pytest.mark.parametrize(("rule", "paragraph"), OF_THE_SENATE.items())
def test_the_senate_is_told_the_paragraph_of_its_own_regulation(rule: str, paragraph: str) -> None:
    law, of_mazhilis = (LAW.on(chamber, DAYS[2])[rule] for chamber in ("senate", "mazhilis"))

    assert law.cite.endswith(f"; Senate Regulation, par. {paragraph}")
    assert law.cite.startswith(of_mazhilis.cite)
    assert law.name == of_mazhilis.name
