"""A list of the house as CSV, for those who work with spreadsheets: one row for each item."""

from collections.abc import Sequence
from typing import Any

from litestar import Response

from chamber.record.lookup.sheets import BOM, cell, lines

Json = dict[str, Any]

COLUMNS = {
    "offices": (
        "id", "chamber", "body", "office_kk", "office_ru", "person_id", "person_kk", "person_ru",
        "person_latin", "appointed_on", "starts_on", "last_day", "left_on", "ground", "note_kk",
        "note_ru", "appointment", "candidate", "resolution",
    ),
    "resolutions": (
        "id", "number", "chamber", "convocation", "decision", "stands", "adopted_on", "signed_on",
        "published_on", "sent_on", "proceeding_noun", "proceeding_number", "proceeding_id",
        "candidate", "vote", "reasons", "text_kk", "text_ru",
    ),
}  # fmt: skip


def sheet_of(noun: str, items: Sequence[Json]) -> Response[bytes]:
    columns = COLUMNS[noun]
    rows = [[cell(flat(item).get(column)) for column in columns] for item in items]
    name = {"Content-Disposition": f'attachment; filename="{noun}.csv"'}
    body = (BOM + lines([columns, *rows])).encode()
    # Litestar adds the charset.
    return Response(body, media_type="text/csv", headers=name)


def flat(item: Json, before: str = "") -> Json:
    """What stands inside is named by the way to it: person_kk."""
    found: Json = {}
    for name, value in item.items():
        if isinstance(value, dict):
            found |= flat(value, f"{before}{name}_")
        else:
            found[before + name] = value
    return found
