import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chamber.__main__ import main

APPEAL = "decide A57-6.17 --chamber mazhilis --on 2026-05-01"


def run(words: str) -> Result:
    return CliRunner().invoke(main, ["law", *words.split()])


def asked(words: str) -> Any:
    result = run(f"{words} --json")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_a_count_is_answered_in_the_agreed_shape() -> None:
    answer = asked(f"{APPEAL} --for 66 --against 20 --abstain 5 --present 91 --in-office 97")
    sentence = answer.pop("sentence")
    assert answer == {
        "rule": "A57-6.17",
        "cite": "Constitution, art. 57(6), as amended 10 March 2017",
        "base": "seats",
        "total": 98,
        "needed": 66,
        "count": 66,
        "adopted": True,
        "verdict": "valid",
        "readings": [
            {"name": "Q-04 A", "total": 98, "needed": 66, "adopted": True},
            {"name": "Q-04 B", "total": 97, "needed": 65, "adopted": True},
        ],
        "quorum": {"present": 91, "needed": 66, "met": True},
        "both_needed": False,
    }
    assert sorted(sentence) == ["en", "kk", "ru"]


def test_the_rules_of_a_day_are_answered_in_the_agreed_shape() -> None:
    rules = asked("rules --on 2026-05-01 --chamber mazhilis")
    by_id = {rule["rule"]: rule for rule in rules}
    assert len(by_id) == len(rules)
    assert by_id["A57-1.01"] == {
        "rule": "A57-1.01",
        "cite": "Constitution, art. 57(1); art. 71: eight years, once only",
        "from": "2023-01-01",
        "share": None,
        "base": None,
        "term": "8 years",
        "convention": "inclusive",
        "quota": 3,
        "breach": "D",
        "readings": [
            {"name": "Q-35 A", "counts": True},
            {"name": "Q-35 B", "counts": True},
            {"name": "Q-35 C", "counts": True},
            {"name": "Q-41 A", "counts": False},
            {"name": "Q-41 B", "counts": False},
        ],
    }
    assert (by_id["A57-6.17"]["share"], by_id["A57-6.17"]["base"]) == ("at least 2/3", "seats")
    assert by_id["A57-2.01"]["quota"] == "1/2"
    assert by_id["A57-5.11"]["convention"] == "clear"
    assert {"name": "Q-04 A", "counts": True} in by_id["A57-6.17"]["readings"]


def test_the_rules_stand_in_the_order_of_the_catalogue() -> None:
    ids = [rule["rule"] for rule in asked("rules --on 2026-05-01 --chamber senate")]
    assert ids[0] == "A57-0.01"
    assert ids.index("A57-6.09") < ids.index("A57-6.17") < ids.index("A57-7.01")
    assert ids.index("A57-9.10") < ids.index("F-2.01")


def test_without_an_edition_there_are_no_rules() -> None:
    assert asked("rules --on 2026-07-01 --chamber senate") == []
    assert asked("rules --on 1995-09-04 --chamber mazhilis") == []


def test_without_an_edition_a_count_is_invalid_and_says_why() -> None:
    answer = asked("decide A57-6.17 --chamber senate --on 2026-07-02 --for 30")
    assert answer.pop("sentence")["en"] == "On 2 July 2026 no rule is in force for this Chamber."
    assert answer == {
        "rule": "A57-6.17",
        "cite": "Constitution, art. 57(6), as amended 10 March 2017",
        "base": None,
        "total": None,
        "needed": None,
        "count": 30,
        "adopted": False,
        "verdict": "invalid",
        "readings": [],
        "quorum": None,
        "both_needed": False,
        "reason": "no edition in force",
    }


def test_where_seats_are_not_known_there_is_no_answer_and_no_error() -> None:
    answer = asked("decide A57-1.17 --chamber senate --on 2022-09-01 --for 30")
    assert (answer["adopted"], answer["total"], answer["needed"]) == (None, None, None)
    assert (answer["verdict"], answer["reason"]) == (None, "seats not known")


def test_those_present_need_no_votes_for() -> None:
    answer = asked("decide A57-7.10 --chamber senate --on 2026-05-01 --present 10 --members 14")
    assert (answer["count"], answer["adopted"]) == (10, True)
    assert answer["quorum"] == {"present": 10, "needed": 10, "met": True}


def test_a_verdict_of_any_kind_is_an_answer() -> None:
    assert asked(f"{APPEAL} --for 65 --in-office 95")["verdict"] == "disputed"
    assert asked(f"{APPEAL} --for 65 --present 65")["verdict"] == "invalid"
    assert asked(f"{APPEAL} --for 0")["adopted"] is False


