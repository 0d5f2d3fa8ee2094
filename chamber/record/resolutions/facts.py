"""What is known of a resolution: its number, its text, and its days."""

from datetime import date
from typing import Literal
from uuid import UUID

from chamber.law.act import Value
from chamber.law.ruling import Impossible
from chamber.law.text import Line, Text, Texts

# Appointments; a member's report heard, taken note of, appealed against; immunity; powers ended.
Decision = Literal[
    "appoint", "reject", "hear", "take_note", "appeal", "consent", "refuse", "end_powers",
    "note_end",
]  # fmt: skip
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbered(Value):
    """What a resolution is given when it is adopted. An official number leaves ours out."""

    resolution: UUID
    convocation: int
    number: int | None = None


class Resolution(Value):
    resolution: UUID
    convocation: int
    number: int | None = None
    official_number: Line | None = None  # The number it had before our record began.
    subject: int | None = None  # What in the proceeding it is about.
    decision: Decision
    vote: UUID | None = None
    text: Texts | None = None  # Unknown of some of the past.
    reasons: Text | None = None
    adopted_on: date
    signed_on: date | None = None
    published_on: date | None = None
    sent_on: date | None = None

    @property
    def written_number(self) -> str | None:
        """As the chamber writes it: "№ 12-VIII"."""
        if self.official_number is not None:
            return self.official_number
        return None if self.number is None else f"№ {self.number}-{roman(self.convocation)}"


def roman(number: int) -> str:
    """Convocations are written in Roman numerals."""
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def dated(
    resolution: Resolution,
    *,
    signed_on: date | None = None,
    published_on: date | None = None,
    sent_on: date | None = None,
) -> Resolution:
    """The resolution with its later days. Raises Impossible for a day before its cause."""
    later = resolution.model_copy(
        update={
            "signed_on": signed_on or resolution.signed_on,
            "published_on": published_on or resolution.published_on,
            "sent_on": sent_on or resolution.sent_on,
        }
    )
    follow(later.signed_on, "signed_on", later.adopted_on, "adopted")
    follow(later.published_on, "published_on", later.signed_on, "signed")
    follow(later.sent_on, "sent_on", later.signed_on, "signed")
    return later


def follow(day: date | None, field: str, cause_on: date | None, cause: str) -> None:
    if day is None:
        return
    if cause_on is None:
        raise Impossible(field, f"a resolution is {cause} first")
    if day < cause_on:
        raise Impossible(field, f"{day} is before the resolution was {cause}, {cause_on}")
