"""How Alembic runs our migrations: on the connection that it is given, in its transaction."""

from alembic import context

from chamber.record.metadata import TABLES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=TABLES,
    compare_type=True,
    compare_server_default=True,
)
context.run_migrations()
