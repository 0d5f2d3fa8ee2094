"""What the law demands of the submission: each rule kept, and each rule broken."""

from datetime import date
from typing import Any

import pytest

from chamber.immunity.acts import Measure
from chamber.law.ruling import Breach, Impossible, Verdict
from tests.immunity.case import DETENTION, RECEIVED, Case, act, borne, breaks

VOID = Breach.VOID


def unopened() -> Case:
    return Case(opened=False)


def submission(on: date = RECEIVED, **told: Any) -> Any:
    return act("submission", on, **told)


# A57-4.02: only on the submission of the Prosecutor General, and about a deputy of the Chamber.


def test_the_prosecutor_general_asks_for_consent() -> None:
    ruling = unopened().take(submission())

    assert (ruling.rule, ruling.verdict) == ("A57-4.02", Verdict.VALID)


@pytest.mark.parametrize("who", ["deputies", "other"])
def test_nobody_else_can_set_the_matter_off(who: str) -> None:
    found = breaks(unopened(), submission(submitted_by=who), "A57-4.02", VOID)

    assert found.sentence.ru == (
        "Вопрос о лишении неприкосновенности рассматривается только по представлению "
        "Генерального Прокурора."
    )


def test_the_chamber_decides_on_its_own_deputies_only() -> None:
    breaks(unopened(), submission(), "A57-4.02", VOID, holds=False)


@pytest.mark.parametrize("kind", ["forwarding", "conclusion", "told", "attendance", "open_vote"])
def test_nothing_follows_from_a_motion_of_deputies(kind: str) -> None:
    case = unopened()
    case.tell(submission(submitted_by="deputies"))

    found = breaks(case, act(kind), "A57-4.02", VOID)

    assert found.sentence.en == (
        "There is no lawful submission of the Prosecutor General: the matter is not considered."
    )


# A57-4.22: it names the measures, and none but those of the law.


def test_every_measure_of_the_law_may_be_asked_for() -> None:
    ruling = unopened().take(submission(measures=[{"measure": one} for one in Measure]))

    assert ruling.verdict is Verdict.VALID


def test_a_submission_that_names_no_measure_asks_for_nothing() -> None:
    breaks(unopened(), submission(measures=[]), "A57-4.22")


@pytest.mark.parametrize("measure", ["detention", "house_arrest"])
def test_detention_and_house_arrest_are_asked_for_since_2015(measure: str) -> None:
    last, first = date(2014, 12, 31), date(2015, 1, 1)
    asked = {"measures": [{"measure": measure}]}

    found = breaks(unopened(), submission(last, **asked), "A57-4.22")

    assert found.numbers == (("measure", 1),)
    assert found.sentence.ru == (
        "На 31 декабря 2014 года согласие Палаты на эту меру не испрашивается."
    )
    assert found.sentence.kk == (
        "2014 жылғы 31 желтоқсандағы жағдай бойынша бұл шараға Палатаның келісімі сұралмайды."
    )
    assert unopened().take(submission(first, **asked)).verdict is Verdict.VALID


@pytest.mark.parametrize("measure", [one for one in Measure if one not in ("detention",)][:2])
def test_other_measures_were_asked_for_before(measure: str) -> None:
    asked = {"measures": [{"measure": measure}]}

    assert unopened().take(submission(date(2014, 12, 31), **asked)).verdict is Verdict.VALID


def test_one_measure_is_not_asked_for_twice() -> None:
    with pytest.raises(Impossible, match=r"^measures: one measure is asked for twice"):
        unopened().take(submission(measures=[DETENTION, DETENTION]))


# A57-4.24 and 4.05: before the measure, unless no consent is needed.


@pytest.mark.parametrize(
    ("taken_on", "verdict"),
    [(date(2026, 3, 1), Verdict.INVALID), (RECEIVED, Verdict.DISPUTED)],
)
def test_a_submission_comes_before_the_measure(taken_on: date, verdict: Verdict) -> None:
    asked = submission(measures=[{"measure": "custody"}, DETENTION | {"taken_on": taken_on}])

    found = breaks(unopened(), asked, "A57-4.24", verdict=verdict)

    assert found.numbers == (("measure", 2),)


def test_the_defect_of_one_measure_is_none_of_the_others() -> None:
    taken = {"measure": "custody", "taken_on": date(2026, 3, 1)}
    case = unopened()

    case.take(submission(measures=[DETENTION, taken]), despite="a reason")

    assert [one.defects for one in case.known().measures] == [(), ("A57-4.24",)]
    assert case.known().defects == ()


@pytest.mark.parametrize("exception", ["scene_of_crime", "grave_crime", "especially_grave_crime"])
def test_where_no_consent_was_needed_the_submission_is_accepted_all_the_same(
    exception: str,
) -> None:
    taken = DETENTION | {"taken_on": date(2026, 3, 1), "exception": exception}

    ruling = unopened().take(submission(measures=[taken]))

    assert ruling.verdict is Verdict.VALID
    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-4.05", Breach.INFORMS)]


def test_a_measure_of_tomorrow_was_not_taken() -> None:
    taken = DETENTION | {"taken_on": date(2026, 3, 3)}

    with pytest.raises(Impossible, match=r"^measures\.0\.taken_on: 2026-03-03 is after"):
        unopened().take(submission(measures=[taken]))


def test_only_a_penalty_by_a_court_needs_consent_and_in_doubt_it_is_asked_for() -> None:
    ruling = unopened().take(submission(measures=[{"measure": "administrative_penalty"}]))

    assert [one.rule for one in ruling.findings] == ["A57-4.04"]
    assert ruling.verdict is Verdict.VALID


# Section 4: a day without law, a chamber that is dissolved.


def test_on_a_day_without_law_nothing_is_asked_for() -> None:
    ruling = unopened().judge(submission(date(2026, 7, 1)))

    assert (ruling.verdict, ruling.reason) == (Verdict.INVALID, "no edition in force")
    assert not ruling.stands("a reason")


def test_a_dissolved_mazhilis_receives_nothing() -> None:
    ruling = unopened().judge(submission(date(2023, 2, 1)))

    assert ruling.reason == "no chamber on this day"


def test_what_has_no_submission_begins_nothing() -> None:
    with pytest.raises(Impossible, match=r"^kind: a matter of immunity begins"):
        unopened().judge(act("forwarding"))


def test_a_motion_that_occurred_is_kept_with_its_defect() -> None:
    case = unopened()

    case.tell(submission(submitted_by="deputies"))

    assert borne(case) == {"A57-4.02"}
