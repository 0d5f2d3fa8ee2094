"""What is known of a body, and what the rules need to know of the others."""

from datetime import date

from chamber.law.act import Value
from chamber.law.period import Period
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.bodies.acts import BodyKind


class Facts(Period):
    chamber: Chamber
    body: BodyKind
    name: Name
    convocation: int


class Given(Value):
    """What the rest of the record tells of the day of the act, and of later days."""

    on: date | None = None  # The day of the act for which it was gathered.
    # How many standing committees there are that day, and on each later day on which one begins.
    committees: tuple[tuple[date, int], ...] = ()
    bureaus: tuple[Period, ...] = ()  # Of the same chamber.
