"""The gallery: what the public sees of the record, and all that its database role can read.

A view stands for each open table, under the table's own name but in another schema. The public's
role looks there first, so one query serves everybody, and shows the public only public rows.
"""

from chamber.record.base import Base
from chamber.record.rights import PUBLIC

# Tables of the house itself. No view of them stands in the gallery.
WITHHELD = frozenset(
    {
        "account",
        "session",
        "token",
        "login_attempt",
        "idempotency",
        "house_key",
        "series",
        "booked_day",  # It tells of closed business too.
        "hearing_reading",
        "ballot_box",  # Nobody's ballot is told before the vote is over.
    }
)

# Which rows of an open table are public, where not all are.
ROWS = {
    "file": "EXISTS (SELECT FROM public.attachment AS a WHERE a.sha256 = t.sha256)",
}


def gallery() -> list[str]:
    return [
        "CREATE SCHEMA gallery",
        f"GRANT USAGE ON SCHEMA gallery TO {PUBLIC}",
        *(view(table) for table in open_tables()),
        *(f'GRANT SELECT ON gallery."{table}" TO {PUBLIC}' for table in open_tables()),
    ]


def open_tables() -> list[str]:
    return sorted(set(Base.metadata.tables) - WITHHELD)


def view(table: str) -> str:
    # A barrier: no function in a query sees a row before the view has let it through.
    return (
        f'CREATE VIEW gallery."{table}" WITH (security_barrier) AS'
        f' SELECT * FROM public."{table}" AS t WHERE {ROWS.get(table, "true")}'
    )
