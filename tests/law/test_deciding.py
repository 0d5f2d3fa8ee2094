"""What counts come to under each rule, on both sides of its threshold: the catalogue's cases."""

from datetime import date

import pytest

from chamber.law.counts import Counts
from chamber.law.deciding import NoThreshold, decide
from chamber.law.rulebook import LAW
from tests.law.ruled import INVALID, MAY, VALID, mazhilis, named, ruled, senate


@pytest.mark.parametrize(
    ("rule", "in_mazhilis", "in_senate"),
    [("A57-6.01", 33, 17), ("A57-1.17", 50, 26), ("A57-6.17", 66, 34), ("A57-2.08", 74, 38)],
)
def test_w_01_and_w_02_the_thresholds(rule: str, in_mazhilis: int, in_senate: int) -> None:
    for ruling, needed in (
        (mazhilis(rule, count=in_mazhilis), in_mazhilis),
        (senate(rule, count=in_senate), in_senate),
    ):
        assert (ruling.needed, ruling.adopted, ruling.verdict) == (needed, True, VALID)
    assert mazhilis(rule, count=in_mazhilis - 1).adopted is False
    assert senate(rule, count=in_senate - 1).adopted is False


def test_w_03_a_candidate_with_more_for_than_against_is_still_short_of_the_whole() -> None:
    ruling = mazhilis("A57-1.17", count=49, against=2, abstained=15)
    assert (ruling.adopted, ruling.verdict, ruling.total, ruling.needed) == (False, VALID, 98, 50)


def test_w_04_fifty_of_ninety_eight_appoint() -> None:
    assert mazhilis("A57-1.17", count=50, against=48).adopted is True


def test_w_13_sixty_five_registered_decide_nothing() -> None:
    ruling = mazhilis("A57-1.17", count=65, against=0, registered=65)
    assert ruling.quorum is not None
    assert (ruling.quorum.present, ruling.quorum.needed, ruling.quorum.met) == (65, 66, False)
    assert (ruling.verdict, ruling.adopted) == (INVALID, True)


def test_w_13_sixty_six_registered_do() -> None:
    ruling = mazhilis("A57-1.17", count=65, against=0, registered=66)
    assert ruling.quorum is not None
    assert (ruling.quorum.met, ruling.verdict) == (True, VALID)


def test_w_15_at_the_quorum_an_appeal_needs_every_vote() -> None:
    appeal = mazhilis("A57-6.17", count=65, abstained=1, registered=66)
    assert (appeal.adopted, appeal.verdict, appeal.needed) == (False, VALID, 66)
    assert mazhilis("A57-6.16", count=65, abstained=1, registered=66).adopted is True
    assert mazhilis("A57-6.17", count=66, registered=66).adopted is True


def test_w_29_immunity_in_the_senate() -> None:
    refused = senate("A57-4.28", count=25, against=10, abstained=15)
    assert (refused.adopted, refused.needed, refused.verdict) == (False, 26, VALID)
    assert senate("A57-4.28", count=26, against=9, abstained=15).adopted is True
    assert senate("A57-4.02", count=25).adopted is False
    assert senate("A57-4.02", count=26).adopted is True


def test_w_35_guests_of_a_hearing_never_count() -> None:
    assert mazhilis("A57-5.16", count=16, taking_part=30).adopted is True
    ruling = mazhilis("A57-5.16", count=15, taking_part=30)
    assert (ruling.adopted, ruling.total, ruling.needed) == (False, 30, 16)
    assert ruling.quorum is None


@pytest.mark.parametrize("rule", ["A57-7.10", "A57-5.06"])
def test_w_39_the_bureau_meets_with_ten_of_fourteen(rule: str) -> None:
    assert mazhilis(rule, count=9, members=14).adopted is False
    ruling = mazhilis(rule, count=10, members=14)
    assert (ruling.adopted, ruling.needed, ruling.verdict) == (True, 10, VALID)
    assert named(ruling) == {"Q-29 A": (14, 10, True), "Q-29 B": (13, 9, True)}


@pytest.mark.parametrize("rule", ["A57-2.14", "A57-3.12"])
def test_w_43_a_joint_commission_of_fourteen_meets_with_ten(rule: str) -> None:
    assert senate(rule, present=9, members=14).adopted is False
    ruling = senate(rule, present=10, members=14)
    assert (ruling.adopted, ruling.needed, ruling.readings) == (True, 10, ())


def test_w_45_a_recall_needs_both_chambers() -> None:
    ours, theirs = mazhilis("A57-2.13", count=55), senate("A57-2.13", count=25)
    assert (ours.adopted, ours.both_needed) == (True, True)
    assert (theirs.adopted, theirs.needed, theirs.both_needed) == (False, 26, True)


def test_w_50_an_appeal_repeated_after_the_change_of_2017_is_a_new_one() -> None:
    repeated = ruled("mazhilis", "A57-6.17", date(2017, 4, 15), count=60)
    assert (repeated.total, repeated.needed, repeated.adopted) == (107, 72, False)
    before = ruled("mazhilis", "A57-6.17", date(2017, 3, 13), count=60)
    assert (before.needed, before.adopted) == (54, True)
    second = ruled("mazhilis", "A57-6.19", date(2017, 4, 15), count=60)
    assert (second.verdict, second.reason) == (INVALID, "no edition in force")


def test_w_55_a_regulation_needs_a_majority_of_the_whole() -> None:
    ruling = mazhilis("A57-8.01", count=49, present=96)
    assert (ruling.adopted, ruling.needed, ruling.verdict) == (False, 50, VALID)


def test_w_57_after_the_last_day_there_is_no_law() -> None:
    ruling = ruled("senate", "A57-1.17", date(2026, 7, 2), count=30)
    assert (ruling.verdict, ruling.adopted) == (INVALID, False)
    assert (ruling.total, ruling.needed, ruling.readings, ruling.quorum) == (None, None, (), None)
    assert ruling.reason == "no edition in force"
    assert ruled("senate", "A57-1.17", date(2026, 6, 30), count=30).adopted is True


def test_a_committee_decides_by_a_majority_of_its_members_and_has_its_own_quorum() -> None:
    ruling = mazhilis("F-2.12-vote", count=8, present=9, members=15)
    assert (ruling.adopted, ruling.needed, ruling.verdict) == (True, 8, INVALID)
    assert mazhilis("F-2.12-vote", count=8, present=10, members=15).verdict is VALID


def test_signatures_know_no_quorum() -> None:
    ruling = mazhilis("A57-6.01", count=32)
    assert (ruling.adopted, ruling.quorum) == (False, None)


def test_a_rule_without_a_threshold_decides_nothing() -> None:
    with pytest.raises(NoThreshold, match=r"A57-1\.07 has no threshold"):
        decide(LAW.on("senate", MAY), "A57-1.07", Counts(count=1))


def test_the_wording_that_was_applied_is_kept_with_the_ruling() -> None:
    ruling = mazhilis("A57-6.17", count=66)
    assert ruling.edition == date(2017, 3, 14)
    assert ruling.cite == "Constitution, art. 57(6), as amended 10 March 2017"
