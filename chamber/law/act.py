"""What every act has: it is a value, it has a kind, and it was done on a legal day."""

from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from chamber.law.roles import SECRETARIAT, Role


class Value(BaseModel):
    """Plain data that never changes and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sentence(Value):
    """One plain sentence in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str


class Act(Value):
    """Something that was done. It is judged by the law in force on the day it was done."""

    by: ClassVar[frozenset[Role]] = SECRETARIAT  # Who may enter it.

    kind: str
    on: date  # The legal day, in Astana.
