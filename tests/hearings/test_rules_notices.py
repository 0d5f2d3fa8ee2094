"""Topic, time and place are told seven days before the start. Rule A57-5.11, question Q-01."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from chamber.hearings.acts import Notice
from chamber.hearings.rules.certificate import Certificate, certificate
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Unlawful, Verdict
from tests.hearings.case import (
    AT,
    ELSEWHERE,
    HELD,
    PLACE,
    TOLD,
    Case,
    act,
    at,
    breaks,
    keeps,
    notice,
)

VALID, DISPUTED, INVALID = Verdict
FRIDAY_BEFORE = date(2026, 4, 3)
A, B, C = "Q-01 A", "Q-01 B", "Q-01 C"


def told(sent_at: datetime, **more: object) -> tuple[Case, Ruling]:
    case = Case().prepared("notice")
    return case, case.take(notice(sent_at, **more))


def certified(case: Case) -> Certificate:
    found = certificate(case.known())
    assert found is not None
    return found


def against(ruling: Ruling) -> Finding:
    (found,) = ruling.findings
    return found


@pytest.mark.parametrize(
    ("sent_at", "verdict", "late_on"),
    [
        (at(date(2026, 4, 2), 23, 59), VALID, ()),  # Eight days apart: seven clear days.
        (at(FRIDAY_BEFORE, 0), DISPUTED, (B,)),
        (at(FRIDAY_BEFORE, 9), DISPUTED, (B,)),  # W-31.
        (at(FRIDAY_BEFORE, 10), DISPUTED, (B,)),  # 168 hours to the second.
        (at(FRIDAY_BEFORE, 10, 1), DISPUTED, (A, B)),
        (at(FRIDAY_BEFORE, 11), DISPUTED, (A, B)),  # W-30.
        (at(FRIDAY_BEFORE, 23, 59), DISPUTED, (A, B)),
        (at(date(2026, 4, 4), 0), INVALID, (A, B, C)),
        (AT, INVALID, (A, B, C)),
    ],
)
def test_how_long_before(sent_at: datetime, verdict: Verdict, late_on: tuple[str, ...]) -> None:
    case, ruling = told(sent_at)
    assert ruling.verdict is verdict
    (one,) = certified(case).notices
    assert (one.verdict, one.late_on) == (verdict, late_on)
    assert certified(case).verdict is verdict
    assert one.satisfies
    if verdict is not VALID:
        assert against(ruling).breach is Breach.INFORMS
        assert against(ruling).readings == (late_on if verdict is DISPUTED else ())
        on = sent_at.date()
        assert against(ruling).earliest_lawful == on + timedelta(8)

    begin = act("begin")
    if verdict is VALID:
        keeps(case, begin, "A57-5.11")
    else:
        found = breaks(case, begin, "A57-5.11", Breach.DEFECT, verdict)
        assert found.readings == (late_on if verdict is DISPUTED else ())
        # A hearing that is moved needs a new notice: of today, at the earliest.
        assert found.earliest_lawful == HELD + timedelta(8)


def test_how_it_is_told() -> None:
    in_time = told(at(date(2026, 4, 2)))[1].sentence
    assert in_time.kk == ("Хабарлама уақтылы берілді: тыңдау басталғанға дейін 7 толық күн бар.")
    late = told(at(date(2026, 4, 5)))[1].sentence
    assert late.kk == (
        "Хабарлама кеш берілді. Тыңдауды өткізуге болатын ең ерте күн — 2026 жылғы 13 сәуір."
    )
    either = told(at(FRIDAY_BEFORE, 11))[1].sentence
    assert either.en == (
        "Disputed: in time on Q-01 C; late on Q-01 A, Q-01 B. Reading applied: Q-01 B."
    )


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ({"place": None}, "The notice does not give: the place."),  # W-33.
        ({"topic": None}, "The notice does not give: the topic."),
        ({"starts_at": None}, "The notice does not give: the time."),
        (
            {"topic": None, "starts_at": None, "place": None},
            "The notice does not give: the topic, the time, the place.",
        ),
        ({"starts_at": AT + timedelta(hours=1)}, "The time in the notice is not the time"),
        ({"place": "Алматы"}, "The place in the notice is not the place of the hearing."),
        ({"place": ELSEWHERE.kk}, "The place in the notice is not the place of the hearing."),
    ],
)
def test_topic_time_and_place(lacks: dict[str, Any], said: str) -> None:
    case, ruling = told(at(TOLD), **lacks)
    found = against(ruling)
    assert (found.rule, found.breach, found.verdict) == ("A57-5.11", Breach.INFORMS, INVALID)
    assert found.sentence.en.startswith(said)
    assert found.earliest_lawful is None
    assert not certified(case).notices[0].satisfies
    assert case.known().notices, "what was sent is entered"

    stopped = breaks(case, act("begin"), "A57-5.11")
    assert stopped.sentence.en.startswith(said)


@pytest.mark.parametrize(
    "what",
    [
        {"place": PLACE.ru},
        {"place": f"Астана, {PLACE.kk.upper()} (кіру тегін)"},
        {"topic": "Ол туралы өз сөзімен"},  # How the topic is phrased, nobody asks.
    ],
)
def test_the_place_in_either_language_and_any_topic_will_do(what: dict[str, Any]) -> None:
    case, ruling = told(at(TOLD), **what)
    assert (ruling.verdict, ruling.findings) == (VALID, ())
    keeps(case, act("begin"), "A57-5.11")


def test_a_notice_that_was_sent_is_entered_even_before_the_time_is_set() -> None:
    case = Case()
    ruling = case.take(notice(at(TOLD)))
    assert against(ruling).sentence.en == "A notice was given, but no time is set for the hearing."
    assert certificate(case.known()) is None
    assert case.known().goes_out


def test_without_a_notice_no_hearing_begins() -> None:
    case = Case().prepared("notice")
    found = breaks(case, act("begin"), "A57-5.11")
    assert found.sentence.en.startswith("The mass media were not told of the hearing. The earliest")
    assert (certified(case).best, certified(case).verdict) == (None, INVALID)
    assert certified(case).decisive is None


def test_the_best_notice_decides() -> None:
    case, _ = told(at(FRIDAY_BEFORE, 11), channel="late")
    case.take(notice(at(TOLD), channel="incomplete", place=None))
    assert (certified(case).best, certified(case).verdict) == (1, DISPUTED)
    case.take(notice(at(date(2026, 4, 2)), channel="in time"))
    case.take(notice(at(date(2026, 4, 1)), channel="earlier"))
    whole = certified(case)
    assert (whole.best, whole.verdict) == (4, VALID)
    decisive = whole.decisive
    assert decisive is not None
    assert (decisive.channel, decisive.days_before) == ("earlier", 8)
    keeps(case, act("begin"), "A57-5.11")


def test_of_two_that_are_worth_nothing_the_complete_one_is_shown() -> None:
    case, _ = told(at(TOLD), place=None)
    case.take(notice(at(date(2026, 4, 6))))
    assert certified(case).best == 2
    case.take(notice(at(date(2026, 4, 7)), place=None))
    assert certified(case).best == 2


@pytest.mark.parametrize("last", [{"place": "Алматы"}, {"topic": None}])
def test_where_none_tells_of_the_hearing_the_latest_is_shown(last: dict[str, Any]) -> None:
    latest = at(TOLD + timedelta(2))
    case, _ = told(at(TOLD), place="Семей")
    case.take(notice(latest, **last))
    case.take(notice(at(TOLD + timedelta(1)), place=None))
    shown = certified(case)
    assert (shown.best, shown.verdict) == (2, INVALID)
    assert shown.decisive is not None
    assert shown.decisive.sent_at == latest
    case.take(notice(latest, place="Орал"))
    assert certified(case).best == 4, "of two of one moment the one that was entered last"


def test_after_a_move_the_certificate_shows_the_notice_that_followed_it() -> None:
    """As far as it tells of the hearing; and what was sent before it where that does."""
    case, _ = told(at(date(2026, 3, 10)), channel="first")
    case.take(notice(at(TOLD), place="Семей", channel="second"))
    assert certified(case).best == 1
    case.take(act("reschedule", starts_at=AT, place=ELSEWHERE))
    assert certified(case).best == 2


def test_the_certificate_tells_when_to_whom_how_long_before_and_by_which_reading() -> None:
    case, _ = told(at(FRIDAY_BEFORE, 11), channel="«Хабар» агенттігі")
    whole = certified(case)
    (one,) = whole.notices
    assert (whole.rule, whole.starts_at) == ("A57-5.11", AT)
    assert whole.cite.startswith("Constitution, art. 57(5)")
    assert (one.sent_at, one.channel) == (at(FRIDAY_BEFORE, 11), "«Хабар» агенттігі")
    assert (one.days_before, one.hours_before) == (6, 167)
    assert [(limit.name, limit.kept, limit.adopted) for limit in one.limits] == [
        (A, False, False), (B, False, True), (C, True, False),
    ]  # fmt: skip
    assert [limit.latest for limit in one.limits] == [
        at(FRIDAY_BEFORE, 10),
        datetime.combine(date(2026, 4, 2), datetime.max.time().replace(microsecond=0), AT.tzinfo),
        datetime.combine(FRIDAY_BEFORE, datetime.max.time().replace(microsecond=0), AT.tzinfo),
    ]
    assert one.sentence == whole.sentence


@pytest.mark.parametrize(
    ("sent_at", "days", "hours"),
    [(at(date(2026, 4, 9)), 0, 24), (at(HELD, 9, 30), 0, 0), (at(HELD, 10, 30), 0, -1)],
)
def test_days_that_are_not_between_are_not_counted(
    sent_at: datetime, days: int, hours: int
) -> None:
    (one,) = certified(told(sent_at)[0]).notices
    assert (one.days_before, one.hours_before) == (days, hours)


def test_it_was_sent_on_the_day_of_its_act() -> None:
    night = at(TOLD, 0, 30)  # Of this day in Astana, of the day before in UTC.
    assert isinstance(notice(night), Notice)
    assert told(night)[1].stands(None)
    for on in (TOLD - timedelta(1), TOLD + timedelta(1)):
        with pytest.raises(Impossible, match="on: the notice was sent on 2026-03-20"):
            Case().prepared("notice").judge(act("notice", on, sent_at=night, place=PLACE.kk))


def test_with_a_reason_it_begins_all_the_same_and_bears_the_defect() -> None:
    case, _ = told(at(FRIDAY_BEFORE, 11))
    with pytest.raises(Unlawful):
        case.take(act("begin"))
    case.take(act("begin"), despite="the paper printed it in time")
    assert case.known().defects == ("A57-5.11",)
