"""Cases whose vote was won or lost, and what sources tell of the past."""

from datetime import date
from typing import Any

from tests.appointments.case import A, Case, act


def won(*numbers: int, **first: Any) -> Case:
    case = Case(**first).announced(*(numbers or (1,)))
    for number in numbers or (1,):
        case.voted(number, for_=60, against=20)
    return case


def lost(**first: Any) -> Case:
    case = Case(**first).announced()
    case.voted(for_=40, against=30)
    return case


def recorded(**more: Any) -> Case:
    case = Case(opened=False)
    told = {
        "chamber": "senate", "body": "constitutional_court", "person": A,
        "starts_on": date(2023, 1, 1), "sources": ["a gazette"],
    }  # fmt: skip
    ruling = case.tell(act("recorded", date(2022, 12, 29), **told | more))
    assert ruling.verdict is None
    return case
