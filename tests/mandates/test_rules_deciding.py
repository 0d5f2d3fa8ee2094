"""The Commission's conclusion, the vote and the resolution: each rule kept and each broken."""

from datetime import date
from typing import Any

import pytest

from chamber.law.ruling import Breach, Impossible, Unlawful, Verdict
from chamber.record.votes.facts import Outcome
from tests.mandates.case import BODY, DAY, ONE_DAY, Case, act, breaks, mandate, notes

PREPARED_BY_COMMISSION = [
    "resigned", "declared_incapable", "declared_dead", "declared_missing", "moved_abroad",
    "convicted", "citizenship_lost", "left_party", "party_ended",
]  # fmt: skip
BOARD: dict[str, Any] = {"ground": "incompatible", "activity": "managing_organ"}


@pytest.mark.parametrize("ground", PREPARED_BY_COMMISSION)
def test_the_chamber_votes_after_the_commissions_conclusion(ground: str) -> None:
    asked = act("open_vote")
    breaks(Case(ground), asked, "A57-4.21")
    assert Case(ground).concluded().take(asked).verdict is Verdict.VALID


def test_the_conclusion_binds_nobody() -> None:
    """Q-33"""
    assert Case().concluded(favours=False).voted(for_=50).adopted is True


def test_incompatibility_needs_the_commissions_submission() -> None:
    asked = act("open_vote")
    bare = Case(**BOARD, set_off_by="cec", document=None)
    breaks(bare, asked, "A57-4.11")
    assert bare.concluded().take(asked).verdict is Verdict.VALID
    assert Case(**BOARD, set_off_by="cec").take(asked).verdict is Verdict.VALID


def test_a_submission_with_its_number_is_the_commissions_conclusion() -> None:
    assert Case(set_off_by="cec").take(act("open_vote")).verdict is Verdict.VALID
    breaks(Case(set_off_by="cec", document=None), act("open_vote"), "A57-4.21")


def test_one_conclusion_is_received() -> None:
    breaks(Case().concluded(), act("conclusion"), "A57-4.21")


@pytest.mark.parametrize(
    ("chamber", "for_", "adopted"),
    [("mazhilis", 49, False), ("mazhilis", 50, True), ("senate", 25, False), ("senate", 26, True)],
)
def test_powers_are_ended_by_a_majority_of_the_seats(
    chamber: str, for_: int, adopted: bool
) -> None:
    case = Case(chamber=chamber).concluded()

    ruling = case.voted(for_=for_, against=10)

    assert (ruling.rule, ruling.adopted, ruling.verdict) == ("A57-4.28", adopted, Verdict.VALID)
    if adopted:
        case.resolved()
        assert case.known().ends_on == DAY + ONE_DAY
    else:
        breaks(case, act("resolution"), "A57-4.01", Breach.VOID)


def test_no_resolution_ends_powers_before_the_vote() -> None:
    case = Case().concluded()
    breaks(case, act("resolution"), "A57-4.01", Breach.VOID)
    case.take(act("open_vote"))
    breaks(case, act("resolution"), "A57-4.01", Breach.VOID)


def test_no_resolution_is_older_than_its_vote() -> None:
    case = Case(on=DAY - ONE_DAY).concluded()
    case.on = DAY
    case.voted(for_=60)

    found = breaks(case, act("resolution", DAY - ONE_DAY), "A57-4.01", Breach.VOID)

    assert found.earliest_lawful == DAY


def test_one_resolution_ends_the_powers() -> None:
    case = Case().concluded()
    case.voted(for_=60)
    case.resolved()

    breaks(case, act("resolution"), "A57-4.01", Breach.VOID)
    breaks(case, act("open_vote"), "A57-4.01", Breach.VOID)


def test_while_a_vote_is_open_no_other_opens() -> None:
    case = Case().concluded()
    case.take(act("open_vote"))
    breaks(case, act("open_vote", reason="қате"), "A57-4.01", Breach.VOID)


def test_the_powers_last_through_the_day_of_the_resolution_at_least() -> None:
    case = Case().concluded()
    case.voted(for_=60)
    with pytest.raises(Impossible, match="through the day"):
        case.resolved(ends_on=DAY)

    case.resolved(ends_on=DAY + 5 * ONE_DAY)

    assert case.known().ends_on == DAY + 5 * ONE_DAY


