"""The application: the only file that knows the routes of every room."""

from collections.abc import Sequence

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.pydantic import PydanticPlugin
from litestar.types import ControllerRouterHandler
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker

from chamber.appointments import api as appointments
from chamber.feeds import api as feeds
from chamber.feeds.drawing import Site
from chamber.feeds.listening import Noticeboard
from chamber.feeds.shelf import Shelf as FeedShelf
from chamber.hearings import api as hearings
from chamber.immunity import api as immunity
from chamber.mandates import api as mandates
from chamber.record.bodies import api as bodies
from chamber.record.chambers import api as chambers
from chamber.record.convocations import api as convocations
from chamber.record.deadlines import api as deadlines
from chamber.record.engine import connect_engine
from chamber.record.lookup import api as lookup
from chamber.record.lookup.reading import Connections
from chamber.record.migrating import newest
from chamber.record.people import api as people
from chamber.record.recorded import api as recorded
from chamber.record.resolutions import api as resolutions
from chamber.record.rights import PATH, PUBLIC
from chamber.record.sittings import api as sittings
from chamber.record.votes import api as votes
from chamber.record.votes.box import Box
from chamber.record.votes.hot import Shelf
from chamber.reports import api as reports
from chamber.rooms import ROOMS, Rooms
from chamber.seal import api as seal
from chamber.settings import Settings
from chamber.web import docs, files, front, law, sessions
from chamber.web.arriving import Street
from chamber.web.bodies import StrictBodies
from chamber.web.clerks import Cookie
from chamber.web.docs import NoPages
from chamber.web.door import HANDED
from chamber.web.gate import LARGEST_FILE, Gate
from chamber.web.house import Clock, House, wall_clock
from chamber.web.openapi import ABOUT, TITLE, VERSION
from chamber.web.problems import HANDLERS
from chamber.web.questions import API, check_questions
from chamber.web.turnstile import Turnstile

ROUTES: list[ControllerRouterHandler] = [
    *sessions.routes, *law.routes, *files.routes, *docs.routes,
    *chambers.routes, *convocations.routes, *people.routes, *bodies.routes, *sittings.routes,
    *votes.routes, *recorded.routes, *lookup.routes, *resolutions.routes, *deadlines.routes,
    *appointments.routes, *hearings.routes, *immunity.routes, *mandates.routes,
    *reports.routes, *seal.routes,
]  # fmt: skip
CONNECTIONS = 8  # For quick reads, in each process.


def create_app(
    settings: Settings,
    engine: AsyncEngine,
    *,
    clock: Clock = wall_clock,
    rooms: Rooms = ROOMS,
    more_routes: Sequence[ControllerRouterHandler] = (),
    turnstile: Turnstile | None = None,
) -> Gate:
    """The house behind its gate. Tests bring small rooms of their own."""
    app = Litestar(
        route_handlers=[
            Router(API, route_handlers=[*ROUTES, *more_routes], guards=[check_questions]),
            *front.routes, *feeds.routes,
        ],
        dependencies=HANDED,
        exception_handlers=HANDLERS,
        plugins=[PydanticPlugin(), StrictBodies()],
        openapi_config=OpenAPIConfig(
            title=TITLE, version=VERSION, description=ABOUT, use_handler_docstrings=True,
            openapi_router=NoPages("/nowhere", route_handlers=[]),
            render_plugins=[JsonRenderPlugin()],
        ),
        request_max_body_size=LARGEST_FILE,
        state=shared(settings, engine, clock, rooms),
        on_shutdown=[close],
        logging_config=None,
    )  # fmt: skip
    return Gate(app, Street(settings.origin, settings.trusted_proxies), turnstile)


def shared(settings: Settings, engine: AsyncEngine, clock: Clock, rooms: Rooms) -> State:
    """What all requests of a process share."""
    written, read = settings.database_url or "", settings.database_read_url
    # Connections of its own: what is prepared on them means the gallery's views for ever.
    of_public = connect_engine(read or written, path=PATH)
    house = House(
        engine=engine,
        sessions=async_sessionmaker(engine, expire_on_commit=False),
        of_public=async_sessionmaker(of_public, expire_on_commit=False),
        public_logs_in=read is not None,
        rooms=rooms,
        cookie=Cookie(secure=bool(settings.chamber_url and settings.chamber_url.scheme == "https")),
        as_of=settings.chamber_as_of,
        clock=clock,
        schema=newest(),
    )
    role = None if read else PUBLIC
    at = settings.chamber_url or f"http://{settings.host}:{settings.port}"
    site = Site(str(at).rstrip("/"), settings.chamber_as_of)
    return State(
        {
            "house": house,
            "origin": settings.origin.encode(),
            "engines": (engine, of_public),
            "reads": Connections(read or written, CONNECTIONS, role=role, path=PATH),
            "box": Box(Connections(written, 2)),
            "shelf": Shelf(),
            "feeds": FeedShelf(Noticeboard(written, read), site, house.today),
        }
    )


async def close(app: Litestar) -> None:
    await app.state.feeds.close()
    await app.state.reads.close()
    await app.state.box.connections.close()
    for engine in app.state.engines:
        await engine.dispose()
