"""Twenty thousand hostile requests of the public: none breaks us, or is told of our insides."""

import gzip
import json
import os
import re
import secrets
from collections import Counter
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncSession

from tests.hearings.season import House, hold, house
from tests.web.conftest import Client
from tests.web.hostile import Crowd, Hostile
from tests.web.test_fuzz import BROKEN_ON_PURPOSE, ask

SEED = int(os.environ.get("CHAMBER_HOSTILE_SEED", secrets.randbits(32)))
REQUESTS = int(os.environ.get("CHAMBER_HOSTILE", "20000"))
CLOSED = "НҰСҚАУ-ЖАБЫҚ"  # Stands in every act of a closed hearing.
INSIDES = re.compile(
    r"Traceback|site-packages|\.py\b|sqlalchemy|asyncpg|litestar|pydantic|granian|postgres"
    r"|\b(SELECT|INSERT|UPDATE) |relation \"|/chamber/|0x[0-9a-f]{8}",
    re.IGNORECASE,
)
PAGE = re.compile(r"/(kk|ru|en)(/|$)")


@pytest_asyncio.fixture
async def known(session: AsyncSession) -> list[UUID]:
    """What is there, and what is there and closed."""
    here: House = await house(session)
    public = await hold(session, here, "Ашық сөз", "open")
    closed = await hold(session, here, CLOSED, "closed")
    await session.commit()
    return [public, closed, here.committee, here.sitting, here.deputies[0]]


@pytest.mark.timeout(300)  # Whoever sends something long keeps nobody waiting.
async def test_no_hostile_request_breaks_the_house_or_sees_its_insides(
    app: Any, public: Client, known: list[UUID]
) -> None:
    print(f"CHAMBER_HOSTILE_SEED={SEED}")
    kinds = set(re.findall(r'id="problem-([\w-]+)"', (await public.get("/api/v1/docs")).text))
    answered: Counter[int] = Counter()

    for one in Crowd(SEED, public_routes(app), known).requests(REQUESTS):
        status, headers, body = await ask(app, one.method, one.path, one.headers, one.body)
        said = f"seed {SEED}: {one}"[:2_000]
        assert status < 500, f"{status} {body!r} for {said}"
        if headers.get(b"content-encoding") == b"gzip" and body:
            body = gzip.decompress(body)
        assert CLOSED.encode() not in body, said
        if status >= 400:
            check_refusal(one, status, headers, body, kinds)
        answered[status] += 1
    print(dict(answered))
    assert {200, 304, 400, 404, 405, 406, 414, 422} <= set(answered), answered


def public_routes(app: Any) -> list[str]:
    """Every address that answers GET, but for those that are broken on purpose."""
    routes = {route.path for route in app.house.routes if "GET" in getattr(route, "methods", ())}
    return sorted(routes - BROKEN_ON_PURPOSE)


def check_refusal(
    one: Hostile, status: int, headers: dict[bytes, bytes], body: bytes, kinds: set[str]
) -> None:
    said = f"seed {SEED}: {one}"[:2_000]
    if one.method == "HEAD":
        assert not body, said
        return
    if PAGE.match(one.path.decode("latin-1")) and headers[b"content-type"].startswith(b"text/html"):
        assert status == 404, said  # A page for people.
    else:
        assert headers[b"content-type"] == b"application/problem+json", said
        told = json.loads(body)
        assert told["status"] == status, said
        assert {"type", "title", "detail", "instance", "sentence"} <= set(told), said
        assert told["type"].partition("#problem-")[2] in kinds, said
    assert not (inside := INSIDES.search(body.decode())), f"{inside} in {body!r} for {said}"
