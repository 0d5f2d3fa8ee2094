"""Questions to the law arrive as plain words; what cannot be understood is said in one line."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from chamber.law.seats import Chamber

LONGEST = 9  # Digits. Nobody counts more deputies, days or votes.


class BadQuestion(Exception):
    """The question cannot be answered as it was put: which field is wrong, and why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


def only(raw: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """The arguments by their names, with underscores. An argument we do not know is refused."""
    asked = {name.replace("-", "_"): words for name, words in raw.items()}
    for name in raw:
        if name.replace("-", "_") not in known:
            raise BadQuestion(ascii(name)[1:-1], "is not an argument of this question")
    if len(asked) < len(raw):
        raise BadQuestion("arguments", "one argument is given twice")
    return asked


def required(asked: Mapping[str, str], field: str) -> str:
    if not asked.get(field):
        raise BadQuestion(field, "is missing")
    return asked[field]


def chamber(asked: Mapping[str, str], field: str = "chamber") -> Chamber:
    words = required(asked, field)
    if words not in list(Chamber):
        raise BadQuestion(field, f"{words!a} is not 'senate' or 'mazhilis'")
    return Chamber(words)


def day(asked: Mapping[str, str], field: str) -> date:
    words = required(asked, field)
    # Python reads also "20260501" and "2026-W18-5"; we ask for the one form that we write.
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words) is None:
        raise BadQuestion(field, f"{words!a} is not a day: write 2026-05-01")
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise BadQuestion(field, f"{words!a} is not a day of the calendar") from None


def whole(asked: Mapping[str, str], field: str) -> int | None:
    """A whole number, zero or more; None where the argument is not given."""
    words = asked.get(field)
    if words is None:
        return None
    if re.fullmatch(r"-[0-9]+", words):
        raise BadQuestion(field, f"{words[:LONGEST]} is below zero")
    if re.fullmatch(r"[0-9]+", words) is None:
        raise BadQuestion(field, f"{words!a} is not a whole number")
    if len(words) > LONGEST:
        raise BadQuestion(field, f"{words[:LONGEST]}… is too great a number")
    return int(words)
