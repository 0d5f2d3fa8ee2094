"""Every answer of every address is well dressed, refusals and all; what somebody is shown as
themselves is kept by nobody."""

import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from chamber.record.engine import connect_engine
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.page import POLICY
from tests.conftest import of_public
from tests.web import notes
from tests.web.conftest import TODAY, Client, token

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
BARE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
ODD: list[dict[str, Any]] = [
    {},
    {"headers": {"Accept": "application/xml"}},
    {"headers": {"Cookie": "chamber=x", "Origin": "null", "Sec-Fetch-Site": "cross-site"}},
    {"headers": {"Host": "a b"}},
    {"params": {"x": "\x00"}},
    {"params": {"x": "y" * 9_000}},
    {"content": b"{", "headers": {"Content-Type": "application/json"}},
    {"content": b"x" * (1024 * 1024 + 1), "headers": {"Content-Type": "application/json"}},
]
PUBLIC = re.compile(r"/(kk|ru|en|feeds|api/v1/votes/[^/]+$)(/|$)")  # The same for everybody.


@pytest_asyncio.fixture(params=["http://chamber", "https://chamber"])
async def house(
    database: str, engine: AsyncEngine, app: Any, request: pytest.FixtureRequest
) -> AsyncIterator[Client]:
    settings = Settings(
        chamber_as_of=TODAY, database_url=database, database_read_url=of_public(database),
        chamber_url=request.param,
    )  # fmt: skip
    gate = create_app(settings, connect_engine(database), more_routes=notes.routes)
    transport = httpx.ASGITransport(gate, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url=request.param) as client:
        yield client
    await close(gate.house)


def addresses(app: Any) -> list[tuple[str, str]]:
    """Each method at each address, and at one that there is not."""
    uid = "00000000-0000-0000-0000-000000000057"
    methods = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE")
    paths = {re.sub(r"\{[^}]*\}", uid, route.path) for route in app.house.routes}
    return [(method, path) for path in sorted({*paths, "/nothing"}) for method in methods]


@pytest.mark.parametrize("who", ["nobody", "clerk", "stranger"])
async def test_every_answer_has_what_protects_it(
    house: Client, app: Any, engine: AsyncEngine, who: str
) -> None:
    shown = {"nobody": "", "stranger": "Bearer x"}.get(who)
    if shown is None:
        shown = f"Bearer {await token(engine, Role.SECRETARIAT, 'senate')}"
    statuses = set()
    for nth, (method, path) in enumerate(addresses(app)):
        for more in (ODD[0], ODD[1 + nth % (len(ODD) - 1)]):
            headers = {**more.get("headers", {}), **({"Authorization": shown} if shown else {})}
            answer = await house.request(method, path, **{**more, "headers": headers})
            said = f"{method} {path} {str(more)[:80]}: {answer.status_code}"
            check(answer, said, secure=str(house.base_url).startswith("https"))
            if shown and not PUBLIC.match(path):
                assert answer.headers["Cache-Control"] == "no-store", said
                assert "Authorization" in answer.headers["Vary"], said
            statuses.add(answer.status_code)
    assert {200, 400, 401, 404, 405, 406, 413, 414} <= statuses | {401}, statuses


def check(answer: httpx.Response, said: str, *, secure: bool) -> None:
    told = answer.headers
    for name, value in ALWAYS.items():
        assert told.get_list(name) == [value], f"{name} of {said}"
    page = told.get("content-type", "").startswith("text/html")
    policies = told.get_list("content-security-policy")
    assert policies == [POLICY if page else BARE] or (policies == [POLICY] and not answer.content)
    assert told["cache-control"], said
    assert told["x-request-id"], said
    kept = told.get("strict-transport-security")
    assert kept == ("max-age=31536000; includeSubDomains" if secure else None), said
    assert "server" not in told
    assert "access-control-allow-origin" not in told, said


async def test_behind_https_the_cookie_is_the_host_s_alone(
    house: Client, engine: AsyncEngine
) -> None:
    await house.delete("/api/v1/sessions")
    answer = await house.delete("/api/v1/sessions")

    name, secure = ("__Host-chamber", True) if house.base_url.scheme == "https" else ("chamber", 0)
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{name}=;")
    assert ("; Secure" in cookie) == secure
    assert "; Path=/;" in cookie
    assert "Domain" not in cookie
