"""What the public is told of a hearing: nothing of a draft, nothing of a closed one, all else."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from chamber.hearings.board import Holder, Poster, State
from chamber.hearings.rules.posters import poster
from chamber.law.ruling import Verdict
from tests.hearings.case import (
    AT,
    COMMITTEE,
    ELSEWHERE,
    GAZETTE,
    HELD,
    PLACE,
    TOLD,
    WHY_CANCELLED,
    WHY_MOVED,
    Case,
    act,
    at,
    notice,
    shut,
)
from tests.hearings.test_rules_order import past

UID, NUMBER = UUID(int=5), "mazhilis/2026/1"
HOLDERS = (Holder(id=COMMITTEE, kk="Комитет", ru="Комитет", latin="Committee"),)


def posted(case: Case) -> Poster:
    return poster(case.known(), UID, NUMBER, HOLDERS)


def test_a_poster_tells_topic_time_place_and_who_holds_it() -> None:
    found = posted(Case().prepared())
    assert (found.id, found.number, found.chamber) == (UID, NUMBER, "mazhilis")
    assert (found.starts_at, found.place, found.organisers) == (AT, PLACE, HOLDERS)
    assert (found.topic.kk, found.state, found.moves) == ("Су ресурстары", State.PLANNED, ())
    assert (found.recommendations, found.report, found.held) == (None, None, None)
    assert found.notice is not None
    assert (found.notice.sent_at, found.notice.verdict) == (at(TOLD), Verdict.VALID)
    assert (found.notice.days_before, found.notice.late_on) == (20, ())
    assert (found.notice.rule, found.defects) == ("A57-5.11", ())
    assert found.notice.sentence.en == (
        "The notice was given in time: 20 clear days remain before the hearing begins."
    )


def test_it_tells_how_the_hearing_goes_on() -> None:
    case = Case().prepared()
    case.take(act("begin"))
    assert posted(case).state is State.BEGUN
    case.take(act("register"))
    case.take(act("recommendations", tally={"for": 15, "against": 15}))
    assert posted(case).recommendations is False
    case.take(act("recommendations"))
    assert posted(case).recommendations is True
    case.take(act("end"))
    assert posted(case).state is State.HELD
    assert posted(case).report is None
    case.take(act("publication", what="recommendations"))
    assert posted(case).report is None
    case.take(act("publication", where=ELSEWHERE))
    assert posted(case).report == ELSEWHERE
    case.take(act("publication"))
    assert posted(case).report == GAZETTE


def test_what_was_moved_and_cancelled_stays_on_it() -> None:
    case = Case().prepared()
    case.take(act("reschedule"))
    found = posted(case)
    assert found.state is State.MOVED
    (was,) = found.moves
    assert (was.starts_at, was.place, was.reason, was.moved_on) == (
        AT, PLACE, WHY_MOVED, TOLD,
    )  # fmt: skip
    assert found.starts_at == AT + timedelta(7)
    assert found.notice is not None
    assert found.notice.verdict is Verdict.INVALID, "it told of the former day"

    case.take(act("cancel"))
    found = posted(case)
    assert (found.state, found.cancelled_on) == (State.CANCELLED, TOLD)
    assert found.cancelled_because == WHY_CANCELLED


def test_a_moved_hearing_that_begins_is_moved_no_more() -> None:
    case = Case().prepared()
    day = HELD + timedelta(7)
    case.take(act("reschedule"))
    case.take(notice(at(TOLD, 12), starts_at=AT + timedelta(7)))
    case.take(act("begin", day))
    assert posted(case).state is State.BEGUN


def test_it_shows_what_was_accepted_with_a_reason() -> None:
    case = Case().prepared("commission", "notice")
    case.take(notice(at(date(2026, 4, 3), 11)))
    case.take(act("begin"), despite="as every year")
    found = posted(case)
    assert set(found.defects) == {"A57-5.09", "A57-5.11"}
    assert found.notice is not None
    assert (found.notice.verdict, found.notice.late_on) == (
        Verdict.DISPUTED, ("Q-01 A", "Q-01 B"),
    )  # fmt: skip


def test_of_the_past_it_tells_the_days_and_the_sources() -> None:
    found = posted(past())
    assert found.held is not None
    assert (found.held.first_day, found.held.last_day) == (date(2017, 9, 11), date(2017, 9, 11))
    assert (found.state, found.sources, found.notice) == (State.HELD, ("parlam.kz",), None)
    assert (found.starts_at, found.organised_by) == (None, ())


def test_of_a_draft_and_of_a_closed_hearing_there_is_none() -> None:
    for case in (Case(), Case().prepared("notice"), shut()):
        assert not case.known().goes_out
    with pytest.raises(AssertionError):
        posted(shut())
    without_form = Case(form="closed").prepared("form")
    assert not without_form.known().goes_out
    begun = shut()
    begun.take(act("begin"))
    assert not begun.known().goes_out


def test_a_draft_begun_without_a_notice_is_public_from_then_on() -> None:
    case = Case().prepared("notice")
    case.take(act("begin"), despite="nobody was told")
    assert case.known().goes_out
    assert posted(case).notice is None
