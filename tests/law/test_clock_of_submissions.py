from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.calendar import Calendar
from chamber.law.clocks import submission
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Verdict
from chamber.law.timing import Timing, check_act_on

NOW = Calendar.latest()
VALID, DISPUTED, INVALID = Verdict


def day(words: str) -> date:
    return date.fromisoformat(words)


def law_of(words: str, chamber: str = "mazhilis") -> Law:
    return LAW.on(chamber, day(words))


def considered(
    on: str | None, received: str = "2026-03-02", conclusion: str | None = "2026-03-06"
) -> Timing:
    arrived = day(conclusion) if conclusion else None
    running = submission(law_of(received), day(received), arrived, NOW)
    return check_act_on(running, day(on) if on else None)


def limits(timing: Timing) -> dict[str, str]:
    return {
        read.name: str(read.last_day or read.latest or read.earliest) for read in timing.readings
    }


def test_the_two_weeks_on_every_reading() -> None:
    assert limits(considered(None, conclusion=None)) == {
        "Q-02 A": "2026-03-16",
        "Q-02 B": "2026-03-15",
        "Q-02 D": "2026-03-16",
    }


def test_the_two_weeks_from_the_submission_from_the_later_and_each_from_its_own_day() -> None:
    assert limits(considered(None)) == {
        "Q-02 A × Q-03 A": "2026-03-16",
        "Q-02 A × Q-03 B": "2026-03-20",
        "Q-02 A × Q-03 C": "2026-03-16",
        "Q-02 B × Q-03 A": "2026-03-15",
        "Q-02 B × Q-03 B": "2026-03-19",
        "Q-02 B × Q-03 C": "2026-03-15",
        "Q-02 D × Q-03 A": "2026-03-16",
        "Q-02 D × Q-03 B": "2026-03-20",
        "Q-02 D × Q-03 C": "2026-03-16",
    }


def test_a_term_that_ends_on_nauryz_goes_on_to_the_next_working_day_on_one_reading() -> None:
    timing = considered(None, received="2026-03-07", conclusion=None)

    assert limits(timing) == {
        "Q-02 A": "2026-03-21",
        "Q-02 B": "2026-03-20",
        "Q-02 D": "2026-03-26",
    }
    assert str(timing.last_day) == "2026-03-20"


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        ("2026-03-05", INVALID),  # The conclusion had not arrived.
        ("2026-03-06", VALID),
        ("2026-03-13", VALID),
        ("2026-03-15", VALID),
        ("2026-03-16", DISPUTED),
        ("2026-03-17", DISPUTED),
        ("2026-03-20", DISPUTED),
        ("2026-03-21", INVALID),
    ],
)
def test_a_submission_of_2_march_with_its_conclusion_of_6_march(on: str, verdict: Verdict) -> None:
    timing = considered(on)

    assert timing.verdict is verdict
    assert str(timing.last_day) == "2026-03-13"


@pytest.mark.parametrize(
    ("on", "verdict"),
    [("2026-03-15", VALID), ("2026-03-16", DISPUTED), ("2026-03-17", INVALID)],
)
def test_without_a_conclusion_only_the_submission_counts(on: str, verdict: Verdict) -> None:
    assert considered(on, conclusion=None).verdict is verdict


def test_an_act_before_its_submission_or_conclusion_says_so() -> None:
    early, without = considered("2026-03-01"), considered("2026-03-05")

    assert (early.verdict, early.reason) == (INVALID, "before the submission arrived")
    assert (without.verdict, without.reason) == (INVALID, "before the conclusion arrived")
    assert without.sentence.kk == (
        "Қорытынды келіп түскенге дейін қаралды: қорытынды келіп түскен күн — 2026 жылғы 6 наурыз."
    )
    assert without.sentence.ru == (
        "Рассмотрено до поступления заключения: заключение поступило 6 марта 2026 года."
    )


def test_the_two_weeks_of_the_last_submission_end_with_the_chamber() -> None:
    last, after = (
        considered(on, received="2026-06-17", conclusion="2026-06-17")
        for on in ("2026-06-30", "2026-07-01")
    )

    assert str(last.last_day) == "2026-06-30"
    assert limits(last)["Q-02 A × Q-03 A"] == "2026-07-01"
    assert last.verdict is VALID
    assert (after.verdict, after.reason) == (INVALID, "no edition in force")
    assert after.sentence.en == "On 1 July 2026 no rule is in force for this Chamber."


def test_nothing_is_considered_by_a_dissolved_mazhilis() -> None:
    timing = considered("2023-01-19", received="2023-01-16", conclusion=None)

    assert (timing.verdict, timing.reason) == (INVALID, "no chamber on this day")
    assert considered("2023-01-18", received="2023-01-16", conclusion=None).verdict is VALID


def test_the_sentences_of_the_two_weeks() -> None:
    asked, late = considered(None).sentence, considered("2026-04-01").sentence

    assert asked.kk == (
        "Ұсыныс 2026 жылғы 2 наурызда келіп түсті. "
        "Кез келген түсіндіру бойынша мерзім сақталатын соңғы күн — 2026 жылғы 13 наурыз."
    )
    assert asked.ru == (
        "Представление поступило 2 марта 2026 года. "
        "Последний день, когда срок соблюдается при любом толковании, — 13 марта 2026 года."
    )
    assert asked.en == (
        "The submission arrived on 2 March 2026. "
        "The last day that is safe on every reading is 13 March 2026."
    )
    assert late.kk == (
        "Мерзім өтіп кетті: соңғы күні — 2026 жылғы 13 наурыз, қаралған күні — 2026 жылғы 1 сәуір."
    )
    assert late.ru == (
        "Срок пропущен: последний день — 13 марта 2026 года, рассмотрено 1 апреля 2026 года."
    )
    assert late.en == (
        "The time limit was missed: the last day was 13 March 2026; considered on 1 April 2026."
    )


def test_a_dispute_names_no_more_readings_than_it_needs() -> None:
    assert considered("2026-03-16").sentence.en == (
        "Disputed: in time on Q-02 A, Q-02 D, Q-03 B; "
        "late on Q-02 B × Q-03 A, Q-02 B × Q-03 C. Reading applied: Q-02 B × Q-03 A."
    )
    assert considered("2026-03-17").sentence.kk == (
        "Даулы: Q-03 B бойынша мерзімінде; Q-03 A, Q-03 C бойынша кеш. "
        "Қолданылған түсіндіру: Q-02 B × Q-03 A."
    )


@given(st.dates(date(2010, 1, 1), date(2026, 5, 31)), st.integers(-30, 30))
def test_the_adopted_last_day_is_a_working_day_in_time_on_every_reading(
    received: date, later: int
) -> None:
    conclusion = received + timedelta(days=later)
    running = submission(LAW.on("senate", received), received, conclusion, NOW)

    timing = check_act_on(running)

    assert timing.last_day is not None
    assert NOW.works_on(timing.last_day)
    assert all(read.last_day and timing.last_day <= read.last_day for read in timing.readings)
    if timing.last_day >= max(received, conclusion):
        assert check_act_on(running, timing.last_day).verdict is VALID
