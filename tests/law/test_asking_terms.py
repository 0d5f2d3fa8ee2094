from collections.abc import Mapping

import pytest

from chamber.law.asking_terms import ask_days, ask_term

DAYS = {"start": "2024-01-25", "unit": "working_day", "amount": "15", "convention": "inclusive"}
TERM = {"rule": "A57-4.25", "from": "2026-03-02"}
NOTICE = {"rule": "A57-5.11", "event": "2026-04-10T10:00"}


def test_the_answer_about_days_is_a_fixed_interface() -> None:
    assert ask_days({**DAYS, "amount": "3"}) == {
        "due": "2024-01-29",
        "counted": ["2024-01-25", "2024-01-26", "2024-01-29"],
        "skipped": [
            {"date": "2024-01-27", "reason": "weekend"},
            {"date": "2024-01-28", "reason": "weekend"},
        ],
        "calendar": "kz-2026-03-18",
    }


def test_a_holiday_is_skipped_by_its_name() -> None:
    answer = ask_days({**DAYS, "start": "2024-03-20", "amount": "3"})

    assert answer["due"] == "2024-03-27"
    assert {"date": "2024-03-25", "reason": "Nowruz Holiday (observed)"} in answer["skipped"]


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ({}, "2024-02-14"),
        ({"convention": "exclusive"}, "2024-02-15"),
        ({"unit": "month", "amount": "2"}, "2024-03-24"),
        ({"unit": "month", "amount": "2", "roll": "next"}, "2024-03-26"),
        ({"unit": "month", "amount": "2", "roll": "previous"}, "2024-03-20"),
        ({"unit": "week", "amount": "2", "convention": "exclusive"}, "2024-02-08"),
        ({"unit": "day", "amount": "7", "convention": "clear"}, "2024-02-02"),
        ({"unit": "year", "amount": "76", "convention": "exclusive"}, "2100-01-25"),
        (
            {"unit": "hour", "start": "2024-02-28T11:00", "amount": "72"},
            "2024-03-02T10:00:00+05:00",
        ),
        (
            {"unit": "hour", "start": "2024-03-01T05:00Z", "amount": "1"},
            "2024-03-01T11:00:00+05:00",
        ),
    ],
)
def test_days_in_every_unit(asked: Mapping[str, str], due: str) -> None:
    assert ask_days({**DAYS, **asked})["due"] == due


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_that_may_be_asked_about(day: str) -> None:
    assert ask_days({**DAYS, "unit": "day", "start": day, "amount": "1"})["due"] == day


def test_the_days_over_which_a_term_rolled_are_skipped() -> None:
    answer = ask_days({**DAYS, "unit": "month", "amount": "2", "roll": "next"})

    assert [skipped["date"] for skipped in answer["skipped"]] == ["2024-03-24", "2024-03-25"]


def test_the_day_of_the_event_is_not_skipped_even_when_it_is_a_day_off() -> None:
    answer = ask_days({**DAYS, "start": "2024-01-27", "amount": "1"})

    assert answer["counted"] == ["2024-01-29"]
    assert [skipped["date"] for skipped in answer["skipped"]] == ["2024-01-28"]


def test_the_answer_about_a_last_day_is_a_fixed_interface() -> None:
    answer = ask_term(TERM)

    assert set(answer) == {
        *("rule", "cite", "convention", "last_day", "verdict", "readings", "calendar", "sentence")
    }
    assert (answer["rule"], answer["convention"], answer["verdict"]) == (
        *("A57-4.25", "inclusive", None),
    )
    assert answer["last_day"] == "2026-03-13"
    assert answer["readings"] == [
        {"name": "Q-02 A", "last_day": "2026-03-16"},
        {"name": "Q-02 B", "last_day": "2026-03-15"},
        {"name": "Q-02 D", "last_day": "2026-03-16"},
    ]
    assert set(answer["sentence"]) == {"kk", "ru", "en"}


def test_the_answer_about_an_instant_has_its_offset() -> None:
    answer = ask_term({**NOTICE, "act-on": "2026-04-02T23:59"})

    assert answer["latest"] == "2026-04-02T23:59:59+05:00"
    assert answer["verdict"] == "valid"
    assert answer["readings"] == [
        {"name": "Q-01 A", "latest": "2026-04-03T10:00:00+05:00"},
        {"name": "Q-01 B", "latest": "2026-04-02T23:59:59+05:00"},
        {"name": "Q-01 C", "latest": "2026-04-03T23:59:59+05:00"},
    ]


