"""The seal: leaves, registers, checkpoints; what the house itself may see of hidden hearings.

The statements stand beside this file as SQL, as the tables described them on that day.
"""

from pathlib import Path

from alembic import op

revision = "2026_11_22_sealed"
down_revision = "2026_11_22_matters"
branch_labels = None
depends_on = None

BETWEEN = "\n--;\n"


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.split(BETWEEN):
        # Through the driver: a colon in a statement is no parameter of ours.
        op.get_bind().exec_driver_sql(statement)
