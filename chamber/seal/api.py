"""The seal over HTTP: the newest checkpoint, to be kept by whoever wants to hold us to it."""

import re
from typing import Any

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import Select, func, select

from chamber.record.proceedings import Unknown
from chamber.seal.notes import numbers
from chamber.seal.tables import CheckpointRow, Leaf, RecordKey
from chamber.web.door import Door
from chamber.web.lists import document
from chamber.web.telling import Json

RECEIPT = re.compile("[0-9a-f]{64}")


@get("/checkpoint", summary="The newest checkpoint")
async def show_checkpoint(door: NamedDependency[Door]) -> Response[bytes]:
    """The signed note over all that is sealed, and the key that it is verified with.

    Keep one: `chamber verify --checkpoint FILE` then sees whether the record was ever put back. Its
    fourth line says how many leaves are registers, so that no bundle can leave one out."""
    newest = select(CheckpointRow).order_by(CheckpointRow.size.desc()).limit(1)
    return document(await told(door, newest), door)


@get("/leaves/{receipt:str}", summary="Where an entry lies in the record")
async def show_leaf(receipt: FromPath[str], door: NamedDependency[Door]) -> Response[bytes]:
    """The leaf of an entry, by the receipt of its act, and the first checkpoint that covers it."""
    if not RECEIPT.fullmatch(receipt):
        raise Unknown
    commitment = bytes.fromhex(receipt)
    place = await door.session.scalar(select(Leaf.place).where(Leaf.commitment == commitment))
    if place is None:
        raise Unknown
    covering = select(CheckpointRow).where(CheckpointRow.size > place)
    first = await told(door, covering.order_by(CheckpointRow.size).limit(1))
    return document({"receipt": receipt, "leaf": place, **first}, door)


async def told(door: Door, query: Select[Any]) -> Json:
    """A checkpoint. Raises Unknown where there is none: within a second there is."""
    checkpoint = await door.session.scalar(query)
    if checkpoint is None:
        raise Unknown
    vkey = await door.session.scalar(select(func.max(RecordKey.vkey)))
    size, registers = map(int, numbers(checkpoint.note))
    return {"size": size, "registers": registers, "note": checkpoint.note, "vkey": vkey}


routes = [Router("/record", route_handlers=[show_checkpoint, show_leaf], tags=["record"])]
