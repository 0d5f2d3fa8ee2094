"""The house as `chamber serve` serves it, with a room for notes and doors that break on purpose.

python -m tests.web.served, with the settings in the environment
"""

import logging.config
from typing import Any

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from sqlalchemy import text

from chamber.commands import serve
from chamber.commands.leaving import Leave
from chamber.commands.lines import LINES
from chamber.database import Addresses
from chamber.record.engine import connect_engine
from chamber.rooms import ROOMS
from chamber.settings import Settings, settings
from chamber.web.app import create_app
from chamber.web.door import Door
from chamber.web.leaving import Leaving
from chamber.web.turnstile import Counters, Turnstile
from tests.web import notes

TWICE = "INSERT INTO account (login, name, password, role) VALUES (:said, :said, :said, 'admin')"


@post("/breaks")
async def breaks(request: Request[Any, Any, Any]) -> Response[bytes]:
    try:
        raise KeyError(await request.body())
    except KeyError as error:
        raise RuntimeError(f"{error} {request.headers} {request.url}") from error


@post("/refused")
async def refused(request: Request[Any, Any, Any], door: NamedDependency[Door]) -> Response[bytes]:
    """The database refuses the second: its DETAIL repeats what was sent."""
    said = "x" + (await request.body()).decode().strip('"').lower()
    await door.session.execute(text("RESET ROLE"))
    await door.session.execute(text(TWICE), {"said": said})
    await door.session.execute(text(TWICE), {"said": said})
    return Response(b"")


@get("/broken-gate")
async def broken_gate() -> Response[bytes]:
    return Response(b"")


class BrokenGate:
    """Breaks before any handler of the house could tell of it."""

    def __init__(self, house: Any) -> None:
        self.house, self.state, self.routes = house, house.state, house.routes

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope.get("path") == "/api/v1/broken-gate":
            raise RuntimeError(str(scope["headers"]), scope["query_string"])
        await self.house(scope, receive, send)


def application(here: Settings, counted: Counters | None, leave: Leave) -> Leaving:
    leave.with_parent()
    logging.config.dictConfig(LINES)
    assert here.database_url is not None
    gate = create_app(
        here, connect_engine(here.database_url), rooms={**ROOMS, "notes": notes.NOTES},
        more_routes=[*notes.routes, breaks, refused, broken_gate],
        turnstile=Turnstile(counted) if counted else None,
    )  # fmt: skip
    gate.house = BrokenGate(gate.house)  # type: ignore[assignment]
    return Leaving(gate, leave)


if __name__ == "__main__":
    serve.application = application
    at = settings().database_url or ""
    serve.listen(settings(), Addresses(at, settings().database_read_url))
