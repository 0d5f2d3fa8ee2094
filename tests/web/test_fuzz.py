"""Whatever is sent, the answer is never that we broke, and a refusal is always a problem."""

import json
import os
import re
from typing import Any
from urllib.parse import unquote_to_bytes

import httpx
import pytest_asyncio
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import Client, add, begin, begun

EXAMPLES = int(os.environ.get("CHAMBER_FUZZ", "300"))
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[*HealthCheck],
)
SEEDS = [json.dumps(one, ensure_ascii=False).encode() for one in (
    begin(), add(), add(number=7), begin(occurred={"source": "minutes"}, files=["0" * 64]),
    {"act": {"kind": "correction", "on": "2026-03-20", "entry": 1, "reason": "r", "act": {}}},
    {"login": "x", "password": "y"}, {"choice": "for", "deputy": None},
)]  # fmt: skip
PAGES, HTML = (b"/kk", b"/ru", b"/en"), b"text/html; charset=utf-8"
NASTY = [
    b"\x00", b"\xff", b"%ff", b"\\u0000", b"\\ud800", b"9" * 40, b"1e999", b"NaN", b'"', b"{", b"[",
    b"null", b"-1", b"true", "\u202e".encode(), "ә".encode(), b"9999-12-31", b"0001-01-01",
    b"2026-02-30",
    b"00000000-0000-0000-0000-000000000000", b"%00", b"%", b"../", b"'; --", b"T" * 300,
]  # fmt: skip


def mutated(draw: st.DrawFn, body: bytes) -> bytes:
    """A body with some of its bytes cut out, doubled, or replaced by something nasty."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, min(len(body), start + 30)))
        body = body[:start] + draw(st.sampled_from([b"", body[start:end] * 2, *NASTY])) + body[end:]
    return body


def request(
    draw: st.DrawFn, paths: list[str], tag: str
) -> tuple[str, bytes, dict[str, bytes], bytes]:
    path = draw(st.sampled_from(paths)).encode()
    if draw(st.booleans()):
        path = b"/" + mutated(draw, path + b"?q=x&limit=2&after=y&on=2026-04-01").lstrip(b"/")
    headers = {
        "Content-Type": draw(st.sampled_from([b"application/json"] * 6 + [b"text/plain", b""])),
        "If-Match": draw(st.sampled_from([b'"x"', b"*", b"W/", b"\xff", *[tag.encode()] * 4])),
        "If-None-Match": draw(st.sampled_from([b"", b"*", b'"x"', b"\xff"])),
        "Idempotency-Key": draw(st.binary(max_size=4)).replace(b"\n", b"").replace(b"\r", b""),
        "Accept": draw(st.sampled_from([b"*/*", b"text/csv", b"application/json", b";", b"\xff"])),
    }
    method = draw(st.sampled_from(["GET", "POST", "POST", "POST", "DELETE", "HEAD", "PUT"]))
    return method, path, headers, mutated(draw, draw(st.sampled_from(SEEDS)))


def check(answer: httpx.Response) -> None:
    said = f"{answer.request.method} {answer.request.url}: {answer.text}"
    assert answer.status_code < 500, said
    if answer.status_code >= 400 and answer.request.method != "HEAD":
        assert answer.headers["Content-Type"] == "application/problem+json"
        told = answer.json()
        assert told["status"] == answer.status_code
        assert {"type", "title", "detail", "instance", "sentence"} <= set(told), said


def paths_of(app: Any, uid: str) -> list[str]:
    """Every address of the house, and those of a note that is there."""
    routes = {route.path for route in app.house.routes} - BROKEN_ON_PURPOSE
    return sorted(
        re.sub(r"\{sha256:str\}", "0" * 64, re.sub(r"\{\w+:\w+\}", uid, path)) for path in routes
    )


BROKEN_ON_PURPOSE = {"/api/v1/notes/broken", "/api/v1/notes/forbidden", "/readyz"}


@pytest_asyncio.fixture
async def note(clerk: Client) -> tuple[str, str]:
    return await begun(clerk)


@MANY
@given(data=st.data())
async def test_no_bytes_break_the_house(
    clerk: Client, app: Any, note: tuple[str, str], data: st.DataObject
) -> None:
    address, tag = note
    paths = paths_of(app, address.rpartition("/")[2])
    method, path, headers, body = data.draw(st.composite(request)(paths, tag))
    if path.partition(b"?")[0].decode("latin-1").rstrip("/") in BROKEN_ON_PURPOSE:
        return
    headers["Authorization"] = clerk.headers["Authorization"].encode()

    status, told, body = await ask(app, method, path, [*headers.items()], body)
    said = f"{method} {path!r} {body!r}"
    assert status < 500, said
    if status == 404 and path.startswith(PAGES) and told[b"content-type"] == HTML:
        return  # A page for people says so on a page.
    if status >= 400 and method != "HEAD":
        assert told[b"content-type"] == b"application/problem+json"
        assert json.loads(body)["status"] == status, said


async def ask(
    app: Any, method: str, path: bytes, headers: list[tuple[str, bytes]], body: bytes
) -> tuple[int, dict[bytes, bytes], bytes]:
    """As a server hands it on: no client in between mends what is broken."""
    place, _, query = path.partition(b"?")
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "http",
        "path": unquote_to_bytes(place).decode("utf-8", "replace"), "raw_path": place,
        "query_string": query, "root_path": "", "client": ("127.0.0.1", 1), "server": ("x", 80),
        "headers": [(key.lower().encode(), value) for key, value in headers],
    }  # fmt: skip
    answer: list[Any] = []
    asked = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        return asked.pop() if asked else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        answer.append(message)

    await app(scope, receive, send)
    start, *parts = answer
    return start["status"], dict(start["headers"]), b"".join(part["body"] for part in parts)


@pytest_asyncio.fixture
async def operations(clerk: Client) -> list[Any]:
    told = (await clerk.get("/api/v1/openapi.json")).json()
    described = schemathesis.openapi.from_dict(told).get_all_operations()
    found = [one.ok() for one in described]  # type: ignore[union-attr]
    return [one for one in found if one.path not in BROKEN_ON_PURPOSE]


@MANY
@given(data=st.data())
async def test_no_request_that_the_description_allows_breaks_the_house(
    clerk: Client, operations: list[Any], note: tuple[str, str], data: st.DataObject
) -> None:
    operation = data.draw(st.sampled_from(operations))
    case = data.draw(operation.as_strategy())
    if "uid" in (case.path_parameters or {}) and data.draw(st.booleans()):
        case.path_parameters["uid"] = note[0].rpartition("/")[2]
    asked = case.as_transport_kwargs(base_url="http://chamber")
    headers = {**asked["headers"], "Authorization": clerk.headers["Authorization"]}
    headers["If-Match"] = note[1]
    headers = {key: str(value).encode("utf-8", "replace") for key, value in headers.items()}
    body = asked.get("data") or json.dumps(asked["json"]).encode() if "json" in asked else None

    check(
        await clerk.request(
            asked["method"], asked["url"], params=asked["params"], headers=headers, content=body
        )
    )
