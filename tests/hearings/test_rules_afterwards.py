"""What follows a hearing: dispatch, publication, materials, the archive. A57-5.17 to 5.21."""

from typing import Any

import pytest

from chamber.law.ruling import Breach, Verdict
from tests.hearings.case import CLOSED, GAZETTE, HELD, Case, act, breaks, keeps, shut

EVERYBODY = ("deputies", "state_bodies", "associations")
RECOMMENDATIONS: dict[str, Any] = {"what": "recommendations"}
MINISTRY = "Әділет министрлігі"


def closed(*guests: dict[str, Any]) -> Case:
    case = shut()
    case.take(act("begin"))
    case.take(act("register", guests=guests))
    return case


def closed_and_held() -> Case:
    case = closed()
    case.take(act("recommendations"))
    case.take(act("end"))
    return case


def conveyed(case: Case, *to: str) -> Case:
    for one in to:
        keeps(case, act("dispatch", to=one), "A57-5.17")
    return case


def test_adopted_recommendations_are_conveyed() -> None:
    case = conveyed(Case().held(), *EVERYBODY)
    assert [one.to for one in case.known().dispatched] == list(EVERYBODY)
    assert {one.sent_on for one in case.known().dispatched} == {HELD}


def test_what_was_not_adopted_is_not() -> None:
    breaks(Case().begun(), act("dispatch"), "A57-5.17")
    lost = Case().begun()
    lost.take(act("recommendations", tally={"for": 15, "against": 15}))
    found = breaks(lost, act("dispatch"), "A57-5.17")
    assert found.sentence.en.endswith("the recommendations must first be adopted.")
    lost.take(act("recommendations", tally={"for": 16, "against": 14}))
    keeps(lost, act("dispatch"), "A57-5.17")


def test_the_matter_is_done_with_when_all_three_have_them() -> None:
    case = conveyed(Case().held(), *EVERYBODY)
    case.take(act("minutes"))
    keeps(case, act("complete"), "A57-5.17")
    assert case.known().completed_on == HELD
    assert case.next() == []


@pytest.mark.parametrize("lacks", EVERYBODY)
def test_and_not_while_one_of_them_lacks_them(lacks: str) -> None:
    case = conveyed(Case().held(), *(one for one in EVERYBODY if one != lacks))
    conveyed(case, *(one for one in EVERYBODY if one != lacks))
    case.take(act("minutes"))
    assert "complete" not in case.next()
    found = breaks(case, act("complete"), "A57-5.17")
    assert "must first be conveyed to all deputies" in found.sentence.en


def test_without_recommendations_nobody_waits_for_them() -> None:
    case = Case().begun()
    case.take(act("recommendations", tally={"for": 15, "against": 15}))
    for kind in ("end", "minutes"):
        case.take(act(kind))
    keeps(case, act("complete"), "A57-5.17")


def test_without_minutes_it_does_not_go_into_the_archive() -> None:
    """Taken, it is refused, or bears the defect; as having occurred it is entered with that."""
    case = conveyed(Case().held(), *EVERYBODY)
    assert "complete" not in case.next()
    found = breaks(case, act("complete"), "F-2.16")
    assert found.sentence.en.endswith("the minutes of the hearing must first be entered.")
    case.take(act("minutes"))
    assert "complete" in case.next()
    assert keeps(case, act("complete"), "F-2.16").findings == ()


def test_without_minutes_and_letters_both_are_told() -> None:
    found = Case().held().judge(act("complete")).findings
    assert [(one.rule, one.breach) for one in found] == [
        ("A57-5.17", Breach.DEFECT), ("F-2.16", Breach.DEFECT),
    ]  # fmt: skip


def test_the_report_of_an_open_hearing_may_be_published() -> None:
    case = Case().held()
    assert keeps(case, act("publication"), "A57-5.20").rule == "A57-5.20"
    (out,) = case.known().published
    assert (out.what, out.where, out.published_on) == ("report", GAZETTE, HELD)


def test_and_not_that_of_a_closed_one() -> None:
    found = breaks(closed_and_held(), act("publication"), "A57-5.20")
    assert found.sentence.kk == "Жабық тыңдаудың есебі жарияланбайды."


