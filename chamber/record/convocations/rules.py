"""When convocations and sessions may begin and end. Pure."""

from datetime import date, timedelta
from typing import assert_never

from chamber.law.ledger import judge_entry, judge_ruled, last_day, period
from chamber.law.period import Period, outlasts
from chamber.law.ruling import Impossible, Ruling
from chamber.record.convocations.acts import (
    Convocation,
    ConvocationAct,
    ConvocationEnded,
    Session,
    SessionClosed,
)
from chamber.record.convocations.facts import Facts, Given, SessionHeld

CONVOCATIONS = "F-2.01"
SESSIONS = "F-2.04"


def judge(facts: Facts | None, act: ConvocationAct, given: Given) -> Ruling:
    if isinstance(act, Convocation):
        return judge_beginning(facts, act, given)
    if facts is None:
        raise Impossible("kind", "a convocation begins first")
    match act:
        case Session():
            check_session(facts, act)
            return judge_ruled(facts.chamber, act.on, SESSIONS)
        case SessionClosed():
            held = open_session(facts)
            if held is None or held.number != act.number:
                raise Impossible("number", f"session {act.number} is not open")
            check_closing(facts, held, act)
            return judge_ruled(facts.chamber, act.on, SESSIONS)
        case ConvocationEnded():
            check_ending(facts, act)
            return judge_entry(facts.chamber, last_day(act.on), CONVOCATIONS)
        case _:
            assert_never(act)


def judge_beginning(facts: Facts | None, act: Convocation, given: Given) -> Ruling:
    if facts is not None:
        raise Impossible("kind", "the convocation is on the record already")
    lasting = period(act.on, act.until)
    for other in given.others:
        if other.number == act.number:
            raise Impossible("number", f"convocation {act.number} is on the record already")
        if other.overlaps(lasting):
            raise Impossible("on", f"convocation {other.number} lasts since {other.starts_on}")
        if (other.number < act.number) != (other.starts_on < act.on):
            raise Impossible("number", f"convocation {other.number} began on {other.starts_on}")
    return judge_entry(act.chamber, act.on, CONVOCATIONS)


def check_session(facts: Facts, act: Session) -> None:
    if not facts.covers(act.on):
        raise Impossible("on", f"convocation {facts.convocation} does not last on {act.on}")
    if any(one.number == act.number for one in facts.sessions):
        raise Impossible("number", f"session {act.number} is on the record already")
    for one in facts.sessions:
        if one.ends_on is None or act.on < one.ends_on:
            raise Impossible("on", f"session {one.number} was not closed before {act.on}")


def check_closing(facts: Facts, held: SessionHeld, act: SessionClosed) -> None:
    if act.on < held.starts_on:
        raise Impossible("on", f"the session was opened only on {held.starts_on}")
    if not facts.covers(act.on):
        raise Impossible("on", f"the convocation ended on {facts.ends_on}")


def check_ending(facts: Facts, act: ConvocationEnded) -> None:
    if facts.ends_on is not None:
        raise Impossible("kind", f"the convocation ended on {facts.ends_on}")
    if act.on <= facts.starts_on:
        raise Impossible("on", f"the convocation began only on {facts.starts_on}")
    ended = Period(starts_on=facts.starts_on, ends_on=act.on)
    for one in facts.sessions:
        if one.starts_on >= act.on or (one.ends_on is not None and outlasts(one, ended)):
            raise Impossible("on", f"session {one.number} was held after {last_day(act.on)}")


def step(facts: Facts | None, act: ConvocationAct, _: Given, __: Ruling) -> Facts:
    if isinstance(act, Convocation):
        return Facts(
            starts_on=act.on, ends_on=act.until, chamber=act.chamber, convocation=act.number
        )
    assert facts is not None, "a convocation begins first"
    match act:
        case Session():
            held = SessionHeld(starts_on=act.on, number=act.number, session=act.session)
            return facts.model_copy(update={"sessions": (*facts.sessions, held)})
        case SessionClosed():
            # The day of closing is still a day of the session.
            return closed(facts, until=act.on + timedelta(days=1))
        case ConvocationEnded():
            ended = facts.model_copy(update={"ends_on": act.on})
            return closed(ended, until=act.on)
        case _:
            assert_never(act)


def closed(facts: Facts, *, until: date) -> Facts:
    """The same, with its open session ended."""
    sessions = tuple(
        one.model_copy(update={"ends_on": until}) if one.ends_on is None else one
        for one in facts.sessions
    )
    return facts.model_copy(update={"sessions": sessions})


def open_session(facts: Facts) -> SessionHeld | None:
    return next((one for one in facts.sessions if one.ends_on is None), None)


def next_acts(facts: Facts) -> list[str]:
    """The acts that are open, in the order in which a clerk thinks of them."""
    sitting = "session_closed" if open_session(facts) else "session"  # Or one of the past.
    return [sitting] if facts.ends_on is not None else [sitting, "convocation_ended"]