@pytest.mark.parametrize(
    "words",
    [
        "rules",
        "rules --on 2026-05-01",
        "rules --chamber senate",
        "rules --on 2026-05-01 --chamber lords",
        "rules --on 2026-05-01 --chamber Senate",
        "rules --on 2026-02-29 --chamber senate",
        "rules --on 20260501 --chamber senate",
        "rules --on 2026-W18-5 --chamber senate",
        "rules --on tomorrow --chamber senate",
        "rules --on 2026-05-01 --on 2026-05-02 --chamber senate",
        "rules extra --on 2026-05-01 --chamber senate",
        "decide",
        "decide A57-6.17",
        "decide A57-6.17 --chamber mazhilis --for 66",
        "decide A57-6.17 --on 2026-05-01 --for 66",
        "decide A57-99.01 --chamber mazhilis --on 2026-05-01 --for 66",
        "decide a57-6.17 --chamber mazhilis --on 2026-05-01 --for 66",
        "decide A57-1.07 --chamber mazhilis --on 2026-05-01 --for 66",
        "decide A57-1.07 --chamber mazhilis --on 2026-07-02 --for 66",
        "decide A57-4.13 --chamber mazhilis --on 2026-05-01 --for 66",
        "decide A57-7.10 --chamber mazhilis --on 2026-05-01 --for 10",
        "decide A57-5.16 --chamber mazhilis --on 2026-05-01 --for 10",
        APPEAL,
        f"{APPEAL} --for",
        f"{APPEAL} --for -1",
        f"{APPEAL} --for 66.0",
        f"{APPEAL} --for sixty",
        f"{APPEAL} --for ٦٦",
        f"{APPEAL} --for 1e2",
        f"{APPEAL} --for 66 --for 67",
        f"{APPEAL} --for 99",
        f"{APPEAL} --for 9999999999999999999999",
        f"{APPEAL} --for 60 --against 39",
        f"{APPEAL} --for 66 --against 20 --abstain 6 --present 91",
        f"{APPEAL} --for 66 --registered 65",
        f"{APPEAL} --for 66 --present 99",
        f"{APPEAL} --for 66 --in-office 99",
        f"{APPEAL} --for 66 --in-office 65",
        f"{APPEAL} --for 66 --yes 1",
        f"{APPEAL} --for 66 extra",
        "nothing",
    ],
)
@pytest.mark.parametrize("form", ["", " --json"])
def test_bad_input_is_two_and_one_line(words: str, form: str) -> None:
    result = run(words + form)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


def test_a_person_is_answered_in_three_languages() -> None:
    result = run(f"{APPEAL} --for 65 --in-office 95")
    assert result.exit_code == 0
    for words in ("A57-6.17", "disputed", "Даулы: ", "Спорно: ", "Disputed: ", "Q-04 B: 64 of 95"):
        assert words in result.stdout
    both = run("decide A57-2.13 --chamber senate --on 2026-05-01 --for 26").stdout
    assert "The other Chamber must reach its own threshold too." in both


def test_a_person_reads_the_rules_one_a_line() -> None:
    lines = run("rules --on 2026-05-01 --chamber mazhilis").stdout.splitlines()
    assert len(lines) == len(asked("rules --on 2026-05-01 --chamber mazhilis"))
    assert any("A57-6.17" in line and "at least 2/3 of seats" in line for line in lines)
    none = run("rules --on 2026-07-01 --chamber mazhilis").stdout
    assert none == "No rule is in force for this Chamber on this day.\n"


def test_a_person_reads_terms_and_days() -> None:
    term = run("term A57-4.25 --from 2026-03-02")
    assert "last day: 2026-03-13" in term.stdout
    assert "Q-02 A: 2026-03-16" in term.stdout
    days = run("days --start 2024-01-25 --unit day --amount 3 --convention inclusive")
    assert "due: 2024-01-27" in days.stdout


def test_terms_and_days_are_answered_for_programs() -> None:
    assert asked("term A57-4.25 --from 2026-03-02")["last_day"] == "2026-03-13"
    days = asked("days --start 2024-01-25 --unit day --amount 3 --convention inclusive")
    assert days["due"] == "2024-01-27"
    assert run("term A57-1.07 --from 2026-03-02").exit_code == 2
    assert run("days --start 2024-01-25").exit_code == 2


def test_the_program_without_a_command_tells_what_it_can_do() -> None:
    result = CliRunner().invoke(main, ["law"])
    assert result.exit_code == 2
    for command in ("rules", "decide", "term", "days"):
        assert command in result.stderr
