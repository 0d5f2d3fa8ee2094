"""What may come after the vote, and which candidate bears what was accepted on the way."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.appointments.rules import RULES, next_acts
from chamber.law.ruling import Breach, Impossible, Verdict
from tests.appointments.case import DAY, DEPUTY, A, B, Case, D, act, breaks, hall, held
from tests.appointments.outcomes import lost, recorded, won

ONE = [{"person": A}]
SECRET: dict[str, Any] = {"form": "secret", "method": "protocol"}


def defects(case: Case) -> list[tuple[str, ...]]:
    return [one.defects for one in case.known().candidates]


def test_after_a_lawful_vote_comes_the_resolution_or_a_repeated_vote() -> None:
    assert next_acts(won(candidates=ONE).known()) == ["open_vote", "resolution"]


@pytest.mark.parametrize(
    ("days", "left"),
    [
        ([], ["resolution_days", "left_office"]),
        (["published_on"], ["resolution_days", "left_office"]),
        (["sent_on"], ["resolution_days", "left_office"]),
        (["published_on", "sent_on"], ["left_office"]),
    ],
)
def test_a_resolution_waits_until_it_is_both_published_and_sent(
    days: list[str], left: list[str]
) -> None:
    case = won(candidates=ONE)
    case.resolved()

    case.take(act("resolution_days", signed_on=DAY, **dict.fromkeys(days, DAY)))

    assert next_acts(case.known()) == left


def test_who_has_left_cannot_leave_again() -> None:
    case = won(candidates=ONE)
    case.resolved()
    case.take(act("left_office", DAY))

    assert next_acts(case.known()) == ["resolution_days"]


def test_an_appointment_told_by_its_sources_can_only_end() -> None:
    assert next_acts(recorded().known()) == ["left_office"]


OF_A_MATTER: list[tuple[str, dict[str, Any]]] = [
    ("conclusion", {}), ("announcement", {}), ("question", {}), ("opinion", {}),
    ("debate_demand", {}), ("debate", {}), ("ballot_order", {}), ("open_vote", {}),
    ("close_vote", {"vote": UUID(int=900), "totals": {"for": 60, "against": 3}}),
    ("resolution", {}), ("new_submission", {"candidates": [{"person": D, "instead_of": 1}]}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "told"), OF_A_MATTER, ids=[kind for kind, _ in OF_A_MATTER])
def test_nothing_is_dealt_with_where_sources_tell_of_an_appointment(
    kind: str, told: dict[str, Any]
) -> None:
    """It has no committee in charge, and nobody voted on it here."""
    case = recorded()

    found = breaks(case, act(kind, **told), RULES[kind], Breach.VOID, committee=None)

    assert "sources" in found.sentence.en


def test_after_a_rejection_the_place_is_open_until_somebody_is_submitted_for_it() -> None:
    case = lost(candidates=ONE)
    case.resolved(decision="reject", reasons="…")
    assert next_acts(case.known()) == ["resolution_days", "new_submission"]

    case.take(act("new_submission", candidates=[{"person": D, "instead_of": 1}]))

    assert next_acts(case.known()) == ["conclusion", "resolution_days"]


# What was accepted with a reason is borne by those whom the act concerned, and by nobody else.


def test_an_order_for_all_marks_all_and_an_order_for_one_marks_one() -> None:
    late: dict[str, Any] = {"despite": "it was opened late", "hall": hall(opened_on=None)}
    for_all, for_one = Case(), Case()

    for_all.take(act("ballot_order"), **late)
    for_one.take(act("ballot_order", candidate=2), **late)

    assert all(defects(for_all))
    assert [bool(one) for one in defects(for_one)] == [False, True, False]


def test_a_vote_told_by_a_commission_that_was_not_elected_marks_its_own_candidate() -> None:
    case = Case().announced(1, 2)
    case.take(act("ballot_order"))
    for number in (1, 2):
        case.take(act("open_vote", candidates=[number], **SECRET))
    protocol = {
        "commission": [UUID(int=7)], "on_roll": 98, "issued": 60, "found": 60,
        "valid": 60, "invalid": 0,
    }  # fmt: skip
    closing = act(
        "close_vote", vote=case.known().rounds[1].vote, protocol=protocol,
        totals={"for": 60, "against": 0},
    )  # fmt: skip

    case.take(closing, despite="it was elected at the sitting before")

    assert defects(case) == [(), ("F-2.08",), ()]


def test_a_new_submission_by_somebody_else_marks_only_those_submitted_anew() -> None:
    case = lost()
    case.resolved(decision="reject", reasons="…")
    anew = act("new_submission", candidates=[{"person": D, "instead_of": 1}], submitted_by=DEPUTY)

    case.take(anew, despite="the Chair was away")

    assert defects(case) == [(), (), (), ("A57-1.07",)]


# an order of the ballot that was adopted on some readings only.


def disputed(case: Case, form: str) -> None:
    case.hall = hall(registered=80)
    order = case.take(act("ballot_order", form=form, tally={"for": 49, "against": 10}))
    assert order.verdict is Verdict.DISPUTED


def test_a_doubtful_order_of_an_open_vote_allows_no_secret_one() -> None:
    case = Case().announced()
    disputed(case, "open")

    assert case.judge(act("open_vote")).verdict is Verdict.VALID
    breaks(case, act("open_vote", **SECRET), "A57-1.15", Breach.VOID)


def test_a_doubtful_order_of_an_open_vote_puts_a_secret_one_in_doubt() -> None:
    case = Case().announced()
    case.take(act("ballot_order"))
    disputed(case, "open")

    secret = breaks(case, act("open_vote", **SECRET), "A57-1.16", verdict=Verdict.DISPUTED)
    assert any("Q-12 B" in name for name in secret.readings)
    opened = breaks(case, act("open_vote"), "A57-1.16", verdict=Verdict.DISPUTED)
    assert any("Q-12 A" in name for name in opened.readings)


# what the sources tell of an appointment of the past.


def of_the_cec(person: UUID, start: date, **more: Any) -> dict[str, Any]:
    told = {"chamber": "senate", "body": "cec", "person": person, "starts_on": start}
    return told | {"sources": ["a gazette"]} | more


@pytest.mark.parametrize(
    ("person", "over", "possible"),
    [
        (A, date(2022, 12, 29), True),
        (A, date(2022, 12, 30), False),
        (B, date(2026, 1, 1), True),
    ],
)
def test_nobody_is_told_to_hold_an_office_twice_at_once(
    person: UUID, over: date, possible: bool
) -> None:
    case = Case(opened=False)
    case.held = (held(person, date(2017, 12, 29), over, "senate"),)
    day = date(2022, 12, 29)  # The first day in office may be the day of the resolution.
    told = act("recorded", day, **of_the_cec(A, day))

    if possible:
        assert case.tell(told).verdict is None
    else:
        with pytest.raises(Impossible):
            case.tell(told)
