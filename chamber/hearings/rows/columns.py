"""Which tables tell of a hearing, and which of their columns say what its facts say."""

from sqlalchemy import Table

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
from chamber.record.base import Base

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


def table_of(row: type[Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table)
    return table
