"""A page of another site changes nothing with a reader's cookie, in whatever way it asks."""

from itertools import product
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record import accounts
from chamber.web.arriving import is_own
from tests.web.conftest import PASSWORD, Client, begin

NOTES = "/api/v1/notes"
SITES = ("", "same-origin", "none", "same-site", "cross-site", "x")
# For each Origin what is to be said to each of SITES, in this order: may (.) or foreign (F).
CHANGES = {
    "": "...FFF",
    "http://chamber": "...FFF",
    "https://chamber": "...FFF",  # Behind a proxy we do not know which of both it is.
    "http://CHAMBER": "...FFF",
    "null": "FFFFFF",
    "http://evil.example": "FFFFFF",
    "http://chamber:8000": "FFFFFF",
    "http://chamber.evil.example": "FFFFFF",
    "http://chamber/": "FFFFFF",
    "chamber": "FFFFFF",
    "http://chamber, http://evil.example": "FFFFFF",
}
READS = dict.fromkeys(CHANGES, "....F.")  # Nothing is changed; what is foreign need not see it.
NEVER = dict.fromkeys(CHANGES, "......")
TYPES = (
    "application/json", "application/json; charset=utf-8", "text/plain", "",
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=",
    "application/json, text/plain", "text/plain, application/json",
)  # fmt: skip
READ = TYPES[:2]
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
SHOWN = ("cookie", "token", "both", "nothing")


@pytest_asyncio.fixture
async def shown(public: Client, clerk: Client, engine: AsyncEngine) -> dict[str, dict[str, str]]:
    async with AsyncSession(engine) as session, session.begin():
        await accounts.add(session, "aigul", PASSWORD, Role.SECRETARIAT, chamber="senate")
    body = {"login": "aigul", "password": PASSWORD}
    assert (await public.post("/api/v1/sessions", json=body)).status_code == 201
    cookie = {"Cookie": f"chamber={public.cookies['chamber']}"}
    public.cookies.clear()
    token = {"Authorization": clerk.headers["Authorization"]}
    return {"cookie": cookie, "token": token, "both": cookie | token, "nothing": {}}


@pytest.mark.parametrize("method", METHODS)
async def test_every_way_to_ask_from_anywhere_is_answered_as_the_table_says(
    public: Client, shown: dict[str, dict[str, str]], engine: AsyncEngine, method: str
) -> None:
    entered = 0
    for who, origin, (nth, site), kind in product(SHOWN, CHANGES, enumerate(SITES), TYPES):
        headers = {"Origin": origin, "Sec-Fetch-Site": site, "Content-Type": kind}
        headers = {name: value for name, value in headers.items() if value} | shown[who]
        headers["Idempotency-Key"] = uuid4().hex
        body = None if method in ("GET", "HEAD", "OPTIONS", "DELETE") else begin()
        request = public.build_request(method, NOTES, json=body, headers=headers)
        if not kind:
            request.headers.pop("Content-Type", None)
        answer = await public.send(request)

        foreign = table(method, who)[origin][nth] == "F"
        expected = 403 if foreign else without_a_page(method, who, kind)
        assert answer.status_code == expected, (who, origin, site, kind)
        if foreign and method != "HEAD":
            assert answer.json()["type"].endswith("#problem-foreign-site")
        entered += answer.status_code == 201
    async with engine.connect() as connection:
        notes = "SELECT count(*) FROM proceeding WHERE noun = 'notes'"
        assert await connection.scalar(text(notes)) == entered


def table(method: str, who: str) -> dict[str, str]:
    if method in ("GET", "HEAD", "OPTIONS"):
        return READS if who in ("cookie", "both") else NEVER
    return NEVER if who == "token" else CHANGES  # No browser sends a token by itself.


def without_a_page(method: str, who: str, kind: str) -> int:
    """What a program is told that asks the same."""
    if method in ("POST", "PUT", "PATCH") and kind not in READ:
        return 415
    if method == "POST":
        return 401 if who == "nothing" else 201
    return 204 if method == "OPTIONS" else 405


@pytest.mark.parametrize("origin", ["null", "http://evil.example"])
async def test_no_page_of_another_site_logs_a_reader_in_under_another_name(
    public: Client, origin: str
) -> None:
    body = {"login": "x", "password": "y"}
    answer = await public.post("/api/v1/sessions", json=body, headers={"Origin": origin})

    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("origin", "own", "host", "ours"),
    [
        (b"", b"https://chamber.kz", b"", True),
        (b"https://chamber.kz", b"https://chamber.kz", b"behind.proxy", True),
        (b"HTTPS://Chamber.KZ", b"https://chamber.kz", b"", True),
        (b"http://chamber.kz", b"https://chamber.kz", b"chamber.kz", False),
        (b"https://chamber.kz:444", b"https://chamber.kz", b"chamber.kz:444", False),
        (b"https://chamber.kz.evil.kz", b"https://chamber.kz", b"", False),
        (b"https://[::1]:8000", b"", b"[::1]:8000", True),
        (b"https://[::1]:8000", b"", b"[::1]", False),
        (b"file://", b"", b"", False),
        (b"http://", b"", b"", False),
        (b"null", b"", b"null", False),
    ],
)
def test_our_own_origin_is_what_the_address_says_or_else_the_host(
    origin: bytes, own: bytes, host: bytes, ours: bool
) -> None:
    assert is_own(origin, own, host) is ours
