"""The days in which a walk goes: each edition of the law, each number of seats, and their edges."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Era:
    """Both Chambers as they were: how many deputies there are, and when the walk begins."""

    name: str
    begins: date
    convoked: date  # When the mandates of all began.
    convocation: int
    deputies: dict[str, int]  # Fewer than there are seats, where some are vacant.
    bases: dict[str, tuple[str, ...]]


SINGLE, LIST = ("list", "single_mandate"), ("list", "assembly")


def era(name: str, begins: date, convoked: date, number: int, **told: Any) -> Era:
    of_mazhilis = told.pop("of_mazhilis", LIST)
    bases = {"mazhilis": of_mazhilis, "senate": ("elected", "appointed")}
    return Era(name, begins, convoked, number, told, bases)


ERAS = (
    # Two thirds for an appeal, which may be refused.
    era("first", date(2003, 3, 3), date(2000, 1, 5), 2, mazhilis=77, senate=39, of_mazhilis=SINGLE),
    # A majority for an appeal; refused, it may be made again after six months.
    era("majority", date(2012, 3, 1), date(2012, 1, 20), 5, mazhilis=107, senate=47),
    # The same until 14 March 2017, and then neither.
    era("crossing", date(2016, 8, 1), date(2016, 3, 25), 6, mazhilis=107, senate=46),
    # House arrest and detention become measures on 1 January 2015.
    era("measures", date(2014, 11, 3), date(2012, 1, 20), 5, mazhilis=106, senate=47),
    # The Mazhilis has its half-hour, and its order of receipt, from 23 December 2020.
    era("regulation", date(2020, 11, 2), date(2018, 9, 3), 6, mazhilis=107, senate=49),
    # One seat is vacant in each: a base of its own for those who count deputies in office.
    era(
        "vacant", date(2024, 2, 1), date(2023, 3, 29), 8, mazhilis=97, senate=49, of_mazhilis=SINGLE
    ),
    era(
        "full", date(2025, 1, 15), date(2023, 3, 29), 8, mazhilis=98, senate=50, of_mazhilis=SINGLE
    ),
    # The last month of the edition; no act is lawful after it.
    era(
        "last", date(2026, 5, 25), date(2023, 3, 29), 8, mazhilis=98, senate=50, of_mazhilis=SINGLE
    ),
)
