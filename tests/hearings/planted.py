"""A mark is written, past all guards, into whatever lies in the rows of a closed hearing."""

import base64
from uuid import UUID

import asyncpg

from tests.record.unguarded import UNGUARDED

# Tables with rows of a hearing's own, and which those are. What else names a case is added first.
OF_A_HEARING = {
    "proceeding": "t.id = h.id",
    "hearing": "t.id = h.id",
    "hearing_organiser": "t.hearing_id = h.id",
    "hearing_invitation": "t.hearing_id = h.id",
    "hearing_notice": "t.hearing_id = h.id",
    "hearing_move": "t.hearing_id = h.id",
    "hearing_deputy": "t.hearing_id = h.id",
    "hearing_guest": "t.hearing_id = h.id",
    "hearing_recommendation": "t.hearing_id = h.id",
    "hearing_dispatch": "t.hearing_id = h.id",
    "hearing_publication": "t.hearing_id = h.id",
    "hearing_material": "t.hearing_id = h.id",
    "hearing_hand_over": "t.hearing_id = h.id",
    "hearing_reading": "t.hearing_id = h.id",
    "booked_day": "t.proceeding_id = h.id",
    "deadline": "t.proceeding_id = h.id",
    "committee_deadline": "t.proceeding_id = h.id",
    "journal": "t.proceeding_id = h.id",
    "agenda_item": "t.proceeding_id = h.id",
    "file": "t.sha256 IN (SELECT a.sha256 FROM attachment AS a"
    " JOIN journal AS j ON j.id = a.entry_id WHERE j.proceeding_id = h.id)",
    "idempotency": "t.key = 'planted'",
}
KEPT = ("noun", "sha256", "key")  # By these a row is what it is.
COLUMNS = """
    SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute
    WHERE attrelid = $1::text::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
        AND format_type(atttypid, NULL) IN ('text', 'jsonb', 'bytea', 'text[]')"""
VALUES = {
    "text": "'{mark}' || t.ctid",
    "jsonb": "jsonb_build_object('{mark}', '{mark}')",
    "bytea": "convert_to('\"{mark}' || t.ctid || '\"', 'UTF8')",  # As JSON: an index reads it.
    "text[]": "ARRAY['{mark}']",
}


async def plant(admin: asyncpg.Connection, hidden: UUID, mark: str) -> list[str]:
    """The columns that now bear the mark, as "table.column"."""
    for statement in UNGUARDED:
        await admin.execute(statement)
    for statement in BESIDES:
        await admin.execute(statement.format(uid=hidden))
    planted = []
    for table, own in OF_A_HEARING.items():
        await drop_checks(admin, table)
        for name, kind in await admin.fetch(COLUMNS, f"public.{table}"):
            if name in KEPT:
                continue
            value = VALUES[kind].format(mark=mark)
            status = await admin.execute(
                f"UPDATE public.{table} AS t SET {name} = {value} FROM proceeding AS h"
                f" WHERE h.uid = '{hidden}' AND {own}"
            )
            assert status != "UPDATE 0", f"{table} has no row of the closed hearing"
            planted.append(f"{table}.{name}")
    await admin.execute("ANALYZE")
    return planted


# Rows that no act of a hearing writes, as they may come to lie there all the same.
BESIDES = (
    """INSERT INTO agenda_version (sitting_id, version, published_on)
       SELECT id, 1, '2026-02-02' FROM sitting LIMIT 1 ON CONFLICT DO NOTHING""",
    """INSERT INTO agenda_item (sitting_id, version, number, title_kk, title_ru, proceeding_id)
       SELECT s.id, 1, 1 + (SELECT count(*) FROM agenda_item), '', '', h.id
       FROM sitting AS s, proceeding AS h WHERE h.uid = '{uid}' LIMIT 1""",
    """INSERT INTO hearing_reading (hearing_id, name, role, what)
       SELECT id, '', '', '' FROM proceeding WHERE uid = '{uid}'""",
    """INSERT INTO idempotency (account, key, request, status, body)
       SELECT uid, 'planted', '', 201, '' FROM account LIMIT 1 ON CONFLICT DO NOTHING""",
)  # fmt: skip


async def drop_checks(admin: asyncpg.Connection, table: str) -> None:
    names = await admin.fetch(
        "SELECT conname FROM pg_constraint WHERE contype IN ('c', 'u')"
        " AND conrelid = $1::text::regclass",
        f"public.{table}",
    )
    for (name,) in names:
        await admin.execute(f'ALTER TABLE public.{table} DROP CONSTRAINT "{name}" CASCADE')


def forms(mark: str) -> list[str]:
    """The mark as itself, in hexadecimal digits, and in base 64 wherever it begins."""
    raw = mark.encode()
    shifted = [base64.b64encode(b"x" * shift + raw).decode()[4:-4] for shift in range(3)]
    return [mark, mark[::-1], raw.hex(), raw.hex().upper(), *shifted]


def found_in(said: str | bytes, mark: str) -> bool:
    told = said if isinstance(said, str) else said.decode("latin-1")
    return any(form in told for form in forms(mark))