def test_nor_that_of_one_that_is_not_over() -> None:
    found = breaks(Case().begun(), act("publication"), "A57-5.20")
    assert found.sentence.en == "This step is not open yet: the hearing must first end."


def test_recommendations_may_be_spread() -> None:
    ruling = keeps(Case().held(), act("publication", **RECOMMENDATIONS), "A57-5.18")
    assert ruling.rule == "A57-5.18"
    breaks(Case().begun(), act("publication", **RECOMMENDATIONS), "A57-5.18")


def test_those_of_a_closed_hearing_only_without_secrets_which_is_said() -> None:
    case = closed_and_held()
    ruling = case.take(act("publication", **RECOMMENDATIONS))
    (found,) = ruling.findings
    assert (found.rule, found.breach) == ("A57-5.18", Breach.INFORMS)
    assert (found.verdict, case.known().defects) == (Verdict.INVALID, ())
    assert len(case.known().published) == 1


def test_what_lacks_comes_before_what_only_informs() -> None:
    found = closed().judge(act("publication", **RECOMMENDATIONS)).findings
    assert [one.breach for one in found] == [Breach.DEFECT, Breach.INFORMS]


@pytest.mark.parametrize("reader", ["deputy", "president", "government"])
def test_materials_of_a_closed_hearing_are_for_those_whom_the_law_names(reader: str) -> None:
    keeps(closed(), act("hand_over", to=reader), "A57-5.21")
    breaks(closed(), act("hand_over", to="other", of=MINISTRY), "A57-5.21")


@pytest.mark.parametrize("capacity", ["state_body", "government", "president"])
def test_and_for_a_state_body_whose_representative_took_part(capacity: str) -> None:
    case = closed({"name": "Өкіл", "of": MINISTRY, "capacity": capacity})
    keeps(case, act("hand_over", to="state_body", of=MINISTRY), "A57-5.21")
    breaks(case, act("hand_over", to="state_body", of="Қаржы министрлігі"), "A57-5.21")
    (given,) = case.known().handed_over
    assert (given.to, given.of, given.handed_on) == ("state_body", MINISTRY, HELD)


@pytest.mark.parametrize("capacity", ["association", "expert", "media", "other"])
def test_a_guest_of_another_capacity_represents_no_state_body(capacity: str) -> None:
    case = closed({"name": "Өкіл", "of": MINISTRY, "capacity": capacity})
    breaks(case, act("hand_over", to="state_body", of=MINISTRY), "A57-5.21")


def test_a_state_body_without_a_name_took_no_part() -> None:
    case = closed({"name": "Өкіл", "capacity": "state_body"})
    breaks(case, act("hand_over", to="state_body"), "A57-5.21")
    breaks(shut(), act("hand_over", to="state_body", of=MINISTRY), "A57-5.21")


def test_those_of_an_open_hearing_are_for_everybody() -> None:
    keeps(Case().held(), act("hand_over", to="other"), "A57-5.21")


def test_materials_and_minutes_are_kept() -> None:
    case = Case().held()
    for asked in (act("material", HELD), act("minutes", source="шкаф 3")):
        ruling = case.take(asked)
        assert (ruling.rule, ruling.verdict) == ("record", Verdict.VALID)
    assert [one.title for one in case.known().materials] == ["Баяндама"]
    minutes = case.known().minutes
    assert minutes is not None
    assert (minutes.text, minutes.source, minutes.kept_on) == ("Хаттама", "шкаф 3", HELD)


def test_nothing_that_somebody_wrote_of_a_closed_hearing_stands_in_a_sentence() -> None:
    canary = "құпия-сөз"
    both = {"kk": canary, "ru": canary}
    case = Case(form="closed", topic=both).prepared("form")
    ground = {"secret": "state_secret", "law": canary}
    said = [case.take(act("form", **(CLOSED | {"ground": ground})))]
    said.append(case.take(act("notice", text=canary, channel=canary, topic=canary, place=canary)))
    said.append(case.take(act("reschedule", place=both, reason=both)))
    said.append(case.judge(act("cancel", reason=both)))
    assert not any(canary in one.model_dump_json() for one in said)
    assert said[-1].sentence.en == "The hearing was cancelled. Date set: 17 April 2026."
