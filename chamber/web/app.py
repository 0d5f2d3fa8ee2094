"""The application: the only file that knows every room."""

from collections.abc import Sequence
from typing import Any

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.pydantic import PydanticPlugin
from litestar.types import ControllerRouterHandler
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from chamber.record.migrating import newest
from chamber.record.procedure import Room
from chamber.settings import Settings
from chamber.web import docs, files, front, law, sessions
from chamber.web.bodies import StrictBodies
from chamber.web.clerks import Cookie
from chamber.web.docs import NoPages
from chamber.web.door import HANDED
from chamber.web.gate import LARGEST_FILE, Gate
from chamber.web.house import Clock, House, wall_clock
from chamber.web.openapi import ABOUT, API, TITLE, VERSION
from chamber.web.problems import HANDLERS

# Every room, and the routes of each. Nothing else in the house knows them all.
ROOMS: tuple[Room[Any, Any, Any], ...] = ()
ROUTES: tuple[ControllerRouterHandler, ...] = ()
OWN: list[ControllerRouterHandler] = [
    *sessions.routes, *law.routes, *files.routes, *docs.routes,
]  # fmt: skip


def create_app(
    settings: Settings,
    engine: AsyncEngine,
    *,
    clock: Clock = wall_clock,
    rooms: Sequence[Room[Any, Any, Any]] = ROOMS,
    routes: Sequence[ControllerRouterHandler] = ROUTES,
) -> Gate:
    """The house behind its gate. Tests bring small rooms of their own."""
    app = Litestar(
        route_handlers=[Router(API, route_handlers=[*OWN, *routes]), *front.routes],
        dependencies=HANDED,
        exception_handlers=HANDLERS,
        plugins=[PydanticPlugin(), StrictBodies()],
        openapi_config=OpenAPIConfig(
            title=TITLE, version=VERSION, description=ABOUT, use_handler_docstrings=True,
            openapi_router=NoPages("/nowhere", route_handlers=[]),
            render_plugins=[JsonRenderPlugin()],
        ),
        request_max_body_size=LARGEST_FILE,
        state=State({"house": house(settings, engine, clock, rooms)}),
        logging_config=None,
    )  # fmt: skip
    return Gate(app)


def house(
    settings: Settings, engine: AsyncEngine, clock: Clock, rooms: Sequence[Room[Any, Any, Any]]
) -> House:
    return House(
        engine=engine,
        sessions=async_sessionmaker(engine, expire_on_commit=False),
        rooms={room.noun: room for room in rooms},
        cookie=Cookie(secure=bool(settings.chamber_url and settings.chamber_url.scheme == "https")),
        as_of=settings.chamber_as_of,
        clock=clock,
        schema=newest(),
    )
