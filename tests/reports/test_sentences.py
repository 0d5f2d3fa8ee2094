"""What is said of a report is said in Kazakh, in Russian and in English."""

import re
from datetime import date

import pytest

from chamber.law.act import Sentence
from chamber.reports.sentences import SAID, below_third, of_day, of_several, rests_on, too_long
from tests.reports.case import DAY, Case, act

PLACE = re.compile(r"{[a-z]*}")


@pytest.mark.parametrize("name", sorted(type(SAID).model_fields))
def test_each_sentence_is_whole_in_each_language(name: str) -> None:
    said: Sentence = getattr(SAID, name)
    for one in (said.kk, said.ru, said.en):
        assert one.endswith(".")
        assert one == one.strip()
    assert re.search("[а-яёәіңғүұқөһ]", said.kk)
    assert said.kk != said.ru
    assert not re.search("[а-яё]", said.en)


def test_nothing_is_left_open_in_a_sentence_that_is_said() -> None:
    told = [
        of_several(SAID.others_signed, 2),
        of_several(SAID.members_not_initiators, 2),
        below_third(32, 33),
        too_long(31, 30),
        of_day(SAID.not_that_day, DAY),
        of_day(SAID.another_day_stated, DAY),
        of_day(SAID.report_day, DAY),
        rests_on(SAID.no_date),
    ]
    assert not [one for one in told if PLACE.search(one.kk + one.ru + one.en)]


def test_a_day_is_written_in_words() -> None:
    ruling = Case().prepared().judge(act("opening_word", date(2026, 3, 26)))
    assert ruling.sentence == Sentence(
        kk="Есеп басқа күнге белгіленген: 2026 жылғы 25 наурыз. Есеп сол күні тыңдалады; "
        "басқа күнді Палата белгілейді.",
        ru="Отчет назначен на другой день: 25 марта 2026 года. Он заслушивается в этот день; "
        "другой день назначает Палата.",
        en="The report is set for another day: 25 March 2026. It is heard on that day; "
        "another day is set by the Chamber.",
    )


def test_half_an_hour_is_told_with_its_numbers() -> None:
    case = Case().prepared()
    for kind in ("opening_word", "attendance", "reasons"):
        case.take(act(kind))
    ruling = case.judge(act("report", minutes=31))
    assert (
        ruling.sentence.kk
        == "Мәжілісте Үкімет мүшесінің есебі 30 минуттан аспауға тиіс, көрсетілгені — 31."
    )
