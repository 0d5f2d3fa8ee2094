"""What is due in all procedures, over HTTP: as a list, and as a calendar for the staff."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.types import ControllerRouterHandler

from chamber.law.act import FIRST_YEAR, LAST_YEAR
from chamber.law.asking import BadQuestion
from chamber.law.roles import STAFF, Role
from chamber.law.seats import Chamber
from chamber.record.deadlines.facts import Due, What
from chamber.record.deadlines.ical import LANGUAGES, MEDIA, MOST, calendar
from chamber.record.deadlines.listing import Wanted, find_deadlines
from chamber.record.deadlines.tables import Listed
from chamber.record.deadlines.telling import told
from chamber.record.desk import NotAllowed
from chamber.record.lookup.asking import Asked
from chamber.web import refusals
from chamber.web.door import Door
from chamber.web.lists import page_of
from chamber.web.problems import Refused, response

Req = Request[Any, Any, Any]
KNOWN = ("chamber", "committee", "what", "week", "open")
WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})", re.ASCII)


@get("/deadlines", summary="Deadlines", tags=["deadlines"])
async def list_deadlines(request: Req, door: NamedDependency[Door]) -> Response[bytes]:
    """For the staff, the nearest day first: of a `chamber`, of a `committee`, of one kind (`what`),
    in a `week` (2026-W15). What is to be done yet; with `open=false`, what is done.

    Each with the day that we adopt, the last one that is safe on every reading, and how it stands
    today: safe, unsafe, late, early, done, or not known. Of what is due in a committee's matters
    its own staff is told.
    """
    asked = Asked(list(request.query_params.multi_items()), KNOWN, ("after", "limit"))
    wanted = wanted_in(asked, door)
    found = await find_deadlines(door.session, wanted, door.clerk, door.rooms)
    return page_of([item(row, door.today) for row in found], wanted.limit, door, request)


def ask_for_password(asked: Req, error: Refused) -> Response[bytes]:
    """Calendar programs show no password before they are asked. Elsewhere a browser would ask."""
    problem = error.problem
    if problem.status == 401:
        problem = replace(problem, headers={"WWW-Authenticate": 'Basic realm="Chamber"'})
    return response(problem, asked)


@get(
    "/deadlines.ics", summary="Deadlines as a calendar", tags=["deadlines"], media_type=MEDIA,
    exception_handlers={Refused: ask_for_password},
)  # fmt: skip
async def calendar_of_deadlines(
    request: Req, door: NamedDependency[Door], state: State
) -> Response[bytes]:
    """The same for calendar programs (RFC 5545), at most 500, in Kazakh, or in the `lang` asked.

    They may send the token as a password (HTTP Basic), beside any name.
    """
    asked = Asked(list(request.query_params.multi_items()), (*KNOWN, "lang"), ())
    wanted = wanted_in(asked, door, limit=MOST)
    language = asked.one_of("lang", LANGUAGES) or LANGUAGES[0]
    found = await find_deadlines(door.session, wanted, door.clerk, door.rooms)
    body = calendar(found[:MOST], language, state.feeds.site.base)
    return Response(body, media_type=MEDIA)


def wanted_in(asked: Asked, door: Door, limit: int | None = None) -> Wanted:
    """Raises Refused for the public, NotAllowed for whoever has no business with deadlines."""
    clerk = door.clerk
    if clerk.account is None:
        raise Refused(refusals.NOT_LOGGED_IN)
    if clerk.role not in STAFF:
        raise NotAllowed(STAFF)
    chamber, what = asked.one_of("chamber", tuple(Chamber)), asked.one_of("what", tuple(What))
    committee = asked.uid("committee")
    if clerk.role is Role.COMMITTEE:
        if clerk.committee is None or committee not in (None, clerk.committee):
            raise NotAllowed(STAFF - {Role.COMMITTEE})
        committee = clerk.committee
    first, last = week_in(asked)
    return Wanted(
        today=door.today,
        chamber=None if chamber is None else Chamber(chamber),
        committee=committee,
        what=None if what is None else What(what),
        first=first,
        last=last,
        open=asked.one_of("open", ("true", "false")) != "false",
        after=asked.uid("after"),
        limit=asked.limit() if limit is None else limit,
    )


def week_in(asked: Asked) -> tuple[date | None, date | None]:
    """Monday and Sunday of the ISO week that is asked for."""
    words = asked.words.get("week")
    if words is None:
        return None, None
    found = WEEK.fullmatch(words)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise BadQuestion("week", f"{words!a} is no week: write 2026-W15")
    try:
        year, week = int(found[1]), int(found[2])
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    except ValueError:
        raise BadQuestion("week", f"{words!a} is no week: write 2026-W15") from None


def item(row: Listed, today: date) -> dict[str, Any]:
    due = Due.model_validate(row.told["due"])
    return {
        "id": str(row.uid),
        "case": {
            "id": str(row.case_uid), "noun": row.noun, "number": row.number,
            "address": f"/api/v1/{row.noun}/{row.case_uid}",
        },
        "about": about(row.told.get("about")),
        "chamber": row.chamber,
        "committees": [str(one) for one in row.committees],
        **told(due, row.chamber, today),
        "reminders": row.told["reminders"],
    }  # fmt: skip


def about(told: dict[str, Any] | None) -> dict[str, str] | None:
    return {language: told[language] for language in ("kk", "ru")} if told is not None else None


routes: list[ControllerRouterHandler] = [list_deadlines, calendar_of_deadlines]
