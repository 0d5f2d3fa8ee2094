"""What every vote must keep to, whatever it is about: quorum, roll, protocol, rounds."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from chamber.law.rulebook import LAW
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict
from chamber.law.text import Words
from chamber.record.sittings.hall import Hall
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.facts import Choice, Form, Method, Outcome, Protocol, Round, Totals
from chamber.record.votes.rules import (
    AtOpening,
    check_opening,
    closed,
    judge_closing,
    opened,
)

DAY = date(2026, 3, 25)
MAZHILIS = LAW.on("mazhilis", DAY)
DEPUTIES = tuple(UUID(int=n) for n in range(1, 99))
SITTING, VOTE = UUID(int=1000), UUID(int=2000)
WORDS = Words(kk="Сұрақ", ru="Вопрос")


def hall(registered: int = 98, **more: object) -> Hall:
    told: dict[str, object] = {
        "sitting": SITTING, "chamber": "mazhilis", "kind": "plenary", "body": None,
        "planned_on": DAY, "opened_on": DAY, "closed_on": None,
        "present": DEPUTIES[:registered], "registered": registered,
    }  # fmt: skip
    return Hall.model_validate(told | more)


def opening(**more: object) -> Opening:
    return Opening.model_validate({"on": DAY, "sitting": SITTING, "question": WORDS} | more)


def findings(act: Opening, seen: Hall, *, in_office: int = 98, others: int = 0) -> list[Finding]:
    given = AtOpening(vote=VOTE, hall=seen, electorate=DEPUTIES[:in_office], others=others)
    return list(check_opening(MAZHILIS, act, given))


def a_round(**more: object) -> Round:
    act = opening(method=Method.TOTALS, **more)
    given = AtOpening(vote=VOTE, hall=hall(), electorate=DEPUTIES)
    return opened(act, given, MAZHILIS, power="57(1)", rule="A57-1.17")


def close(
    vote: Round, seen: Hall | None = None, *, office: tuple[UUID, ...] = DEPUTIES,
    ballots: dict[UUID, Choice] | None = None, **said: object
) -> tuple[Ruling, Round]:  # fmt: skip
    act = Closing.model_validate({"on": DAY, "vote": VOTE} | said)
    given = AtClosing(hall=seen or hall(), electorate=office, ballots=ballots or {})
    ruling = judge_closing(MAZHILIS, vote, act, given)
    return ruling, closed(vote, act, given, ruling)


def totals(in_favour: int, against: int = 0, abstained: int = 0) -> Totals:
    return Totals(in_favour=in_favour, against=against, abstained=abstained)


@pytest.mark.parametrize(("present", "lawful"), [(66, True), (65, False)])
def test_no_vote_opens_below_the_quorum_of_two_thirds(present: int, lawful: bool) -> None:
    against = findings(opening(), hall(present))

    assert [f.rule for f in against] == ([] if lawful else ["A57-8.09"])
    if not lawful:
        assert against[0].verdict is Verdict.INVALID
        assert against[0].sentence.ru.startswith("Кворума нет: присутствует 65 депутатов")


def test_a_quorum_that_only_those_in_office_would_make_is_disputed() -> None:
    against = findings(opening(), hall(64), in_office=95)

    assert [(f.rule, f.verdict, f.readings) for f in against] == [
        ("A57-8.09", Verdict.DISPUTED, ("Q-04 A",))
    ]


@pytest.mark.parametrize(
    ("opened_on", "closed_on", "lawful"),
    [
        (DAY, None, True),
        (None, None, False),
        (date(2026, 3, 26), None, False),
        (date(2026, 3, 24), DAY, True),
        (date(2026, 3, 24), date(2026, 3, 24), False),
    ],
)
def test_a_vote_is_held_while_its_sitting_is_open(
    opened_on: date | None, closed_on: date | None, lawful: bool
) -> None:
    seen = hall(opened_on=opened_on, closed_on=closed_on)

    assert (findings(opening(), seen) == []) is lawful


@pytest.mark.parametrize(
    ("form", "method", "lawful"),
    [
        (Form.OPEN, Method.BALLOTS, True),
        (Form.OPEN, Method.TOTALS, True),
        (Form.SECRET, Method.PROTOCOL, True),
        (Form.SECRET, Method.BALLOTS, False),
        (Form.SECRET, Method.TOTALS, False),
        (Form.OPEN, Method.PROTOCOL, False),
    ],
)
def test_a_secret_vote_is_told_by_the_protocol_of_a_counting_commission(
    form: Form, method: Method, lawful: bool
) -> None:
    seen = hall(commission=DEPUTIES[:3])

    assert (findings(opening(form=form, method=method), seen) == []) is lawful


@pytest.mark.parametrize(("elected", "breaches"), [(3, []), (0, ["D"])])
def test_a_secret_vote_opens_once_those_who_count_it_are_elected(
    elected: int, breaches: list[str]
) -> None:
    secret = opening(form=Form.SECRET, method=Method.PROTOCOL)
    against = findings(secret, hall(commission=DEPUTIES[:elected]))

    assert [(f.rule, f.breach) for f in against] == [("F-2.08", b) for b in breaches]
    assert findings(opening(), hall()) == []


@pytest.mark.parametrize(("others", "rules"), [(0, []), (1, ["A57-8.09"])])
def test_one_vote_at_a_time_is_open_at_a_sitting(others: int, rules: list[str]) -> None:
    against = findings(opening(), hall(), others=others)

    assert [f.rule for f in against] == rules
    if others:
        assert "another vote is open at this sitting" in against[0].sentence.en


@pytest.mark.parametrize(
    ("in_favour", "outcome"), [(50, Outcome.ADOPTED), (49, Outcome.NOT_ADOPTED)]
)
def test_half_of_the_seats_is_not_a_majority(in_favour: int, outcome: Outcome) -> None:
    ruling, vote = close(a_round(), totals=totals(in_favour, 2, 15))

    assert (ruling.count, ruling.needed, ruling.total) == (in_favour, 50, 98)
    assert vote.outcome is outcome


def test_the_ballots_are_the_tally_and_who_did_not_cast_stands_on_the_roll() -> None:
    vote = a_round().model_copy(update={"method": Method.BALLOTS})
    cast = dict.fromkeys(DEPUTIES[:60], Choice.FOR) | {DEPUTIES[60]: Choice.AGAINST}
    seen = hall(70, excused=(DEPUTIES[97],))

    _, told = close(vote, seen, ballots=cast)

    assert told.totals == totals(60, 1)
    assert told.present == 70
    assert told.roll[DEPUTIES[65]] is Choice.NOT_VOTING
    assert told.roll[DEPUTIES[80]] is Choice.ABSENT
    assert told.roll[DEPUTIES[97]] is Choice.EXCUSED
    assert len(told.roll) == 98


def test_a_vote_that_was_only_counted_has_no_roll_and_one_by_names_has_the_whole() -> None:
    ballots = a_round().model_copy(update={"method": Method.BALLOTS})
    by_name = dict.fromkeys(DEPUTIES[:51], Choice.FOR)

    assert close(a_round(), totals=totals(51))[1].roll == {}
    assert len(close(a_round(), roll=by_name)[1].roll) == 98
    nobody_cast = close(ballots, hall(70))[1].roll
    assert list(nobody_cast.values()).count(Choice.NOT_VOTING) == 70
    assert list(nobody_cast.values()).count(Choice.ABSENT) == 28


def test_who_abstains_has_cast_a_vote() -> None:
    assert totals(60, 20, 8).cast() == 88
    assert totals(0, 0, 1).cast() == 1


def test_whoever_cast_was_present() -> None:
    vote = a_round().model_copy(update={"method": Method.BALLOTS})
    cast = dict.fromkeys(DEPUTIES[30:98], Choice.FOR)

    _, told = close(vote, hall(66), ballots=cast)

    assert told.present == 98


@pytest.mark.parametrize(("counted", "possible"), [(70, True), (71, False)])
def test_there_are_no_more_votes_than_deputies_present(counted: int, possible: bool) -> None:
    if possible:
        close(a_round(), hall(70), totals=totals(counted))
    else:
        with pytest.raises(Impossible, match="71 votes, but 70 deputies are registered"):
            close(a_round(), hall(70), totals=totals(counted))


def test_totals_and_a_roll_that_differ_are_not_both_true() -> None:
    roll = dict.fromkeys(DEPUTIES[:51], Choice.FOR)

    assert close(a_round(), roll=roll)[1].totals == totals(51)
    with pytest.raises(Impossible, match="differ from the roll"):
        close(a_round(), roll=roll, totals=totals(52))


def test_only_electors_stand_on_the_roll() -> None:
    with pytest.raises(Impossible, match="was not in office"):
        close(a_round(), roll={UUID(int=500): Choice.FOR})


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (DEPUTIES[:97], "a deputy's mandate ended while the vote was open"),
        ((*DEPUTIES, UUID(int=500)), "a deputy's mandate began while the vote was open"),
    ],
)
def test_a_round_during_which_a_mandate_ends_or_begins_is_annulled(
    office: tuple[UUID, ...], words: str
) -> None:
    ruling, told = close(a_round(), office=office, totals=totals(60))

    assert told.outcome is Outcome.ANNULLED
    assert words in ruling.sentence.en
    assert told.totals is None


def protocol(**figures: int) -> Protocol:
    right = {"on_roll": 98, "issued": 90, "found": 90, "valid": 88, "invalid": 2}
    return Protocol.model_validate({"commission": DEPUTIES[:3]} | right | figures)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, None),
        ({"issued": 99}, "deputies on the roll — 98, ballot papers issued — 99"),
        ({"found": 91, "valid": 89}, "ballot papers issued — 90, found in the box — 91"),
        ({"invalid": 1}, "found in the box — 90, valid and invalid — 89"),
        ({"valid": 87, "invalid": 3}, "valid — 87, votes by option — 88"),
        ({"on_roll": 97}, "deputies in office — 98, deputies on the roll — 97"),
        ({"on_roll": 99}, "deputies in office — 98, deputies on the roll — 99"),
        (
            {"issued": 96, "found": 96, "invalid": 8},
            "deputies present — 95, ballot papers issued — 96",
        ),
        ({"issued": 95, "found": 95, "invalid": 7}, None),
    ],
)
def test_a_secret_protocol_reconciles_or_is_entered_as_annulled_only(
    figures: dict[str, int], words: str | None
) -> None:
    vote = a_round(form=Form.SECRET).model_copy(update={"method": Method.PROTOCOL})
    said: dict[str, Any] = {"totals": totals(60, 28), "protocol": protocol(**figures)}
    ruling, told = close(vote, hall(95, commission=DEPUTIES[:3]), **said)

    if words is None:
        assert (ruling.findings, told.outcome) == ((), Outcome.ADOPTED)
    else:
        assert words in ruling.sentence.en
        assert not ruling.stands(despite="we are sure")
        again, annulled = close(vote, hall(95), annulled=True, **said)
        assert (again.findings, annulled.outcome) == ((), Outcome.ANNULLED)


def test_a_secret_vote_has_no_roll() -> None:
    vote = a_round(form=Form.SECRET).model_copy(update={"method": Method.PROTOCOL})

    _, told = close(vote, totals=totals(60, 28), protocol=protocol())

    assert told.roll == {}
    with pytest.raises(Impossible, match="a secret vote has no roll"):
        close(vote, roll={DEPUTIES[0]: Choice.FOR}, protocol=protocol())


@pytest.mark.parametrize(("elected", "breaches"), [(3, []), (2, ["D"]), (0, ["D"])])
def test_the_votes_are_counted_by_a_commission_that_the_chamber_elected(
    elected: int, breaches: list[str]
) -> None:
    vote = a_round(form=Form.SECRET).model_copy(update={"method": Method.PROTOCOL})
    seen = hall(commission=DEPUTIES[:elected])

    ruling, _ = close(vote, seen, totals=totals(60, 28), protocol=protocol())

    assert [(f.rule, f.breach) for f in ruling.findings] == [("F-2.08", b) for b in breaches]


def test_a_secret_vote_without_a_protocol_decides_nothing() -> None:
    vote = a_round(form=Form.SECRET).model_copy(update={"method": Method.PROTOCOL})

    ruling, _ = close(vote, totals=totals(60, 28))

    assert not ruling.stands(despite="we are sure")
