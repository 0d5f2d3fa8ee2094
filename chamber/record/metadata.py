"""Every table of the record in one place, with the functions, triggers and rights beside them."""

from sqlalchemy import MetaData

from chamber.appointments.tables import cases as appointments
from chamber.appointments.tables import offices
from chamber.hearings.tables import board, guard, veil
from chamber.hearings.tables import cases as hearings
from chamber.hearings.tables import held as hearings_held
from chamber.immunity.tables import cases as immunity
from chamber.immunity.tables import guard as immunity_guard
from chamber.mandates.tables import cases as mandates
from chamber.mandates.tables import guard as mandates_guard
from chamber.record import (
    accounts,
    booked,
    files,
    house_key,
    idempotency,
    journal,
    logins,
    proceedings,
    resting,
    series,
)
from chamber.record.base import Base
from chamber.record.bodies import tables as bodies
from chamber.record.convocations import tables as convocations
from chamber.record.deadlines import tables as deadlines
from chamber.record.lookup import views
from chamber.record.people import tables as people
from chamber.record.resolutions import tables as resolutions
from chamber.record.sittings.tables import held, planned
from chamber.record.votes import casting, editions, repeats, tallies
from chamber.record.votes import tables as votes
from chamber.reports.tables import cases as reports
from chamber.reports.tables import guard as reports_guard
from chamber.reports.tables import heard as reports_heard
from chamber.seal import tables as seal

TABLES: MetaData = Base.metadata
MODULES = (
    proceedings,
    series,
    journal,
    people,
    bodies,
    convocations,
    planned,
    held,
    votes,
    resting,
    casting,
    repeats,
    editions,
    tallies,
    resolutions,
    booked,
    deadlines,
    appointments,
    offices,
    hearings,
    hearings_held,
    board,
    guard,
    veil,
    immunity,
    immunity_guard,
    reports,
    reports_heard,
    reports_guard,
    mandates,
    mandates_guard,
    seal,
    views,
    accounts,
    logins,
    idempotency,
    house_key,
    files,
)

# What Alembic does not see: extensions, functions, triggers and rights.
EXTENSIONS = ("btree_gist", "pg_trgm")
