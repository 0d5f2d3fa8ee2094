from datetime import date

import pytest

from chamber.law.counts import Counts
from chamber.law.deciding import NoThreshold, decide, decide_on
from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Ruling, Verdict

MAY = date(2026, 5, 1)
VALID, DISPUTED, INVALID = Verdict.VALID, Verdict.DISPUTED, Verdict.INVALID


def ruled(chamber: str, rule: str, on: date, **counts: int) -> Ruling:
    return decide_on(LAW, chamber, on, rule, Counts(**counts))


def mazhilis(rule: str, **counts: int) -> Ruling:
    return ruled("mazhilis", rule, MAY, **counts)


def senate(rule: str, **counts: int) -> Ruling:
    return ruled("senate", rule, MAY, **counts)


def named(ruling: Ruling) -> dict[str, tuple[int, int, bool]]:
    return {a.name: (a.total, a.needed, a.adopted) for a in ruling.readings}


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


def test_a_committee_below_its_quorum_decides_nothing_however_few_deputies_are_in_office() -> None:
    few = mazhilis("F-2.12-vote", count=5, members=9, present=5, in_office=7)
    assert (few.verdict, few.adopted) == (INVALID, True)
    assert mazhilis("F-2.12-vote", count=5, members=9, present=6, in_office=7).verdict is VALID


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


def test_q_29_the_bureau_needs_its_quorum_with_the_chair_and_without() -> None:
    short = mazhilis("A57-7.10", count=10, members=15)
    assert named(short) == {"Q-29 A": (15, 10, True), "Q-29 B": (14, 10, False)}
    assert (short.adopted, short.verdict) == (False, DISPUTED)
    both = mazhilis("A57-7.10", count=11, members=15)
    assert (both.adopted, both.verdict) == (True, VALID)


def test_q_29_the_chair_who_is_not_there_is_not_left_out_of_those_present() -> None:
    ten = mazhilis("A57-7.10", count=10, members=15, chair_present=False)
    assert named(ten) == {"Q-29 A": (15, 10, True), "Q-29 B": (14, 10, True)}
    assert (ten.adopted, ten.verdict) == (True, VALID)
    nine = mazhilis("A57-7.10", count=9, members=15, chair_present=False)
    assert named(nine) == {"Q-29 A": (15, 10, False), "Q-29 B": (14, 10, False)}


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


def test_q_04_two_thirds_of_those_in_office_are_disputed() -> None:
    ruling = mazhilis("A57-6.17", count=65, in_office=95)
    assert named(ruling) == {"Q-04 A": (98, 66, False), "Q-04 B": (95, 64, True)}
    assert (ruling.adopted, ruling.verdict) == (False, DISPUTED)


def test_q_04_where_both_readings_agree_nothing_is_disputed() -> None:
    assert mazhilis("A57-6.17", count=66, in_office=95).verdict is VALID
    assert mazhilis("A57-6.17", count=63, in_office=95).verdict is VALID
    assert named(mazhilis("A57-6.17", count=65)) == {"Q-04 A": (98, 66, False)}


def test_q_12_another_ballot_by_those_present_only_is_disputed() -> None:
    ruling = mazhilis("A57-1.16", count=46, present=91)
    assert named(ruling) == {"Q-12 A": (98, 50, False), "Q-12 B": (91, 46, True)}
    assert (ruling.adopted, ruling.verdict) == (False, DISPUTED)
    assert mazhilis("A57-1.16", count=50, present=91).verdict is VALID
    assert named(mazhilis("A57-1.16", count=50)) == {"Q-12 A": (98, 50, True)}


def test_q_12_and_q_04_together() -> None:
    ruling = mazhilis("A57-1.16", count=49, present=91, in_office=97)
    assert named(ruling) == {
        "Q-04 A × Q-12 A": (98, 50, False),
        "Q-04 A × Q-12 B": (91, 46, True),
        "Q-04 B × Q-12 A": (97, 49, True),
        "Q-04 B × Q-12 B": (91, 46, True),
    }
    assert (ruling.adopted, ruling.verdict) == (False, DISPUTED)


def test_q_15_those_who_came_are_the_largest_set() -> None:
    ruling = mazhilis("A57-5.16", count=15, taking_part=30, registered=24, present=29)
    assert named(ruling) == {
        "Q-15 C": (30, 16, False),
        "Q-15 A": (24, 13, True),
        "Q-15 B": (29, 15, True),
    }
    assert (ruling.adopted, ruling.verdict) == (False, DISPUTED)
    assert mazhilis("A57-5.16", count=16, taking_part=30, registered=24).verdict is VALID


def test_who_voted_was_there() -> None:
    ruling = mazhilis("A57-1.17", count=50, against=10, abstained=6)
    assert ruling.quorum is not None
    assert (ruling.quorum.present, ruling.quorum.met) == (None, True)


def test_fewer_votes_than_the_quorum_tell_nothing_of_who_was_there() -> None:
    ruling = mazhilis("A57-1.17", count=50, against=15)
    assert ruling.quorum is not None
    assert (ruling.quorum.met, ruling.verdict) == (None, VALID)


def test_a_quorum_of_those_in_office_only_is_disputed() -> None:
    ruling = mazhilis("A57-1.17", count=50, present=65, in_office=97)
    assert ruling.quorum is not None
    assert (ruling.quorum.met, ruling.verdict) == (False, DISPUTED)
    assert mazhilis("A57-1.17", count=50, present=65, in_office=98).verdict is INVALID


