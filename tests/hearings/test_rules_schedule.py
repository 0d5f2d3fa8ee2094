"""Not on a day of a plenary sitting, and with time for the notice. Rules A57-5.08 and 5.11."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from chamber.hearings.rules.certificate import certificate
from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from tests.hearings.case import (
    AT,
    DECIDED,
    ELSEWHERE,
    PLACE,
    TOLD,
    Case,
    act,
    at,
    body,
    breaks,
    hall,
    keeps,
    notice,
    plenary,
)

THURSDAY, FRIDAY = date(2026, 4, 9), date(2026, 4, 10)
OWN, JOINT, OTHER = plenary(), plenary("senate", joint=True), plenary("senate")
FREE: dict[str, Any] = {"plenaries": ()}
BARRED: dict[str, Any] = {"plenaries": (OWN,), "plenary_days": (FRIDAY,)}


def to(day: date, hour: int = 10, **more: Any) -> dict[str, Any]:
    return {"starts_at": at(day, hour), "place": PLACE} | more


def decision_for(day: date, on: date = DECIDED) -> Any:
    return act("decision", on, starts_at=at(day))


@pytest.mark.parametrize("there", [OWN, JOINT, plenary(joint=True)])
def test_a_day_on_which_the_chamber_sits_is_barred(there: dict[str, Any]) -> None:
    """W-34, the Thursday."""
    given: dict[str, Any] = {"plenaries": (there,), "plenary_days": (THURSDAY, FRIDAY)}
    found = breaks(Case(), decision_for(THURSDAY), "A57-5.08", **given)
    assert found.readings == ()
    assert found.earliest_lawful == date(2026, 4, 11)
    assert found.sentence.ru == (
        "В этот день слушания не проводятся: на него назначено пленарное заседание. "
        "Следующий возможный день слушаний — 11 апреля 2026 года."
    )


def test_a_day_on_which_only_the_other_chamber_sits_is_disputed() -> None:
    """W-34, the Friday."""
    given: dict[str, Any] = {"plenaries": (OTHER,), "plenary_days": (FRIDAY,)}
    found = breaks(
        Case(), decision_for(FRIDAY), "A57-5.08", Breach.DEFECT, Verdict.DISPUTED, **given
    )
    assert found.readings == ("Q-16 B",)
    assert found.earliest_lawful == date(2026, 4, 11)


def test_where_both_sit_it_is_barred() -> None:
    breaks(Case(), decision_for(THURSDAY), "A57-5.08", plenaries=(OTHER, OWN))


def test_to_the_senate_its_own_sitting_bars_and_that_of_the_mazhilis_may() -> None:
    case = Case(opened=False)
    case.take(act("proposal", chamber="senate"), organisers=(body(chamber="senate"),))
    seen: dict[str, Any] = {"hall": hall(chamber="senate")}
    breaks(case, act("decision"), "A57-5.08", plenaries=(OTHER,), **seen)
    breaks(
        case, act("decision"), "A57-5.08", Breach.DEFECT, Verdict.DISPUTED,
        plenaries=(OWN,), **seen,
    )  # fmt: skip


def test_on_a_day_without_a_plenary_sitting_it_is_held() -> None:
    case = Case()
    keeps(case, decision_for(FRIDAY), "A57-5.08", **FREE)
    assert case.known().starts_at == AT


def test_no_day_is_named_where_the_edition_ends_before_it() -> None:
    last = date(2026, 6, 30)
    found = breaks(Case(), decision_for(last), "A57-5.08", plenaries=(OWN,))
    assert found.earliest_lawful is None
    assert found.sentence.en == ("No hearing is held on this day: a plenary sitting is set for it.")
    none = Case().judge(decision_for(date(2026, 7, 1)))
    assert (none.verdict, none.reason) == (Verdict.INVALID, "no edition in force")
    assert not none.stands("a reason")
    assert keeps(Case(), decision_for(last), "A57-5.08").verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("ahead", "verdict", "late_on"),
    [
        (8, None, ()),
        (7, Verdict.DISPUTED, ("Q-01 B",)),  # At midnight a notice would be in time on A and C.
        (6, Verdict.INVALID, ()),
        (0, Verdict.INVALID, ()),
    ],
)
def test_a_day_for_which_even_a_notice_of_today_is_late(
    ahead: int, verdict: Verdict | None, late_on: tuple[str, ...]
) -> None:
    case, decision = Case(), decision_for(DECIDED + timedelta(ahead))
    if verdict is None:
        keeps(case, decision, "A57-5.11")
        return
    found = breaks(case, decision, "A57-5.11", Breach.DEFECT, verdict)
    assert found.readings == late_on
    assert found.earliest_lawful == DECIDED + timedelta(8)
    assert found.sentence.en.endswith("The earliest day for the hearing is 12 March 2026.")
    assert found.sentence.en.startswith("Disputed:" if late_on else "Even a notice of this day")


def test_the_day_that_is_named_is_free_of_plenary_sittings_too() -> None:
    taken: dict[str, Any] = {"plenary_days": (date(2026, 3, 12), date(2026, 3, 13))}
    found = breaks(Case(), decision_for(date(2026, 3, 6)), "A57-5.11", **taken)
    assert found.earliest_lawful == date(2026, 3, 14)


def moved_at(sent_at: datetime, on: date, case: Case | None = None, **new: Any) -> tuple[Case, Any]:
    """A hearing that was told of, and an act that moves it."""
    told = case or Case().prepared("notice")
    told.take(notice(sent_at))
    return told, act("reschedule", on, **new)


def test_a_hearing_that_is_moved_is_judged_by_its_new_day_alone() -> None:
    case, move = moved_at(at(TOLD), TOLD, **to(date(2026, 4, 17)))
    ruling = keeps(case, move, "A57-5.11")
    assert ruling.sentence.kk == (
        "Тыңдау басқа күнге ауыстырылды: бұрынғы күні — 2026 жылғы 10 сәуір, "
        "жаңа күні — 2026 жылғы 17 сәуір."
    )
    (was,) = case.known().moves
    assert (was.starts_at, was.place, was.moved_on) == (AT, PLACE, TOLD)
    told = certificate(case.known())
    assert told is not None
    assert told.verdict is Verdict.INVALID, "the notice told of the former day"
    breaks(case, act("begin", date(2026, 4, 17)), "A57-5.11")
    case.take(notice(at(TOLD, 15), **to(date(2026, 4, 17), place=PLACE.kk)))
    keeps(case, act("begin", date(2026, 4, 17)), "A57-5.11")


def test_moved_too_near_it_cannot_be_told_of_in_time() -> None:
    on = date(2026, 4, 6)
    case, move = moved_at(at(TOLD), on, **to(date(2026, 4, 13)))
    found = breaks(case, move, "A57-5.11", Breach.DEFECT, Verdict.DISPUTED)
    assert found.earliest_lawful == date(2026, 4, 14)
    keeps(case, act("reschedule", on, **to(date(2026, 4, 14))), "A57-5.11")


def test_another_place_needs_another_notice() -> None:
    on = date(2026, 4, 6)
    elsewhere: dict[str, Any] = {"starts_at": AT, "place": ELSEWHERE}
    case, move = moved_at(at(TOLD), on, **elsewhere)
    found = breaks(case, move, "A57-5.11")
    assert found.earliest_lawful == date(2026, 4, 14)

    early, soon = moved_at(at(TOLD), TOLD + timedelta(1), **elsewhere)
    moved = early.take(soon)
    assert moved.sentence.en == "The day of the hearing stays; its time or place was changed."
    told = certificate(early.known())
    assert told is not None
    assert told.sentence.en == "The place in the notice is not the place of the hearing."
    early.take(notice(at(TOLD + timedelta(1)), place=ELSEWHERE.kk))
    keeps(early, act("begin"), "A57-5.11")


def test_a_place_that_is_changed_on_the_day_of_the_notice_is_another_one_too() -> None:
    case, move = moved_at(at(TOLD, 12), TOLD, starts_at=AT, place=ELSEWHERE)
    case.take(move)
    breaks(case, act("begin"), "A57-5.11")


def test_what_was_told_of_the_new_place_before_the_move_still_counts() -> None:
    case = Case().prepared("notice")
    case.take(notice(at(date(2026, 3, 9)), place=ELSEWHERE.ru))
    breaks(case, act("begin"), "A57-5.11")
    case.take(act("reschedule", date(2026, 3, 16), starts_at=AT, place=ELSEWHERE))
    keeps(case, act("begin"), "A57-5.11")


def test_moved_back_to_the_time_that_was_told_in_time_it_needs_no_other_notice() -> None:
    case, away = moved_at(at(TOLD), TOLD, **to(date(2026, 4, 17)))
    case.take(away)
    keeps(case, act("reschedule", date(2026, 4, 8), starts_at=AT, place=PLACE), "A57-5.11")


def test_what_was_wrong_with_a_day_leaves_with_it() -> None:
    case = Case()
    with pytest.raises(Unlawful):
        case.take(decision_for(date(2026, 3, 6)), **BARRED)
    case.take(decision_for(date(2026, 3, 6)), despite="urgent", **BARRED)
    assert set(case.known().defects) == {"A57-5.08", "A57-5.11"}
    case.take(act("reschedule", date(2026, 3, 5), **to(date(2026, 4, 17))))
    assert case.known().defects == ()


def test_a_day_that_is_past_or_the_same_cannot_be_set() -> None:
    yesterday = DECIDED - timedelta(1)
    with pytest.raises(Impossible, match="starts_at: 2026-03-03 is past on 2026-03-04"):
        Case().judge(decision_for(yesterday))
    case = Case().prepared()
    with pytest.raises(Impossible, match=r"starts_at: .* is past on"):
        case.judge(act("reschedule", TOLD, **to(TOLD - timedelta(1))))
    with pytest.raises(Impossible, match="starts_at: the hearing is at that time and place"):
        case.judge(act("reschedule", starts_at=AT, place=PLACE))
    assert case.judge(act("reschedule", starts_at=AT, place=ELSEWHERE)).stands(None)
