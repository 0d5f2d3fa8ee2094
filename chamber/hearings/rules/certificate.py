"""The notice certificate: of each notice given, to whom, how long before, and what it comes to."""

from datetime import datetime, timedelta

from chamber.hearings.facts import Announced, Hearing
from chamber.hearings.rules.places import names
from chamber.hearings.sentences import SAID, notice_lacks
from chamber.law.act import Sentence, Value
from chamber.law.calendar import Calendar
from chamber.law.clocks import notice
from chamber.law.limits import Clock
from chamber.law.rulebook import LAW
from chamber.law.ruling import GRAVITY, Verdict
from chamber.law.terms import astana, local_day
from chamber.law.text import Line
from chamber.law.timing import Timing, check_act_on, in_time

HOUR = timedelta(hours=1)


class Limit(Value):
    """The latest moment for a notice on one reading, and whether it was kept."""

    name: str  # For example "Q-01 B".
    latest: datetime
    adopted: bool  # Whether it is the reading that we apply.
    kept: bool


class Notified(Value):
    """One notice against the hearing as it stands now."""

    sent_at: datetime
    channel: Line
    days_before: int  # Clear days between the two.
    hours_before: int  # Whole hours; below zero where the hearing had begun.
    satisfies: bool  # It tells topic, time and place, and they still hold; when is told apart.
    limits: tuple[Limit, ...]
    verdict: Verdict
    sentence: Sentence

    @property
    def late_on(self) -> tuple[str, ...]:
        return tuple(limit.name for limit in self.limits if not limit.kept)


class Certificate(Value):
    """All notices of a hearing. The best of those that tell of it decides, else the latest."""

    starts_at: datetime
    rule: str
    cite: str
    calendar: str
    best: int | None  # Its number, from 1. None: nobody was told.
    verdict: Verdict
    sentence: Sentence
    notices: tuple[Notified, ...]

    @property
    def decisive(self) -> Notified | None:
        return None if self.best is None else self.notices[self.best - 1]


def certificate(hearing: Hearing) -> Certificate | None:
    """None for a hearing without a time: there is nothing to be early for.

    Raises NoEdition where no law is in force on the hearing's day.
    """
    if hearing.starts_at is None:
        return None
    clock = clock_of(hearing.chamber, hearing.starts_at)
    notices = tuple(notified(hearing, one, clock) for one in hearing.notices)
    number = best(notices)
    decides = None if number is None else notices[number - 1]
    return Certificate(
        starts_at=hearing.starts_at,
        rule=clock.rule.id,
        cite=clock.rule.cite,
        calendar=clock.calendar,
        best=number,
        verdict=Verdict.INVALID if decides is None else decides.verdict,
        sentence=SAID.no_notice if decides is None else decides.sentence,
        notices=notices,
    )


def clock_of(chamber: str, starts_at: datetime) -> Clock:
    day = local_day(starts_at)
    return notice(LAW.on(chamber, day), starts_at, Calendar.as_known_on(day))


def best(notices: tuple[Notified, ...]) -> int | None:
    """The number of the one that comes nearest to the law; the first of several.

    Where none tells of the hearing as it stands now, the last one shows what is wrong.
    """
    numbered = list(enumerate(notices, start=1))
    if telling := [(rank(one), number) for number, one in numbered if one.satisfies]:
        return min(telling)[1]
    last = max(((one.sent_at, number) for number, one in numbered), default=None)
    return None if last is None else last[1]


def rank(one: Notified) -> tuple[int, datetime]:
    return GRAVITY(one.verdict), one.sent_at


def notified(hearing: Hearing, sent: Announced, clock: Clock) -> Notified:
    assert hearing.starts_at is not None
    timing, lacks = timed(clock, sent.sent_at), why_not(hearing, sent)
    assert timing.verdict is not None, "a moment was asked about"
    between = local_day(hearing.starts_at) - local_day(sent.sent_at)
    return Notified(
        sent_at=sent.sent_at,
        channel=sent.channel,
        days_before=max(between.days - 1, 0),
        hours_before=(hearing.starts_at - sent.sent_at) // HOUR,
        satisfies=lacks is None,
        limits=limits(clock, sent.sent_at),
        verdict=timing.verdict if lacks is None else Verdict.INVALID,
        sentence=lacks or timing.sentence,
    )


def timed(clock: Clock, sent_at: datetime) -> Timing:
    return check_act_on(clock, astana(sent_at))


def limits(clock: Clock, sent_at: datetime) -> tuple[Limit, ...]:
    latest = {one.name: one.latest for one in check_act_on(clock).readings}
    return tuple(
        Limit(
            name=reads.name, latest=latest[reads.name], adopted=reads.adopted,
            kept=in_time(clock, astana(sent_at), reads.limit),
        )
        for reads in clock.readings
    )  # fmt: skip


def why_not(hearing: Hearing, sent: Announced) -> Sentence | None:
    """Why this notice does not tell of the hearing as it stands now, if it does not.

    The topic must be told, but it is not compared: people phrase it, in the language of the paper,
    and the notice of a closed hearing must not tell what is secret in it.
    """
    told = {"topic": sent.topic, "time": sent.starts_at, "place": sent.place}
    if missing := [what for what in SAID.told if told[what] is None]:
        return notice_lacks(missing)
    if hearing.starts_at is None or hearing.place is None:
        return SAID.before_the_time_was_set
    if sent.starts_at != hearing.starts_at:
        return SAID.another_time
    assert sent.place is not None, "else it would be missing"
    return None if names(sent.place, hearing.place) else SAID.another_place
