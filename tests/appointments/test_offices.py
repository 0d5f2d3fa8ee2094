"""How many hold the office at once, from which day until which, and by which vote."""

from datetime import date

import pytest

from chamber.appointments.facts import Held
from chamber.appointments.rules.offices import most_at_once
from chamber.law.ruling import Impossible, Verdict
from chamber.record.votes.facts import Outcome
from tests.appointments.case import DAY, DEPUTIES, A, B, D, act, breaks, held
from tests.appointments.outcomes import won

START, OVER = date(2026, 4, 1), date(2034, 4, 1)  # Half-open: the last day is 31 March 2034.


@pytest.mark.parametrize(
    ("terms", "taken"),
    [
        ([], 0),
        ([("2020-01-01", "2026-04-01")], 0),  # Over on the day the term starts.
        ([("2020-01-01", "2026-04-02")], 1),
        ([("2034-04-01", "2042-04-01")], 0),  # Starts on the day the term is over.
        ([("2034-03-31", "2042-03-31")], 1),
        ([("2026-04-01", "2034-04-01")], 1),
        ([("2020-01-01", "2028-01-01"), ("2028-01-01", "2036-01-01")], 1),  # One after another.
        ([("2020-01-01", "2028-01-02"), ("2028-01-01", "2036-01-01")], 2),
        ([("2020-01-01", "2027-01-01"), ("2035-01-01", "2043-01-01")], 1),
    ],
)
def test_a_seat_is_taken_on_each_day_of_a_term_that_meets_this_one(
    terms: list[tuple[str, str]], taken: int
) -> None:
    others: list[Held] = [
        held(person, date.fromisoformat(start), date.fromisoformat(over))
        for person, (start, over) in zip(DEPUTIES, terms, strict=False)
    ]

    assert most_at_once(others, START, OVER) == taken


def test_those_who_come_when_the_term_is_over_take_no_seat_from_it() -> None:
    case = won(candidates=[{"person": D}])
    case.held = tuple(held(one, OVER, date(2042, 4, 1)) for one in DEPUTIES[10:13])
    assert case.judge(act("resolution", START)).verdict is Verdict.VALID

    last_day = date(2034, 3, 31)
    case.held = tuple(held(one, last_day, date(2042, 3, 31)) for one in DEPUTIES[10:13])
    breaks(case, act("resolution", START), "A57-1.01")


def test_the_refusal_of_a_wrong_end_says_the_lawful_one() -> None:
    found = breaks(won(), act("resolution", START, last_day=date(2034, 4, 1)), "F-2.09")

    assert found.sentence is not None
    assert "31 March 2034" in found.sentence.en


def test_of_votes_that_cannot_be_judged_the_last_one_decides() -> None:
    facts = won().known()
    unknown = facts.rounds[0].model_copy(update={"outcome": Outcome.NOT_JUDGED})
    later = unknown.model_copy(update={"vote": B})
    last = unknown.model_copy(update={"vote": D})

    def decided(*rounds: object) -> object:
        return facts.model_copy(update={"rounds": rounds}).decided(1)

    assert decided(unknown, later, last) == last
    assert decided(facts.rounds[0], later) == facts.rounds[0]  # One that is judged goes before.
    assert decided(unknown.model_copy(update={"outcome": Outcome.ANNULLED})) is None


def test_the_first_day_in_office_may_be_the_day_of_the_resolution() -> None:
    case = won()

    case.resolved(starts_on=DAY)

    assert case.known().terms[0].starts_on == DAY


def test_who_is_over_on_the_first_day_may_hold_the_office_again() -> None:
    case = won(body="cec", candidates=[{"person": A}])
    case.held = (held(A, date(2021, 3, 25), DAY),)

    assert case.resolved().verdict is Verdict.VALID


def test_an_office_may_be_left_on_its_first_day_but_not_before_and_only_once() -> None:
    case = won()
    case.resolved(on=START)

    with pytest.raises(Impossible):
        case.take(act("left_office", date(2026, 3, 31)))
    case.take(act("left_office", START))
    with pytest.raises(Impossible):
        case.take(act("left_office", START))
