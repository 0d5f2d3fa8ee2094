"""Bodies over HTTP: formed, dissolved, and listed."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field

from chamber.law.asking import whole
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.bodies.acts import Body, BodyKind, Dissolved
from chamber.record.bodies.procedure import BODIES
from chamber.record.bodies.search import Wanted, find_bodies
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of


class Opening(Sent):
    act: Body


class Sending(Sent):
    act: Dissolved | OnAnyCase = Field(discriminator="kind")


@post("/", summary="Form a body", status_code=201)
async def form_body(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """A faction, a standing committee, a commission, the Bureau."""
    return await door.open(BODIES, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a body", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """A body is dissolved: its members' seats end with it."""
    return await door.do(BODIES, uid, data.act, data)


@get("/{uid:uuid}", summary="A body")
async def show_body(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """What it is, and since when. Its members are listed at `/people?body=`."""
    return await door.show(BODIES, uid)


@get("/", summary="Bodies")
async def list_bodies(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """Of a `chamber`, of a kind (`body`), of a `convocation`, and there `on` a day."""
    asked = Asked(
        list(request.query_params.multi_items()), ("chamber", "body", "convocation", "on")
    )
    wanted = Wanted(
        chamber=asked.one_of("chamber", list(Chamber)),
        kind=asked.one_of("body", list(BodyKind)),
        convocation=whole(asked.words, "convocation"),
        on=asked.day("on"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    return page_of(await find_bodies(door.session, wanted), wanted.limit, door, request)


routes = [
    Router("/bodies", route_handlers=[form_body, do_act, show_body, list_bodies], tags=["bodies"])
]
