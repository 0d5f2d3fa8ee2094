from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.calendar import Calendar
from chamber.law.clocks import earliest_hearing, notice
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Verdict
from chamber.law.timing import Timing, check_act_on

NOW = Calendar.latest()
VALID, DISPUTED, INVALID = Verdict


def day(words: str) -> date:
    return date.fromisoformat(words)


def hour(words: str) -> datetime:
    return datetime.fromisoformat(words + "+05:00")


def law_of(words: str, chamber: str = "mazhilis") -> Law:
    return LAW.on(chamber, day(words))


def announced(at: str | None, opens: str = "2026-04-10T10:00") -> Timing:
    running = notice(law_of(opens[:10]), hour(opens), NOW)
    return check_act_on(running, hour(at) if at else None)


def limits(timing: Timing) -> dict[str, str]:
    return {
        read.name: str(read.last_day or read.latest or read.earliest) for read in timing.readings
    }


def test_the_seven_days_on_every_reading() -> None:
    timing = announced(None)

    assert limits(timing) == {
        "Q-01 A": "2026-04-03 10:00:00+05:00",
        "Q-01 B": "2026-04-02 23:59:59+05:00",
        "Q-01 C": "2026-04-03 23:59:59+05:00",
    }
    assert str(timing.latest) == "2026-04-02 23:59:59+05:00"
    assert timing.verdict is None


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2026-04-02T23:59:59.999", VALID),
        ("2026-04-03T00:00", DISPUTED),
        ("2026-04-03T09:00", DISPUTED),
        ("2026-04-03T10:00", DISPUTED),
        ("2026-04-03T11:00", DISPUTED),
        ("2026-04-03T23:59:59.999", DISPUTED),
        ("2026-04-04T00:00", INVALID),
    ],
)
def test_a_notice_of_a_hearing_on_10_april(at: str, verdict: Verdict) -> None:
    assert announced(at).verdict is verdict


@pytest.mark.parametrize(
    ("at", "kept", "missed"),
    [
        ("2026-04-03T09:00", "Q-01 A, Q-01 C", "Q-01 B"),
        ("2026-04-03T10:00:00", "Q-01 A, Q-01 C", "Q-01 B"),
        ("2026-04-03T10:00:01", "Q-01 C", "Q-01 A, Q-01 B"),
        ("2026-04-03T11:00", "Q-01 C", "Q-01 A, Q-01 B"),
    ],
)
def test_the_seventh_day_is_disputed_by_the_hour(at: str, kept: str, missed: str) -> None:
    sentence = announced(at).sentence

    assert sentence.en == (
        f"Disputed: in time on {kept}; late on {missed}. Reading applied: Q-01 B."
    )
    assert sentence.ru == (
        f"Спорно: в срок по {kept}; с опозданием по {missed}. Применено толкование: Q-01 B."
    )
    assert sentence.kk == (
        f"Даулы: {kept} бойынша мерзімінде; {missed} бойынша кеш. Қолданылған түсіндіру: Q-01 B."
    )


def test_the_sentences_of_a_notice() -> None:
    in_time, late = announced("2026-04-02T23:59").sentence, announced("2026-04-05T09:00").sentence

    assert in_time.kk == "Хабарлама уақтылы берілді: тыңдау басталғанға дейін 7 толық күн бар."
    assert in_time.ru == (
        "Уведомление направлено своевременно: до начала слушаний остается 7 полных дней."
    )
    assert in_time.en == (
        "The notice was given in time: 7 clear days remain before the hearing begins."
    )
    assert late.kk == (
        "Хабарлама кеш берілді. Тыңдауды өткізуге болатын ең ерте күн — 2026 жылғы 13 сәуір."
    )
    assert late.ru == (
        "Уведомление направлено с опозданием. "
        "Самый ранний возможный день слушаний — 13 апреля 2026 года."
    )
    assert late.en == (
        "The notice was given too late. The earliest day for the hearing is 13 April 2026."
    )
    assert announced("2026-03-19T12:00").sentence.ru == (
        "Уведомление направлено своевременно: до начала слушаний остается 21 полный день."
    )


def test_a_notice_known_only_by_its_day_counts_as_sent_at_its_end() -> None:
    running = notice(law_of("2026-04-10"), hour("2026-04-10T10:00"), NOW)

    assert check_act_on(running, day("2026-04-02")).verdict is VALID
    assert check_act_on(running, day("2026-04-03")).sentence.en.startswith(
        "Disputed: in time on Q-01 C; late on Q-01 A, Q-01 B."
    )


@given(st.dates(date(2000, 1, 1), date(2026, 6, 1)))
def test_the_earliest_hearing_is_the_first_that_a_notice_is_in_time_for(sent: date) -> None:
    law = LAW.on("senate", sent)
    first = earliest_hearing(law, sent, NOW)
    opens = datetime.fromisoformat(f"{first}T00:00+05:00")

    def verdict(at: datetime) -> Verdict | None:
        return check_act_on(notice(law, at, NOW), sent).verdict

    assert verdict(opens + timedelta(hours=10)) is VALID
    assert verdict(opens - timedelta(hours=14)) is not VALID
