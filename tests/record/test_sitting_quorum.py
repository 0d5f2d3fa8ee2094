"""The quorum of a sitting by its rules alone: two thirds, and of each Chamber where both sit."""

import pytest

from chamber.law.ruling import Breach, Verdict
from chamber.law.seats import Chamber
from chamber.record.sittings.acts import Arrive, Leave, Open, Register
from chamber.record.sittings.facts import Kind
from chamber.record.sittings.quorum import Given
from chamber.record.sittings.rules import judge
from tests.record.sitting_told import (
    BOTH,
    COMMITTEE,
    DAY,
    DEPUTIES,
    HOUSE,
    SENATE,
    SENATORS,
    decide,
    opened_with,
    plan,
    refused,
    story,
)


@pytest.mark.parametrize(
    ("present", "kind", "given", "chamber", "needed"),
    [
        (66, Kind.PLENARY, HOUSE, Chamber.MAZHILIS, 66),
        (34, Kind.PLENARY, SENATE, Chamber.SENATE, 34),
        (10, Kind.COMMITTEE, COMMITTEE, Chamber.MAZHILIS, 10),
        (10, Kind.COMMISSION, COMMITTEE, Chamber.MAZHILIS, 10),
        (10, Kind.BUREAU, COMMITTEE, Chamber.MAZHILIS, 10),
    ],
)
def test_a_sitting_decides_with_two_thirds_and_not_with_one_less(
    present: int, kind: Kind, given: Given, chamber: Chamber, needed: int
) -> None:
    enough = opened_with(present, kind, given, chamber)
    short = opened_with(present - 1, kind, given, chamber)

    ruling = judge(enough, decide(present), given)
    assert (ruling.adopted, ruling.verdict, ruling.findings) == (True, Verdict.VALID, ())
    assert ruling.quorum is not None
    assert (ruling.quorum.present, ruling.quorum.needed, ruling.quorum.met) == (
        present, needed, True,
    )  # fmt: skip
    ruling = judge(short, decide(present - 1), given)
    assert not ruling.stands(None)
    assert ruling.quorum is not None
    assert ruling.quorum.met is False


def test_what_a_chamber_decides_below_its_quorum_is_no_act_in_law() -> None:
    ruling = judge(opened_with(65), decide(65), HOUSE)

    (finding,) = ruling.findings
    assert (finding.rule, finding.breach, finding.verdict) == (
        "A57-8.09", Breach.VOID, Verdict.INVALID,
    )  # fmt: skip
    assert finding.sentence.en == (
        "There is no quorum: 65 deputies are present; at least 66 of 98 are needed (two thirds)."
    )
    assert finding.numbers == (("present", 65), ("needed", 66))


def test_a_quorum_of_those_in_office_alone_is_disputed() -> None:
    given = HOUSE.model_copy(update={"in_office": {"mazhilis": 97}})

    ruling = judge(opened_with(65), decide(65), given)
    assert [(f.rule, f.verdict, f.readings) for f in ruling.findings] == [
        ("A57-8.09", Verdict.DISPUTED, ("Q-04 A",))
    ]
    assert ruling.stands("the clerk's reason")
    assert not ruling.stands(None)


@pytest.mark.parametrize(
    ("present", "breach"), [(9, Breach.DEFECT), (10, None)], ids=["nine of 14", "ten of 14"]
)
def test_a_committee_below_two_thirds_may_decide_only_despite_the_defect(
    present: int, breach: Breach | None
) -> None:
    ruling = judge(opened_with(present, Kind.COMMITTEE, COMMITTEE), decide(present), COMMITTEE)

    assert [f.breach for f in ruling.findings] == ([breach] if breach else [])
    assert all(f.rule == "F-2.12" for f in ruling.findings)


@pytest.mark.parametrize(
    ("mazhilis", "senate", "quorate"), [(66, 34, True), (65, 34, False), (66, 33, False)]
)
def test_a_joint_sitting_needs_the_quorum_of_each_chamber(
    mazhilis: int, senate: int, quorate: bool
) -> None:
    present = (*DEPUTIES[:mazhilis], *SENATORS[:senate])
    sitting = story(plan(Kind.JOINT), Open(on=DAY), Register(on=DAY, present=present), given=BOTH)

    ruling = judge(sitting, decide(len(present)), BOTH)
    assert ruling.stands(None) is quorate
    assert (ruling.total, ruling.adopted) == (mazhilis + senate, True)


def test_a_sitting_may_be_opened_without_a_quorum_and_it_is_said() -> None:
    sitting = story(plan(), Register(on=DAY, present=tuple(DEPUTIES[:65])))

    ruling = judge(sitting, Open(on=DAY), HOUSE)
    assert [(f.rule, f.breach) for f in ruling.findings] == [("A57-8.09", Breach.INFORMS)]
    assert ruling.stands(None)
    assert ruling.sentence.ru == (
        "Кворума нет: присутствует 65 депутатов, требуется не менее 66 (две трети от 98)."
    )
    sitting = story(plan(), Register(on=DAY, present=tuple(DEPUTIES[:66])))
    assert judge(sitting, Open(on=DAY), HOUSE).findings == ()


def test_each_registration_says_how_the_quorum_stands_now() -> None:
    sitting = opened_with(66)

    ruling = judge(sitting, Leave(on=DAY, people=(DEPUTIES[0],)), HOUSE)
    assert (ruling.rule, ruling.count, ruling.adopted) == ("F-2.02", 65, False)
    assert ruling.stands(None)
    ruling = judge(sitting, Arrive(on=DAY, people=(DEPUTIES[70],)), HOUSE)
    assert (ruling.count, ruling.adopted) == (67, True)


def test_whose_mandate_has_ended_is_no_longer_counted() -> None:
    gone = HOUSE.model_copy(update={"gone": (DEPUTIES[0],), "in_office": {"mazhilis": 98}})

    assert refused(judge(opened_with(66), decide(65), gone)) == "A57-8.09"


@pytest.mark.parametrize(
    ("mazhilis", "senate", "total"), [(66, 34, 98), (65, 34, 98), (66, 33, 50)]
)
def test_a_joint_registration_tells_of_the_chamber_that_lacks_its_quorum(
    mazhilis: int, senate: int, total: int
) -> None:
    present = (*DEPUTIES[:mazhilis], *SENATORS[:senate])
    sitting = story(plan(Kind.JOINT), given=BOTH)

    ruling = judge(sitting, Register(on=DAY, present=present), BOTH)
    assert (ruling.total, ruling.adopted) == (total, (mazhilis, senate) == (66, 34))
