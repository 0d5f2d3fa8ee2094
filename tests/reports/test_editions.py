"""The appeal changed in 2007 and in 2017, and with the edition it came to its end."""

from datetime import date, timedelta
from typing import Any

import pytest

from chamber.law.ruling import Breach, Ruling, Unlawful, Verdict
from tests.reports.breaking import breaks
from tests.reports.case import PEOPLE, Case, act

V, I = Breach.VOID, Breach.INFORMS  # noqa: E741 -- as the catalogue has them
VALID, INVALID, DISPUTED = Verdict.VALID, Verdict.INVALID, Verdict.DISPUTED
WEEK = timedelta(days=7)


def debated(day: date, seats: int, chamber: str = "mazhilis") -> Case:
    """A report heard on this day, filed a fortnight before."""
    case = Case(day - 2 * WEEK, seats, chamber=chamber, signatures=PEOPLE[: -(-seats // 3)])
    case.prepared(day - WEEK, day).debated(day)
    case.voted("take_note", day, for_=seats // 2 + 1)
    return case


def appealed(day: date, for_: int, seats: int = 107, chamber: str = "mazhilis") -> Ruling:
    return debated(day, seats, chamber).voted("appeal", day, for_=for_)


@pytest.mark.parametrize(
    ("day", "seats", "chamber", "needed"),
    [
        (date(2007, 5, 21), 77, "mazhilis", 52),  # Two thirds,
        (date(2007, 5, 22), 77, "mazhilis", 39),  # then a majority,
        (date(2017, 3, 13), 107, "mazhilis", 54),
        (date(2017, 3, 14), 107, "mazhilis", 72),  # then two thirds again.
        (date(2024, 5, 15), 98, "mazhilis", 66),
        (date(2006, 3, 1), 39, "senate", 26),
        (date(2016, 12, 1), 47, "senate", 24),
        (date(2024, 5, 15), 50, "senate", 34),
    ],
)
def test_the_number_needed_on_both_sides_of_each_change(
    day: date, seats: int, chamber: str, needed: int
) -> None:
    adopted = appealed(day, needed, seats, chamber)
    assert (adopted.rule, adopted.needed, adopted.adopted) == ("A57-6.17", needed, True)
    assert appealed(day, needed - 1, seats, chamber).adopted is False


def test_the_same_vote_on_three_days_has_three_rulings_and_three_citations() -> None:
    then = appealed(date(2016, 12, 1), 60)
    assert (then.adopted, then.needed) == (True, 54)
    assert then.cite == "Constitution, art. 57(6), as amended 21 May 2007"
    now = appealed(date(2024, 5, 15), 60, 98)
    assert (now.adopted, now.needed) == (False, 66)
    assert now.cite == "Constitution, art. 57(6), as amended 10 March 2017"
    case = debated(date(2026, 6, 24), 98)
    with pytest.raises(Unlawful) as refused:
        case.take(act("open_vote", date(2026, 7, 2), about="appeal"), despite="a reason")
    ruling = refused.value.ruling
    assert (ruling.verdict, ruling.reason) == (INVALID, "no edition in force")
    assert ruling.findings[0].breach is V
    assert len({then.sentence.kk, now.sentence.kk, ruling.sentence.kk}) == 3


def test_a_vote_opened_under_the_edition_is_not_counted_after_it() -> None:
    case = debated(date(2026, 6, 30), 98)
    case.take(act("open_vote", date(2026, 6, 30), about="appeal"))
    vote = case.known().rounds[-1].vote
    totals = {"for": 98, "against": 0}
    with pytest.raises(Unlawful) as refused:
        case.take(act("close_vote", date(2026, 7, 2), vote=vote, totals=totals), despite="x")
    assert refused.value.ruling.rule == "A57-6.17"


def refused(day: date, on: date | None = None) -> Case:
    """An appeal adopted on this day, and refused by the President."""
    case = debated(day, 107)
    case.voted("appeal", day, for_=60)
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    case.take(act("refused", on or day + WEEK))
    return case


def again(on: date) -> Any:
    return act("open_vote", on, about="appeal")


def test_an_appeal_again_waits_six_months_from_the_first_one() -> None:
    case = refused(date(2015, 10, 15))
    early = breaks(case, again(date(2016, 4, 14)), "A57-6.19")
    assert early.earliest_lawful == date(2016, 4, 16)
    on_the_day = breaks(case, again(date(2016, 4, 15)), "A57-6.19", verdict=DISPUTED)
    assert on_the_day.readings == ("Q-31 B",)
    assert case.take(again(date(2016, 4, 16))).findings == ()
    repeat = case.known().rounds[-1]
    assert (repeat.rule, repeat.subject, repeat.number) == ("A57-6.19", 4, 1)


@pytest.mark.parametrize(("for_", "adopted"), [(54, True), (53, False)])
def test_an_appeal_again_needs_its_own_majority(for_: int, adopted: bool) -> None:
    day = date(2016, 4, 20)
    ruling = refused(date(2015, 10, 15)).voted("appeal", day, for_=for_)
    assert (ruling.rule, ruling.needed, ruling.adopted) == ("A57-6.19", 54, adopted)


def test_an_appeal_again_rests_on_the_first_one_with_what_was_let_pass() -> None:
    case = debated(day := date(2015, 10, 15), 107)
    case.voted("appeal", day, for_=53)
    once_more = act("open_vote", day, about="appeal", reason="Қате")
    case.take(once_more, despite="a reason")  # Nobody decided to repeat the vote.
    vote = case.known().rounds[-1].vote
    case.take(act("close_vote", day, vote=vote, totals={"for": 60, "against": 3}))
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    case.take(act("refused", day))
    ruling = case.voted("appeal", date(2016, 4, 20), for_=54)
    assert [(one.rule, one.breach) for one in ruling.findings] == [("F-2.08", I)]
    assert (ruling.adopted, ruling.verdict) == (True, DISPUTED)


def test_before_2007_an_appeal_again_needed_two_thirds() -> None:
    case = debated(day := date(2005, 10, 19), 77)
    case.voted("appeal", day, for_=52)
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    case.take(act("refused", day))
    ruling = case.voted("appeal", date(2006, 5, 3), for_=51)
    assert (ruling.rule, ruling.needed, ruling.adopted) == ("A57-6.19", 52, False)


def test_of_w50_an_appeal_again_after_the_change_needs_two_thirds_and_is_flagged() -> None:
    case = refused(date(2016, 9, 28), on=date(2016, 10, 15))
    opened = case.take(again(date(2017, 4, 15)))
    assert [(one.rule, one.breach, one.verdict) for one in opened.findings] == [
        ("A57-6.17", I, VALID)
    ]
    vote = case.known().rounds[-1]
    assert (vote.rule, vote.subject) == ("A57-6.17", 4)
    totals = {"for": 60, "against": 40}
    ruling = case.take(act("close_vote", date(2017, 4, 15), vote=vote.vote, totals=totals))
    assert (ruling.adopted, ruling.needed, ruling.verdict) == (False, 72, VALID)
    assert ruling.cite == "Constitution, art. 57(6), as amended 10 March 2017"
    assert "екі редакциясын" in ruling.findings[-1].sentence.kk


def test_a_matter_within_one_edition_is_not_flagged() -> None:
    assert appealed(date(2024, 5, 15), 66, 98).findings == ()


def test_the_president_might_refuse_until_2017_and_not_since() -> None:
    assert refused(date(2016, 9, 28)).known().appeals[0].refused_on == date(2016, 10, 5)
    case = debated(day := date(2024, 5, 15), 98)
    case.voted("appeal", day, for_=66)
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    ruling = case.take(act("refused", date(2024, 5, 20)))
    [found] = ruling.findings
    assert (found.rule, found.breach, found.verdict) == ("A57-6.18", I, INVALID)


def test_a_second_appeal_was_never_to_be_refused() -> None:
    case, day = refused(date(2015, 10, 15)), date(2016, 4, 20)
    case.voted("appeal", day, for_=54)
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    [found] = case.take(act("refused", day)).findings
    assert (found.rule, found.breach) == ("A57-6.19", I)
    assert [one.subject for one in case.known().resolutions] == [1, 3, 4]
