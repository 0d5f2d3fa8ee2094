"""Convocations and their sessions over HTTP."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field

from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.convocations.acts import Convocation, Later
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.convocations.search import find_convocations
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of


class Opening(Sent):
    act: Convocation


class Sending(Sent):
    act: Later | OnAnyCase = Field(discriminator="kind")


@post("/", summary="A convocation begins", status_code=201)
async def begin(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """A chamber has one at a time, and numbers them as they follow."""
    return await door.open(CONVOCATIONS, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a convocation", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """A session is opened or closed; the convocation ends."""
    return await door.do(CONVOCATIONS, uid, data.act, data)


@get("/{uid:uuid}", summary="A convocation")
async def show_convocation(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its days, and its sessions with theirs."""
    return await door.show(CONVOCATIONS, uid)


@get("/", summary="Convocations")
async def list_convocations(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """Of a `chamber`, or of both."""
    asked = Asked(list(request.query_params.multi_items()), ("chamber",))
    chamber, limit = asked.one_of("chamber", list(Chamber)), asked.limit()
    found = await find_convocations(door.session, chamber, asked.uid("after"), limit)
    return page_of(found, limit, door, request)


routes = [
    Router(
        "/convocations",
        route_handlers=[begin, do_act, show_convocation, list_convocations],
        tags=["convocations"],
    )
]
