"""Sittings over HTTP: planned, moved on by acts, listed, and shown with those who are there."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field

from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.journal import Entry
from chamber.record.lookup.asking import Asked
from chamber.record.procedure.reminding import OnAnyCase
from chamber.record.procedure.telling import standing as acts_that_stand
from chamber.record.sittings.acts import Plan, SittingAct
from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.presence import here, number, standing
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.sittings.quorum import RULES
from chamber.record.sittings.search import Wanted, find_sittings
from chamber.web.door import Door
from chamber.web.lists import page_of


class Opening(Sent):
    act: Plan


class Sending(Sent):
    act: SittingAct | OnAnyCase = Field(discriminator="kind")


@post("/", summary="Plan a sitting", status_code=201)
async def plan_sitting(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """Of a Chamber, of both, or of a committee, a commission or the Bureau."""
    return await door.open(SITTINGS, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act at a sitting", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """An agenda is published and adopted, people are registered, items are taken up and closed."""
    return await door.do(SITTINGS, uid, data.act, data)


@get("/{uid:uuid}", summary="A sitting")
async def show_sitting(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its agenda in force, who is there, how the quorum stands, and every act with its ruling."""
    return await door.show(SITTINGS, uid, told_now)


def told_now(sitting: Sitting, story: Sequence[Entry]) -> dict[str, Any]:
    agenda, item = sitting.in_force(), sitting.open_item()
    roll = standing(sitting, item)
    return {
        "agenda_in_force": agenda and agenda.model_dump(mode="json"),
        "open_item": item,
        "present": [str(who) for who in here(roll)],
        "number_present": number(roll),
        "quorum": quorum_told(story),
    }


def quorum_told(story: Sequence[Entry]) -> dict[str, Any] | None:
    """The quorum as the last registration found it, with its numbers and its sentence."""
    for one in reversed(acts_that_stand(SITTINGS, story)):
        ruling = one.ruling
        if ruling.rule in RULES.values() and ruling.stands(one.sent.despite):
            told = ruling.model_dump(mode="json", include={"rule", "cite", "sentence"})
            return told | {"present": ruling.count, "total": ruling.total,
                           "needed": ruling.needed, "met": ruling.adopted}  # fmt: skip
    return None


@get("/", summary="Sittings")
async def list_sittings(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """Of a `chamber`, of a `kind`, of a `body`, `from` a day and `until` a day, both included."""
    asked = Asked(
        list(request.query_params.multi_items()), ("chamber", "kind", "body", "from", "until")
    )
    wanted = Wanted(
        chamber=asked.one_of("chamber", list(Chamber)),
        kind=asked.one_of("kind", list(Kind)),
        body=asked.uid("body"),
        first=asked.day("from"),
        last=asked.day("until"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    return page_of(await find_sittings(door.session, wanted), wanted.limit, door, request)


routes = [
    Router(
        "/sittings",
        route_handlers=[plan_sitting, do_act, show_sitting, list_sittings],
        tags=["sittings"],
    )
]
