import pytest

from chamber.law.asking import BadQuestion
from chamber.law.asking_rules import ask_decide, ask_rules

VOTE = {"rule": "A57-6.17", "chamber": "mazhilis", "on": "2026-05-01", "for": "65"}


def test_names_are_written_with_a_hyphen_or_an_underscore() -> None:
    for name in ("in-office", "in_office"):
        assert ask_decide({**VOTE, name: "95"})["verdict"] == "disputed"


@pytest.mark.parametrize(
    ("raw", "field", "message"),
    [
        ({**VOTE, "yes": "65"}, "yes", "is not an argument of this question"),
        ({**VOTE, "ё\n": "65"}, "\\u0451\\n", "is not an argument of this question"),
        (
            {**VOTE, "in-office": "95", "in_office": "95"},
            "arguments",
            "one argument is given twice",
        ),
        ({**VOTE, "rule": ""}, "rule", "is missing"),
        ({**VOTE, "rule": "A57-6.17\n"}, "rule", "'A57-6.17\\n' is unknown"),
        ({**VOTE, "chamber": "kurultai"}, "chamber", "'kurultai' is not 'senate' or 'mazhilis'"),
        ({**VOTE, "on": "2026-02-29"}, "on", "'2026-02-29' is not a day of the calendar"),
        ({**VOTE, "on": "1.5.2026"}, "on", "'1.5.2026' is not a day: write 2026-05-01"),
        ({**VOTE, "for": ""}, "for", "'' is not a whole number"),
        ({**VOTE, "for": "1000000000"}, "for", "100000000… is too great a number"),
        ({**VOTE, "for": "-1"}, "for", "-1 is below zero"),
        ({**VOTE, "for": "99"}, "for", "99, but the Chamber has 98 seats"),
        ({**VOTE, "for": "9" * 9}, "for", "999999999, but the Chamber has 98 seats"),
        ({**VOTE, "rule": "A57-1.07"}, "rule", "A57-1.07 has no threshold"),
        ({**VOTE, "rule": "A57-4.13"}, "rule", "A57-4.13 is not a rule of the Mazhilis"),
    ],
)
def test_a_bad_question_names_its_field_and_says_why(
    raw: dict[str, str], field: str, message: str
) -> None:
    with pytest.raises(BadQuestion) as bad:
        ask_decide(raw)
    assert (bad.value.field, bad.value.message) == (field, message)
    assert len(str(bad.value).splitlines()) == 1


def test_the_rules_of_a_day_take_two_arguments_and_no_more() -> None:
    assert ask_rules({"chamber": "senate", "on": "2026-06-30"})
    with pytest.raises(BadQuestion, match="rule: is not an argument"):
        ask_rules({"chamber": "senate", "on": "2026-06-30", "rule": "A57-6.17"})
