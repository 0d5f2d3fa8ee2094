"""The order of a hearing: what comes first, what is too late, and which days cannot be."""

from datetime import date, timedelta
from typing import Any

import pytest

from chamber.hearings.rules import judge
from chamber.law.ruling import Breach, Impossible, Verdict
from tests.hearings.case import (
    DECIDED,
    HELD,
    PROPOSED,
    STRANGER,
    TOLD,
    WHY_CANCELLED,
    Case,
    act,
    at,
    breaks,
    hall,
    notice,
)

PREPARING = ["form", "commission", "invitation"]
ANY_TIME = ["material", "hand_over"]
AT_HEARING = ["arrive", "leave", "recommendations", "end"]
OUT_OF_ORDER = ("A57-8.09", Breach.VOID)
RECORDED = act(
    "recorded", date(2017, 9, 11), chamber="mazhilis", topic={"kk": "Дәрі", "ru": "Лекарства"},
    first_day="2017-09-11", sources=["parlam.kz"],
)  # fmt: skip


def cancelled() -> Case:
    case = Case().prepared()
    case.take(act("cancel"))
    return case


def over() -> Case:
    case = Case().begun()
    case.take(act("end"))
    return case


def done() -> Case:
    case = over()
    for kind in ("minutes", "complete"):
        case.take(act(kind))
    return case


def past() -> Case:
    case = Case(opened=False)
    case.take(RECORDED)
    return case


def test_what_is_open_step_by_step() -> None:
    case = Case()
    assert case.next() == ["decision", *PREPARING, "notice", "cancel", *ANY_TIME]
    case.take(act("decision"))
    decided = [*PREPARING, "notice", "reschedule", "cancel", "begin", "register", *ANY_TIME]
    assert case.next() == decided
    case.prepared("decision")
    assert case.next() == decided
    case.take(act("begin"))
    held = ["minutes", "publication", *ANY_TIME]
    assert case.next() == ["notice", "register", "end", *held]
    case.take(act("register"))
    assert case.next() == ["notice", "register", *AT_HEARING, *held]
    case.take(act("recommendations"))
    adopted = ["minutes", "dispatch", "publication", *ANY_TIME]
    assert case.next() == ["notice", "register", *AT_HEARING, *adopted]
    case.take(act("end"))
    assert case.next() == ["notice", *adopted]
    case.take(act("minutes"))
    assert case.next() == ["notice", "dispatch", "publication", *ANY_TIME]
    assert "complete" not in over().next()
    written = over()
    written.take(act("minutes"))
    assert "complete" in written.next()
    assert done().next() == []


def test_what_is_open_of_one_that_is_cancelled_and_of_one_of_the_past() -> None:
    assert cancelled().next() == ["notice", *ANY_TIME]
    assert past().next() == ["notice", "publication", *ANY_TIME]


@pytest.mark.parametrize(
    ("case", "kinds", "said"),
    [
        (Case, ["minutes", *AT_HEARING, "dispatch", "complete"], "the hearing must first begin"),
        (
            lambda: Case().prepared("decision"), ["reschedule", "register"],
            "the Bureau of the Chamber must first decide to hold the hearing",
        ),
        (lambda: Case().prepared(), ["decision"], "the Bureau has already decided to hold the"),
        (
            lambda: Case().begun(), ["decision", *PREPARING, "reschedule", "cancel", "begin"],
            "the hearing has begun",
        ),
        (lambda: Case().begun(), ["complete"], "the hearing must first end"),
        (over, ["register", *AT_HEARING], "the hearing has ended"),
        (
            cancelled,
            ["decision", *PREPARING, "reschedule", "cancel", "begin", "register", "publication"],
            "the hearing is cancelled",
        ),
        (
            past, ["decision", *PREPARING, "cancel", "begin", "register", "dispatch", "complete"],
            "the hearing of the past was entered from its sources",
        ),
        (
            done, ["notice", "publication", "dispatch", "complete", "end", "register", *ANY_TIME],
            "the matter is done with and laid in the archive",
        ),
    ],
)  # fmt: skip
def test_what_is_not_open_is_no_act_at_all(case: Any, kinds: list[str], said: str) -> None:
    for kind in kinds:
        more: dict[str, Any] = {"deputies": [STRANGER]} if kind in ("arrive", "leave") else {}
        rule = "A57-5.06" if "Bureau of the Chamber must" in said else "A57-8.09"
        found = breaks(case(), act(kind, **more), rule, Breach.VOID)
        assert said in found.sentence.en
        assert found.sentence.en.startswith(
            "This step is not open yet" if "must" in said else "This step is no longer open"
        )


def test_without_those_who_take_part_registered_nobody_recommends() -> None:
    case = Case().prepared()
    case.take(act("begin"))
    for kind in ("recommendations", "arrive", "leave"):
        more: dict[str, Any] = {} if kind == "recommendations" else {"deputies": [STRANGER]}
        found = breaks(case, act(kind, **more), *OUT_OF_ORDER)
        assert "those who take part must first be registered" in found.sentence.en


