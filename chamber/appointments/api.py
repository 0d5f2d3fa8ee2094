"""Appointments over HTTP: opened by a submission, moved on by acts; and who holds which office."""

from typing import Any, Self
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.types import ControllerRouterHandler
from pydantic import Field, model_validator

from chamber.appointments.acts import AppointmentAct, FirstAct, Recorded, Resolve
from chamber.appointments.bodies import Body
from chamber.appointments.procedure import APPOINTMENTS
from chamber.appointments.rows.listing import Wanted, find_appointments
from chamber.appointments.rows.offices import Wanted as WantedOffices
from chamber.appointments.rows.offices import find_offices
from chamber.law.asking import chamber
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of

Req = Request[Any, Any, Any]


class Opening(Sent):
    act: FirstAct

    @model_validator(mode="after")
    def what_sources_tell_has_occurred(self) -> Self:
        if isinstance(self.act, Recorded) and self.occurred is None:
            raise ValueError("an appointment of the past is sent with `occurred`")
        return self


class Sending(Sent):
    act: AppointmentAct | OnAnyCase = Field(discriminator="kind")

    @model_validator(mode="after")
    def only_the_past_has_an_official_number(self) -> Self:
        told = isinstance(self.act, Resolve) and self.act.official_number is not None
        if told and self.occurred is None:
            raise ValueError("an official number is only of an act that has occurred")
        return self


@post("/", summary="Open an appointment", status_code=201)
async def open_appointment(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """The Chair submits candidates; or sources tell of an appointment of the past."""
    return await door.open(APPOINTMENTS, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on an appointment", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """From the committee's conclusion to the resolution, and after a rejection anew."""
    return await door.do(APPOINTMENTS, uid, data.act, data)


@get("/{uid:uuid}", summary="An appointment")
async def show_appointment(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its facts, and each act with its ruling: the numbers, the citation and the sentence."""
    return await door.show(APPOINTMENTS, uid)


@get("/", summary="Appointments")
async def list_appointments(request: Req, door: NamedDependency[Door]) -> Response[bytes]:
    """The latest first: to a `body`, by a `chamber`, of a `person`, from `since` to `until`."""
    known = ("body", "chamber", "person", "since", "until")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = Wanted(
        body=body_in(asked),
        chamber=chamber_in(asked),
        person=asked.uid("person"),
        since=asked.day("since"),
        until=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_appointments(door.session, wanted)
    return page_of(found, wanted.limit, door, request)


@get("/offices", summary="Who holds which office until when", tags=["offices"])
async def list_offices(request: Req, door: NamedDependency[Door]) -> Response[bytes]:
    """The latest first: in a `body`, by a `chamber`, of a `person`, held `on` a day."""
    known = ("body", "chamber", "on", "person")
    asked = Asked(list(request.query_params.multi_items()), known)
    wanted = WantedOffices(
        on=asked.day("on"),
        body=body_in(asked),
        chamber=chamber_in(asked),
        person=asked.uid("person"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    return page_of(await find_offices(door.session, wanted), wanted.limit, door, request)


def body_in(asked: Asked) -> Body | None:
    word = asked.one_of("body", tuple(Body))
    return None if word is None else Body(word)


def chamber_in(asked: Asked) -> Chamber | None:
    return chamber(asked.words) if "chamber" in asked.words else None


CASES = [open_appointment, do_act, show_appointment, list_appointments]
CASES_AT = Router("/appointments", route_handlers=CASES, tags=["appointments"])
routes: list[ControllerRouterHandler] = [CASES_AT, list_offices]
