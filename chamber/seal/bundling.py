"""The bundle: all that the public needs to check the record, in one folder, without us."""

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, func, select, table, text, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import column

from chamber.record.engine import connect_engine
from chamber.record.rights import PATH, PUBLIC
from chamber.seal.tables import CheckpointRow, Leaf, RecordKey, Unregistered, Unsealed

AT_ONCE = 5_000  # Leaves, in one page.
JOURNAL, REGISTER = (
    table(name, column("commitment"), column("salt"), column("body"), schema="gallery")
    for name in ("journal", "register")
)
AS_THE_PUBLIC = text(f"SET LOCAL ROLE {PUBLIC}")
SEES = text(f"SET LOCAL search_path = {PATH}")


class NotCovered(Exception):
    """No checkpoint covers the whole record yet."""


async def write_bundle(dsn: str, folder: Path, told: Callable[[int, int], None]) -> int:
    """Write what the public may have into an empty folder; the number of leaves.

    `told` hears of how many leaves are done, of how many. Raises NotCovered.
    """
    engine = connect_engine(dsn, connections=1, spare=0)
    try:
        async with engine.connect() as plain:
            # One moment of the record, from the first leaf to the last.
            asked = await plain.execution_options(isolation_level="REPEATABLE READ")
            async with asked.begin():
                await asked.execute(text("SET TRANSACTION READ ONLY"))
                size = await covered(asked)
                # From here on with the public's own rights: nothing else can come into the bundle.
                await asked.execute(AS_THE_PUBLIC)
                await asked.execute(SEES)
                await write_all(asked, folder, size, told)
                return size
    finally:
        await engine.dispose()


async def covered(connection: AsyncConnection) -> int:
    """How many leaves there are, all of which are signed. Raises NotCovered."""
    waiting = select(
        select(Unsealed.id).exists(),
        select(Unregistered.id).exists(),
        select(func.max(CheckpointRow.size)).scalar_subquery(),
        select(func.coalesce(func.max(Leaf.place) + 1, 0)).scalar_subquery(),
    )
    unsealed, unregistered, signed, size = (await connection.execute(waiting)).one()
    if unsealed or unregistered or signed != size:
        raise NotCovered
    return int(size)


async def write_all(
    connection: AsyncConnection, folder: Path, size: int, told: Callable[[int, int], None]
) -> None:
    (folder / "checkpoints").mkdir(parents=True)
    notes = select(CheckpointRow.size, CheckpointRow.note).order_by(CheckpointRow.size)
    for at, note in await connection.execute(notes):
        (folder / "checkpoints" / f"{at:012}").write_bytes(note.encode())
    with (
        (folder / "leaves.bin").open("wb") as leaves,
        (folder / "openings.jsonl").open("wb") as opened,
    ):
        async for page in pages(connection, size):
            for row in page:
                leaves.write(row["leaf"])
                if row["body"] is not None:
                    opened.write(opening(row))
            told(page[-1]["place"] + 1, size)
    # Last: what was begun and not finished cannot be taken for a bundle.
    vkey = await connection.scalar(select(RecordKey.vkey))
    (folder / "vkey").write_bytes(f"{vkey}\n".encode())


async def pages(connection: AsyncConnection, size: int) -> AsyncIterator[list[RowMapping]]:
    for first in range(0, size, AT_ONCE):
        here = (
            select(Leaf.place, Leaf.commitment)
            .where(Leaf.place >= first, Leaf.place < first + AT_ONCE)
            .cte()
        )
        told = union_all(
            *(
                select(here.c.place, kept.c.salt, kept.c.body).join_from(
                    here, kept, kept.c.commitment == here.c.commitment
                )
                for kept in (JOURNAL, REGISTER)
            )
        ).subquery()
        query = select(
            here.c.place, here.c.commitment.label("leaf"), told.c.salt, told.c.body
        ).outerjoin_from(here, told, told.c.place == here.c.place)
        rows = await connection.execute(query.order_by(here.c.place))
        yield list(rows.mappings())


def opening(row: RowMapping) -> bytes:
    told: dict[str, Any] = {
        "body": row["body"].decode(), "i": row["place"], "salt": row["salt"].hex(),
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
