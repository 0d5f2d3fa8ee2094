"""What is known of a convocation, and what the rules need to know of the others."""

from datetime import date

from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.seats import Chamber
from chamber.record.convocations.acts import SessionKind


class SessionHeld(Period):
    number: int
    session: SessionKind


class Facts(Period):
    chamber: Chamber
    convocation: int  # Its number; the proceeding has one of its own.
    sessions: tuple[SessionHeld, ...] = ()  # The earliest first.


class Numbered(Period):
    number: int


class Given(Value):
    on: date | None = None  # The day of the act for which it was gathered.
    others: tuple[Numbered, ...] = ()  # Of the same chamber.
