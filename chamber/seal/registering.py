"""The register: which leaves are open, so that an opening that is withheld is missed."""

import os
from datetime import date

from sqlalchemy import delete, insert, select, table
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import column

from chamber.record.canonical import canonical
from chamber.seal.tables import Opened, Register, Unregistered

STREAM = "register"
AT_ONCE = 500  # Cases, in one register.
# What the public sees: the database decides it, and not this program.
OPEN = table("journal", column("commitment"), column("proceeding_id"), schema="gallery")


async def register(connection: AsyncConnection, on: date) -> bool:
    """Say what has been opened and closed since the last register; False where nobody waits."""
    oldest = select(Unregistered.id).order_by(Unregistered.id).limit(AT_ONCE)
    taken = delete(Unregistered).where(Unregistered.id.in_(oldest))
    cases = set(await connection.scalars(taken.returning(Unregistered.proceeding_id)))
    if cases:
        await compare(connection, on, cases)
    return bool(cases)


async def compare(connection: AsyncConnection, on: date, cases: set[int]) -> None:
    """What is open in these cases, with what the registers say of them."""
    of_cases = Opened.proceeding_id.in_(cases)
    was = set(await connection.scalars(select(Opened.commitment).where(of_cases)))
    query = select(OPEN.c.commitment, OPEN.c.proceeding_id)
    rows = await connection.execute(query.where(OPEN.c.proceeding_id.in_(cases)))
    now = {commitment: case for commitment, case in rows}
    opened, closed = sorted(now.keys() - was), sorted(was - now.keys())
    if not (opened or closed):
        return
    await connection.execute(delete(Opened).where(Opened.commitment.in_(closed)))
    if opened:
        added = [{"commitment": one, "proceeding_id": now[one]} for one in opened]
        await connection.execute(insert(Opened), added)
    await enter(connection, on, opened, closed)


async def enter(
    connection: AsyncConnection, on: date, opened: list[bytes], closed: list[bytes]
) -> None:
    last = select(Register.seq, Register.commitment).order_by(Register.seq.desc()).limit(1)
    before = (await connection.execute(last)).one_or_none()
    seq = before.seq + 1 if before else 1
    told = {
        "v": 1, "stream": STREAM, "seq": seq, "prev": before and before.commitment.hex(),
        "kind": STREAM, "at": on.isoformat(),
        "data": {"opened": [one.hex() for one in opened], "closed": [one.hex() for one in closed]},
    }  # fmt: skip
    row = {"seq": seq, "salt": os.urandom(32), "body": canonical(told)}
    await connection.execute(insert(Register).values(row))