def test_the_answer_about_an_earliest_day() -> None:
    answer = ask_term({"rule": "A57-6.19", "from": "2012-10-15", "chamber": "senate"})

    assert answer["earliest"] == "2013-04-16"
    assert answer["readings"][0] == {"name": "Q-31 A", "earliest": "2013-04-15"}


def test_a_zone_may_be_given_with_the_hour() -> None:
    moscow = ask_term({**NOTICE, "event": "2026-04-10T08:00+03:00"})

    assert moscow == ask_term(NOTICE)


def test_arguments_may_be_written_with_a_hyphen_or_an_underscore() -> None:
    late = {**TERM, "conclusion": "2026-03-06"}

    assert ask_term({**late, "act-on": "2026-03-16"}) == ask_term({**late, "act_on": "2026-03-16"})
    assert ask_term({**late, "act-on": "2026-03-16"})["verdict"] == "disputed"


@pytest.mark.parametrize(
    ("start", "act", "verdict"),
    [
        ("2026-03-02", "2026-03-02T10:00", "valid"),  # Which came first, nobody can say.
        ("2026-03-02", "2026-03-01T23:59", "invalid"),
        ("2026-03-02T10:00", "2026-03-02", "valid"),
        ("2026-03-02T10:00", "2026-03-01", "invalid"),
    ],
)
def test_where_one_hour_is_not_known_only_the_days_are_compared(
    start: str, act: str, verdict: str
) -> None:
    assert ask_term({**TERM, "from": start, "act-on": act})["verdict"] == verdict


def test_where_days_count_the_hour_is_not_told() -> None:
    answer = ask_term({**TERM, "from": "2026-03-02T09:00", "act-on": "2026-03-02T10:00"})

    assert answer["sentence"]["en"].endswith("considered on 2 March 2026.")


def test_of_a_conclusion_only_the_day_counts() -> None:
    hour = ask_term({**TERM, "conclusion": "2026-03-06T23:30"})

    assert hour == ask_term({**TERM, "conclusion": "2026-03-06"})
    assert hour != ask_term(TERM)


@pytest.mark.parametrize(
    ("asked", "limit"),
    [
        ({"rule": "A57-4.25", "from": "2026-07-01"}, "last_day"),
        ({"rule": "A57-5.11", "event": "2026-07-02T10:00", "act-on": "2026-06-20T10:00"}, "latest"),
        ({"rule": "A57-6.19", "from": "2017-03-14"}, "earliest"),
        ({"rule": "A57-1.02", "from": "1995-09-04"}, "last_day"),
    ],
)
def test_a_day_without_an_edition_is_answered_as_invalid(
    asked: Mapping[str, str], limit: str
) -> None:
    answer = ask_term(asked)

    assert (answer["verdict"], answer["reason"]) == ("invalid", "no edition in force")
    assert (answer[limit], answer["readings"]) == (None, [])
    assert answer["sentence"]["en"].endswith("no rule is in force for this Chamber.")


def test_the_golden_sentence_of_a_day_without_an_edition() -> None:
    assert ask_term({**TERM, "from": "2026-07-02"})["sentence"] == {
        "kk": "2026 жылғы 2 шілдедегі жағдай бойынша бұл Палата үшін қолданыстағы норма жоқ.",
        "ru": "На 2 июля 2026 года для этой Палаты нет действующей нормы.",
        "en": "On 2 July 2026 no rule is in force for this Chamber.",
    }


def test_the_first_and_last_day_of_the_edition() -> None:
    assert ask_term({"rule": "A57-1.02", "from": "1995-09-05"})["last_day"] == "2000-09-04"
    assert ask_term({**TERM, "from": "2026-06-30"})["last_day"] == "2026-07-13"
    assert ask_term({**TERM, "act-on": "2026-06-30"})["sentence"]["en"].startswith("The time limit")


def test_a_term_of_office_past_the_edition_carries_a_note() -> None:
    answer = ask_term({"rule": "A57-1.01", "from": "2023-01-01"})

    assert answer["last_day"] == "2030-12-31"
    assert set(answer["note"]) == {"kk", "ru", "en"}
    assert "note" not in ask_term(TERM)
