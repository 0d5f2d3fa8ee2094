"""On which grounds a matter is opened, by whom, and about whom: each rule kept and broken."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Verdict
from tests.mandates.case import BEGAN, DAY, ONE_DAY, Case, act, breaks, mandate, notes

RECALLS = [
    ("A57-4.13", "recalled_by_president", "president", "senate", "appointed"),
    ("A57-4.14", "recalled_by_electors", "electors", "senate", "elected"),
]
PARTY = [("left_party", "A57-4.18"), ("party_ended", "A57-4.19")]


def before(basis: str = "list", chamber: str = "mazhilis") -> Case:
    """Nothing is opened yet."""
    case = Case(None, chamber=chamber, basis=basis)
    return case


@pytest.mark.parametrize(
    ("ground", "rule"),
    [
        ("resigned", "A57-4.08"), ("died", "A57-4.08"), ("declared_incapable", "A57-4.08"),
        ("declared_dead", "A57-4.08"), ("declared_missing", "A57-4.08"),
        ("moved_abroad", "A57-4.15"), ("convicted", "A57-4.16"),
        ("citizenship_lost", "A57-4.17"), *PARTY,
    ],
)  # fmt: skip
def test_a_matter_is_opened_on_a_ground_of_the_law(ground: str, rule: str) -> None:
    ruling = before().take(act("matter", ground=ground))

    assert (ruling.rule, ruling.verdict) == (rule, Verdict.VALID)


def test_a_ground_that_the_law_does_not_list_is_a_defect() -> None:
    breaks(before(), act("matter", ground="other"), "A57-4.08")


def test_the_chamber_ends_the_powers_of_nobody_elses_deputy() -> None:
    case = before()
    case.mandates = (mandate("senate", "elected"),)
    breaks(case, act("matter"), "A57-4.01", Breach.VOID)
    case.mandates = ()
    breaks(case, act("matter"), "A57-4.01", Breach.VOID)


@pytest.mark.parametrize("day", [BEGAN["mazhilis"], DAY - ONE_DAY])
def test_a_deputy_is_one_from_the_first_day_to_the_last(day: date) -> None:
    case = before()
    assert case.judge(act("matter", day, happened_on=day)).stands(None)

    case.mandates = (mandate(ends_on=day),)
    breaks(case, act("matter", day, happened_on=day), "A57-4.01", Breach.VOID)
    case.mandates = (mandate(starts_on=day + ONE_DAY),)
    breaks(case, act("matter", day, happened_on=day), "A57-4.01", Breach.VOID)


@pytest.mark.parametrize("ground", ["died", "resigned"])
def test_who_is_to_leave_later_may_die_or_leave_before(ground: str) -> None:
    case = before()
    case.mandates = (mandate(ends_on=DAY + ONE_DAY),)
    ruling = case.judge(act("matter", ground=ground))
    assert (ruling.verdict, "A57-4.01" in notes(ruling)) == (Verdict.VALID, True)

    case.mandates = (mandate(ends_on=DAY),)
    breaks(case, act("matter", ground=ground), "A57-4.01", Breach.VOID)


def test_a_senator_who_leaves_a_party_stays_and_a_deputy_by_list_goes() -> None:
    """W-51"""
    for ground, rule in PARTY:
        ruling = before().take(act("matter", ground=ground, set_off_by="party"))
        assert (ruling.rule, ruling.verdict) == (rule, Verdict.VALID)

        asked = act("matter", chamber="senate", ground=ground, set_off_by="party")
        found = breaks(before("elected", "senate"), asked, rule)
        assert "52(5)" in found.cite


@pytest.mark.parametrize(("ground", "rule"), PARTY)
def test_of_a_party_is_who_was_elected_by_its_list(ground: str, rule: str) -> None:
    asked = act("matter", ground=ground)
    breaks(before("single_mandate"), asked, rule, verdict=Verdict.DISPUTED)
    breaks(before("assembly"), asked, rule)


def test_a_deputy_may_teach_and_may_not_sit_on_a_companys_board() -> None:
    """W-52"""
    told: dict[str, Any] = {"ground": "incompatible", "set_off_by": "cec"}
    for activity in ("teaching", "scientific_work", "creative_work"):
        breaks(before(), act("matter", **told, activity=activity), "A57-4.10")
    for activity in ("managing_organ", "business", "paid_post", "other_representative_body"):
        ruling = before().take(act("matter", **told, activity=activity))
        assert (ruling.rule, ruling.verdict) == ("A57-4.11", Verdict.VALID)
        assert "A57-4.09" in notes(ruling)


def test_incompatibility_comes_before_the_chamber_by_the_commission_only() -> None:
    for who in ("party", "chamber", "court", "deputy"):
        told: dict[str, Any] = {"ground": "incompatible", "activity": "business"}
        breaks(before(), act("matter", **told, set_off_by=who), "A57-4.11")


@pytest.mark.parametrize("more", [{"ground": "incompatible"}, {"activity": "business"}])
def test_an_activity_is_told_of_incompatibility_alone(more: dict[str, Any]) -> None:
    with pytest.raises(Impossible, match="incompatible"):
        before().take(act("matter", **more))


@pytest.mark.parametrize(("rule", "ground", "who", "chamber", "basis"), RECALLS)
def test_a_senator_is_recalled_by_those_who_sent_him(
    rule: str, ground: str, who: str, chamber: str, basis: str
) -> None:
    told: dict[str, Any] = {"chamber": chamber, "ground": ground}
    ruling = before(basis, chamber).take(act("matter", **told, set_off_by=who))
    assert (ruling.rule, ruling.verdict) == (rule, Verdict.VALID)

    for other in {"president", "electors", "assembly", "chamber"} - {who}:
        breaks(before(basis, chamber), act("matter", **told, set_off_by=other), rule)


@pytest.mark.parametrize(("rule", "ground", "who", "chamber", "basis"), RECALLS)
def test_nobody_recalls_those_whom_others_sent(
    rule: str, ground: str, who: str, chamber: str, basis: str
) -> None:
    other = {"appointed": "elected", "elected": "appointed"}[basis]

    asked = act("matter", chamber=chamber, ground=ground, set_off_by=who)
    breaks(before(other, chamber), asked, rule, Breach.VOID)


def test_the_assembly_recalls_its_deputies_until_there_are_none() -> None:
    last = date(2023, 1, 18)
    told: dict[str, Any] = {"ground": "recalled_by_assembly", "set_off_by": "assembly"}
    case = before("assembly")
    case.mandates = (mandate(basis="assembly", starts_on=date(2021, 1, 15), convocation=7),)
    ruling = case.judge(act("matter", last, happened_on=last, **told))
    assert (ruling.rule, ruling.verdict) == ("A57-4.12", Verdict.VALID)

    repealed = BEGAN["mazhilis"]
    breaks(case, act("matter", repealed, happened_on=repealed, **told), "A57-4.12", Breach.VOID)


@pytest.mark.parametrize(
    ("ground", "rule"),
    [("convicted", "A57-4.16"), ("declared_missing", "A57-4.08"), ("declared_dead", "A57-4.08")],
)
def test_a_courts_act_is_a_ground_from_the_day_it_is_in_force(ground: str, rule: str) -> None:
    told: dict[str, Any] = {"ground": ground, "set_off_by": "court"}
    assert before().take(act("matter", **told, happened_on=DAY)).verdict is Verdict.VALID

    tomorrow = DAY + ONE_DAY
    found = breaks(before(), act("matter", **told, happened_on=tomorrow), rule)
    assert found.earliest_lawful == tomorrow


@pytest.mark.parametrize("ground", ["resigned", "moved_abroad", "died", "left_party"])
def test_what_is_no_courts_act_has_happened_already(ground: str) -> None:
    with pytest.raises(Impossible, match="after the day of this act"):
        before().take(act("matter", ground=ground, happened_on=DAY + ONE_DAY))


@pytest.mark.parametrize(
    ("ground", "because"), [("term_ended", "needs no matter"), ("dissolved", "act of its own")]
)
def test_the_end_of_a_term_and_a_dissolution_are_no_matter_of_a_deputy(
    ground: str, because: str
) -> None:
    with pytest.raises(Impossible, match=because):
        before().take(act("matter", ground=ground))


def test_nobody_dies_as_a_deputy_before_being_one() -> None:
    first = BEGAN["mazhilis"]
    next_day = first + ONE_DAY
    assert before().judge(act("matter", ground="died", happened_on=next_day)).stands(None)

    for day in (first, first - ONE_DAY):
        breaks(before(), act("matter", ground="died", happened_on=day), "A57-4.01", Breach.VOID)


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2023, 2, 1)])
def test_without_an_edition_or_a_chamber_no_matter_is_opened(day: date) -> None:
    """W-57"""
    case = before()
    case.mandates = (mandate(starts_on=date(2021, 1, 15)),)
    breaks(case, act("matter", day, happened_on=day), "A57-4.08", Breach.VOID)
