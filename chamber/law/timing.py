"""Whether an act is in time: on every reading that counts, on some of them, or on none."""

from datetime import date, datetime
from typing import TypedDict

from chamber.law import sentences, timing_sentences
from chamber.law.act import Sentence, Value
from chamber.law.limits import Clock, Limit, Moment, Reads, day_of, hour_of, instant_of, precedes
from chamber.law.rule import Wording
from chamber.law.ruling import Verdict
from chamber.law.seats import NoChamber, NoEdition, SeatsUnknown

NO_EDITION = "no edition in force"
NO_CHAMBER = "no chamber on this day"


class TimeReading(Value):
    """One reading of a term: one of the three limits."""

    name: str
    last_day: date | None = None
    latest: datetime | None = None
    earliest: date | None = None


class Timing(Value):
    """What the law said of the time of an act, or of the time there is for it."""

    rule: str
    cite: str
    convention: str | None
    last_day: date | None = None
    latest: datetime | None = None
    earliest: date | None = None
    verdict: Verdict | None  # None: no act was asked about.
    readings: tuple[TimeReading, ...]
    calendar: str
    sentence: Sentence
    note: Sentence | None = None
    reason: str | None = None  # Why no time would do.


def check_act_on(clock: Clock, act_on: Moment | None = None) -> Timing:
    """The clock's answer, and the verdict on an act of that day or instant.

    Raises NoHour for a day where only an hour can tell.
    """
    verdict, sentence, reason = judged(clock, act_on)
    return Timing(
        rule=clock.rule.id,
        cite=clock.rule.cite,
        convention=clock.rule.convention,
        verdict=verdict,
        readings=tuple(
            TimeReading(name=reads.name, **limited(clock, reads.limit)) for reads in clock.readings
        ),
        calendar=clock.calendar,
        sentence=sentence,
        note=clock.note,
        reason=reason,
        **limited(clock, clock.adopted),
    )


def no_law(rule: str, wording: Wording, day: date, calendar: str) -> Timing:
    """The answer where no edition is in force on the day from which the term would run."""
    return Timing(
        rule=rule,
        cite=wording.cite,
        convention=wording.convention,
        verdict=Verdict.INVALID,
        readings=(),
        calendar=calendar,
        sentence=sentences.no_edition(day),
        reason=NO_EDITION,
    )


def judged(clock: Clock, act_on: Moment | None) -> tuple[Verdict | None, Sentence, str | None]:
    if act_on is None:
        return None, timing_sentences.said(clock.says, "open", moments(clock)), None
    if (unlawful := without_law(clock, day_of(act_on))) is not None:
        return Verdict.INVALID, *unlawful
    if isinstance(clock.adopted, datetime):
        hour_of(act_on)
    for since in clock.not_before:
        if precedes(act_on, since.at):
            return Verdict.INVALID, *timing_sentences.before(since.what, day_of(since.at))
    readings = clock.readings or (Reads("", clock.adopted, adopted=True),)
    kept = [reads for reads in readings if in_time(clock, act_on, reads.limit)]
    words = moments(clock, act_on)
    if len(kept) == len(readings):
        return Verdict.VALID, timing_sentences.said(clock.says, "kept", words), None
    if not kept:
        return Verdict.INVALID, timing_sentences.said(clock.says, "missed", words), None
    return Verdict.DISPUTED, disputed(clock, kept), None


def disputed(clock: Clock, kept: list[Reads]) -> Sentence:
    return timing_sentences.disputed(
        early=clock.kind is Limit.EARLIEST,
        kept=[reads.name for reads in kept],
        missed=[reads.name for reads in clock.readings if reads not in kept],
        applied=[reads.name for reads in clock.readings if reads.adopted],
    )


def without_law(clock: Clock, day: date) -> tuple[Sentence, str] | None:
    """Why nothing can be done under this rule on this day."""
    try:
        law = clock.law.book.on(clock.law.chamber, day)
        _ = law[clock.rule.id], clock.by_chamber and law.seats
    except NoEdition:
        return sentences.no_edition(day), NO_EDITION
    except NoChamber:
        return sentences.no_chamber(day), NO_CHAMBER
    except SeatsUnknown:
        pass  # The Chamber sat, whatever its number.
    return None


def in_time(clock: Clock, act_on: Moment, limit: Moment) -> bool:
    if isinstance(limit, datetime):
        return instant_of(act_on) <= limit
    if clock.kind is Limit.EARLIEST:
        return day_of(act_on) >= limit
    return day_of(act_on) <= limit


def moments(clock: Clock, act_on: Moment | None = None) -> dict[str, Moment]:
    words = {"start": clock.start, "limit": clock.adopted}
    if act_on is not None:
        words["act"] = act_on
        if clock.in_time_for is not None:
            words["earliest"] = clock.in_time_for(act_on)
    return words


class Limits(TypedDict, total=False):
    last_day: date
    latest: datetime
    earliest: date


def limited(clock: Clock, limit: Moment) -> Limits:
    match clock.kind:
        case Limit.LAST_DAY:
            return {"last_day": limit}
        case Limit.LATEST:
            return {"latest": instant_of(limit)}
        case Limit.EARLIEST:
            return {"earliest": limit}
