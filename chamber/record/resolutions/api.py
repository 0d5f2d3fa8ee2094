"""Resolutions over HTTP: the register of each chamber and convocation."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from chamber.law.asking import chamber, whole
from chamber.record.lookup.asking import Asked
from chamber.record.resolutions.lookup import Wanted, find_resolutions, one_resolution
from chamber.web.door import Door
from chamber.web.lists import document, page_of


@get("/", summary="Resolutions")
async def list_resolutions(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """The latest first: of a `chamber`, of a `convocation`, adopted from `since` to `until`."""
    known = ("chamber", "convocation", "since", "until")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = Wanted(
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        convocation=whole(asked.words, "convocation"),
        since=asked.day("since"),
        until=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_resolutions(door.session, wanted)
    return page_of(found, wanted.limit, door, request)


@get("/{uid:uuid}", summary="A resolution")
async def show_resolution(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its number, its text in Kazakh and Russian, its days, and the vote it rests on."""
    return document(await one_resolution(door.session, uid), door)


routes = [
    Router("/resolutions", route_handlers=[list_resolutions, show_resolution], tags=["resolutions"])
]
