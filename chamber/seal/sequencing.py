"""The sequencer: gives each commitment its place in the tree, and has the tree signed."""

from datetime import date

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from chamber.seal.notes import Checkpoint, Key, Wrong, read_note
from chamber.seal.registering import register
from chamber.seal.signer import Refused, Signer
from chamber.seal.tables import CheckpointRow, Leaf, RecordKey, Register, Unsealed
from chamber.seal.tree import Tree

AT_ONCE = 20_000  # Leaves, in one transaction.


async def seal(connection: AsyncConnection, signer: Signer, on: date) -> bool:
    """Register, number and sign what has been entered; False where there was nothing to do.

    Each step is kept before the next begins, and goes on where an earlier one was broken off.
    """
    more = True
    while more:
        async with connection.begin():
            more = await register(connection, on)
    more = True
    while more:
        async with connection.begin():
            more = await number(connection) == AT_ONCE
    async with connection.begin():
        return await sign(connection, signer)


async def number(connection: AsyncConnection) -> int:
    """Give the oldest commitments that have no place the next ones. How many they were."""
    size = await count_leaves(connection)
    oldest = select(Unsealed.id).order_by(Unsealed.id).limit(AT_ONCE)
    taken = delete(Unsealed).where(Unsealed.id.in_(oldest))
    rows = sorted(await connection.execute(taken.returning(Unsealed.id, Unsealed.commitment)))
    if rows:
        leaves = [{"place": size + n, "commitment": row[1]} for n, row in enumerate(rows)]
        await connection.execute(insert(Leaf), leaves)
    return len(rows)


async def sign(connection: AsyncConnection, signer: Signer) -> bool:
    """Have the tree signed as it lies in the database. Raises Refused."""
    size = signer.tree.size
    leaves, registers = await leaves_from(connection, size)
    last = await connection.scalar(select(func.max(CheckpointRow.size)))
    if not leaves and last == size:
        return False
    checkpoint, note = signer.extend(size, leaves, registers)
    kept = {"size": checkpoint.size, "root": checkpoint.root, "note": note}
    # What was signed a moment before a crash is there already, or is told again.
    await connection.execute(upsert(CheckpointRow).values(kept).on_conflict_do_nothing())
    return True


async def begin(connection: AsyncConnection, signer: Signer) -> None:
    """See that the database still holds what was signed, by this key. Raises Refused."""
    async with connection.begin():
        await connection.execute(
            upsert(RecordKey).values(vkey=str(signer.key)).on_conflict_do_nothing()
        )
        if await connection.scalar(select(RecordKey.vkey)) != str(signer.key):
            raise Refused("the record in the database was signed with another key")
        size, signed = await count_leaves(connection), signer.tree.size
        last = await connection.scalar(select(func.max(CheckpointRow.size))) or 0
        if last > signed:
            raise Refused(
                f"{last} leaves are signed, and the signer remembers {signed} only. Put its newest"
                " memory back; where that is lost, and the database is whole: chamber seal --resume"
            )
        if size < signed:
            raise Refused(
                f"the database went back: it holds {size} leaves, and {signed} are signed."
                " Restore what is missing first; chamber verify names it in a public copy"
            )
        await tree_under(connection, signer.signed)


async def newest_signed(connection: AsyncConnection, key: Key) -> tuple[Tree, int]:
    """The tree under the newest checkpoint, and the registers in it, as this key has signed them.

    Raises Refused where it has not.
    """
    newest = select(CheckpointRow.note).order_by(CheckpointRow.size.desc()).limit(1)
    try:
        checkpoint = read_note(await connection.scalar(newest) or "", key)
    except Wrong as wrong:
        raise Refused(f"the newest checkpoint: {wrong}") from None
    return await tree_under(connection, checkpoint), checkpoint.registers


async def tree_under(connection: AsyncConnection, signed: Checkpoint) -> Tree:
    """The tree of the leaves that were signed. Raises Refused where the database has others."""
    leaves, registers = await leaves_from(connection, 0, signed.size)
    tree = Tree()
    tree.grow(leaves)
    if (tree.size, tree.root()) != (signed.size, signed.root):
        raise Refused(f"the first {signed.size} leaves are not those that were signed")
    if registers != signed.registers:
        raise Refused(
            f"of the first {signed.size} leaves {registers} are registers, and {signed.registers}"
            " were signed. Restore what is missing first"
        )
    return tree


async def count_leaves(connection: AsyncConnection) -> int:
    last = await connection.scalar(select(func.max(Leaf.place)))
    return 0 if last is None else last + 1


async def leaves_from(
    connection: AsyncConnection, first: int, end: int | None = None
) -> tuple[list[bytes], int]:
    """In their order, and how many of them are registers: asked at once, so that it is of these."""
    are = Register.commitment == Leaf.commitment
    query = select(Leaf.commitment, Register.seq).outerjoin_from(Leaf, Register, are)
    query = query.where(Leaf.place >= first).order_by(Leaf.place)
    if end is not None:
        query = query.where(Leaf.place < end)
    rows = (await connection.execute(query)).all()
    return [leaf for leaf, _ in rows], sum(seq is not None for _, seq in rows)
