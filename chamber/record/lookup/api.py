"""Looking things up over HTTP: lists of votes, a deputy, and a deputy's record; JSON or CSV."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.response import Stream

from chamber.record.lookup.asking import PAGING, Asked
from chamber.record.lookup.attendance import list_sittings
from chamber.record.lookup.deputies import show_deputy
from chamber.record.lookup.sheets import sheet
from chamber.record.lookup.votes import OF_RECORD, OF_VOTES, Page, Turn, list_record, list_votes
from chamber.record.proceedings import Unknown
from chamber.record.votes.hot import present, takes_gzip, unpacked

Req = Request[Any, Any, Any]
Find = Callable[[Turn], Awaitable[Page]]
CSV = "text/csv"  # Litestar adds the charset.
VARY = "Accept"
PAGE_OF_SHEET = 500
PAGES = ("after", "limit")
# What may be asked, for the page of the interface.
QUESTIONS = {
    "/votes": (*OF_VOTES, *PAGING),
    "/votes/{uid}": ("edition",),
    "/deputies/{uid}/record": (*OF_RECORD, *PAGING),
    "/deputies/{uid}/sittings": PAGES,
}


@get("/votes", summary="Votes")
async def votes(request: Req, state: State) -> Response[bytes] | Stream:
    """Closed votes, the newest first: `chamber`, `from`, `until`, `power`, `rule`, `outcome`,
    `deputy` (and his `choice`), `faction`, and words of the question in `q`."""
    asked = Asked(request.query_params.multi_items(), OF_VOTES)
    reads = await state.reads.open()

    return await answer(request, asked, lambda turn: list_votes(reads, asked, turn))


@get("/votes/{uid:uuid}", summary="A closed vote")
async def vote(uid: FromPath[UUID], request: Req, state: State) -> Response[bytes]:
    """The question, the numbers, the ruling and the whole roll. A correction makes another edition;
    `edition` names an earlier one. Most requests are answered at the window already."""
    asked = Asked(request.query_params.multi_items(), ("edition",), ())
    held = await present(state.reads, state.shelf, uid, asked.edition())
    if held is None:
        raise Unknown
    packs = takes_gzip(request.headers.get("accept-encoding", "").encode())
    headers = held.packed_headers if packs else held.plain_headers
    return Response(
        held.packed if packs else unpacked(held),
        media_type="application/json",
        headers={name.decode(): value.decode() for name, value in headers},
    )


@get("/deputies/{uid:uuid}", summary="A deputy")
async def deputy(uid: FromPath[UUID], state: State) -> Response[bytes]:
    """Names, mandates, posts, factions, committees, and how often the deputy came and voted."""
    told = await show_deputy(await state.reads.open(), uid)
    return Response(msgspec.json.encode(told), media_type="application/json")


@get("/deputies/{uid:uuid}/record", summary="How a deputy voted")
async def record(uid: FromPath[UUID], request: Req, state: State) -> Response[bytes] | Stream:
    """Every vote of the deputy's time in office with what he did in it, the newest first."""
    asked = Asked(request.query_params.multi_items(), OF_RECORD)
    reads = await state.reads.open()

    return await answer(request, asked, lambda turn: list_record(reads, uid, asked, turn))


@get("/deputies/{uid:uuid}/sittings", summary="The sittings of a deputy")
async def sittings(uid: FromPath[UUID], request: Req, state: State) -> Response[bytes]:
    """Every sitting of the Chamber in the deputy's time in office, the newest first: was he
    present, late, gone early, excused, or absent."""
    asked = Asked(request.query_params.multi_items(), (), PAGES)
    turn = Turn(asked.uid("after"), asked.limit())
    return as_json(request, await list_sittings(await state.reads.open(), uid, turn))


async def answer(request: Req, asked: Asked, find: Find) -> Response[bytes] | Stream:
    if asked.as_csv(request.headers.get("accept")):
        return await as_sheet(asked, find)
    return as_json(request, await find(Turn(asked.uid("after"), asked.limit())))


def as_json(request: Req, page: Page) -> Response[bytes]:
    body = msgspec.json.encode({"items": page.items, "after": page.after and str(page.after)})
    headers = {"Vary": VARY, **link_to_next(request, page)}
    return Response(body, media_type="application/json", headers=headers)


def link_to_next(request: Req, page: Page) -> dict[str, str]:
    if page.after is None:
        return {}
    query = dict(request.query_params.multi_items()) | {"after": str(page.after)}
    return {"Link": f'<{request.url.path}?{urlencode(query)}>; rel="next"'}


async def as_sheet(asked: Asked, find: Find) -> Stream:
    """The whole list, page by page; or the one page that `limit` asks for."""
    one = "limit" in asked.words
    # The first page is read before the answer begins: it may yet be refused.
    first = await find(Turn(asked.uid("after"), asked.limit() if one else PAGE_OF_SHEET))
    sent = sheet(
        replace(first, after=None) if one else first, lambda after: find(Turn(after, PAGE_OF_SHEET))
    )
    name = {"Content-Disposition": 'attachment; filename="votes.csv"', "Vary": VARY}
    return Stream(sent, media_type=CSV, headers=name)


routes = [votes, vote, deputy, record, sittings]
