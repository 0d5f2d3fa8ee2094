"""What every act has: it is a value, it has a kind, and it was done on a legal day."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from chamber.law.roles import SECRETARIAT, Role

FIRST_YEAR, LAST_YEAR = 1990, 2100  # Beyond them a year is a slip of the pen.
OUT_OF_TIME = "day_out_of_time"


class Value(BaseModel):
    """Plain data that never changes and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sentence(Value):
    """One plain sentence in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str


def in_time(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError(OUT_OF_TIME, f"is not between {FIRST_YEAR} and {LAST_YEAR}")
    return day


class Act(Value):
    """Something that was done. It is judged by the law in force on the day it was done."""

    by: ClassVar[frozenset[Role]] = SECRETARIAT  # Who may enter it.

    kind: str
    on: Annotated[date, AfterValidator(in_time)]  # The legal day, in Astana.
