"""At the sitting: the opening word, the rapporteur, the report, the questions, the debate's end."""

from copy import copy
from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Ruling, Verdict
from tests.reports.breaking import breaks
from tests.reports.case import DAY, PEOPLE, Case, act, senate

V, I = Breach.VOID, Breach.INFORMS  # noqa: E741 -- as the catalogue has them
DISPUTED, INVALID = Verdict.DISPUTED, Verdict.INVALID
STEPS = ("opening_word", "attendance", "reasons", "report", "debate_closed")


def until(case: Case, kind: str) -> Case:
    """The steps before this one, in their order."""
    for one in STEPS[: STEPS.index(kind)]:
        case.take(act(one))
    return case


def test_the_order_of_the_law_is_lawful_in_both_chambers() -> None:
    for case in (Case(), senate()):
        for kind in STEPS:
            if kind == "opening_word":
                case.prepared()
            assert case.take(act(kind)).findings == ()


@pytest.mark.parametrize("kind", [*STEPS, "question", "opinion", "question_received", "adjourned"])
def test_nothing_is_heard_without_a_decision_to_hear(kind: str) -> None:
    breaks(Case(), act(kind), "A57-6.03", V)


@pytest.mark.parametrize(
    ("wanting", "kind", "rule"),
    [
        ("opening_word", "reasons", "A57-6.10"),
        ("opening_word", "report", "A57-6.10"),
        ("reasons", "report", "A57-6.11"),
        ("attendance", "report", "A57-6.08"),
        ("reasons", "debate_closed", "A57-6.11"),
        ("report", "question", "A57-6.12"),
        ("report", "opinion", "A57-6.12"),
        ("report", "debate_closed", "A57-6.12"),
    ],
)
def test_a_step_out_of_order_is_a_defect_of_the_one_that_is_wanting(
    wanting: str, kind: str, rule: str
) -> None:
    case = Case().prepared()
    before = STEPS[: STEPS.index(kind)] if kind in STEPS else STEPS[:4]
    for one in before:
        if one != wanting:
            case.take(act(one), despite="a reason")
    if rule in case.known().days[0].defects:
        rests_on_it(case.take(act(kind)), rule)  # It was let pass once already.
        return
    breaks(case, act(kind), rule)


def rests_on_it(ruling: Ruling, *rules: str) -> None:
    """What was let pass once is told again, and stands in the way of nothing."""
    told = [(one.rule, one.breach, one.verdict) for one in ruling.findings]
    assert told == [(rule, I, DISPUTED) for rule in rules]
    assert ruling.verdict is DISPUTED


def test_a_step_without_what_was_let_pass_before_says_so() -> None:
    case = Case().prepared()
    case.take(act("opinion"), despite="a reason")
    rests_on_it(case.take(act("reasons")), "A57-6.10")
    case.take(act("attendance"))
    rests_on_it(case.take(act("report")), "A57-6.10")
    assert case.known().defects == ("A57-6.10", "A57-6.11", "A57-6.12")


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("opening_word", "A57-6.10"), ("reasons", "A57-6.11"), ("report", "A57-6.12"),
        ("debate_closed", "A57-6.14"),
    ],
)  # fmt: skip
def test_each_step_is_taken_once(kind: str, rule: str) -> None:
    case = until(Case().prepared(), kind)
    case.take(act(kind))
    breaks(case, act(kind), rule)


def test_the_report_is_heard_on_the_day_that_was_set() -> None:
    case = Case().prepared()
    early = breaks(case, act("opening_word", date(2026, 3, 24)), "A57-6.04")
    assert early.earliest_lawful == DAY
    assert breaks(case, act("opening_word", date(2026, 3, 26)), "A57-6.04").earliest_lawful is None
    case.take(act("opening_word"))


def test_without_a_day_the_opening_is_a_defect() -> None:
    case = Case().decided(limits=None)
    case.facts = case.known().model_copy(
        update={"days": (case.known().days[0].model_copy(update={"heard_on": None}),)}
    )
    breaks(case, act("opening_word"), "A57-6.04")


