"""Instants are kept in UTC, and told in the time of Astana in one spelling, to the second."""

from datetime import datetime
from typing import Any

from chamber.law.terms import ASTANA


def in_astana(told: Any) -> Any:
    """What is told, with each instant in it, that is each field `..._at`, in our time."""
    if isinstance(told, dict):
        return {
            name: spelled(value)
            if isinstance(value, str) and str(name).endswith("_at")
            else in_astana(value)
            for name, value in told.items()
        }
    return [in_astana(one) for one in told] if isinstance(told, list | tuple) else told


def spelled(instant: str) -> str:
    """ "2026-03-04T05:00:00Z" as "2026-03-04T10:00:00+05:00"; what is no instant as it is."""
    try:
        at = datetime.fromisoformat(instant)
        return told_at(at) if at.tzinfo else instant
    except (ValueError, OverflowError):
        return instant


def told_at(at: datetime) -> str:
    return at.astimezone(ASTANA).isoformat(timespec="seconds")
