"""The ledger of deputies is no way round the Chamber, and bears what its matter was found to be."""

from datetime import timedelta
from uuid import UUID

import pytest

from chamber.law.following import Because
from chamber.law.ruling import Breach, Impossible, Verdict
from chamber.law.seats import Chamber
from chamber.record.people.acts import Ground, MandateEnd
from chamber.record.people.facts import Given
from chamber.record.people.mandates import BY_ITSELF, ENDED_BY, WITHOUT_VOTE
from chamber.record.people.rules import judge
from tests.record.person_told import DEPUTY, NOTHING, told
from tests.record.roster import BEGUN, DAY, mandate

ASKED = Given(needs_matter=True)
VOTED = sorted(set(Ground) - WITHOUT_VOTE)
MATTER = UUID(int=9)
FOLLOWS = Because(matter=MATTER, entry=5)
ONE_DAY = timedelta(days=1)


def end(ground: Ground, because: Because | None = None) -> MandateEnd:
    told = {"on": DAY, "chamber": Chamber.MAZHILIS, "document": "№ 1"}
    return MandateEnd.model_validate(told | {"ground": ground, "because": because})


@pytest.mark.parametrize("ground", VOTED)
def test_an_end_that_needs_a_vote_needs_a_matter(ground: Ground) -> None:
    ruling = judge(DEPUTY, end(ground), ASKED)

    found = next(one for one in ruling.findings if one.rule == "A57-4.01")
    assert (found.breach, found.verdict) == (Breach.DEFECT, Verdict.INVALID)
    assert (ruling.stands(None), ruling.stands("a reason")) == (False, True)


@pytest.mark.parametrize("ground", [Ground.DIED, Ground.TERM_ENDED, Ground.DISSOLVED])
def test_what_ends_by_itself_needs_none(ground: Ground) -> None:
    assert judge(DEPUTY, end(ground), ASKED).stands(None)


def test_an_entry_from_before_there_were_matters_stays_as_it_was_judged() -> None:
    assert judge(DEPUTY, end(Ground.RESIGNED), NOTHING).findings == ()


@pytest.mark.parametrize("ground", [Ground.RESIGNED, Ground.LEFT_PARTY, Ground.DIED])
def test_an_end_that_follows_from_a_matter_stands(ground: Ground) -> None:
    ruling = judge(DEPUTY, end(ground, Because(matter=MATTER, entry=5)), ASKED)

    rule = ENDED_BY[ground] if ground in BY_ITSELF else "A57-4.01"
    assert (ruling.rule, ruling.verdict, ruling.findings) == (rule, Verdict.VALID, ())


def test_what_was_accepted_in_the_matter_is_told_of_the_end() -> None:
    """Also of a ground whose wording speaks of the other Chamber."""
    because = Because(matter=MATTER, entry=5, defects=("A57-4.21", "A57-4.13"))

    ruling = judge(DEPUTY, end(Ground.OTHER, because), ASKED)

    assert [one.rule for one in ruling.findings] == ["A57-4.21", "A57-4.13"]
    assert {one.breach for one in ruling.findings} == {Breach.INFORMS}
    assert ruling.verdict is Verdict.DISPUTED
    assert ruling.stands(None)


def test_after_the_edition_nothing_ends_by_a_matter() -> None:
    later = DAY.replace(year=2026, month=7, day=1) + timedelta(days=1)
    act = end(Ground.RESIGNED, Because(matter=MATTER, entry=5)).model_copy(update={"on": later})

    assert not judge(DEPUTY, act, ASKED).stands("a reason")


@pytest.mark.parametrize("days", [0, 7])
def test_what_follows_from_a_matter_comes_to_nothing_where_the_powers_ended_before(
    days: int,
) -> None:
    """It is said, and never refused as impossible: another case cannot keep the truth out."""
    dead = told(mandate(), end(Ground.DIED))
    later = end(Ground.RESIGNED, FOLLOWS).model_copy(update={"on": DAY + timedelta(days=days)})

    ruling = judge(dead, later, ASKED)

    (found,) = ruling.findings
    assert (found.rule, found.breach, found.verdict) == ("A57-4.01", Breach.VOID, Verdict.INVALID)
    with pytest.raises(Impossible):
        judge(dead, later.model_copy(update={"because": None}), ASKED)


def test_what_follows_for_one_who_was_no_deputy_then_comes_to_nothing() -> None:
    for on, chamber in ((BEGUN, Chamber.MAZHILIS), (DAY, Chamber.SENATE)):
        asked = end(Ground.DIED, FOLLOWS).model_copy(update={"on": on, "chamber": chamber})
        assert not judge(DEPUTY, asked, ASKED).stands("a reason")


def test_an_end_entered_by_hand_is_not_impossible_because_a_matter_ended_the_powers() -> None:
    out = told(mandate(), end(Ground.RESIGNED, FOLLOWS))

    assert judge(out, end(Ground.DIED).model_copy(update={"on": DAY - ONE_DAY}), ASKED).stands(None)
    assert not judge(out, end(Ground.DIED), ASKED).stands("a reason")
