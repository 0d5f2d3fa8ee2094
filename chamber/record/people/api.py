"""People over HTTP: entered once, found by any name, moved on by acts."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field

from chamber.law.asking import BadQuestion, chamber
from chamber.law.sent import Sent
from chamber.record.lookup.asking import Asked
from chamber.record.people.acts import Later, Person
from chamber.record.people.procedure import PEOPLE
from chamber.record.people.search import Wanted, find_people
from chamber.record.procedure.reminding import OnAnyCase
from chamber.web.door import Door
from chamber.web.lists import page_of


class Opening(Sent):
    act: Person


class Sending(Sent):
    act: Later | OnAnyCase = Field(discriminator="kind")


@post("/", summary="Enter a person", status_code=201)
async def enter_person(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """A person is entered once, whatever he is later: a deputy, a candidate, a minister."""
    return await door.open(PEOPLE, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a person's record", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """A mandate begins or ends, a post, a membership; a name has changed."""
    return await door.do(PEOPLE, uid, data.act, data)


@get("/{uid:uuid}", summary="A person")
async def show_person(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Names, mandates, posts and memberships, each with its days, and the acts that told them."""
    return await door.show(PEOPLE, uid)


@get("/", summary="Find people")
async def list_people(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """By the beginning of any of their names, or a like one (`q`); those in office in a `chamber`,
    or in a `body`, `on` a day; in the order of the Kazakh alphabet."""
    asked = Asked(list(request.query_params.multi_items()), ("q", "chamber", "on", "body"))
    wanted = Wanted(
        on=asked.day("on") or door.today,
        name=name_in(asked),
        chamber=chamber(asked.words) if "chamber" in asked.words else None,
        body=asked.uid("body"),
        after=asked.uid("after"),
        limit=asked.limit(),
    )
    return page_of(await find_people(door.session, wanted), wanted.limit, door, request)


def name_in(asked: Asked) -> str | None:
    words = asked.words.get("q")
    if words is not None and not (words.strip() and len(words) <= 100 and words.isprintable()):
        raise BadQuestion("q", "give a name, or its beginning, of at most 100 letters")
    return words


routes = [
    Router(
        "/people",
        route_handlers=[enter_person, do_act, show_person, list_people],
        tags=["people"],
    )
]
