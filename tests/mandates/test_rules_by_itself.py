"""What ends by itself: a death, a recall, a dissolution. The Chamber takes note of it."""

from datetime import date
from typing import Any

import pytest

from chamber.law.following import Follow
from chamber.law.ruling import Breach, Impossible, Verdict
from chamber.mandates.rules import due, follows, next_acts
from tests.mandates.case import BODY, DAY, DEPUTY, ONE_DAY, Case, act, breaks, notes

DISSOLVED = date(2023, 1, 19)
MATTER: dict[str, Any] = {
    "chamber": "senate", "ground": "recalled_by_president", "set_off_by": "president",
}  # fmt: skip


def recalled() -> Case:
    told: dict[str, Any] = {"chamber": "senate", "basis": "appointed", "set_off_by": "president"}
    return Case("recalled_by_president", **told)


def ended(case: Case) -> list[tuple[object, date, str]]:
    found = follows(case.known())
    assert all(isinstance(one, Follow) and one.noun == "people" for one in found)
    return [(one.case, one.act.on, one.act.ground) for one in found]  # type: ignore[attr-defined]


def test_the_president_ends_a_senators_powers_and_the_chamber_is_asked_to_note_it() -> None:
    """W-54"""
    case = recalled()

    assert ended(case) == [(DEPUTY, DAY, "recalled_by_president")]
    assert notes(case.judge(act("matter", **MATTER))) == {"A57-4.13"}
    (asked,) = due(case.known())
    assert (asked.what, asked.timing, asked.done_on) == ("noting", None, None)
    assert asked.why is not None


def test_a_resolution_takes_note_of_it_without_a_vote() -> None:
    case = recalled()
    assert next_acts(case.known()) == ["resolution"]

    noted = DAY + ONE_DAY
    ruling = case.take(act("resolution", noted, decision="note_end"))

    assert ruling.verdict is Verdict.VALID
    assert ended(case) == [(DEPUTY, DAY, "recalled_by_president")]
    assert [one.done_on for one in due(case.known())] == [noted]


def test_the_chamber_does_not_vote_on_what_has_ended_by_itself() -> None:
    breaks(recalled(), act("open_vote"), "A57-4.13")
    breaks(Case("died"), act("open_vote"), "A57-4.08")


@pytest.mark.parametrize("for_", [None, 49])
def test_no_resolution_ends_powers_without_an_adopted_vote_on_any_ground(for_: int | None) -> None:
    case = Case("died")
    if for_ is not None:
        case.voted_despite(for_=for_)
    breaks(case, act("resolution"), "A57-4.01", Breach.VOID)


def test_a_resolution_on_a_vote_moves_no_day_on_which_powers_ended_by_themselves() -> None:
    case = Case("died")
    case.voted_despite(for_=50)
    breaks(case, act("resolution"), "A57-4.08")

    case.take(act("resolution", ends_on=DAY + 9 * ONE_DAY), despite="Палата солай шешті")

    assert ended(case) == [(DEPUTY, DAY, "died")]


def test_what_does_not_end_by_itself_is_not_noted() -> None:
    case = Case().concluded()
    case.voted(for_=60)
    breaks(case, act("resolution", decision="note_end"), "A57-4.01", Breach.VOID)
    assert not due(case.known())


def test_what_has_ended_ended_on_its_own_day() -> None:
    case = Case("died", happened_on=DAY - ONE_DAY)
    assert ended(case) == [(DEPUTY, DAY - ONE_DAY, "died")]

    with pytest.raises(Impossible, match="on its own day"):
        case.resolved(decision="note_end", ends_on=DAY)
    with pytest.raises(Impossible, match="opened on"):
        case.take(act("resolution", DAY - 2 * ONE_DAY, decision="note_end"))


def test_until_the_resolution_nothing_follows_from_a_vote() -> None:
    case = Case().concluded()
    case.voted(for_=60)
    assert ended(case) == []

    case.resolved()

    (end,) = follows(case.known())
    assert (end.case, end.act.on) == (DEPUTY, DAY + ONE_DAY)
    assert end.act.model_dump()["document"] == "№ 1-VIII"


def test_what_the_law_did_not_let_through_ends_nothing() -> None:
    case = Case(None, chamber="senate", basis="appointed")
    asked = act("matter", **MATTER | {"set_off_by": "party"})

    case.tell(asked)
    assert (ended(case), case.known().ends_on, due(case.known())) == ([], None, ())
    assert next_acts(case.known()) == []
    breaks(case, act("resolution", decision="note_end"), "A57-4.01", Breach.VOID)

    case.facts = None
    case.take(asked, despite="Палата солай шешті")
    assert ended(case) == [(DEPUTY, DAY, "recalled_by_president")]
    assert case.take(act("resolution", decision="note_end")).verdict is Verdict.DISPUTED


def test_a_senator_stays_by_a_dissolution_of_the_mazhilis_that_was_entered() -> None:
    case = Case(None, chamber="senate")
    case.tell(act("dissolution", DISSOLVED, chamber="senate"))

    assert (ended(case), case.known().ends_on) == ([], None)
    breaks(case, act("resolution", DISSOLVED, decision="note_end"), "A57-4.01", Breach.VOID)


def test_a_dissolution_ends_the_powers_of_all() -> None:
    case = Case(None)

    ruling = case.take(act("dissolution", DISSOLVED))

    assert (ruling.rule, ruling.verdict) == ("A57-4.20", Verdict.VALID)
    assert {who for who, *_ in ended(case)} == set(BODY["mazhilis"])
    assert {day for _, day, _ in ended(case)} == {DISSOLVED}
    assert not due(case.known())


def test_the_senate_stays_when_the_mazhilis_is_dissolved() -> None:
    asked = act("dissolution", DISSOLVED, chamber="senate")
    breaks(Case(None, chamber="senate"), asked, "A57-4.20", Breach.VOID)

    whole = act("dissolution", DISSOLVED, chamber="senate", of="parliament")
    assert Case(None, chamber="senate").take(whole).verdict is Verdict.VALID


def test_an_empty_chamber_is_not_dissolved() -> None:
    with pytest.raises(Impossible, match="no deputy of this Chamber"):
        Case(None).take(act("dissolution", DISSOLVED), in_office=())


def test_a_chamber_that_is_no_more_is_not_dissolved() -> None:
    again = act("dissolution", DISSOLVED + ONE_DAY)
    breaks(Case(None), again, "A57-4.20", Breach.VOID)


@pytest.mark.parametrize("chamber", ["senate", "mazhilis"])
def test_the_last_dissolution_is_by_the_law_of_the_last_day(chamber: str) -> None:
    """The powers last through the day before, and it is the day that the edition must cover."""
    first_out = date(2026, 7, 1)
    asked = act("dissolution", first_out, chamber=chamber, of="parliament")
    assert Case(None, chamber=chamber).take(asked).verdict is Verdict.VALID

    late = act("dissolution", first_out + ONE_DAY, chamber=chamber, of="parliament")
    breaks(Case(None, chamber=chamber), late, "A57-4.20", Breach.VOID)
