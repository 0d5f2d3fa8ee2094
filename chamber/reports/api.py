"""Reports over HTTP: opened by an initiative of deputies, and moved on by acts."""

from typing import Any, Self
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.types import ControllerRouterHandler
from pydantic import Field, model_validator

from chamber.law.asking import chamber
from chamber.law.sent import Sent
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.reports.acts import FirstAct, ReportAct, Resolve
from chamber.reports.procedure import REPORTS
from chamber.reports.rows.listing import Wanted, find_reports
from chamber.web.door import Door
from chamber.web.lists import page_of

Req = Request[Any, Any, Any]


class Opening(Sent):
    act: FirstAct


class Sending(Sent):
    act: ReportAct | OnAnyCase = Field(discriminator="kind")

    @model_validator(mode="after")
    def only_the_past_has_an_official_number(self) -> Self:
        told = isinstance(self.act, Resolve) and self.act.official_number is not None
        if told and self.occurred is None:
            raise ValueError("an official number is only of an act that has occurred")
        return self


@post("/", summary="Demand a report", status_code=201)
async def open_report(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """A third of the deputies demand that a member of the Government report."""
    return await door.open(REPORTS, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a report", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """From the decision to hear, through the report, to the appeal and the President's answer."""
    return await door.do(REPORTS, uid, data.act, data)


@get("/{uid:uuid}", summary="A report")
async def show_report(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its facts, and each act with its ruling: the numbers, the citation and the sentence."""
    return await door.show(REPORTS, uid)


@get("/", summary="Reports")
async def list_reports(request: Req, door: NamedDependency[Door]) -> Response[bytes]:
    """The latest first: to a `chamber`, of a `member`, demanded from `since` to `until`."""
    known = ("chamber", "member", "since", "until")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = Wanted(
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        member=asked.uid("member"),
        since=asked.day("since"),
        until=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    return page_of(await find_reports(door.session, wanted), wanted.limit, door, request)


CASES = [open_report, do_act, show_report, list_reports]
routes: list[ControllerRouterHandler] = [Router("/reports", route_handlers=CASES, tags=["reports"])]
