"""The chambers over HTTP: what each was on a day."""

from typing import Any

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from chamber.law.asking import BadQuestion, day, only
from chamber.law.seats import Chamber
from chamber.record.chambers.overview import overview
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
    given = list(request.query_params.multi_items())
    if len(given) > 1:
        raise BadQuestion("on", "is the one argument of this question")
    asked = only(dict(given), {"on"})
    on = day(asked, "on") if asked else door.today
    return document(await overview(door.session, Chamber(chamber), on), door)


routes = [Router("/chambers", route_handlers=[show_chamber], tags=["chambers"])]
