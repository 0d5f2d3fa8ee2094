"""Requests that cannot be read in one way only do not come in, and every answer is well dressed."""

import json
from typing import Any

import httpx
import pytest

from chamber.record.votes.hot import takes_gzip
from tests.web.conftest import Client, begin, begun

NOTES = "/api/v1/notes"
JSON = {"Content-Type": "application/json"}


async def post(client: Client, body: bytes, **headers: str) -> httpx.Response:
    return await client.post(NOTES, content=body, headers={**JSON, **headers})


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b'{"act": "\xc3\x28"}',
        b'{"act": "\\u0000"}',
        b'{"act": "\\ud800"}',
        b'{"\\udfff": 1}',
        b'\xef\xbb\xbf{"act": 1}',
        b'{"act": 1, "act": 2}',
        b'{"act": NaN}',
        b'{"act": -Infinity}',
        b'{"act": 1.5}',
        b'{"act": 1e3}',
        b'{"act": 9007199254740992}',
        b'{"act": ' + b"9" * 5000 + b"}",
        b"[" * 65 + b"]" * 65,
        b"[" * 100_000,
        json.dumps([0] * 10_001).encode(),
        b'{"act": 1} {"act": 2}',
    ],
)
async def test_a_body_that_readers_might_read_differently_is_refused(
    clerk: Client, body: bytes
) -> None:
    answer = await post(clerk, body)

    assert answer.status_code == 400
    assert answer.json()["type"].endswith("#problem-unreadable")


async def test_as_deep_and_as_long_as_may_be_is_read(clerk: Client) -> None:
    deep = b'{"x":' * 63 + b"0" + b"}" * 63
    long = json.dumps([0] * 9_999).encode()

    assert (await post(clerk, deep)).status_code == 422
    assert (await post(clerk, long)).status_code == 422


@pytest.mark.parametrize(
    "kind",
    [
        "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=",
        "application/json; charset=utf-16", "application/jsonp", "application/ld+json",
    ],
)  # fmt: skip
async def test_only_json_is_read(clerk: Client, kind: str) -> None:
    answer = await clerk.post(NOTES, content=b"{}", headers={"Content-Type": kind})

    assert answer.status_code == 415


async def test_a_megabyte_is_read_and_a_byte_more_is_not(clerk: Client) -> None:
    most = 1024 * 1024
    whole = b'{"act": "' + b"x" * (most - 11) + b'"}'
    assert len(whole) == most

    assert (await post(clerk, whole)).status_code == 422
    assert (await post(clerk, whole + b" ")).status_code == 413


@pytest.mark.parametrize("query", ["q=%zz", "q=%", "q=%00", "q=%ff", "q=%ed%a0%80", "%c3%28=1"])
async def test_an_address_is_text(public: Client, query: str) -> None:
    assert (await raw(public, f"{NOTES}?{query}")).status_code == 400


async def raw(client: Client, path: str) -> httpx.Response:
    """httpx would mend what we want to send broken."""
    request = client.build_request("GET", "/")
    request.url = httpx.URL("http://chamber").copy_with(raw_path=path.encode())
    return await client.send(request)


async def test_an_address_has_an_end(public: Client) -> None:
    assert (await public.get(f"{NOTES}?q={'x' * 8_000}")).status_code == 414


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("chamber.example", 200), ("chamber.example:8000", 200), ("127.0.0.1:65535", 200),
        ("[::1]:80", 200), ("chamber.example:65536", 400), ("[::1", 400), ("a b", 400),
        ("a@b", 400), ("a/b", 400), ("x:y", 400), ("a, b", 400), ("\x00", 400), ("ә", 400),
    ],
)  # fmt: skip
async def test_a_host_that_is_no_host_is_refused(public: Client, host: str, status: int) -> None:
    path = "/api/v1/people"
    answer = await public.get(path, headers={b"Host": host.encode()})

    assert answer.status_code == status


@pytest.mark.parametrize(
    ("accepts", "packed"),
    [
        ("gzip", True), ("br, GZIP;q=0.1", True), ("gzip ; q=1 , br", True), ("", False),
        ("gzip;q=0", False), ("gzip; q=0.00", False), ("xgzip", False), ("identity", False),
    ],
)  # fmt: skip
def test_who_takes_packed_bytes_says_so(accepts: str, packed: bool) -> None:
    assert takes_gzip(accepts.encode()) is packed


@pytest.mark.timeout(60)  # An hour and more, where each space is looked at again for each other.
def test_a_long_header_keeps_nobody_waiting() -> None:
    assert not takes_gzip(b"gzip" + b" " * 4_000_000 + b"x")


async def test_an_unknown_method_is_told_which_are_known(public: Client) -> None:
    answer = await public.request("DELETE", NOTES)

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.headers["content-type"] == "application/problem+json"


async def test_head_is_get_without_its_body(clerk: Client) -> None:
    address, tag = await begun(clerk)

    answer = await clerk.head(address)
    assert answer.status_code == 200
    assert answer.content == b""
    assert answer.headers["ETag"] == tag
    assert int(answer.headers["content-length"]) == len((await clerk.get(address)).content)


@pytest.mark.parametrize("accept", ["image", "application/xml", "application/json;q=0"])
async def test_who_accepts_none_of_what_we_say_is_told_so(public: Client, accept: str) -> None:
    answer = await public.get("/api/v1/law/rules", headers={"Accept": accept})

    assert answer.status_code == 406


