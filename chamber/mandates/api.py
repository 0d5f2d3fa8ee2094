"""Mandates over HTTP: a matter is opened on its ground, and moved on by acts."""

from typing import Any, Self
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.types import ControllerRouterHandler
from pydantic import Field, model_validator

from chamber.law.asking import chamber
from chamber.law.sent import Sent
from chamber.mandates.acts import FirstAct, MandatesAct, Resolve
from chamber.mandates.procedure import MANDATES
from chamber.mandates.rows.listing import Wanted, find_matters
from chamber.record.lookup.asking import Asked
from chamber.record.people.acts import Ground
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of

Req = Request[Any, Any, Any]


class Opening(Sent):
    act: FirstAct


class Sending(Sent):
    act: MandatesAct | OnAnyCase = Field(discriminator="kind")

    @model_validator(mode="after")
    def only_the_past_has_an_official_number(self) -> Self:
        told = isinstance(self.act, Resolve) and self.act.official_number is not None
        if told and self.occurred is None:
            raise ValueError("an official number is only of an act that has occurred")
        return self


@post("/", summary="Open a matter of mandates", status_code=201)
async def open_matter(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """The end of a deputy's powers comes before the Chamber, or the Chamber is dissolved. Where
    powers end by themselves, the deputies' mandates end with this act."""
    return await door.open(MANDATES, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a matter of mandates", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """From the conclusion to the resolution, by which the deputy's mandate ends."""
    return await door.do(MANDATES, uid, data.act, data)


@get("/{uid:uuid}", summary="A matter of mandates")
async def show_matter(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its facts, and each act with its ruling: the numbers, the citation and the sentence."""
    return await door.show(MANDATES, uid)


@get("/", summary="Matters of mandates")
async def list_matters(request: Req, door: NamedDependency[Door]) -> Response[bytes]:
    """The latest first: of a `chamber`, of a `deputy`, on a `ground`, from `since` to `until`."""
    known = ("chamber", "deputy", "ground", "since", "until")
    asked = Asked(list(request.query_params.multi_items()), known)
    ground = asked.one_of("ground", tuple(Ground))
    wanted = Wanted(
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        deputy=asked.uid("deputy"),
        ground=None if ground is None else Ground(ground),
        since=asked.day("since"),
        until=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_matters(door.session, wanted)
    return page_of(found, wanted.limit, door, request)


CASES = [open_matter, do_act, show_matter, list_matters]
routes: list[ControllerRouterHandler] = [
    Router("/mandates", route_handlers=CASES, tags=["mandates"])
]
