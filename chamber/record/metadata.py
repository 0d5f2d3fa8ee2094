"""Every table of the record in one place, with the functions, triggers and rights beside them."""

from sqlalchemy import MetaData

from chamber.record import journal, proceedings, series
from chamber.record.base import Base
from chamber.record.votes import tables as votes

TABLES: MetaData = Base.metadata
MODULES = (proceedings, series, journal, votes)

# What Alembic does not see: extensions, functions, triggers and rights.
EXTENSIONS = ("btree_gist", "pg_trgm")
