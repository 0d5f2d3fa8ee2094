"""Every address that the public can ask for, with every question that it takes."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date
from itertools import product
from typing import Any
from uuid import UUID

import httpx
from litestar import Litestar
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.feeds.asking import FEEDS, FORMS, Language
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.questions import QUESTIONS
from tests.conftest import of_public

TODAY = date(2026, 4, 1)
Client = httpx.AsyncClient
Told = tuple[int, dict[str, str], bytes]
# What each question is answered with here; a list is asked each of them by itself, and all.
ANSWERS = {
    "chamber": "mazhilis", "state": "held", "from": "2026-01-01", "until": "2026-12-31",
    "updated_since": "2026-01-01T00:00:00Z", "limit": "1", "format": "csv", "on": "2026-03-12",
    "q": "qzxcanary", "kind": "bureau", "since": "2026-01-01", "convocation": "8",
}  # fmt: skip
HEADERS: tuple[dict[str, str], ...] = (
    {}, {"Accept-Encoding": "gzip"}, {"If-None-Match": "*"}, {"If-None-Match": '"an-old-tag"'},
    {"Accept": "text/csv"}, {"Accept-Language": "en"}, {"Range": "bytes=0-99"},
)  # fmt: skip
OF_THE_REQUEST = ("x-request-id", "date")


@asynccontextmanager
async def doors(engine: AsyncEngine, database: str) -> AsyncIterator[tuple[Litestar, Client]]:
    """The house, and somebody of the public before it."""
    settings = Settings(
        chamber_as_of=TODAY, database_url=database, database_read_url=of_public(database)
    )
    gate = create_app(settings, engine)
    transport = httpx.ASGITransport(gate, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield gate.house, client
    await close(gate.house)


def addresses(house: Litestar, cases: list[UUID], files: list[str], body: UUID) -> Iterator[str]:
    for path in sorted(paths(house)):
        for place in filled(path, cases, files):
            yield place
            yield from asked(place, QUESTIONS.get(path.removeprefix("/api/v1").replace(":uuid", "")
                                                  .replace(":str", ""), ()), body)  # fmt: skip
    of_one = ("&chamber=mazhilis", "&chamber=senate", f"&committee={body}")
    whose = ("", *of_one, "&page=1", "&before=1")
    for form, language, who in product(FORMS, Language, whose):
        yield f"{FEEDS}{form}?lang={language}{who}"


def paths(house: Litestar) -> set[str]:
    found = set()
    for route in house.routes:
        handlers = getattr(route, "route_handlers", None) or [route.route_handler]  # type: ignore[union-attr]
        if any("GET" in getattr(one, "http_methods", ()) for one in handlers):
            found.add(route.path)
    return found


def filled(path: str, cases: list[UUID], files: list[str]) -> Iterator[str]:
    path = path.replace("{chamber:str}", "mazhilis")
    if "{sha256:str}" in path:
        yield from (path.replace("{sha256:str}", name) for name in files)
    elif "{" in path:
        head, _, tail = path.partition("{")
        for case in cases:
            yield head + str(case) + tail.partition("}")[2]
    else:
        yield path


def asked(place: str, questions: tuple[str, ...], body: UUID) -> Iterator[str]:
    answers = ANSWERS | {"committee": str(body), "body": str(body), "after": str(body)}
    known = [(name, answers[name]) for name in questions if name in answers]
    for name, answer in known:
        yield f"{place}?{name}={answer}"
    most = [(name, answer) for name, answer in known if name not in {"after", "q", "body"}]
    if len(most) > 1:
        yield f"{place}?" + "&".join(f"{name}={answer}" for name, answer in most)


async def told(client: Client, method: str, address: str, headers: dict[str, str]) -> Told:
    answer = await client.request(method, address, headers=headers)
    kept = {name: words for name, words in answer.headers.items() if name not in OF_THE_REQUEST}
    request = answer.headers["x-request-id"].encode()
    return answer.status_code, kept, answer.content.replace(request, b"")


async def all_bytes(client: Client, places: list[str]) -> dict[Any, Told]:
    """All that the public is told there, each way it can be asked."""
    found: dict[Any, Told] = {}
    for place in places:
        for method in ("GET", "HEAD", "OPTIONS"):
            for headers in HEADERS if method == "GET" else HEADERS[:1]:
                asked_how = (method, place, *headers.items())
                found[asked_how] = await told(client, method, place, headers)
    return found
