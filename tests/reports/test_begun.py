"""Nothing rests on an initiative that is none, nor on a matter that the President has ended."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Verdict
from chamber.reports.rules import due, next_acts
from tests.reports.breaking import breaks
from tests.reports.case import DAY, DECIDED, FILED, PEOPLE, Case, act, opens

LATER = date(2026, 4, 1)
INVALID = Verdict.INVALID


def too_few() -> Case:
    case = Case(opened=False)
    case.tell(act("initiative", FILED, signatures=PEOPLE[:32]))
    return case


@pytest.mark.parametrize("kind", ["rapporteur", "commission"])
def test_nobody_is_named_on_an_initiative_that_is_none(kind: str) -> None:
    breaks(too_few(), act(kind, DECIDED), "A57-6.01", Breach.VOID)


def test_that_documents_were_asked_for_is_entered_and_told_of() -> None:
    told = too_few().take(act("access", DECIDED))

    assert [(one.rule, one.breach, one.verdict) for one in told.findings] == [
        ("A57-6.01", Breach.INFORMS, INVALID)
    ]


def test_nothing_is_offered_on_an_initiative_that_is_none() -> None:
    assert next_acts(too_few().known()) == []
    assert "open_vote" in next_acts(Case().known())


@pytest.mark.parametrize("kind", ["rapporteur", "commission"])
def test_the_chamber_names_nobody_before_it_has_decided_to_hear(kind: str) -> None:
    breaks(Case(), act(kind, DECIDED), "A57-6.03")
    assert kind not in next_acts(Case().known())
    early = breaks(Case().decided(), act(kind, FILED), "A57-6.03")
    assert early.earliest_lawful == DECIDED
    assert Case().decided().take(act(kind, DECIDED)).findings == ()


def test_a_rapporteur_who_has_withdrawn_no_longer_speaks_for_the_group() -> None:
    case = Case().prepared()
    case.take(act("withdrawal", DAY, deputy=PEOPLE[1]))
    case.take(act("opening_word"))

    breaks(case, act("reasons"), "A57-6.06")


def released() -> Case:
    case = Case().debated()
    case.voted("take_note", DAY, for_=60)
    case.voted("appeal", DAY, for_=70)
    case.take(act("resolution", about="appeal"))
    case.take(act("appeal_sent", DAY))
    case.take(act("released", date(2026, 3, 26)))
    return case


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("adjourned", {}),
        ("set_date", {"heard_on": LATER}),
        (
            "open_vote",
            {"about": "take_note", "reason": "Қате", "repeat": {"for": 60, "against": 1}},
        ),
        ("question_received", {}),
        ("rapporteur", {}),
    ],
)
def test_after_the_release_nothing_is_heard_or_decided(kind: str, told: dict[str, Any]) -> None:
    case = released()
    before = due(case.known())

    breaks(case, act(kind, LATER, **told), "A57-6.18")

    assert due(case.known()) == before
    assert {*next_acts(case.known())} <= {"resolution_days"}


def test_on_the_days_before_the_release_it_was_not_over() -> None:
    assert "A57-6.18" not in {one.rule for one in released().judge(opens("take_note")).findings}
