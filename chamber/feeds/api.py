"""The feeds and pages for whoever was not answered at the window: the same, and what is wrong."""

from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State

from chamber.feeds.asking import FEEDS, FORMS, Language, Wanted, wanted
from chamber.feeds.prepared import Draft, Prepared, prepared
from chamber.feeds.shelf import Shelf
from chamber.feeds.showing import MEDIA, unknown_page
from chamber.record.engine import TROUBLE
from chamber.record.votes.hot import takes_gzip
from chamber.web import refusals
from chamber.web.problems import Refused

PAGES = [f"/{language}" for language in Language]


@get([FEEDS + form for form in FORMS], include_in_schema=False)
async def feed(request: Request[Any, Any, Any], state: State) -> Response[bytes]:
    found = await found_for(state.feeds, asked_in(request))
    if found is None:
        raise Refused(refusals.UNKNOWN)
    return told(found, request)


@get([*PAGES, *(f"{page}/hearings/{{hearing:str}}" for page in PAGES)], include_in_schema=False)
async def page(request: Request[Any, Any, Any], state: State) -> Response[bytes]:
    path: str = request.scope["path"]
    found = None
    if (asked := wanted(path, query_of(request))) is not None:
        found = await found_for(state.feeds, asked)
    if found is not None:
        return told(found, request)
    language = Language(path[1:3])
    none = prepared(Draft(unknown_page(language, state.feeds.site.as_of), MEDIA, page=True))
    return told(none, request, status=404)


def asked_in(request: Request[Any, Any, Any]) -> Wanted:
    """Raises BadQuestion."""
    asked = wanted(request.scope["path"], query_of(request))
    if asked is None:
        raise Refused(refusals.UNKNOWN)
    return asked


def query_of(request: Request[Any, Any, Any]) -> str:
    return request.scope["query_string"].decode("utf-8", "replace")


async def found_for(shelf: Shelf, asked: Wanted) -> Prepared | None:
    try:
        return await shelf.find(asked)
    except TROUBLE:
        raise Refused(refusals.AWAY) from None


def told(found: Prepared, request: Request[Any, Any, Any], *, status: int = 200) -> Response[bytes]:
    if takes_gzip(request.headers.get("accept-encoding", "").encode("latin-1")):
        found = found.gzipped
    headers = {name.decode(): value.decode() for name, value in found.headers}
    if status != 200:
        headers.pop("etag")
    headers.pop("content-length")
    # It has its own content-type already: of a media type given here the charset is told again.
    return Response(found.body, status_code=status, headers=headers)


routes = [feed, page]
