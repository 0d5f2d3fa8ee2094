"""How something that is due stands on a day: still safe, unsafe, late, done, or not to be known."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from chamber.law import sentences, timing_sentences
from chamber.law.act import Sentence, Value
from chamber.law.limits import Moment, day_of
from chamber.law.rulebook import LAW
from chamber.law.ruling import Verdict
from chamber.law.seats import NoChamber, NoEdition, SeatsUnknown
from chamber.law.terms import ASTANA
from chamber.law.timing import TimeReading, Timing
from chamber.record.deadlines.facts import ENDS_BY_ITSELF, Due
from chamber.record.deadlines.sentences import SAID, days_off, done_on, late

DAY = timedelta(days=1)


class State(StrEnum):
    SAFE = "safe"  # Done on that day, it is in time on every reading that counts.
    UNSAFE = "unsafe"  # On some readings only: it would be disputed.
    LATE = "late"  # Too late on every reading.
    EARLY = "early"  # Too soon on every reading.
    UNKNOWN = "unknown"  # It cannot be known yet, or no law is in force on that day.
    DONE = "done"


class Standing(Value):
    """`kept` and `missed`: the readings on which it is in time, and those on which it is not."""

    state: State
    verdict: Verdict | None  # On what was done, or would be done on that day; None: unknown.
    kept: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    sentence: Sentence


def standing(due: Due, chamber: str | None, today: date) -> Standing:
    if due.done_on is not None and due.done_on <= today:
        return done(due, due.done_on)
    timing = due.timing
    if timing is None or limit_of(timing) is None:
        return unknown(due.why or (timing.sentence if timing is not None else SAID.unknown))
    kept, missed = sorted_by(timing, today)
    if not kept and timing.earliest is None:  # It was late already, whatever has become of the law.
        told = late(last_of(timing))
        return Standing(state=State.LATE, verdict=Verdict.INVALID, missed=missed, sentence=told)
    lawless = without_law(due, chamber, today)
    if lawless is not None:
        return unknown(lawless)
    stands = to_be_done(timing, kept, missed)
    safe = safe_until(due)
    if stands.state is State.SAFE and safe is not None and safe < today:
        stands = stands.model_copy(update={"sentence": days_off(safe, min(limits_of(due)))})
    return stands


def unknown(why: Sentence) -> Standing:
    return Standing(state=State.UNKNOWN, verdict=None, sentence=why)


def to_be_done(timing: Timing, kept: tuple[str, ...], missed: tuple[str, ...]) -> Standing:
    state, verdict, told = State.SAFE, Verdict.VALID, timing.sentence
    if missed:
        state, verdict = State.EARLY, Verdict.INVALID
    if missed and kept:
        state, verdict = State.UNSAFE, Verdict.DISPUTED
        told = timing_sentences.disputed(
            early=timing.earliest is not None, kept=kept, missed=missed, applied=applied(timing)
        )
    return Standing(state=state, verdict=verdict, kept=kept, missed=missed, sentence=told)


def done(due: Due, day: date) -> Standing:
    """What was done late is told as late."""
    if due.what in ENDS_BY_ITSELF:
        words = {"start": due.since, "limit": day - DAY}
        told = timing_sentences.said("office", "missed", words)
        return Standing(state=State.DONE, verdict=None, sentence=told)
    timing = due.timing
    if timing is None or (limit_of(timing) is None and timing.verdict is None):
        return Standing(state=State.DONE, verdict=None, sentence=done_on(day))
    kept, missed = sorted_by(timing, day)
    verdict = timing.verdict or (
        Verdict.VALID if not missed else Verdict.DISPUTED if kept else Verdict.INVALID
    )
    told = timing.sentence if timing.verdict is not None else done_on(day)
    return Standing(state=State.DONE, verdict=verdict, kept=kept, missed=missed, sentence=told)


def sorted_by(timing: Timing, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The readings on which an act of the day is in time, and those on which it is not."""
    readings = readings_of(timing)
    kept = tuple(one.name for one in readings if in_time(one, day))
    return kept, tuple(one.name for one in readings if one.name not in kept)


def readings_of(timing: Timing) -> tuple[TimeReading, ...]:
    if timing.readings:
        return timing.readings
    limit = {"last_day": timing.last_day, "latest": timing.latest, "earliest": timing.earliest}
    return (TimeReading(name="", **limit),)


def in_time(reading: TimeReading, day: date) -> bool:
    """Of a day, its first moment: what can still be in time is not told as missed."""
    if reading.latest is not None:
        return datetime.combine(day, time(), ASTANA) <= reading.latest
    if reading.last_day is not None:
        return day <= reading.last_day
    return reading.earliest is None or day >= reading.earliest


def limit_of(one: Timing | TimeReading) -> Moment | None:
    return one.latest or one.last_day or one.earliest


def due_on(due: Due) -> date | None:
    """The day that we adopt."""
    limit = limit_of(due.timing) if due.timing is not None else None
    return None if limit is None else day_of(limit)


def safe_until(due: Due) -> date | None:
    """The last day that is safe on every reading, and that the Chamber can work on.

    On the days off between it and the end of the strictest reading an act is in time all the same.
    None: it has none, or it is not known.
    """
    if due.timing is None or due.timing.earliest:
        return None
    adopted = due_on(due)
    return min(limits_of(due) if adopted is None else [*limits_of(due), adopted], default=None)


def safe_from(due: Due) -> date | None:
    """The first day that is safe on every reading, where an act may come too soon."""
    limits = limits_of(due)
    return max(limits, default=None) if due.timing is not None and due.timing.earliest else None


def limits_of(due: Due) -> list[date]:
    if due.timing is None:
        return []
    found = (limit_of(one) for one in readings_of(due.timing))
    return [day_of(limit) for limit in found if limit is not None]


def last_of(timing: Timing) -> date:
    """The last day on any reading: after it nothing is in time."""
    found = (limit_of(one) for one in readings_of(timing))
    return max(day_of(limit) for limit in found if limit is not None)


def applied(timing: Timing) -> list[str]:
    """The readings that we adopt."""
    return [one.name for one in timing.readings if is_adopted(one.name)]


def is_adopted(name: str) -> bool:
    """Of a product of two questions, both."""
    for part in name.split(timing_sentences.TIMES):
        question, _, letter = part.rpartition(" ")
        known = LAW.readings.questions.get(question)
        if known is None or letter not in known.adopted:
            return False
    return True


def without_law(due: Due, chamber: str | None, today: date) -> Sentence | None:
    """Why nothing could be done on this day. A term of office runs on whatever the edition."""
    if chamber is None or due.what in ENDS_BY_ITSELF:
        return None
    try:
        law = LAW.on(chamber, today)
        _ = law.seats
    except NoEdition:
        return sentences.no_edition(today)
    except NoChamber:
        return sentences.no_chamber(today)
    except SeatsUnknown:
        pass
    return SAID.repealed if due.rule in LAW.rules and law.find(due.rule) is None else None
