"""Which tables tell of a hearing, and which of their columns say what its facts say."""

from collections.abc import Iterable
from typing import Any

from chamber.hearings.tables.cases import (
    HearingRow,
    InvitationRow,
    MoveRow,
    NoticeRow,
    OrganiserRow,
)
from chamber.hearings.tables.held import (
    DeputyRow,
    DispatchRow,
    GuestRow,
    HandOverRow,
    MaterialRow,
    PublicationRow,
    RecommendationRow,
)
from chamber.law.act import Value
from chamber.law.text import Words
from chamber.record.base import Base
from chamber.record.rows import Row, table_of

# In the order in which they need one another.
KINDS: tuple[type[Base], ...] = (
    HearingRow, OrganiserRow, InvitationRow, NoticeRow, MoveRow, DeputyRow, GuestRow,
    RecommendationRow, DispatchRow, PublicationRow, MaterialRow, HandOverRow,
)  # fmt: skip
# The columns of the hearing's own row that say what its facts say, under the same name.
SAME = (
    "chamber", "opened_on", "proposed_by", "proposed_form", "starts_at", "place", "cancelled_on",
    "cancelled_because", "begun_on", "ended_on", "completed_on",
)  # fmt: skip
# Where a column has another name than the fact, since SQL keeps that one for itself.
COLUMNS = {"to": "recipient", "of": "body", "where": "place"}


def in_columns(kind: type[Base], told: Value, names: Iterable[str]) -> Row:
    """Each of these facts in its column; what is said in both languages, in two."""
    row: dict[str, Any] = {}
    for name in names:
        value, column = getattr(told, name), COLUMNS.get(name, name)
        if column in table_of(kind).columns:
            row[column] = value
        else:
            row |= {f"{column}_kk": value and value.kk, f"{column}_ru": value and value.ru}
    return row


def in_row(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """The same facts, read from there."""
    columns = {name: COLUMNS.get(name, name) for name in names}
    return {name: row[told] if told in row else words(row, told) for name, told in columns.items()}


def words(row: Row, column: str) -> Words | None:
    kazakh, russian = row[f"{column}_kk"], row[f"{column}_ru"]
    return None if kazakh is None else Words(kk=kazakh, ru=russian)
