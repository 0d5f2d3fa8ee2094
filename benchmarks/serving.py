"""The servers that are measured: the house as it is, and the least that could stand in its place.

python -m benchmarks.serving house|floor PORT ADDRESS_OF_THE_DATABASE WORKERS
"""

import logging.config
import sys
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

import asyncpg
from granian import Granian
from granian.constants import Interfaces
from litestar import Response, post
from litestar.params import JSONBody

from benchmarks.places import as_public
from chamber.commands.lines import LINES
from chamber.record.engine import connect_engine, prepared
from chamber.record.votes.api import BallotSent
from chamber.settings import Settings
from chamber.web.app import create_app
from chamber.web.gate import Gate

ONE_DOCUMENT = """
    SELECT etag, packed FROM vote_document WHERE uid = $1 ORDER BY edition DESC LIMIT 1"""


def serve(what: str, port: int, dsn: str, workers: int) -> None:
    server = Granian(
        "benchmarks", address="127.0.0.1", port=port, interface=Interfaces.ASGI, workers=workers,
        websockets=False, log_access=False,
    )  # fmt: skip
    server.serve(target_loader=partial(APPLICATIONS[what], dsn), wrap_loader=False)


def house(dsn: str) -> Gate:
    """As `chamber serve` serves it, with one more address, where nothing is done."""
    logging.config.dictConfig(LINES)
    settings = Settings(database_url=dsn, database_read_url=as_public(dsn))
    return create_app(settings, connect_engine(dsn), more_routes=[nothing])


@post("/nothing")
async def nothing(data: JSONBody[BallotSent]) -> Response[bytes]:
    return Response(b"{}", status_code=201, media_type="application/json")


class Floor:
    """Bare ASGI and the driver: one prepared document, packed, and not a check more."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.pool: asyncpg.Pool | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if self.pool is None:
            self.pool = await prepared(self.dsn, connections=8)
        etag, packed = await self.pool.fetchrow(ONE_DOCUMENT, UUID(scope["path"][-36:]))
        headers = [
            (b"content-type", b"application/json"),
            (b"content-encoding", b"gzip"),
            (b"content-length", str(len(packed)).encode()),
            (b"etag", etag.encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": packed})


APPLICATIONS: dict[str, Callable[[str], Any]] = {"house": house, "floor": Floor}

if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
