"""The chambers over HTTP: what each was on a day."""

from typing import Any

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from chamber.law.seats import Chamber
from chamber.record.chambers.overview import overview
from chamber.record.lookup.asking import Asked
from chamber.record.proceedings import Unknown
from chamber.web.door import Door
from chamber.web.lists import document


@get("/{chamber:str}", summary="A chamber on a day")
async def show_chamber(
    chamber: FromPath[str], request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """Its seats by law, those in office, who leads it, its factions and committees `on` a day."""
    if chamber not in list(Chamber):
        raise Unknown
    asked = Asked(request.query_params.multi_items(), ("on",), ())
    on = asked.day("on") or door.today
    return document(await overview(door.session, Chamber(chamber), on), door)


routes = [Router("/chambers", route_handlers=[show_chamber], tags=["chambers"])]