async def test_every_get_has_a_tag_and_knows_it_again(public: Client) -> None:
    for path in ("/", "/api/v1/docs", "/api/v1/openapi.json", RULES):
        answer = await public.get(path)
        assert answer.status_code == 200, path
        again = await public.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


RULES = "/api/v1/law/rules?chamber=senate&on=2026-04-01"


async def test_what_depends_on_who_asks_is_kept_nowhere(clerk: Client, public: Client) -> None:
    address, _ = await begun(clerk)

    assert (await clerk.get(address)).headers["Cache-Control"] == "no-store"
    assert (await public.get(address)).headers["Cache-Control"] == "no-cache"


async def test_every_answer_carries_the_headers_that_protect(public: Client) -> None:
    for path in ("/", "/api/v1/nothing", f"{NOTES}/broken"):
        answer = await public.get(path)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Request-Id"]


async def test_a_page_of_another_site_does_not_act_with_our_cookie(public: Client) -> None:
    for method, site, status in (
        ("POST", "cross-site", 403), ("POST", "same-site", 403), ("POST", "same-origin", 415),
        ("GET", "cross-site", 403), ("GET", "same-site", 404), ("GET", "none", 404),
    ):  # fmt: skip
        headers = {"Cookie": "chamber=x", "Sec-Fetch-Site": site}
        answer = await public.request(method, "/api/v1/nothing", headers=headers)
        assert answer.status_code == status, (method, site)


async def test_what_breaks_tells_nothing_of_our_insides(
    public: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await public.get(f"{NOTES}/broken")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json()["instance"].startswith("urn:uuid:")
    assert "a request broke" in caplog.text


async def test_the_log_tells_neither_query_nor_body_nor_cookie(
    clerk: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "chamber.access")
    await clerk.get(f"{NOTES}?q=marker-in-query", headers={"Cookie": "chamber=marker-in-cookie"})
    await clerk.post(NOTES, json=begin(despite="marker-in-body"))

    assert '"path": "/api/v1/notes"' in caplog.text
    assert "marker" not in caplog.text


@pytest.mark.parametrize(
    ("change", "pointer", "sentence"),
    [
        ({"on": None}, "#/act/on", "The field “Date” is malformed. Example: 2026-03-13."),
        ({"on": ...}, "#/act/on", "The field “Date” is missing."),
        ({"on": 1_700_000_000}, "#/act/on", "The field “Date” is malformed. Example: 2026-03-13."),
        ({"on": "2026-02-30"}, "#/act/on", "The field “Date” is malformed. Example: 2026-03-13."),
        ({"on": "13.03.2026"}, "#/act/on", "The field “Date” is malformed. Example: 2026-03-13."),
        ({"on": "2026-04-02"}, "#/act/on", "An act cannot be dated after today (1 April 2026)."),
        ({"kind": ...}, "#/act/kind", "The field “Kind” is missing."),
        ({"kind": "nothing"}, "#/act/kind", "The field “Kind” is malformed."),
        ({"words": ""}, "#/act/words", "The field “words” is malformed."),
        ({"words": "a\u202eb"}, "#/act/words",
         "The field “words” has an invisible character (U+202E): remove it."),
        ({"number": "7"}, "#/act/number", "The field “Number” is malformed. Example: 66."),
        ({"number": True}, "#/act/number", "The field “Number” is malformed. Example: 66."),
        ({"more": 1}, "#/act/more", "The field “more” is malformed."),
        ({"about": "x"}, "#/act/about", None),
        ({"about": "7f8e3c1a-52d4-4c0b-9d3e-0a1b2c3d4e5f"}, "#/act/about", None),
        ({"kind": "absurd", "words": ..., "number": 1}, "#/act/number", None),
    ],
)  # fmt: skip
async def test_a_field_that_is_wrong_is_pointed_at(
    clerk: Client, change: dict[str, Any], pointer: str, sentence: str | None
) -> None:
    address, tag = await begun(clerk)
    act = {"kind": "add", "on": "2026-03-14", "words": "Two", **change}
    body = {"act": {name: value for name, value in act.items() if value is not ...}}

    headers = {"If-Match": tag, "Idempotency-Key": "k"}
    answer = await clerk.post(f"{address}/acts", json=body, headers=headers)
    assert answer.status_code == 422, answer.text
    told = answer.json()
    assert told["pointer"] == pointer
    assert set(told["sentence"]) == {"kk", "ru", "en"}
    if sentence:
        assert told["sentence"]["en"] == sentence


@pytest.mark.parametrize("body", [b"null", b"[]", b'"x"', b"7", b"true", b"{}", b'{"act": []}'])
async def test_a_body_of_another_shape_is_malformed(clerk: Client, body: bytes) -> None:
    answer = await post(clerk, body)

    assert answer.status_code == 422
    assert answer.json()["errors"]


async def test_the_golden_sentences_of_fields(clerk: Client) -> None:
    missing = (await post(clerk, b'{"act": {"kind": "begin"}}')).json()["errors"]

    assert missing[0]["sentence"] == {
        "kk": "«Күні» өрісі толтырылмаған.",
        "ru": "Поле «Дата» не заполнено.",
        "en": "The field “Date” is missing.",
    }
    wrong = (await post(clerk, b'{"act": {"kind": "begin", "on": "x"}}')).json()["errors"]
    assert wrong[0]["sentence"] == {
        "kk": "«Күні» өрісі қате толтырылған. Үлгі: 2026-03-13.",
        "ru": "Поле «Дата» заполнено неверно. Образец: 2026-03-13.",
        "en": "The field “Date” is malformed. Example: 2026-03-13.",
    }
