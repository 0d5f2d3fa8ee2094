"""A sealed record to tamper with: its database as an insider has it, its bundle, and its key."""

import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.engine import connect_engine
from chamber.record.people.acts import Renamed
from chamber.record.people.procedure import PEOPLE
from chamber.seal.bundling import AS_THE_PUBLIC, SEES, write_all
from chamber.seal.tables import Leaf
from tests.conftest import beside
from tests.hearings.housed import house, opened, proposal
from tests.record.roster import done, named, person
from tests.record.unguarded import UNGUARDED
from tests.seal.building import PREFIX, Key, canonical, root
from tests.seal.sealed import bundle, seal_all


@dataclass(frozen=True)
class Scene:
    """A record that was sealed three times; nothing in it is changed, only copies of it."""

    server: str
    older: str  # The name of its database as it was when it was sealed first.
    database: str
    home: Path  # The signer's.
    folder: Path  # The bundle.
    first: int  # How many leaves there were when it was sealed first.

    @property
    def places(self) -> dict[str, int]:
        """Leaves: a closed act, two acts of one case, the last act of another, the last of all."""
        names = ("closed", "act", "following", "last", "register", "cut", "newest", "size", "more")
        return {name: self.first + number for number, name in enumerate(names)}

    @property
    def kept(self) -> Path:
        """A checkpoint that somebody kept: the newest."""
        return self.folder / "checkpoints" / f"{self.places['size']:012}"

    @property
    def key(self) -> Key:
        """What the holder of the key can sign with."""
        (pem,) = self.home.glob("*/key.pem")
        private = load_pem_private_key(pem.read_bytes(), None)
        assert isinstance(private, Ed25519PrivateKey)
        return Key("record.example/test", private.private_bytes_raw())


async def set_scene(server: str, template: str, home: Path) -> Scene:
    older, database = (f"test_{uuid4().hex}" for _ in range(2))
    await copy(server, template, database)
    dsn = beside(server, database)
    async with entering(dsn) as session:
        here = await house(session)
        one, other = await person(session), await person(session)
    await seal_all(dsn, home / "seal")
    await copy(server, database, older)
    first = len(leaves_of(await bundle(dsn, home / "older")))
    async with entering(dsn) as session:
        await opened(session, proposal(here))
        for who, day, name in ((one, 4, "Әбенова"), (one, 5, "Ахметова"), (other, 4, "Сейітова")):
            await renamed(session, who, day, name)
    await seal_all(dsn, home / "seal")
    async with entering(dsn) as session:
        await renamed(session, one, 6, "Оспанова")
    await seal_all(dsn, home / "seal")
    folder = await bundle(dsn, home / "bundle")
    return Scene(server, older, database, home / "seal", folder, first)


async def renamed(session: AsyncSession, who: UUID, day: int, name: str) -> None:
    act = Renamed(on=date(2026, 3, day), name=named(f"{name} Асқар"))
    await done(session, PEOPLE, who, act)


@asynccontextmanager
async def entering(dsn: str) -> AsyncIterator[AsyncSession]:
    engine = connect_engine(dsn, connections=1, spare=0)
    try:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            yield session
            await session.commit()
    finally:
        await engine.dispose()


async def copy(server: str, database: str, name: str) -> None:
    await as_owner(server, f'CREATE DATABASE "{name}" TEMPLATE "{database}"')


async def drop(server: str, *names: str) -> None:
    for name in names:
        await as_owner(server, f'DROP DATABASE "{name}" WITH (FORCE)')


async def as_owner(dsn: str, *statements: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def tampered(scene: Scene, statements: list[str], folder: Path) -> Path:
    """The bundle of a copy that an insider has changed, and written as it lies there."""
    name = f"test_{uuid4().hex}"
    await copy(scene.server, scene.database, name)
    try:
        dsn = beside(scene.server, name)
        told = [statement.format(**scene.places) for statement in statements]
        await as_owner(dsn, *UNGUARDED, *told)
        await written(dsn, folder)
    finally:
        await drop(scene.server, name)
    return folder


async def written(dsn: str, folder: Path) -> None:
    """As `chamber bundle` writes it, and without asking whether a checkpoint covers it."""
    engine = connect_engine(dsn, connections=1, spare=0)
    try:
        async with engine.connect() as connection:
            size = await connection.scalar(select(func.max(Leaf.place) + 1))
            await connection.execute(AS_THE_PUBLIC)
            await connection.execute(SEES)
            await write_all(connection, folder, size or 0, lambda done, of: None)
    finally:
        await engine.dispose()


def leaves_of(folder: Path) -> list[bytes]:
    content = (folder / "leaves.bin").read_bytes()
    return [content[at : at + 32] for at in range(0, len(content), 32)]


def sign_again(folder: Path, leaves: list[bytes], key: Key) -> None:
    """These leaves, and a checkpoint at each size that has had one, and at the end."""
    sizes = {int(path.name) for path in (folder / "checkpoints").iterdir()}
    (folder / "leaves.bin").write_bytes(b"".join(leaves))
    for size in {*sizes, len(leaves)}:
        registers = sum(place < size for place in registers_of(folder))
        note = key.note(size, root(leaves[:size]), registers)
        (folder / "checkpoints" / f"{size:012}").write_bytes(note)


def registers_of(folder: Path) -> list[int]:
    """The leaves that are registers, of those that are opened."""
    lines = map(json.loads, (folder / "openings.jsonl").read_text().splitlines())
    return [line["i"] for line in lines if json.loads(line["body"])["stream"] == "register"]


def rewrite(folder: Path, key: Key, place: int, old: str, new: str) -> None:
    """A second history: one act is told otherwise, and all that follows is made to fit."""
    leaves, lines, other = leaves_of(folder), [], {old: new}
    for line in (folder / "openings.jsonl").read_text().splitlines():
        told = json.loads(line)
        if told["i"] >= place:
            for was, now in other.items():
                told["body"] = told["body"].replace(was, now)
            body = json.loads(told["body"])
            if body["stream"] == "register":
                body["data"]["opened"].sort()
                told["body"] = canonical(body).decode()
            raw = PREFIX + bytes.fromhex(told["salt"]) + told["body"].encode()
            leaf = hashlib.sha256(raw).digest()
            other[leaves[told["i"]].hex()] = leaf.hex()
            leaves[told["i"]] = leaf
        lines.append(canonical(told) + b"\n")
    (folder / "openings.jsonl").write_bytes(b"".join(lines))
    sign_again(folder, leaves, key)
