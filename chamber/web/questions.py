"""What may be asked of each address: anything else in a query is a slip of the pen, and is refused.

The lists read their own questions; this says the same once more for all, and for the page of the
interface. `dry_run` is the door's.
"""

from typing import Any
from urllib.parse import parse_qsl

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from chamber.law.asking import BadQuestion
from chamber.record.lookup.api import QUESTIONS as OF_OUTCOMES
from chamber.web.law import ARGUMENTS

API = "/api/v1"
PAGING = ("after", "limit")
OF_DEADLINES = ("chamber", "committee", "what", "week", "open")
QUESTIONS: dict[str, tuple[str, ...]] = {
    **OF_OUTCOMES,
    **ARGUMENTS,
    "/chambers/{chamber}": ("on",),
    "/convocations": ("chamber", *PAGING),
    "/people": ("q", "chamber", "on", "body", *PAGING),
    "/bodies": ("chamber", "body", "convocation", "on", *PAGING),
    "/sittings": ("chamber", "kind", "body", "from", "until", *PAGING),
    "/appointments": ("body", "chamber", "person", "since", "until", *PAGING),
    "/hearings": ("chamber", "committee", "state", "from", "until", "updated_since", *PAGING),
    "/hearings/{uid}/readings": PAGING,
    "/immunity": ("chamber", "deputy", "since", "until", *PAGING),
    "/reports": ("chamber", "member", "since", "until", *PAGING),
    "/mandates": ("chamber", "deputy", "ground", "since", "until", *PAGING),
    "/deadlines": (*OF_DEADLINES, *PAGING),
    "/deadlines.ics": (*OF_DEADLINES, "lang"),
    "/offices": ("body", "chamber", "on", "person", *PAGING, "format"),
    "/resolutions": ("chamber", "convocation", "since", "until", "vote", *PAGING, "format"),
}
SHEETS = ("/offices", "/resolutions")  # The lists of the house that are also told as CSV.
READS = ("GET", "DELETE")


def check_questions(asked: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Raises BadQuestion for what is not asked there."""
    if asked.scope.get("method") not in READS:
        return
    place = asked.scope["path_template"].removeprefix(API)
    query = parse_qsl(asked.scope["query_string"].decode(), keep_blank_values=True)
    known = QUESTIONS.get(place, ())
    for name, _words in query:
        if name.replace("-", "_") not in known:
            raise BadQuestion(ascii(name)[1:-1], "is not an argument of this question")
    if place in SHEETS:
        words = dict(query).get("format")
        if words not in (None, "csv", "json"):
            raise BadQuestion("format", f"{words!a} is not one of json, csv")
        if words is None and prefers_sheet(asked.headers.get("accept", "")):
            # A list reads its address alone: what the header asks for is asked for there.
            asked.scope["query_string"] += b"&format=csv"


def prefers_sheet(accept: str) -> bool:
    return accept.partition(",")[0].strip().lower().startswith("text/csv")
