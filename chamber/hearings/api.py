"""Hearings over HTTP: proposed, moved on by acts, shown with the notice certificate, and listed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Self
from uuid import UUID

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field, model_validator

from chamber.hearings.acts import FirstAct, HearingAct, Recorded
from chamber.hearings.board import State
from chamber.hearings.facts import Hearing
from chamber.hearings.knowing import holds
from chamber.hearings.procedure import HEARINGS
from chamber.hearings.rows.listing import Change, Wanted
from chamber.hearings.rows.readings import find_readings
from chamber.hearings.rows.unseen import find_hearings
from chamber.hearings.rules.certificate import certificate
from chamber.law.asking import whole
from chamber.law.roles import COMMITTEE
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.record.desk import NotAllowed
from chamber.record.journal import Entry
from chamber.record.lookup.asking import Asked
from chamber.record.procedure import check_known
from chamber.record.procedure.reminding import OnAnyCase
from chamber.record.proceedings import find
from chamber.web import refusals
from chamber.web.door import Door
from chamber.web.lists import page_of
from chamber.web.problems import Refused

KNOWN = ("chamber", "committee", "state", "from", "until", "updated_since")
Json = dict[str, Any]


class Opening(Sent):
    act: FirstAct

    @model_validator(mode="after")
    def what_sources_tell_has_occurred(self) -> Self:
        if isinstance(self.act, Recorded) and self.occurred is None:
            raise ValueError("a hearing of the past is sent with `occurred`")
        return self


class Sending(Sent):
    act: HearingAct | OnAnyCase = Field(discriminator="kind")


@post("/", summary="Propose a hearing", status_code=201)
async def propose_hearing(data: JSONBody[Opening], door: NamedDependency[Door]) -> Response[bytes]:
    """One committee or commission proposes it, or several; or sources tell of one of the past."""
    return await door.open(HEARINGS, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act on a hearing", status_code=201)
async def do_act(
    uid: FromPath[UUID], data: JSONBody[Sending], door: NamedDependency[Door]
) -> Response[bytes]:
    """From the Bureau's decision and the notice to the media to the recommendations and the report.

    An unlawful day is refused with the `earliest_lawful` one. A hearing is moved by `reschedule`
    and called off by `cancel`: both are acts, and nothing disappears.
    """
    return await door.do(HEARINGS, uid, data.act, data)


@get("/{uid:uuid}", summary="A hearing")
async def show_hearing(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """Its facts, each act with its ruling, and the `notice_certificate`: when the media were told,
    how, how long before, and what each reading of the seven days makes of it."""
    return await door.show(HEARINGS, uid, certified)


def certified(hearing: Hearing, _: Sequence[Entry]) -> Json:
    told = certificate(hearing)
    return {"notice_certificate": told and told.model_dump(mode="json")}


@get("/", summary="Hearings")
async def list_hearings(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """The latest first: of a `chamber`, of a `committee`, in a `state`, `from` a day `until` a day.

    With `updated_since`, an instant with its zone, those that were announced or changed since then
    come by change, the oldest first: also those that were moved or cancelled, each as it stands now
    and once. To follow: read every page; the next time, ask with the `updated_at` of the last
    hearing that you were given. What was changed in that very second comes again; compare
    `sequence`, which rises with each change. Nothing is missed.
    """
    asked = Asked(list(request.query_params.multi_items()), KNOWN)
    state = asked.one_of("state", tuple(State))
    wanted = Wanted(
        chamber=chamber_in(asked),
        committee=asked.uid("committee"),
        state=None if state is None else State(state),
        first=asked.day("from"),
        last=asked.day("until"),
        since=change_in(asked),
        after=None if "updated_since" in asked.words else asked.uid("after"),
        limit=asked.limit(),
    )
    found = await find_hearings(door.session, wanted, door.clerk, door.today)
    if "updated_since" in asked.words:
        return page_of(found, wanted.limit, door, request, place_of_change)
    return page_of(found, wanted.limit, door, request)


def chamber_in(asked: Asked) -> Chamber | None:
    word = asked.one_of("chamber", tuple(Chamber))
    return None if word is None else Chamber(word)


def change_in(asked: Asked) -> Change | None:
    """Where a page by change begins: at an instant, or after the last change of the page before."""
    since = asked.instant("updated_since")
    if since is None:
        return None
    if "after" not in asked.words:
        return Change(since)
    instant, _, hearing = asked.words["after"].partition("_")
    place = Asked([("updated_since", instant), ("after", hearing)], ("updated_since",))
    at = place.instant("updated_since")
    assert at is not None, "it was given"
    return Change(at, place.uid("after"))


def place_of_change(item: Json) -> str:
    at = datetime.fromisoformat(item["updated_at"]).astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S.%fZ}_{item['id']}"


@get("/{uid:uuid}/readings", summary="Who has read a hearing that is not public")
async def list_readings(
    uid: FromPath[UUID], request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """For those who hold it, the latest first: who has read the case, or a file by its SHA-256."""
    clerk = door.clerk
    if clerk.account is None:
        raise Refused(refusals.NOT_LOGGED_IN)
    if clerk.role not in COMMITTEE:
        raise NotAllowed(COMMITTEE)
    case = await find(door.session, HEARINGS.noun, uid)
    hearing = await HEARINGS.load(door.session, case.id)
    await check_known(HEARINGS, door.desk(), case, hearing)
    if not holds(hearing, clerk.role, clerk.chamber, clerk.committee):
        raise NotAllowed(COMMITTEE)
    asked = Asked(list(request.query_params.multi_items()), ())
    after, limit = whole(asked.words, "after"), asked.limit()
    found = await find_readings(door.session, case.id, after=after, limit=limit)
    return page_of(found, limit, door, request)


CASES = [propose_hearing, do_act, show_hearing, list_readings, list_hearings]
routes = [Router("/hearings", route_handlers=CASES, tags=["hearings"])]
