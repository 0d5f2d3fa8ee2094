"""Recommendations: by the deputies who take part; guests never count. Rule A57-5.16, Q-15."""

from typing import Any

import pytest

from chamber.hearings.facts import Attendance
from chamber.law.ruling import Impossible, Ruling, Verdict
from tests.hearings.case import DEPUTIES, HELD, SENATORS, STRANGER, Case, act

GUESTS = [{"name": f"Қонақ {n}"} for n in range(40)]


def put(case: Case, votes: int, against: int = 0, **more: Any) -> Ruling:
    return case.take(act("recommendations", tally={"for": votes, "against": against}, **more))


def there(case: Case) -> Attendance:
    found = case.known().attendance
    assert found is not None
    return found


def test_sixteen_of_thirty_are_a_majority_and_fifteen_with_forty_guests_are_none() -> None:
    """W-35."""
    case = Case().begun(guests=GUESTS)
    ruling = put(case, 16, 14, others={"for": 35, "against": 5})
    assert (ruling.adopted, ruling.total, ruling.needed) == (True, 30, 16)
    assert ruling.sentence.kk == (
        "Ұсынымдар қабылданды: жақтап 16 дауыс берілді, қажеті — кемінде 16 "
        "(тыңдауға қатысқан 30 депутаттың көпшілігі)."
    )
    ruling = put(case, 15, 15, others={"for": 40, "against": 0})
    assert (ruling.adopted, ruling.verdict, ruling.findings) == (False, Verdict.VALID, ())
    assert ruling.sentence.en == (
        "Recommendations not adopted: 15 for; at least 16 of the 30 deputies taking part are "
        "needed (a majority). 1 vote short."
    )
    assert [one.adopted for one in case.known().recommended] == [True, False]
    assert ruling.stands(None), "a count that is not reached is entered"


@pytest.mark.parametrize("deputies", [{"count": 30}, {"deputies": DEPUTIES[:30]}])
def test_whether_they_are_known_by_name_or_by_number(deputies: dict[str, Any]) -> None:
    case = Case().prepared()
    case.take(act("begin"))
    case.take(act("register", **({"deputies": []} | deputies), guest_count=40))
    assert put(case, 16).adopted
    assert not put(case, 15).adopted


def test_deputies_of_the_other_chamber_do_not_count() -> None:
    case = Case().begun(other_chamber=SENATORS[:20])
    assert put(case, 16).total == 30
    assert there(case).other_chamber == set(SENATORS[:20])


def test_of_those_who_came_nobody_is_forgotten() -> None:
    """Thirty at the start, three come, ten leave: 30, 33 and 23 take part, as one reads (Q-15)."""
    case = Case().begun()
    case.take(act("arrive", deputies=DEPUTIES[30:33]))
    case.take(act("leave", deputies=DEPUTIES[:10]))
    ruling = put(case, 16)
    assert (ruling.adopted, ruling.total, ruling.verdict) == (False, 33, Verdict.DISPUTED)
    assert {one.name: (one.total, one.adopted) for one in ruling.readings} == {
        "Q-15 A": (30, True), "Q-15 B": (23, True), "Q-15 C": (33, False)
    }  # fmt: skip
    assert put(case, 17).verdict is Verdict.VALID
    assert put(case, 11).verdict is Verdict.VALID
    assert put(case, 12).verdict is Verdict.DISPUTED


def test_a_registration_before_the_beginning_takes_the_place_of_the_one_before() -> None:
    case = Case().prepared()
    case.take(act("register", deputies=DEPUTIES[:50], guests=GUESTS))
    case.take(act("register", other_chamber=SENATORS[:2], guest_count=7))
    case.take(act("begin"))
    now = there(case)
    assert (now.taking_part, now.registered, now.present) == (30, 30, 30)
    assert (now.guests, now.guest_count) == ((), 7)
    assert now.other_chamber == set(SENATORS[:2])


def test_one_after_it_adds_to_those_who_came() -> None:
    case = Case().begun(other_chamber=SENATORS[:2], guests=GUESTS[:3], guest_count=None)
    more: dict[str, Any] = {"other_chamber": SENATORS[1:3], "guests": GUESTS[2:5]}
    case.take(act("register", deputies=DEPUTIES[20:40], **more))
    now = there(case)
    assert (now.taking_part, now.registered, now.present) == (40, 30, 20)
    assert now.at_start == set(DEPUTIES[:30])
    assert now.here == set(DEPUTIES[20:40])
    assert now.other_chamber == set(SENATORS[:3])
    assert [guest.name for guest in now.guests] == [f"Қонақ {n}" for n in range(5)]


