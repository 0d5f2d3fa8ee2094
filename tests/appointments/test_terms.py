"""What the law demands of a term of office, and what sources tell of one."""

from datetime import date

import pytest

from chamber.appointments.facts import Term
from chamber.law.ruling import Breach, Impossible, Verdict
from tests.appointments.case import DAY, DEPUTIES, A, D, act, breaks, held
from tests.appointments.outcomes import recorded, won

VOID, DISPUTED = Breach.VOID, Verdict.DISPUTED
START = date(2026, 4, 1)


# A57-1.02, 1.03, 1.04 and F-2.09: five years, eight for a judge.


def test_a_term_tells_its_last_day_and_what_follows_from_the_end_of_the_edition() -> None:
    case = won(body="cec", candidates=[{"person": A}])
    case.resolved(on=START)

    (told,) = case.known().model_dump(mode="json")["terms"]

    assert (told["last_day"], told["ends_on"]) == ("2031-03-31", "2031-04-01")
    assert "30 June 2026" in told["note"]["en"]


def test_a_term_that_ends_with_the_edition_needs_no_note() -> None:
    told = Term(
        subject=1, person=A, appointed_on=DAY, starts_on=DAY, ends_on=date(2026, 7, 1), quota=2
    ).model_dump(mode="json")

    assert (told["last_day"], told["note"]) == ("2026-06-30", None)


@pytest.mark.parametrize(
    ("body", "last_day"),
    [
        ("constitutional_court", date(2034, 3, 31)),
        ("cec", date(2031, 3, 31)),
        ("audit_chamber", date(2031, 3, 31)),
    ],
)
def test_the_term_of_office_ends_on_its_last_day(body: str, last_day: date) -> None:
    case = won(body=body, candidates=[{"person": A}])
    ends_on = date(last_day.year, 4, 1)

    case.resolved(on=START, last_day=last_day)

    term = case.known().terms[0]
    assert (term.appointed_on, term.starts_on, term.ends_on) == (START, START, ends_on)


@pytest.mark.parametrize(
    ("body", "rule", "wrong"),
    [
        ("constitutional_court", "A57-1.04", date(2031, 3, 31)),
        ("constitutional_court", "F-2.09", date(2032, 3, 31)),
        ("constitutional_court", "F-2.09", date(2034, 4, 1)),
        ("cec", "A57-1.02", date(2034, 3, 31)),
        ("cec", "A57-1.02", date(2031, 4, 1)),
        ("audit_chamber", "A57-1.03", date(2031, 3, 30)),
    ],
)
def test_a_stated_end_that_is_not_the_lawful_one_is_a_defect(
    body: str, rule: str, wrong: date
) -> None:
    case = won(body=body, candidates=[{"person": A}])

    breaks(case, act("resolution", START, last_day=wrong), rule)


def test_an_end_counted_from_one_of_two_days_is_disputed() -> None:
    case = won()
    later = {"starts_on": START, "on": DAY}

    found = breaks(
        case, act("resolution", **later, last_day=date(2034, 3, 31)), "F-2.09", verdict=DISPUTED
    )
    assert found.readings == ("Q-35 A",)
    found = breaks(
        case, act("resolution", **later, last_day=date(2034, 3, 24)), "F-2.09", verdict=DISPUTED
    )
    assert found.readings == ("Q-35 B",)


def test_the_days_of_appointment_and_of_office_stand_apart() -> None:
    case = won(candidates=[{"person": A, "starts_on": START}])

    case.resolved()

    term = case.known().terms[0]
    assert (term.appointed_on, term.starts_on, term.ends_on) == (DAY, START, date(2034, 4, 1))


def test_nobody_takes_office_before_the_appointment() -> None:
    with pytest.raises(Impossible):
        won().resolved(starts_on=date(2026, 3, 24))


def test_nobody_holds_an_office_twice_at_once() -> None:
    case = won(body="cec", candidates=[{"person": A}])
    case.held = (held(A, date(2023, 1, 1), date(2028, 1, 1)),)

    with pytest.raises(Impossible):
        case.resolved()


def test_the_quota_is_tested_again_when_the_resolution_is_adopted() -> None:
    case = won(candidates=[{"person": D}])
    case.held = tuple(held(one, START, date(2034, 4, 1)) for one in DEPUTIES[10:13])

    breaks(case, act("resolution", START), "A57-1.01")


def test_an_appointment_above_the_quota_is_marked_for_ever() -> None:
    case = won(candidates=[{"person": D}])
    case.held = tuple(held(one, DAY, date(2034, 4, 1)) for one in DEPUTIES[10:13])

    case.take(act("resolution"), despite="a seat was vacated that day")

    assert case.known().terms[0].above_quota
    assert case.known().candidates[0].defects == ("A57-1.01",)


def test_no_term_starts_when_no_edition_is_in_force() -> None:
    breaks(won(), act("resolution", starts_on=date(2026, 7, 1)), "A57-1.01")


def test_who_leaves_early_frees_the_seat() -> None:
    case = won()
    breaks(case, act("left_office", START), "F-2.09", VOID)
    case.resolved()

    case.take(act("left_office", START))

    assert case.known().terms[0].over_on == START
    with pytest.raises(Impossible):
        case.take(act("left_office", date(2026, 4, 2)))


# an appointment of the past is told by its sources.


def test_what_sources_tell_has_a_term_and_no_verdict() -> None:
    term = recorded().known().terms[0]

    assert (term.appointed_on, term.starts_on) == (date(2022, 12, 29), date(2023, 1, 1))
    assert (term.ends_on, term.quota) == (date(2031, 1, 1), 3)


def test_a_resolution_of_the_past_keeps_its_official_number() -> None:
    assert recorded().known().resolutions == ()

    kept = recorded(official_number="№ 404-VII ПС").known().resolutions[0]
    assert (kept.written_number, kept.number) == ("№ 404-VII ПС", None)


def test_nobody_is_told_to_hold_an_office_before_it_was_there() -> None:
    for wrong in (date(2022, 12, 28), date(2022, 12, 31)):
        with pytest.raises(Impossible):
            recorded(starts_on=wrong)
