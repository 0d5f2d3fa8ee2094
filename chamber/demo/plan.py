"""What the Chambers of the demonstration are like: their seats, factions, committees, sessions."""

import tomllib
from datetime import date
from pathlib import Path

from pydantic import Field

from chamber.law.act import Value
from chamber.law.seats import Chamber
from chamber.law.text import Name
from chamber.record.people.acts import Basis

TODAY = date(2026, 4, 1)


class Seats(Value):
    """Deputies who came to the Chamber in one way, and sit in one faction, or in none."""

    basis: Basis
    number: int
    faction: str | None = None


class Plan(Value):
    convocation: int
    since: date
    posts_since: date
    deputy_chairs: int
    sessions: tuple[tuple[date, ...], ...]  # The first day and, of those that are over, the last.
    seats: tuple[Seats, ...]
    factions: dict[str, Name] = Field(default_factory=dict)
    committees: tuple[Name, ...]
    bureau: Name


PLANS = {
    Chamber(name): Plan.model_validate(told)
    for name, told in tomllib.loads(
        Path(__file__).with_name("chambers.toml").read_text(encoding="utf-8")
    ).items()
}
