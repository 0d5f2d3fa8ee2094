"""Resolutions over HTTP: the register of each chamber and convocation."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from chamber.law.asking import chamber, whole
from chamber.record.lookup.asking import Asked
from chamber.record.people.roll import named
from chamber.record.resolutions.lookup import Found, Wanted, find_resolutions, one_resolution
from chamber.web.door import Door
from chamber.web.lists import document, page_of


@get("/", summary="Resolutions")
async def list_resolutions(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """The latest first: of a `chamber`, a `convocation` or a `vote`, from `since` to `until`."""
    known = ("chamber", "convocation", "since", "until", "vote")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = Wanted(
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        convocation=whole(asked.words, "convocation"),
        since=asked.day("since"),
        until=asked.day("until"),
        vote=asked.uid("vote"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_resolutions(door.session, wanted)
    return page_of(found, wanted.limit, door, request)


@get("/{uid:uuid}", summary="A resolution")
async def show_resolution(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its number, its text, its days, whom it is about, and the vote and rule it rests on."""
    found, told = await one_resolution(door.session, uid)
    return document(told | {"person": await person_in(door, found)}, door)


async def person_in(door: Door, found: Found) -> dict[str, str] | None:
    room = door.rooms[found.case.noun]
    if found.row.subject is None:
        return None
    facts = await room.load(door.session, found.case.id)
    who = room.person(facts, found.row.subject)
    return None if who is None else await named(door.session, who)


routes = [
    Router("/resolutions", route_handlers=[list_resolutions, show_resolution], tags=["resolutions"])
]
