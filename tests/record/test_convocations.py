"""Convocations follow one another, and within each its sessions do."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.law.seats import Chamber
from chamber.record.convocations.acts import (
    Convocation,
    ConvocationAct,
    ConvocationEnded,
    Session,
    SessionClosed,
    SessionKind,
)
from chamber.record.convocations.facts import Facts, Given, Numbered
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.convocations.rows import load
from chamber.record.convocations.rules import judge, next_acts, step
from chamber.record.journal import entries
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import find
from tests.record.roster import BEGUN, DAY, done, opened

NEXT = timedelta(days=1)
NOTHING = Given()
EIGHTH = Convocation(on=BEGUN, chamber=Chamber.MAZHILIS, number=8)
CLOSED = date(2023, 6, 30)


def session_(number: int = 1, on: date = BEGUN) -> Session:
    return Session(on=on, number=number, session=SessionKind.REGULAR)


def told(*acts: ConvocationAct) -> Facts:
    facts = step(None, EIGHTH, NOTHING, judge(None, EIGHTH, NOTHING))
    for act in acts:
        facts = step(facts, act, NOTHING, judge(facts, act, NOTHING))
    return facts


def after(number: int, ends_on: date | None, starts_on: date = date(2021, 1, 15)) -> Given:
    return Given(others=(Numbered(number=number, starts_on=starts_on, ends_on=ends_on),))


def test_a_chamber_has_one_convocation_at_a_time() -> None:
    assert judge(None, EIGHTH, after(7, BEGUN)).stands(None)
    for lasting in (BEGUN + NEXT, None):
        with pytest.raises(Impossible, match="convocation 7 lasts"):
            judge(None, EIGHTH, after(7, lasting))


def test_convocations_are_numbered_as_they_follow() -> None:
    with pytest.raises(Impossible, match="on the record already"):
        judge(None, EIGHTH, after(8, BEGUN))
    with pytest.raises(Impossible, match="convocation 9 began"):
        judge(None, EIGHTH, after(9, BEGUN))


def test_an_earlier_convocation_is_entered_late_with_its_end() -> None:
    later = after(8, None, starts_on=BEGUN)
    seventh = Convocation(
        on=date(2021, 1, 15), chamber=Chamber.MAZHILIS, number=7, until=date(2023, 1, 19)
    )

    assert judge(None, seventh, later).stands(None)
    with pytest.raises(Impossible, match="convocation 8 lasts"):
        judge(None, seventh.model_copy(update={"until": None}), later)


def test_sessions_follow_one_another() -> None:
    open_ = told(session_())
    closed = told(session_(), SessionClosed(on=CLOSED, number=1))

    with pytest.raises(Impossible, match="was not closed"):
        judge(open_, session_(2, CLOSED), NOTHING)
    with pytest.raises(Impossible, match="was not closed"):
        judge(closed, session_(2, CLOSED), NOTHING)
    assert judge(closed, session_(2, CLOSED + NEXT), NOTHING).stands(None)
    with pytest.raises(Impossible, match="on the record already"):
        judge(closed, session_(1, CLOSED + NEXT), NOTHING)


def test_the_day_of_closing_is_still_a_day_of_the_session() -> None:
    (held,) = told(session_(), SessionClosed(on=CLOSED, number=1)).sessions

    assert held.covers(CLOSED)
    assert not held.covers(CLOSED + NEXT)


def test_a_session_may_last_one_day_and_is_closed_under_its_own_number() -> None:
    assert judge(told(session_()), SessionClosed(on=BEGUN, number=1), NOTHING).stands(None)
    with pytest.raises(Impossible, match="opened only on"):
        judge(told(session_()), SessionClosed(on=BEGUN - NEXT, number=1), NOTHING)
    with pytest.raises(Impossible, match="session 2 is not open"):
        judge(told(session_()), SessionClosed(on=CLOSED, number=2), NOTHING)


def test_no_session_lies_outside_its_convocation() -> None:
    ended = told(ConvocationEnded(on=DAY))

    with pytest.raises(Impossible, match="does not last on"):
        judge(told(), session_(on=BEGUN - NEXT), NOTHING)
    with pytest.raises(Impossible, match="does not last on"):
        judge(ended, session_(on=DAY), NOTHING)
    assert judge(ended, session_(on=DAY - NEXT), NOTHING).stands(None)
    reopened = step(ended, session_(on=BEGUN), NOTHING, judge(ended, session_(on=BEGUN), NOTHING))
    with pytest.raises(Impossible, match="the convocation ended"):
        judge(reopened, SessionClosed(on=DAY, number=1), NOTHING)


def test_an_open_session_ends_with_its_convocation() -> None:
    (held,) = told(session_(), ConvocationEnded(on=DAY)).sessions

    assert held.ends_on == DAY


def test_a_convocation_ends_once_and_after_all_its_sessions() -> None:
    closed = told(session_(), SessionClosed(on=CLOSED, number=1))

    assert judge(closed, ConvocationEnded(on=CLOSED + NEXT), NOTHING).stands(None)
    with pytest.raises(Impossible, match="was held after"):
        judge(closed, ConvocationEnded(on=CLOSED), NOTHING)
    with pytest.raises(Impossible, match="was held after"):
        judge(told(session_(on=DAY)), ConvocationEnded(on=DAY), NOTHING)
    with pytest.raises(Impossible, match="began only on"):
        judge(told(), ConvocationEnded(on=BEGUN), NOTHING)
    with pytest.raises(Impossible, match="convocation ended on"):
        judge(told(ConvocationEnded(on=DAY)), ConvocationEnded(on=DAY + NEXT), NOTHING)


def test_the_last_convocation_ends_with_the_last_edition_of_the_law() -> None:
    assert judge(told(), ConvocationEnded(on=date(2026, 7, 1)), NOTHING).stands(None)
    assert not judge(told(), ConvocationEnded(on=date(2026, 7, 2)), NOTHING).stands("despite it")
    begun = Convocation(on=date(2026, 7, 1), chamber=Chamber.MAZHILIS, number=9)
    assert not judge(None, begun, NOTHING).stands("despite it")


def test_the_next_acts_of_a_convocation() -> None:
    assert next_acts(told()) == ["session", "convocation_ended"]
    assert next_acts(told(session_())) == ["session_closed", "convocation_ended"]
    assert next_acts(told(ConvocationEnded(on=DAY))) == ["session"]


async def test_the_rows_say_what_the_acts_have_told(session: AsyncSession) -> None:
    uid = await opened(session, CONVOCATIONS, EIGHTH)
    for act in (session_(), SessionClosed(on=CLOSED, number=1), session_(2, date(2023, 9, 1))):
        await done(session, CONVOCATIONS, uid, act)
    await done(session, CONVOCATIONS, uid, ConvocationEnded(on=DAY))

    case = await find(session, "convocations", uid)
    kept = await load(session, case.id)
    assert [one.ends_on for one in kept.sessions] == [CLOSED + NEXT, DAY]
    assert kept == fold(CONVOCATIONS, standing(CONVOCATIONS, await entries(session, case.id)))


async def test_the_database_refuses_two_convocations_at_once_too(session: AsyncSession) -> None:
    await opened(session, CONVOCATIONS, EIGHTH)
    other = Convocation(on=BEGUN, chamber=Chamber.SENATE, number=8)
    await opened(session, CONVOCATIONS, other)
    with pytest.raises(Impossible, match="convocation 8 lasts"):
        await opened(session, CONVOCATIONS, EIGHTH.model_copy(update={"number": 9, "on": DAY}))

    with pytest.raises(IntegrityError, match=r"convocation_chamber_number_key|one_convocation"):
        await session.execute(text("UPDATE convocation SET chamber = 'senate'"))


async def test_the_database_refuses_two_sessions_at_once_too(session: AsyncSession) -> None:
    uid = await opened(session, CONVOCATIONS, EIGHTH)
    await done(session, CONVOCATIONS, uid, session_())

    again = """INSERT INTO convocation_session (convocation_id, number, kind, starts_on)
               SELECT convocation_id, 2, kind, starts_on + 1 FROM convocation_session"""
    with pytest.raises(IntegrityError, match="one_session"):
        await session.execute(text(again))