def test_the_chamber_votes_on_nobody_who_is_no_deputy_any_more() -> None:
    case = Case().concluded()
    case.mandates = (mandate(ends_on=DAY),)
    breaks(case, act("open_vote"), "A57-4.01", Breach.VOID)
    case.mandates = (mandate(ends_on=DAY + ONE_DAY),)
    case.voted(for_=60)
    case.mandates = (mandate(ends_on=DAY),)
    breaks(case, act("resolution"), "A57-4.01", Breach.VOID)


@pytest.mark.parametrize(("ended", "told"), [(1, False), (4, True), (5, False), (None, False)])
def test_a_resolution_knows_that_the_powers_ended_before_its_day(
    ended: int | None, *, told: bool
) -> None:
    case = Case().concluded()
    case.voted(for_=60)
    if ended is not None:
        case.mandates = (mandate(ends_on=DAY + ended * ONE_DAY),)
    out = DAY + (1 if ended == 1 else 5) * ONE_DAY

    ruling = case.resolved(ends_on=out)

    assert (ruling.verdict, "A57-4.01" in notes(ruling)) == (Verdict.VALID, told)


@pytest.mark.parametrize("more", [{"registered": 65}, {"chamber": "senate"}, {"kind": "committee"}])
def test_the_vote_is_at_a_quorate_plenary_sitting_of_the_chamber(more: dict[str, Any]) -> None:
    case = Case().concluded()
    told = more | {"present": BODY["mazhilis"][:65]}
    with pytest.raises(Unlawful):
        case.take(act("open_vote"), hall=case.hall(**told))
    enough = case.hall(registered=66, present=BODY["mazhilis"][:66])
    assert case.take(act("open_vote"), hall=enough).verdict is Verdict.VALID


def test_a_courts_act_is_in_force_before_the_vote() -> None:
    tomorrow = DAY + ONE_DAY
    case = Case("convicted", set_off_by="court", happened_on=DAY).concluded()
    assert case.judge(act("open_vote")).verdict is Verdict.VALID
    case.facts = case.known().model_copy(update={"happened_on": tomorrow})

    found = breaks(case, act("open_vote"), "A57-4.16")

    assert found.earliest_lawful == tomorrow


@pytest.mark.parametrize("day", [DAY, DAY + ONE_DAY])
def test_an_act_not_in_force_that_was_accepted_is_told_of_and_not_asked_again(day: date) -> None:
    told: dict[str, Any] = {"happened_on": DAY + ONE_DAY, "despite": "Палата солай шешті"}
    case = Case("convicted", set_off_by="court", **told).concluded()

    ruling = case.take(act("open_vote", day), hall=case.hall(opened_on=day))

    assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-4.16", Breach.INFORMS)]
    assert ruling.verdict is Verdict.DISPUTED


def test_what_was_accepted_on_the_way_is_told_of_all_that_rests_on_it() -> None:
    case = Case("other", despite="бірінші рет")
    breaks(case, act("open_vote"), "A57-4.21")
    case.take(act("open_vote"), despite="қорытынды жоқ")
    vote, totals = case.known().rounds[-1].vote, {"for": 50, "against": 3}

    closed = case.take(act("close_vote", vote=vote, totals=totals))

    assert {one.rule for one in closed.findings} == {"A57-4.08", "A57-4.21"}
    assert (closed.adopted, closed.verdict) == (True, Verdict.DISPUTED)
    assert "50" in closed.sentence.en
    assert case.known().rounds[-1].outcome is Outcome.ADOPTED
    assert case.resolved().verdict is Verdict.DISPUTED


def test_the_days_of_a_resolution_follow_each_other() -> None:
    case = Case().concluded()
    breaks(case, act("resolution_days", signed_on=DAY), "F-2.11", Breach.VOID)
    case.voted(for_=60)
    case.resolved()
    with pytest.raises(Impossible, match="before the resolution was adopted"):
        case.take(act("resolution_days", signed_on=DAY - ONE_DAY))
    with pytest.raises(Impossible, match="after the day of this act"):
        case.take(act("resolution_days", signed_on=DAY + ONE_DAY))

    case.take(act("resolution_days", signed_on=DAY))

    assert case.known().resolutions[0].signed_on == DAY


def test_after_the_edition_no_step_is_taken() -> None:
    """W-57"""
    case, late = Case().concluded(), date(2026, 7, 1)
    breaks(case, act("open_vote", late), "A57-4.01", Breach.VOID)
