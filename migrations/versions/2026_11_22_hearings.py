"""Hearings, the board they are told on, and the guard of the calendar; the gallery's own role.

The statements stand beside this file as SQL, as the tables described them on that day.
"""

from pathlib import Path

from alembic import op

revision = "2026_11_22_hearings"
down_revision = "2026_11_21_foundation"
branch_labels = None
depends_on = None

BETWEEN = "\n--;\n"


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.split(BETWEEN):
        # Through the driver: a colon in a statement is no parameter of ours.
        op.get_bind().exec_driver_sql(statement)