def test_the_minutes_are_kept_once() -> None:
    case = over()
    case.take(act("minutes"))
    found = breaks(case, act("minutes"), *OUT_OF_ORDER)
    assert "the minutes are on the record already" in found.sentence.en


def test_a_notice_is_entered_whenever_it_was_sent() -> None:
    for case in (Case(), cancelled(), over(), past()):
        before = len(case.known().notices)
        case.take(notice(at(date(2015, 1, 1))))
        assert len(case.known().notices) == before + 1


def test_a_hearing_that_is_cancelled_keeps_its_date_and_its_reason() -> None:
    case = Case().prepared()
    ruling = case.take(act("cancel"))
    assert ruling.sentence.en == (
        "The hearing was cancelled. Date set: 10 April 2026. Reason: “болезнь докладчика”."
    )
    assert (case.known().cancelled_on, case.known().starts_at) == (TOLD, at(HELD))
    assert case.known().cancelled_because == WHY_CANCELLED
    draft = Case().take(act("cancel"))
    assert draft.sentence.ru == "Слушания отменены. Причина: «болезнь докладчика»."


def test_a_hearing_of_the_past_is_told_and_not_judged() -> None:
    case = Case(opened=False)
    ruling = case.take(RECORDED)
    assert (ruling.verdict, ruling.reason, ruling.findings) == (None, "told by sources", ())
    told = case.known().told
    assert told is not None
    assert (told.first_day, told.last_day) == (date(2017, 9, 11), date(2017, 9, 11))
    assert case.known().goes_out
    later = RECORDED.model_copy(update={"first_day": date(2017, 9, 12)})
    with pytest.raises(Impossible, match="first_day: 2017-09-12 is after the day of this act"):
        Case(opened=False).take(later)


def test_it_begins_with_a_proposal() -> None:
    with pytest.raises(Impossible, match="kind: a hearing begins with a proposal"):
        judge(None, act("decision"), Case().given(act("decision")))


@pytest.mark.parametrize("kind", ["decision", "form", "commission", "invitation", "material"])
def test_nothing_is_done_before_the_hearing_was_proposed(kind: str) -> None:
    case, before = Case(), PROPOSED - timedelta(1)
    with pytest.raises(Impossible, match=f"on: {before} is before {PROPOSED}, the day of what"):
        case.judge(act(kind, before))
    assert case.judge(act(kind, PROPOSED), hall=hall(opened_on=PROPOSED)).stands(None)


@pytest.mark.parametrize("kind", ["reschedule", "cancel"])
def test_its_own_steps_follow_one_another(kind: str) -> None:
    case = Case().prepared()
    with pytest.raises(Impossible, match="on: 2026-03-03 is before 2026-03-04"):
        case.judge(act(kind, DECIDED - timedelta(1)))
    assert case.judge(act(kind, DECIDED)).stands(None)
    case.take(act("reschedule"))
    with pytest.raises(Impossible, match="on: 2026-03-19 is before 2026-03-20"):
        case.judge(act("cancel", TOLD - timedelta(1)))


@pytest.mark.parametrize("kind", ["end", "minutes", "publication", "complete", "recommendations"])
def test_what_follows_the_hearing_is_not_dated_before_it(kind: str) -> None:
    case = over() if kind in ("publication", "complete") else Case().begun()
    if kind == "complete":
        case.take(act("minutes"))
    asked, last = act(kind, HELD - timedelta(1)), HELD
    with pytest.raises(Impossible, match=f"on: .* is before {last}"):
        case.judge(asked)
    assert case.judge(act(kind, HELD + timedelta(1))).stands(None)


def test_what_prepares_it_may_be_entered_late() -> None:
    case = Case().prepared("commission", "invitation", "form")
    case.take(act("reschedule"))
    for kind in PREPARING:
        case.take(act(kind, PROPOSED))
    assert case.judge(act("begin", HELD + timedelta(7))).findings != ()


def test_people_are_registered_on_the_day_of_the_hearing() -> None:
    case = Case().prepared()
    with pytest.raises(Impossible, match="on: the hearing is planned for 2026-04-10"):
        case.judge(act("register", HELD - timedelta(1)))
    case.take(act("begin"))
    assert case.judge(act("register", HELD + timedelta(1))).stands(None)
    with pytest.raises(Impossible, match="is before"):
        case.judge(act("register", HELD - timedelta(1)))


def test_while_there_is_no_law_or_no_chamber_nothing_is_done() -> None:
    gone = Case().judge(act("cancel", date(2026, 7, 1)))
    assert (gone.verdict, gone.reason, gone.rule) == (
        Verdict.INVALID, "no edition in force", "A57-5.06",
    )  # fmt: skip
    assert not gone.stands("a reason")
    dissolved = Case(opened=False).judge(act("proposal", date(2023, 2, 1)))
    assert dissolved.reason == "no chamber on this day"
    early = Case(opened=False).judge(RECORDED.model_copy(update={"on": date(1995, 9, 4)}))
    assert early.reason == "no edition in force"
