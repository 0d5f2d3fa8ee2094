"""Each rule that we apply has a known source, and each rule of the catalogue is applied."""

import re
from pathlib import Path

import pytest

from chamber.law.readings import READINGS
from chamber.law.rulebook import LAW, wordings_of

CATALOGUE = Path(__file__).parents[2].parent / "shared" / "law" / "article-57.md"

# How many rules the catalogue has under each heading of its first section.
CHAPTERS = {0: 3, 1: 19, 2: 14, 3: 12, 4: 28, 5: 21, 6: 20, 7: 13, 8: 10, 9: 10}
RULES = {f"A57-{c}.{n:02}" for c, count in CHAPTERS.items() for n in range(1, count + 1)}
FACTS = {f"F-2.{number:02}" for number in range(1, 19)}

ROOMS = {
    "law": {0, 9},
    "appointments": {1},
    "commissions": {2, 3},
    "mandates": {4},
    "immunity": {4},
    "hearings": {5},
    "reports": {6},
    "bureau": {7},
    "regulations": {8},
}


def test_every_rule_of_the_catalogue_is_there() -> None:
    there = set(LAW.rules)
    assert there >= RULES | FACTS
    # What is there besides belongs to a fact: F-2.12-vote to F-2.12.
    assert {re.sub(r"(?<=\d)-[a-z-]+$", "", rule) for rule in there} == RULES | FACTS


def test_the_catalogue_itself_has_no_other_rules() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the law catalogue does not lie beside this repository")
    text = CATALOGUE.read_text(encoding="utf-8")
    assert set(re.findall(r"^\| (A57-\d\.\d\d) \|", text, flags=re.MULTILINE)) == RULES
    questions = set(re.findall(r"^\| (Q-\d\d) \|", text, flags=re.MULTILINE))
    assert questions == set(READINGS.questions)


def test_breach_codes_are_those_of_the_catalogue() -> None:
    if not CATALOGUE.exists():
        pytest.skip("the law catalogue does not lie beside this repository")
    text = CATALOGUE.read_text(encoding="utf-8")
    for line in re.findall(r"^\| A57-[0-8]\..*$", text, flags=re.MULTILINE):
        rule, *cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        codes = set(re.findall(r"(?<![A-Za-z])[VNDI](?![A-Za-z])", cells[6]))
        if len(codes) == 1:
            assert {LAW.rules[rule.strip()].breach.value} == codes, rule
        elif codes and rule not in ("A57-2.01",):
            assert LAW.rules[rule.strip()].breach == "D", rule


@pytest.mark.parametrize("rule", sorted(LAW.rules))
def test_each_wording_has_a_citation_and_a_name_in_three_languages(rule: str) -> None:
    dated = LAW.rules[rule]
    for wording in wordings_of(dated):
        assert re.search(r"Constitution|Law|Regulation|Code", wording.cite)
        assert "A57" not in wording.cite
        for name in (dated.name, wording.name):
            if name is not None:
                assert len({name.kk, name.ru, name.en}) == 3
                assert re.search("[А-Яа-я]", name.kk + name.ru)
                assert not re.search("[А-Яа-яҚқҒғӘәІіҢңӨөҮүҰұҺһ]", name.en)


@pytest.mark.parametrize("rule", sorted(LAW.rules))
def test_no_wording_begins_before_or_after_its_edition(rule: str) -> None:
    edition = LAW.chambers.editions[LAW.editions[rule]]
    for wordings in (LAW.rules[rule].since, *LAW.rules[rule].differs.values()):
        assert all(edition.first_day <= since <= edition.last_day for since in wordings)


def test_each_room_holds_the_rules_of_its_power() -> None:
    for room, chapters in ROOMS.items():
        path = Path(__file__).parents[2] / "chamber" / room / "rules.toml"
        ids = re.findall(r'^\[rules\."A57-(\d)', path.read_text("utf-8"), flags=re.MULTILINE)
        assert {int(chapter) for chapter in ids} == chapters


def test_readings_that_count_are_those_of_the_catalogue() -> None:
    counting = {name: "".join(sorted(q.counts)) for name, q in READINGS.questions.items()}
    assert {name: letters for name, letters in counting.items() if letters} == {
        "Q-01": "ABC",
        "Q-02": "ABD",
        "Q-03": "ABC",
        "Q-04": "AB",
        "Q-06": "ABC",
        "Q-08": "AB",
        "Q-12": "AB",
        "Q-15": "ABC",
        "Q-16": "AB",
        "Q-19": "AB",
        "Q-24": "AB",
        "Q-29": "AB",
        "Q-31": "AB",
        "Q-35": "ABC",
    }


def test_the_questions_are_numbered_without_a_gap_and_touch_only_known_rules() -> None:
    assert list(READINGS.questions) == [f"Q-{number:02}" for number in range(1, 42)]
    for question in READINGS.questions.values():
        assert set(question.rules) <= set(LAW.rules)