def test_that_no_commission_was_formed_is_disputed() -> None:
    case = Case().decided()
    case.take(act("rapporteur"))
    case.notified(DAY, DAY)
    found = breaks(case, act("opening_word"), "A57-6.09", verdict=DISPUTED)
    assert found.readings == ("Q-19 A",)


def test_only_the_rapporteur_whom_the_chamber_named_states_the_reasons() -> None:
    case = until(Case().prepared(), "reasons")
    breaks(case, act("reasons", speaker=PEOPLE[5]), "A57-6.11")
    case.take(act("reasons", speaker=PEOPLE[1]))
    nobody = Case().decided()
    nobody.take(act("commission"))
    nobody.notified(DAY, DAY)
    nobody.take(act("opening_word"))
    breaks(nobody, act("reasons"), "A57-6.06")


def test_a_member_who_stays_away_breaks_the_members_own_duty() -> None:
    case = until(Case().prepared(), "attendance")
    ruling = case.take(act("attendance", came=False, reason="Сапарда"))
    [found] = ruling.findings
    assert (found.rule, found.breach, found.verdict) == ("A57-6.08", I, INVALID)
    case.take(act("reasons"))
    breaks(case, act("report"), "A57-6.08")
    late = copy(case)
    late.take(act("attendance"))
    assert late.take(act("report")).findings == ()
    assert case.take(act("debate_closed")).findings == ()


@pytest.mark.parametrize(("minutes", "lawful"), [(30, True), (31, False)])
def test_in_the_mazhilis_a_report_takes_half_an_hour(minutes: int, lawful: bool) -> None:
    case = until(Case().prepared(), "report")
    if lawful:
        case.take(act("report", minutes=minutes))
    else:
        [found, *_] = case.take(act("report", minutes=minutes)).findings
        assert (found.rule, found.breach, found.verdict) == ("A57-6.12", I, INVALID)
        assert found.numbers == (("minutes", 31), ("most", 30))


def test_the_senate_and_the_mazhilis_before_2020_had_no_such_limit() -> None:
    case = until(senate().prepared(), "report")
    assert case.judge(act("report", minutes=90)).stands(None)
    old = Case(date(2020, 12, 1), 107, signatures=PEOPLE[:36])
    old.prepared(date(2020, 12, 2), day := date(2020, 12, 22))
    for kind in STEPS[:3]:
        old.take(act(kind, day))
    assert old.judge(act("report", day, minutes=90)).stands(None)


@pytest.mark.parametrize("kind", [*STEPS, "question", "question_received", "adjourned"])
def test_a_step_is_taken_at_the_chambers_own_open_plenary_sitting(kind: str) -> None:
    case = Case().prepared()
    shut: dict[str, Any] = {"opened_on": None}
    for wrong in (shut, {"kind": "committee"}):
        ruling = case.judge(act(kind), hall=case.hall(DAY, **wrong))
        assert {one.breach for one in ruling.findings if one.breach is not I} == {Breach.DEFECT}
        assert ruling.verdict is INVALID
    other = case.judge(act(kind), hall=case.hall(DAY, chamber="senate"))
    assert "A57-0.01" in {one.rule for one in other.findings}


def test_after_an_adjournment_a_new_day_and_a_new_notice_are_needed() -> None:
    case, again = Case().prepared(), date(2026, 4, 8)
    case.take(act("opening_word"))
    case.take(act("attendance", came=False))
    breaks(case, act("set_date", heard_on=again), "A57-6.04")
    case.take(act("adjourned"))
    breaks(case, act("opening_word", again), "A57-6.04")
    case.take(act("set_date", heard_on=again))
    breaks(case, act("opening_word", again), "A57-6.05")
    breaks(case, act("reasons", again), "A57-6.10")  # All begins anew.
    case.notified(date(2026, 3, 26), again)
    case.heard(again)
    assert case.known().days[0].adjourned_on == DAY


def test_what_was_reported_stays_reported_after_an_adjournment() -> None:
    case = Case().prepared().heard()
    case.take(act("adjourned"))
    assert case.take(act("debate_closed", date(2026, 3, 26))).findings == ()
