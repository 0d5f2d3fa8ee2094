from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.asking import BadQuestion
from chamber.law.asking_terms import ask_days, ask_term
from chamber.law.rulebook import LAW
from chamber.law.terms import Convention, Roll, Unit

DAYS = {"start": "2024-01-25", "unit": "working_day", "amount": "15", "convention": "inclusive"}
TERM = {"rule": "A57-4.25", "from": "2026-03-02"}
NOTICE = {"rule": "A57-5.11", "event": "2026-04-10T10:00"}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"start": "2026-02-30"}, "start"),
        ({"start": "tomorrow"}, "start"),
        ({"start": "20260101"}, "start"),
        ({"start": "1989-12-31"}, "start"),
        ({"start": "2101-01-01"}, "start"),
        ({"start": "2027-12-30"}, "start"),
        ({"start": "1995-12-29"}, "start"),
        ({"start": ""}, "start"),
        ({"unit": "fortnight"}, "unit"),
        ({"unit": "days"}, "unit"),
        ({"unit": "minute", "start": "2024-01-25T10:00"}, "unit"),
        ({"unit": "hour"}, "start"),
        ({"unit": "hour", "start": "2024-01-25T25:00"}, "start"),
        ({"unit": "hour", "start": "2024-01-25T10:00+24:00"}, "start"),
        ({"unit": "hour", "start": "2100-12-31T23:00-05:00"}, "start"),
        ({"unit": "hour", "start": "2024-01-25T10:00", "roll": "next"}, "roll"),
        ({"unit": "hour", "start": "2024-01-25T10:00", "amount": "999999999"}, "amount"),
        ({"unit": "day", "amount": "999999999"}, "amount"),
        ({"unit": "week", "amount": "999999999"}, "amount"),
        ({"unit": "month", "amount": "999999999"}, "amount"),
        ({"unit": "year", "amount": "77"}, "amount"),
        ({"amount": "9999"}, "start"),
        ({"amount": "0"}, "amount"),
        ({"amount": "-1"}, "amount"),
        ({"amount": "1.5"}, "amount"),
        ({"amount": "١"}, "amount"),
        ({"amount": "9" * 5000}, "amount"),
        ({"convention": "excluding"}, "convention"),
        ({"roll": "sideways"}, "roll"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_bad_question_about_days_names_its_field(changed: Mapping[str, str], field: str) -> None:
    with pytest.raises(BadQuestion) as bad:
        ask_days({**DAYS, **changed})
    assert bad.value.field == field
    assert "\n" not in str(bad.value)


@pytest.mark.parametrize("field", DAYS)
def test_every_argument_about_days_but_the_roll_is_needed(field: str) -> None:
    with pytest.raises(BadQuestion, match=f"{field}: is missing"):
        ask_days({name: words for name, words in DAYS.items() if name != field})


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "rule"),
        ({"rule": "A57-4.25"}, "from"),
        ({"rule": "A57-5.11"}, "event"),
        ({**TERM, "rule": "A57-9.99"}, "rule"),
        ({**TERM, "rule": "A57-1.07"}, "rule"),
        ({**TERM, "rule": "F-2.05"}, "rule"),
        ({**TERM, "rule": "A57-6.12", "chamber": "senate"}, "rule"),
        ({**TERM, "from": "2026-02-30"}, "from"),
        ({**TERM, "from": "1995-10-02"}, "from"),  # Before the calendar of working days.
        ({**TERM, "event": "2026-03-02"}, "event"),
        ({**TERM, "act-on": "2026-13-01"}, "act_on"),
        ({**TERM, "act-on": "2101-01-01"}, "act_on"),
        ({**TERM, "conclusion": "soon"}, "conclusion"),
        ({**TERM, "chamber": "kurultai"}, "chamber"),
        ({**NOTICE, "event": "2026-04-10"}, "event"),
        ({**NOTICE, "event": "2026-04-10T10"}, "event"),
        ({**NOTICE, "conclusion": "2026-04-01"}, "conclusion"),
        ({"rule": "A57-6.12", "event": "2026-04-01T10:00", "act-on": "2026-04-01"}, "act_on"),
        ({"rule": "A57-6.12", "event": "2020-12-22T10:00"}, "rule"),
    ],
)
def test_a_bad_question_about_a_term_names_its_field(asked: Mapping[str, str], field: str) -> None:
    with pytest.raises(BadQuestion) as bad:
        ask_term(asked)
    assert bad.value.field == field
    assert "\n" not in str(bad.value)


@pytest.mark.parametrize(("conclusion", "possible"), [("2026-03-01", False), ("2026-03-02", True)])
def test_no_conclusion_arrives_before_the_submission_it_is_on(
    conclusion: str, possible: bool
) -> None:
    if possible:
        assert ask_term({**TERM, "conclusion": conclusion})["last_day"] == "2026-03-13"
    else:
        with pytest.raises(BadQuestion, match="before the submission"):
            ask_term({**TERM, "conclusion": conclusion})


def test_a_rule_of_the_other_chamber_is_called_so() -> None:
    with pytest.raises(BadQuestion, match=r"A57-7\.04 is not a rule of the Senate"):
        ask_term({**TERM, "rule": "A57-7.04", "chamber": "senate"})


OFFSETS = st.sampled_from(["", "Z", "+05:00", "-23:59", "+24:00"])
ODD = st.one_of(
    st.text("0123456789-T:+Zaбқ٢²\x00\n'\ud800 ", max_size=26),
    st.dates().map(str),
    st.builds(lambda at, offset: at.isoformat() + offset, st.datetimes(), OFFSETS),
    st.integers(-10, 10**12).map(str),
    st.sampled_from([*Unit, *Convention, *Roll, "senate", "2026-02-30", "2027-12-31", *LAW.rules]),
)


@pytest.mark.parametrize(
    ("ask", "good"),
    [
        (ask_days, DAYS),
        (ask_days, {**DAYS, "unit": "hour", "start": "2024-01-25T10:00"}),
        (ask_term, {**TERM, "conclusion": "2026-03-06", "act-on": "2026-03-13"}),
        (ask_term, {**NOTICE, "act-on": "2026-04-02T23:59"}),
    ],
)
@given(st.data())
def test_whatever_is_asked_is_answered_or_is_a_bad_question(
    ask: Callable[[Mapping[str, str]], Any], good: Mapping[str, str], data: st.DataObject
) -> None:
    fields = st.sampled_from([*good, "roll", "chamber", "event", "act_on", "rule"])
    asked = {**good, **data.draw(st.dictionaries(fields, ODD, max_size=3))}

    try:
        answer = ask(asked)
    except BadQuestion as bad:
        assert bad.field  # noqa: PT017  Nothing else may be raised.
    else:
        assert "calendar" in answer
