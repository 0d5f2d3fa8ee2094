"""The two weeks of a submission: a late vote is entered, and marked as late (A57-4.25)."""

from datetime import date
from typing import Any

import pytest

from chamber.immunity.rules import due
from chamber.law.ruling import Breach, Ruling, Verdict
from chamber.record.deadlines.facts import Due, What
from tests.immunity.case import DETENTION, RECEIVED, Case, act, hall

VALID, DISPUTED, INVALID = Verdict
CUSTODY: dict[str, Any] = {"measure": "custody"}


def both(case: Case, on: date, **more: Any) -> tuple[Ruling, Ruling]:
    """The opening and the close of the vote on a day, at a sitting of that day."""
    case.hall = hall(case.chamber, on)
    case.take(act("attendance", on, wished=True))
    opening = case.take(act("open_vote", on, **more))
    return opening, case.counted(60)


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        (date(2026, 3, 13), VALID),
        (date(2026, 3, 15), VALID),
        (date(2026, 3, 16), DISPUTED),
        (date(2026, 3, 17), DISPUTED),
        (date(2026, 3, 20), DISPUTED),
        (date(2026, 3, 21), INVALID),
    ],
)
def test_w_22_a_submission_of_2_march_with_its_conclusion_of_6_march(
    on: date, verdict: Verdict
) -> None:
    for ruling in both(Case().prepared(), on):
        assert ruling.verdict is verdict
        late = [one for one in ruling.findings if one.rule == "A57-4.25"]
        assert [one.breach for one in late] == ([] if verdict is VALID else [Breach.INFORMS])


def test_w_22_late_is_entered_and_the_count_stands() -> None:
    case = Case().prepared()

    opening, counted = both(case, date(2026, 4, 1))

    assert (counted.adopted, counted.verdict) == (True, INVALID)
    assert counted.sentence.en.startswith("Consent to the deputy's detention was given: 60 for;")
    assert opening.sentence.kk == (
        "Мерзім өтіп кетті: соңғы күні — 2026 жылғы 13 наурыз, қаралған күні — 2026 жылғы 1 сәуір."
    )
    assert case.take(act("resolution", date(2026, 4, 1))).stands(None)


def test_w_22_a_disputed_day_names_the_readings_on_which_it_is_late() -> None:
    opening, _ = both(Case().prepared(), date(2026, 3, 16))

    assert opening.findings[0].readings == ("Q-02 B × Q-03 A", "Q-02 B × Q-03 C")


@pytest.mark.parametrize(("on", "verdict"), [(date(2026, 6, 30), VALID), (date(2026, 7, 1), None)])
def test_w_23_the_last_submission_of_the_chamber(on: date, verdict: Verdict | None) -> None:
    last = date(2026, 6, 17)
    case = Case(on=last)
    case.take(act("forwarding", last))
    case.take(act("conclusion", last))
    case.take(act("told", last, sitting_on=on))
    case.hall = hall(on=on)

    ruling = case.judge(act("open_vote", on))

    assert ruling.verdict is (verdict or INVALID)
    assert ruling.reason == (None if verdict else "no edition in force")
    assert ruling.stands("a reason") is bool(verdict)


def test_q_38_the_two_weeks_run_in_the_recess_too() -> None:
    case = Case(on=date(2025, 7, 1)).prepared(date(2025, 7, 2))

    assert both(case, date(2025, 7, 17))[0].verdict is INVALID


def test_q_39_a_demand_for_information_stops_no_clock() -> None:
    case = Case().prepared()
    case.take(act("information_request", date(2026, 3, 12)))

    assert both(case, date(2026, 3, 21))[0].verdict is INVALID


def test_each_measure_is_timely_by_itself() -> None:
    case = Case(measures=[DETENTION, CUSTODY]).prepared()

    assert both(case, date(2026, 3, 13))[1].verdict is VALID
    assert both(case, date(2026, 3, 21), **CUSTODY)[1].verdict is INVALID


# What is due: the consideration, from the first day.


def told(case: Case) -> Due:
    (one,) = due(case.known())
    return one


def test_the_consideration_is_due_from_the_first_day() -> None:
    one = told(Case())

    assert (one.what, one.rule, one.since, one.done_on) == (
        What.CONSIDERATION, "A57-4.25", RECEIVED, None,
    )  # fmt: skip
    assert one.timing is not None
    assert one.timing.last_day == date(2026, 3, 13)
    assert len(one.timing.readings) == 3


def test_with_the_conclusion_it_is_told_on_all_readings() -> None:
    timing = told(Case().prepared()).timing

    assert timing is not None
    assert (len(timing.readings), timing.last_day) == (9, date(2026, 3, 13))
    assert timing.sentence.kk == (
        "Ұсыныс 2026 жылғы 2 наурызда келіп түсті. "
        "Кез келген түсіндіру бойынша мерзім сақталатын соңғы күн — 2026 жылғы 13 наурыз."
    )


def test_it_is_done_once_each_measure_has_a_vote_that_decides() -> None:
    case = Case(measures=[DETENTION, CUSTODY]).prepared()

    both(case, date(2026, 3, 11))
    assert told(case).done_on is None
    both(case, date(2026, 3, 12), **CUSTODY)

    assert told(case).done_on == date(2026, 3, 12)


def test_while_a_vote_is_open_or_was_annulled_it_is_not_done() -> None:
    case = Case().prepared()
    case.take(act("open_vote"))
    assert told(case).done_on is None

    case.take(act("close_vote", vote=case.known().rounds[0].vote, annulled=True))

    assert told(case).done_on is None


def test_of_what_is_no_submission_nothing_is_due() -> None:
    case = Case(opened=False)
    case.tell(act("submission", RECEIVED, submitted_by="deputies"))

    assert due(case.known()) == ()


def test_where_the_working_days_are_not_known_no_day_is_invented() -> None:
    one = told(Case(on=date(1995, 10, 2), measures=[CUSTODY]))

    assert one.timing is None
    assert one.why is not None
    assert one.why.ru.startswith("Срок не вычисляется")
