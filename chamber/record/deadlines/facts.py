"""Something that is to be done by a time, or not before one. Pure: each room tells its own."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from chamber.law.act import Sentence, Value
from chamber.law.text import Words
from chamber.law.timing import Timing

REMINDER = "reminder"  # The kind of the act that reminds somebody of it.


class What(StrEnum):
    """What is due."""

    CONSIDERATION = "consideration"  # Of a submission on immunity, within two weeks.
    NOTICE = "notice"  # To the media, before a hearing.
    REPORT = "report"  # The day on which a member of the Government reports.
    RELEASE = "release"  # By the President, after an appeal: the law names no day.
    REPEAT = "repeat"  # An appeal again, not before six months.
    NOTING = "noting"  # A resolution that takes note of an end of powers.
    OFFICE = "office"  # The end of a term of office: the seat is to be filled.


# What comes by itself on its day, and can be told of before: `done_on` may lie ahead.
ENDS_BY_ITSELF = frozenset({What.OFFICE})


class About(Value):
    """Whom a case is about, or what: for those who read of it in a list."""

    person: UUID | None = None
    words: Words | None = None


class Due(Value):
    what: What
    rule: str
    cite: str
    since: date  # The day on which it fell to be done.
    subject: int | None = None  # Of several in one matter, which.
    timing: Timing | None = None  # By when, on each reading. None: that cannot be known yet.
    why: Sentence | None = None  # Why not.
    # Once it is done the timing may say what that came to: `check_act_on(clock, when it was done)`.
    done_on: date | None = None