def test_by_number_too_the_most_that_came_are_kept() -> None:
    case = Case().begun(deputies=[], count=30, guest_count=40)
    for count, guests, came in ((20, 10, 30), (35, 50, 35), (25, 45, 35)):
        case.take(act("register", deputies=[], count=count, guest_count=guests))
        now = there(case)
        assert (now.taking_part, now.registered, now.present) == (came, 30, count)
    assert there(case).guest_count == 50
    assert put(case, 16).total == 35


def test_names_and_numbers_do_not_mix() -> None:
    named, counted = Case().begun(), Case().begun(deputies=[], count=30)
    with pytest.raises(Impossible, match="count: those who take part are known by name, or by"):
        named.judge(act("register", deputies=[], count=31))
    with pytest.raises(Impossible, match="deputies: those who take part are known by name"):
        counted.judge(act("register"))
    for kind in ("arrive", "leave"):
        with pytest.raises(Impossible, match="deputies: only the number of those present"):
            counted.judge(act(kind, deputies=DEPUTIES[:1]))
    counted.take(act("arrive", deputies=[], guests=GUESTS[:1]))
    assert len(there(counted).guests) == 1
    early = Case().prepared()
    early.take(act("register"))
    assert early.judge(act("register", deputies=[], count=31)).stands(None)


def test_only_deputies_of_a_chamber_take_part_as_such() -> None:
    case = Case().prepared()
    for who in (STRANGER, SENATORS[0]):
        with pytest.raises(Impossible, match=r"deputies: .* is no deputy of this Chamber"):
            case.judge(act("register", deputies=[who]))
    for who in (STRANGER, DEPUTIES[40]):
        with pytest.raises(Impossible, match=r"other_chamber: .* is no deputy of the other"):
            case.judge(act("register", other_chamber=[who]))
    case.take(act("begin"))
    case.take(act("register"))
    with pytest.raises(Impossible, match="is no deputy of this Chamber"):
        case.judge(act("arrive", deputies=[STRANGER]))


def test_who_is_there_does_not_come_and_who_is_not_does_not_leave() -> None:
    case = Case().begun(other_chamber=SENATORS[:1])
    with pytest.raises(Impossible, match=r"deputies: .* is there already"):
        case.judge(act("arrive", deputies=[DEPUTIES[29]]))
    with pytest.raises(Impossible, match=r"other_chamber: .* is there already"):
        case.judge(act("arrive", deputies=[], other_chamber=[SENATORS[0]]))
    with pytest.raises(Impossible, match=r"deputies: .* is not there"):
        case.judge(act("leave", deputies=[DEPUTIES[30]]))
    case.take(act("leave", deputies=[DEPUTIES[29]]))
    with pytest.raises(Impossible, match="is not there"):
        case.judge(act("leave", deputies=[DEPUTIES[29]]))
    case.take(act("arrive", deputies=[DEPUTIES[29]], other_chamber=[SENATORS[1]]))
    now = there(case)
    assert (now.taking_part, now.present) == (30, 30)
    assert now.other_chamber == set(SENATORS[:2])


def test_more_than_are_in_office_cannot_be_counted() -> None:
    case = Case().prepared()
    counted = act("register", deputies=[], count=98)
    assert case.judge(counted).stands(None)
    with pytest.raises(Impossible, match="count: 98 are counted, but 97 have a seat"):
        case.judge(counted, in_office=97)
    with pytest.raises(Impossible, match="count: 98 are counted, but 0 have a seat"):
        case.judge(counted, in_office=None)


def test_more_than_are_there_cannot_vote() -> None:
    case = Case().begun()
    case.take(act("leave", deputies=DEPUTIES[:5]))
    with pytest.raises(Impossible, match=r"^tally: "):
        case.judge(act("recommendations", tally={"for": 13, "against": 12, "abstained": 1}))
    assert case.judge(act("recommendations", tally={"for": 13, "against": 12})).stands(None)


def test_who_was_registered_for_a_day_that_is_moved_was_not_there() -> None:
    case = Case().prepared()
    case.take(act("register", HELD))
    case.take(act("reschedule", HELD, starts_at="2026-04-20T10:00:00+05:00"))
    assert case.known().attendance is None
