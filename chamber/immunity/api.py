"""Immunity over HTTP: opened by a submission, moved on by acts, and looked up."""

from typing import Any, Self
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.types import ControllerRouterHandler
from pydantic import Field, model_validator

from chamber.immunity.acts import MatterAct, Resolve, Submission
from chamber.immunity.procedure import IMMUNITY
from chamber.immunity.rows.listing import Wanted, find_matters
from chamber.law.asking import chamber
from chamber.law.sent import Sent
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of


class Opening(Sent):
    act: Submission


class Sending(Sent):
    act: MatterAct | OnAnyCase = Field(discriminator="kind")

    @model_validator(mode="after")
    def only_the_past_has_an_official_number(self) -> Self:
        told = isinstance(self.act, Resolve) and self.act.official_number is not None
        if told and self.occurred is None:
            raise ValueError("an official number is only of an act that has occurred")
        return self


@post("/", summary="Open a matter of immunity", status_code=201)
async def open_matter(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """The submission of the Prosecutor General is received."""
    return await door.open(IMMUNITY, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a matter of immunity", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """From the forwarding to the Central Election Commission to a resolution on each measure."""
    return await door.do(IMMUNITY, uid, data.act, data)


@get("/{uid:uuid}", summary="A matter of immunity")
async def show_matter(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its facts, and each act with its ruling; with the last day on every reading."""
    return await door.show(IMMUNITY, uid)


@get("/", summary="Matters of immunity")
async def list_matters(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """The latest first: in a `chamber`, of a `deputy`, received from `since` to `until`."""
    known = ("chamber", "deputy", "since", "until")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = Wanted(
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        deputy=asked.uid("deputy"),
        since=asked.day("since"),
        until=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_matters(door.session, wanted)
    return page_of(found, wanted.limit, door, request)


routes: list[ControllerRouterHandler] = [
    Router(
        "/immunity",
        route_handlers=[open_matter, do_act, show_matter, list_matters],
        tags=["immunity"],
    )
]
