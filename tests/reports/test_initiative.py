"""A third of all deputies of the Chamber demand a report: fewer do not begin one."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.reports.breaking import breaks
from tests.reports.case import DECIDED, FILED, PEOPLE, STRANGER, Case, act

V, I = Breach.VOID, Breach.INFORMS  # noqa: E741 -- as the catalogue has them
DISPUTED = Verdict.DISPUTED


def opened(signed: int, **more: Any) -> Case:
    return Case(signatures=PEOPLE[:signed], **more)


def initiative(signed: int = 33, **more: Any) -> Any:
    return act("initiative", FILED, signatures=PEOPLE[:signed], **more)


@pytest.mark.parametrize(
    ("chamber", "filed", "seats", "third"),
    [
        ("mazhilis", date(2026, 3, 2), 98, 33),
        ("senate", date(2026, 3, 2), 50, 17),
        ("mazhilis", date(2016, 3, 2), 107, 36),
        ("senate", date(2016, 3, 2), 47, 16),
        ("mazhilis", date(2006, 3, 2), 77, 26),
        ("senate", date(2006, 3, 2), 39, 13),
    ],
)
def test_a_third_of_all_seats_signs(chamber: str, filed: date, seats: int, third: int) -> None:
    case = Case(filed, seats, chamber=chamber, signatures=PEOPLE[:third])
    assert case.known().enough is True
    nobody = Case(filed, seats, opened=False)
    asked = act("initiative", filed, chamber=chamber, signatures=PEOPLE[: third - 1])
    assert breaks(nobody, asked, "A57-6.01", V).readings == ("Q-04 A", "Q-04 B")


def test_of_w16_32_is_void_and_33_valid() -> None:
    breaks(Case(opened=False), initiative(32), "A57-6.01", V)
    assert opened(33).known().defects == ()


def test_a_third_of_those_in_office_only_is_disputed() -> None:
    case = Case(seats=95, opened=False)
    found = breaks(case, initiative(32), "A57-6.01", V, DISPUTED)
    assert found.readings == ("Q-04 A",)


def test_signatures_of_others_do_not_count() -> None:
    asked = act("initiative", FILED, signatures=(*PEOPLE[:33], STRANGER))
    ruling = Case(opened=False).judge(asked)
    assert ruling.verdict is Verdict.VALID
    assert (ruling.findings[0].breach, ruling.findings[0].numbers) == (I, (("others", 1),))
    assert "1" in ruling.findings[0].sentence.kk
    case = Case(signatures=(*PEOPLE[:33], STRANGER))
    assert [one.counts for one in case.known().signatures][-2:] == [True, False]
    without = act("initiative", FILED, signatures=(*PEOPLE[:32], STRANGER))
    breaks(Case(opened=False), without, "A57-6.01", V)


def test_nobody_signs_twice() -> None:
    with pytest.raises(Impossible, match="signatures"):
        Case(signatures=(*PEOPLE[:33], PEOPLE[0]))


def test_the_subject_is_the_members_own_activity() -> None:
    breaks(Case(opened=False), initiative(own_activity=False), "A57-6.02")


def test_the_prime_minister_reports_but_it_is_disputed() -> None:
    ruling = Case(opened=False).take(initiative(prime_minister=True))
    [found] = ruling.findings
    assert (found.rule, found.breach, found.verdict) == ("A57-6.02", I, DISPUTED)
    assert found.readings == ("Q-26 B",)
    assert Case(prime_minister=True).known().defects == ()


def test_of_w16_a_signature_withdrawn_before_the_decision_makes_it_disputed() -> None:
    case = opened(33)
    case.take(act("withdrawal", DECIDED))
    asked = act("open_vote", DECIDED, about="hear")
    found = breaks(case, asked, "A57-6.01", V, DISPUTED)
    assert found.readings == ("Q-24 B",)
    assert found.sentence.kk.endswith("қалған қол саны — 32, қажеті — кемінде 33.")
    spare = opened(34)
    spare.take(act("withdrawal", DECIDED))
    assert spare.take(asked).verdict is Verdict.VALID


def test_who_is_no_deputy_any_more_at_the_decision_is_not_of_the_third() -> None:
    asked = act("open_vote", DECIDED, about="hear")
    found = breaks(
        opened(33), asked, "A57-6.01", V, DISPUTED, electorate=PEOPLE[1:98], registered=97
    )
    assert found.readings == ("Q-24 B",)
    assert found.sentence.ru == (
        "Часть подписей больше не учитывается: осталось 32, требуется не менее 33."
    )
    spare = opened(34)
    assert spare.take(asked, electorate=PEOPLE[1:98], registered=97).verdict is Verdict.VALID


def of_unknown_seats(signed: int) -> Case:
    case = Case(date(2022, 12, 5), 50, chamber="senate", signatures=PEOPLE[:signed])
    assert case.known().enough is None
    return case


def test_seats_that_are_known_only_at_the_decision_are_measured_then() -> None:
    asked = act("open_vote", date(2023, 1, 25), about="hear")
    found = breaks(of_unknown_seats(16), asked, "A57-6.01", V, DISPUTED)
    assert found.readings == ("Q-24 B",)
    assert "больше не учитывается" not in found.sentence.ru
    assert of_unknown_seats(17).take(asked).verdict is Verdict.VALID


def test_what_was_accepted_at_the_opening_of_the_vote_is_only_told_at_its_close() -> None:
    case = opened(33)
    case.take(act("withdrawal", DECIDED))
    case.take(act("open_vote", DECIDED, about="hear"), despite="a reason")
    vote = case.known().rounds[0].vote
    ruling = case.take(act("close_vote", DECIDED, vote=vote, totals={"for": 60, "against": 1}))
    assert (ruling.adopted, ruling.verdict) == (True, DISPUTED)
    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-6.01", I)]
    assert ruling.sentence.kk.startswith("Шешім қабылданды")


def test_a_signature_withdrawn_while_the_vote_is_open_is_tested_again_at_its_close() -> None:
    case = opened(33)
    case.take(act("open_vote", DECIDED, about="hear"))
    case.take(act("withdrawal", DECIDED))
    totals = {"for": 60, "against": 1}
    asked = act("close_vote", DECIDED, vote=UUID(int=900), totals=totals)
    breaks(case, asked, "A57-6.01", V, DISPUTED)


def test_an_initiative_void_from_the_first_leads_to_no_vote() -> None:
    case = Case(opened=False)
    case.tell(initiative(32))
    breaks(case, act("open_vote", DECIDED, about="hear"), "A57-6.01", V)


def test_only_who_signed_withdraws_and_once() -> None:
    case = opened(33)
    with pytest.raises(Impossible, match="has not signed"):
        case.take(act("withdrawal", deputy=PEOPLE[40]))
    case.take(act("withdrawal"))
    with pytest.raises(Impossible, match="already"):
        case.take(act("withdrawal"))


def test_where_the_seats_are_not_known_nobody_judges() -> None:
    ruling = Case(opened=False).judge(
        act("initiative", date(2022, 9, 1), chamber="senate", signatures=PEOPLE[:5])
    )
    assert (ruling.adopted, ruling.verdict, ruling.reason) == (None, None, "seats not known")


def test_nothing_is_done_before_the_initiative() -> None:
    with pytest.raises(Impossible, match="opened on"):
        opened(33).take(act("withdrawal", date(2026, 3, 1)))
    with pytest.raises(Impossible, match="begins with an initiative"):
        Case(opened=False).take(act("withdrawal"))


def test_what_was_begun_without_a_chamber_leads_to_no_vote() -> None:
    case = Case(opened=False)
    case.tell(act("initiative", date(2023, 2, 1)))
    breaks(case, act("open_vote", DECIDED, about="hear"), "A57-6.01", V)


@pytest.mark.parametrize("filed", [date(2026, 7, 1), date(1995, 9, 4), date(2023, 2, 1)])
def test_without_an_edition_or_a_chamber_there_is_no_initiative(filed: date) -> None:
    breaks(Case(opened=False), act("initiative", filed), "A57-6.01", V)
