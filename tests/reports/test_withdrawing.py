"""A signature is withdrawn: what is left of the third is told at once (Q-24)."""

import pytest

from chamber.law.ruling import Breach, Verdict
from tests.reports.case import DECIDED, PEOPLE, Case, act, senate


def opened(signed: int) -> Case:
    return Case(signatures=PEOPLE[:signed])


@pytest.mark.parametrize(("signed", "enough"), [(34, True), (33, False)])
def test_how_many_signatures_are_left_and_how_many_are_needed(signed: int, *, enough: bool) -> None:
    case = opened(signed)

    ruling = case.take(act("withdrawal", DECIDED))

    [found] = ruling.findings
    assert (found.rule, found.breach) == ("A57-6.01", Breach.INFORMS)
    assert found.numbers == (("left", signed - 1), ("needed", 33))
    assert found.verdict is ruling.verdict is (Verdict.VALID if enough else Verdict.DISPUTED)
    assert found.readings == (() if enough else ("Q-24 B",))
    assert found.sentence.ru == (
        "Подписей депутатов под инициативой достаточно: 33, требуется не менее 33 (одна треть "
        "от 98)."
        if enough
        else "Часть подписей больше не учитывается: осталось 32, требуется не менее 33."
    )


def test_each_withdrawal_tells_what_is_left_after_it() -> None:
    case = opened(35)

    left = [
        dict(case.take(act("withdrawal", DECIDED, deputy=one)).findings[0].numbers)["left"]
        for one in PEOPLE[:3]
    ]

    assert left == [34, 33, 32]


def test_the_senate_counts_its_own_third() -> None:
    [found] = senate().take(act("withdrawal", DECIDED)).findings

    assert (found.verdict, found.numbers) == (Verdict.DISPUTED, (("left", 16), ("needed", 17)))


def test_once_the_chamber_has_decided_the_third_is_measured_no_more() -> None:
    assert opened(33).decided().take(act("withdrawal", DECIDED)).findings == ()


def test_of_an_initiative_void_from_the_first_nothing_is_left() -> None:
    case = Case(opened=False)
    case.tell(act("initiative", signatures=PEOPLE[:32]))

    assert case.take(act("withdrawal")).findings == ()
