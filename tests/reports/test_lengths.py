"""The time that the Chamber has allowed for a report: that it took longer is told, not refused."""

from typing import Any

import pytest

from chamber.law.ruling import Breach, Finding, Ruling, Verdict
from tests.reports.case import Case, act


def reported(minutes: int, **limits: Any) -> tuple[Case, Ruling]:
    case = Case().decided(limits=limits)
    case.take(act("rapporteur"))
    case.take(act("commission"))
    case.notified(day := case.known().days[0].set_on, case.known().days[0].heard_on or day)
    for kind in ("opening_word", "attendance", "reasons"):
        case.take(act(kind))
    return case, case.take(act("report", minutes=minutes))


def too_long(ruling: Ruling) -> Finding:
    [found] = ruling.findings
    return found


@pytest.mark.parametrize(("minutes", "within"), [(20, True), (21, False), (25, False)])
def test_a_report_takes_as_long_as_the_chamber_allowed(minutes: int, *, within: bool) -> None:
    case, ruling = reported(minutes, report=20)

    assert ruling.verdict is (Verdict.VALID if within else Verdict.DISPUTED)
    if not within:
        found = too_long(ruling)
        assert (found.rule, found.breach) == ("A57-6.04", Breach.INFORMS)
        assert found.numbers == (("minutes", minutes), ("allowed", 20))
    assert case.known().defects == ()


def test_it_is_told_in_three_languages() -> None:
    said = too_long(reported(25, report=20)[1]).sentence

    assert (said.kk, said.ru, said.en) == (
        "Палата белгілеген уақыт — 20 минут, есеп ұзақтығы — 25.",
        "Палата отвела 20 минут, отчет длился 25.",
        "The Chamber allowed 20 minutes; the report took 25.",
    )


@pytest.mark.parametrize(
    ("allowed", "ru"), [(1, "1 минуту"), (2, "2 минуты"), (5, "5 минут"), (21, "21 минуту")]
)
def test_minutes_are_counted_as_in_russian(allowed: int, ru: str) -> None:
    assert f"отвела {ru}," in too_long(reported(25, report=allowed)[1]).sentence.ru


def test_where_the_chamber_allowed_no_time_of_its_own_the_half_hour_alone_counts() -> None:
    assert reported(30, questions=40)[1].findings == ()
