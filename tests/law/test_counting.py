from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.counting import Share
from chamber.law.rule import DatedRule
from chamber.law.rulebook import LAW, wordings_of


def shares_of(rules: dict[str, DatedRule]) -> set[str]:
    wordings = (wording for rule in rules.values() for wording in wordings_of(rule))
    return {str(wording.share) for wording in wordings if wording.share is not None}


def test_the_law_knows_these_shares() -> None:
    assert shares_of(LAW.rules) == {"at least 1/3", "more than 1/2", "at least 2/3", "at least 3/4"}


@pytest.mark.parametrize("words", sorted(shares_of(LAW.rules) | {"at least 3/5", "at least 1/2"}))
def test_every_count_of_every_chamber_up_to_a_thousand(words: str) -> None:
    share = Share.parse(words)
    bound, _, fraction = words.rpartition(" ")
    for deputies in range(1, 1001):
        exact = Fraction(fraction) * deputies
        reached = [
            count > exact if bound == "more than" else count >= exact
            for count in range(deputies + 1)
        ]

        assert [share.met_by(count, of=deputies) for count in range(deputies + 1)] == reached
        assert share.least(of=deputies) == reached.index(True)


@pytest.mark.parametrize(
    ("deputies", "third", "majority", "two_thirds", "three_quarters"),
    [
        (98, 33, 50, 66, 74),
        (50, 17, 26, 34, 38),
        (107, 36, 54, 72, 81),
        (49, 17, 25, 33, 37),
        (47, 16, 24, 32, 36),
        (77, 26, 39, 52, 58),
        (39, 13, 20, 26, 30),
        (67, 23, 34, 45, 51),
        (145, 49, 73, 97, 109),
    ],
)
def test_the_thresholds_of_the_chambers_that_were_and_will_be(
    deputies: int, third: int, majority: int, two_thirds: int, three_quarters: int
) -> None:
    assert Share.parse("at least 1/3").least(of=deputies) == third
    assert Share.parse("more than 1/2").least(of=deputies) == majority
    assert Share.parse("at least 2/3").least(of=deputies) == two_thirds
    assert Share.parse("at least 3/4").least(of=deputies) == three_quarters


def test_sixty_five_of_ninety_eight_is_not_two_thirds() -> None:
    share = Share.parse("at least 2/3")
    assert not share.met_by(65, of=98)
    assert share.met_by(66, of=98)


def test_half_is_not_a_majority() -> None:
    share = Share.parse("more than 1/2")
    assert not share.met_by(49, of=98)
    assert share.met_by(50, of=98)


@pytest.mark.parametrize("words", ["at least 2/3", "more than 1/2", "at least 1/1"])
def test_nobody_is_no_share_of_an_empty_hall(words: str) -> None:
    share = Share.parse(words)
    assert not share.met_by(0, of=0)
    assert share.least(of=0) == 1


@given(
    numerator=st.integers(1, 50),
    rest=st.integers(0, 50),
    strict=st.booleans(),
    of=st.integers(1, 10**12),
)
def test_the_least_that_suffices_suffices_and_one_less_does_not(
    numerator: int, rest: int, strict: bool, of: int
) -> None:
    share = Share(numerator, numerator + rest + strict, strict=strict)
    least = share.least(of=of)

    assert share.met_by(least, of=of)
    assert not share.met_by(least - 1, of=of)
    assert 1 <= least <= of


@given(numerator=st.integers(1, 99), rest=st.integers(1, 99), strict=st.booleans())
def test_a_share_is_read_as_it_is_written(numerator: int, rest: int, strict: bool) -> None:
    share = Share(numerator, numerator + rest, strict=strict)
    assert Share.parse(str(share)) == share


@pytest.mark.parametrize(
    "words",
    [
        "two thirds",
        "2/3",
        "at least 0/3",
        "at least 1/0",
        "at least 3/2",
        "more than 1/1",
        "at least 2 / 3",
        "At least 2/3",
        "at least 02/3",
        "at least -1/3",
        "at least 0.66",
        " at least 2/3",
        "at least ٢/3",
        "",
    ],
)
def test_what_is_no_share_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a share|can never be reached"):
        Share.parse(words)
