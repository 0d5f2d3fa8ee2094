"""What is told of a matter that was considered late: in its deadlines, and in its resolution."""

from datetime import date

import pytest

from chamber.immunity.rules import due
from chamber.law.ruling import Breach, Verdict
from chamber.record.deadlines.states import State, standing
from tests.immunity.case import Case, act, hall

VALID, DISPUTED, INVALID = Verdict
LATE = date(2026, 4, 1)


def considered(on: date) -> Case:
    case = Case().prepared()
    case.hall = hall(case.chamber, on)
    case.take(act("attendance", on, wished=True))
    case.take(act("open_vote", on))
    case.counted(60)
    return case


@pytest.mark.parametrize(
    ("on", "verdict", "said"),
    [
        (
            LATE,
            INVALID,
            "Срок пропущен: последний день — 13 марта 2026 года, рассмотрено 1 апреля 2026 года.",
        ),
        (
            date(2026, 3, 13),
            VALID,
            "Срок соблюден при любом толковании: рассмотрено 13 марта 2026 года.",
        ),
    ],
)
def test_what_was_considered_is_told_in_time_or_late(on: date, verdict: Verdict, said: str) -> None:
    (one,) = due(considered(on).known())

    told = standing(one, "mazhilis", date(2026, 6, 1))

    assert (told.state, told.verdict, told.sentence.ru) == (State.DONE, verdict, said)


def test_what_was_considered_late_on_some_readings_is_told_as_disputed() -> None:
    (one,) = due(considered(date(2026, 3, 16)).known())

    told = standing(one, "mazhilis", date(2026, 6, 1))

    assert (told.state, told.verdict) == (State.DONE, DISPUTED)
    assert told.sentence.ru.startswith("Спорно")


@pytest.mark.parametrize(
    ("on", "verdict"),
    [(date(2026, 3, 13), VALID), (date(2026, 3, 16), DISPUTED), (date(2026, 3, 21), INVALID)],
)
def test_a_resolution_rests_on_its_vote_however_late_it_was(on: date, verdict: Verdict) -> None:
    ruling = considered(on).take(act("resolution", LATE))

    late = [one for one in ruling.findings if one.rule == "A57-4.25"]
    assert ruling.verdict is verdict
    assert [(one.breach, one.verdict) for one in late] == (
        [] if verdict is VALID else [(Breach.INFORMS, verdict)]
    )


def test_a_resolution_a_month_after_a_vote_in_time_is_not_late() -> None:
    assert considered(date(2026, 3, 13)).take(act("resolution", LATE)).findings == ()
