"""Where the law is read in two ways, a decision that only one of them adopts is disputed."""

from tests.law.ruled import DISPUTED, VALID, mazhilis, named


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
