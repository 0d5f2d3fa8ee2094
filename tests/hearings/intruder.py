"""Somebody on a connection of the public's, and all that the database says to them."""

import io
from collections.abc import AsyncIterator, Iterable
from typing import Any

import asyncpg

from tests.hearings.attacks import COLUMNS, FUNCTIONS, RELATIONS, TRIED, calls, leaky, whole
from tests.hearings.planted import found_in

FAILED = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
# Evaluated on a row of a closed hearing, the half that the attacker knows divides by nothing.
SEEN = "division by zero"


class Intruder:
    def __init__(self, dsn: str, mark: str) -> None:
        self.dsn, self.mark = dsn, mark
        self.connection: asyncpg.Connection | None = None
        self.notices: list[str] = []
        self.caught: list[str] = []
        self.tried = 0

    async def __aenter__(self) -> "Intruder":
        await self.come_in()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self.connection is not None
        self.connection.terminate()

    async def come_in(self) -> None:
        settings = {"search_path": "gallery, public", "statement_timeout": "5s"}
        self.connection = await asyncpg.connect(self.dsn, server_settings=settings)
        self.connection.add_log_listener(lambda _, said: self.notices.append(everything(said)))

    async def say(self, statement: str) -> str:
        """All that comes back: rows, notices, and every field of an error."""
        assert self.connection is not None
        if self.connection.is_closed():
            await self.come_in()
        self.tried += 1
        self.notices.clear()
        try:
            said = repr([tuple(row) for row in await self.connection.fetch(statement)])
        except FAILED as error:
            said = everything(error)
        return "\n".join([said, *self.notices])

    async def attempt(self, statements: Iterable[str]) -> None:
        for statement in statements:
            said = await self.say(statement)
            if found_in(said, self.mark) or SEEN in said:
                self.caught.append(statement)

    async def everything(self, enough: int | None = None) -> list[str]:
        """What was tried with success, until it is enough; nothing, where the walls stand."""
        async for statements in self.known():
            await self.attempt(statements)
            await self.calm_down()
            if enough is not None and len(self.caught) >= enough:
                break
        return self.caught

    async def known(self) -> AsyncIterator[Iterable[str]]:
        for line in TRIED:
            yield line
        for schema, name, _ in await self.rows(RELATIONS):
            yield whole(schema, name)
        for schema, name, column in await self.rows(COLUMNS):
            yield leaky(schema, name, column)
        for schema, name, types in await self.rows(FUNCTIONS):
            yield calls(schema, name, list(types))

    async def calm_down(self) -> None:
        """Out of whatever transaction and setting the last attempt has left."""
        assert self.connection is not None
        if not self.connection.is_closed():
            await self.connection.execute("ROLLBACK; RESET ALL; RESET SESSION AUTHORIZATION")

    async def copy(self, statement: str) -> None:
        """COPY speaks a protocol of its own."""
        assert self.connection is not None
        found = io.BytesIO()
        self.tried += 1
        try:
            await self.connection.copy_from_query(statement, output=found)
        except FAILED as error:
            found.write(everything(error).encode())
        if found_in(found.getvalue(), self.mark):
            self.caught.append(f"COPY ({statement})")

    async def rows(self, query: str) -> list[Any]:
        assert self.connection is not None
        if self.connection.is_closed():
            await self.come_in()
        return [tuple(row) for row in await self.connection.fetch(query)]


def everything(said: Any) -> str:
    told = said.as_dict() if hasattr(said, "as_dict") else {}
    return " ".join([str(said), *(str(value) for value in told.values())])
