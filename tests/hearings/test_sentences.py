"""What is said of a hearing: letter for letter where the wording is fixed, else in good order."""

import re
from datetime import date

import pytest

from chamber.hearings.sentences import SAID, cancelled, closed, moved, notice_lacks, with_earliest
from chamber.hearings.words import Secret
from chamber.law.act import Sentence
from chamber.law.text import Words
from chamber.law.words import written

APRIL_10, APRIL_13, APRIL_17 = (date(2026, 4, day) for day in (10, 13, 17))
REASON = Words(kk="баяндамашының науқастануы", ru="болезнь докладчика")
FIXED = {
    "closed because of a secret": (
        closed(Secret.STATE, "bureau", date(2026, 4, 2)),
        "Тыңдау жабық нысанда өткізіледі: мемлекеттік құпияны құрайтын мәліметтер қозғалады. "
        "Негіз: Палата Бюросының 2026 жылғы 2 сәуірдегі шешімі.",
        "Слушания проводятся в закрытой форме: затрагиваются сведения, составляющие "
        "государственную тайну. Основание: решение Бюро Палаты от 2 апреля 2026 года.",
        "The hearing is closed: it touches matters that are a state secret. "
        "Basis: decision of the Bureau of the Chamber of 2 April 2026.",
    ),
    "moved": (
        moved(APRIL_10, APRIL_17),
        "Тыңдау басқа күнге ауыстырылды: бұрынғы күні — 2026 жылғы 10 сәуір, жаңа күні — "
        "2026 жылғы 17 сәуір.",
        "Слушания перенесены на другой день: прежняя дата — 10 апреля 2026 года, новая дата — "
        "17 апреля 2026 года.",
        "The hearing was moved to another day: former date 10 April 2026, new date 17 April 2026.",
    ),
    "cancelled": (
        cancelled(APRIL_10, REASON),
        "Тыңдау өткізілмейді. Белгіленген күні — 2026 жылғы 10 сәуір. "
        "Себебі: «баяндамашының науқастануы».",
        "Слушания отменены. Назначенная дата — 10 апреля 2026 года. "
        "Причина: «болезнь докладчика».",
        "The hearing was cancelled. Date set: 10 April 2026. Reason: “болезнь докладчика”.",
    ),
    "too late": (
        with_earliest(SAID.late, APRIL_13),
        "Хабарлама кеш берілді. Тыңдауды өткізуге болатын ең ерте күн — 2026 жылғы 13 сәуір.",
        "Уведомление направлено с опозданием. Самый ранний возможный день слушаний — "
        "13 апреля 2026 года.",
        "The notice was given too late. The earliest day for the hearing is 13 April 2026.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FIXED)
def test_what_is_fixed_is_said_letter_for_letter(case: str) -> None:
    said, kk, ru, en = FIXED[case]
    assert (said.kk, said.ru, said.en) == (kk, ru, en)


def test_the_words_of_another_secret_and_of_a_committee() -> None:
    said = closed(Secret.OTHER, "committee", date(2026, 4, 2))
    assert said.kk.startswith(
        "Тыңдау жабық нысанда өткізіледі: заңмен қорғалатын өзге құпияны құрайтын мәліметтер"
    )
    assert "комитеттің 2026 жылғы 2 сәуірдегі шешімі" in said.kk
    assert "составляющие иную охраняемую законом тайну" in said.ru
    assert "решение комитета от 2 апреля 2026 года" in said.ru


def test_no_day_is_told_where_none_would_do() -> None:
    assert with_earliest(SAID.late, None) == SAID.late
    assert cancelled(None, None) == SAID.cancelled
    assert moved(APRIL_10, APRIL_10) == SAID.changed


def test_what_somebody_wrote_is_repeated_as_it_stands() -> None:
    said = cancelled(None, Words(kk="x", ru="{day} 100%"))
    assert said.en == "The hearing was cancelled. Reason: “{day} 100%”."


def test_what_a_notice_lacks_is_told_in_the_order_of_the_law() -> None:
    assert notice_lacks(["topic", "place"]).kk == "Хабарламада мына мәлімет жоқ: тақырыбы, орны."
    assert list(SAID.told) == ["topic", "time", "place"]


def every() -> list[Sentence]:
    return [one for one in SAID.__dict__.values() if isinstance(one, Sentence)]


def test_every_sentence_is_whole_in_each_language() -> None:
    for said in every():
        for text in (said.kk, said.ru, said.en):
            assert re.match(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ].*\.$", text), text
            assert "  " not in text
        assert "ё" not in said.ru
        assert not re.search(r"\d-\w", re.sub(r"Q-\d\d [A-D]", "", said.kk))
        names = [set(re.findall(r"{(\w+)}", text)) for text in (said.kk, said.ru, said.en)]
        assert names[0] == names[1] == names[2]


def test_no_kazakh_ending_hangs_on_a_number() -> None:
    assert written(APRIL_13).kk.endswith("13 сәуір")
    assert "{day}-" not in "".join(said.kk for said in every())
