"""Who was there for the quorum of a decision, and where nobody knows the seats."""

from datetime import date

from tests.law.ruled import DISPUTED, INVALID, VALID, mazhilis, ruled


def test_a_committee_below_its_quorum_decides_nothing_however_few_deputies_are_in_office() -> None:
    few = mazhilis("F-2.12-vote", count=5, members=9, present=5, in_office=7)
    assert (few.verdict, few.adopted) == (INVALID, True)
    assert mazhilis("F-2.12-vote", count=5, members=9, present=6, in_office=7).verdict is VALID


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