def test_the_quorum_of_a_sitting() -> None:
    assert mazhilis("F-2.02", present=66).adopted is True
    short = mazhilis("F-2.02", registered=65)
    assert (short.adopted, short.verdict) == (False, INVALID)
    assert short.quorum is not None
    assert (short.quorum.present, short.quorum.needed, short.quorum.met) == (65, 66, False)
    assert mazhilis("F-2.02", present=66).verdict is VALID
    assert mazhilis("F-2.02", count=65, in_office=97).verdict is DISPUTED


def test_a_committee_decides_by_a_majority_of_its_members_and_has_its_own_quorum() -> None:
    ruling = mazhilis("F-2.12-vote", count=8, present=9, members=15)
    assert (ruling.adopted, ruling.needed, ruling.verdict) == (True, 8, INVALID)
    assert mazhilis("F-2.12-vote", count=8, present=10, members=15).verdict is VALID


def test_signatures_know_no_quorum() -> None:
    ruling = mazhilis("A57-6.01", count=32)
    assert (ruling.adopted, ruling.quorum) == (False, None)


def test_where_the_seats_are_not_known_nobody_guesses() -> None:
    ruling = ruled("senate", "A57-1.17", date(2022, 9, 1), count=30)
    assert (ruling.adopted, ruling.total, ruling.needed, ruling.verdict) == (None,) * 4
    assert ruling.reason == "seats not known"


def test_a_count_of_members_does_not_need_the_seats() -> None:
    ruling = ruled("senate", "A57-7.10", date(2022, 9, 1), count=10, members=14)
    assert (ruling.adopted, ruling.reason) == (True, None)


def test_a_dissolved_chamber_decides_nothing() -> None:
    ruling = ruled("mazhilis", "A57-1.17", date(2023, 2, 1), count=60)
    assert (ruling.verdict, ruling.adopted) == (INVALID, False)
    assert ruling.reason == "no chamber on this day"


@pytest.mark.parametrize(
    ("rule", "counts", "field"),
    [
        ("A57-6.17", {}, "for"),
        ("A57-7.10", {"members": 14}, "for"),
        ("A57-7.10", {"count": 10}, "members"),
        ("A57-7.10", {"count": 0, "members": 0}, "members"),
        ("A57-5.16", {"count": 16}, "taking_part"),
        ("A57-7.10", {"count": 15, "members": 14}, "for"),
        ("A57-7.10", {"present": 15, "members": 14}, "for"),
        ("A57-5.16", {"count": 16, "against": 15, "taking_part": 30}, "for"),
        ("A57-5.16", {"count": 16, "taking_part": 30, "present": 31}, "present"),
        ("A57-6.17", {"count": 50, "against": 30, "abstained": 12, "present": 91}, "for"),
        ("A57-6.17", {"count": 92, "registered": 91}, "for"),
        ("A57-6.17", {"count": 96, "in_office": 95}, "for"),
        ("A57-6.17", {"count": 60, "present": 96, "in_office": 95}, "present"),
        ("A57-6.17", {"count": 99}, "for"),
        ("A57-6.17", {"count": 50, "against": 49}, "for"),
        ("A57-6.17", {"count": 66, "present": 99}, "present"),
        ("A57-6.17", {"count": 66, "registered": 99, "present": 90}, "registered"),
        ("A57-6.17", {"count": 66, "in_office": 99}, "in_office"),
        ("A57-6.17", {"count": 66, "members": 99}, "members"),
        ("A57-6.17", {"count": 66, "taking_part": 99}, "taking_part"),
        ("A57-6.01", {"count": 99}, "for"),
    ],
)
def test_numbers_that_no_sitting_can_have(rule: str, counts: dict[str, int], field: str) -> None:
    with pytest.raises(Impossible) as impossible:
        mazhilis(rule, **counts)
    assert impossible.value.field == field


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        ("A57-6.17", {"count": 91, "present": 91}),
        ("A57-6.17", {"count": 95, "in_office": 95}),
        ("A57-6.17", {"count": 98, "in_office": 98, "present": 98, "registered": 98}),
        ("A57-7.10", {"count": 14, "members": 14}),
        ("A57-5.16", {"count": 30, "taking_part": 30, "registered": 10}),
        ("A57-6.01", {"count": 40, "present": 10}),
    ],
)
def test_numbers_that_just_can_be(rule: str, counts: dict[str, int]) -> None:
    assert mazhilis(rule, **counts).adopted is True


def test_a_rule_without_a_threshold_decides_nothing() -> None:
    with pytest.raises(NoThreshold, match=r"A57-1\.07 has no threshold"):
        decide(LAW.on("senate", MAY), "A57-1.07", Counts(count=1))


def test_the_wording_that_was_applied_is_kept_with_the_ruling() -> None:
    ruling = mazhilis("A57-6.17", count=66)
    assert ruling.edition == date(2017, 3, 14)
    assert ruling.cite == "Constitution, art. 57(6), as amended 10 March 2017"


def test_a_missing_whole_is_told_from_an_empty_one() -> None:
    with pytest.raises(Impossible, match="members: is missing"):
        mazhilis("A57-7.10", count=10)
    with pytest.raises(Impossible, match="members: must be at least 1"):
        mazhilis("A57-7.10", count=0, members=0)
    with pytest.raises(Impossible, match="for: 99, but the Chamber has 98 seats"):
        mazhilis("A57-6.17", count=99)
    with pytest.raises(Impossible, match="for: 15 are counted, but there are only 14 members"):
        mazhilis("A57-7.10", count=15, members=14)
