"""Questions that the feeds cannot answer are refused, and the fault is named."""

import pytest

from tests.feeds import posters
from tests.feeds.conftest import Client

FEEDS = ["/feeds/hearings.atom", "/feeds/hearings.ics", "/feeds/hearings.json"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("lang=de", "lang"), ("lang=", "lang"), ("lang=kk&lang=ru", "lang"), ("lang=KK", "lang"),
        ("chamber=lords", "chamber"), ("committee=1", "committee"), ("x=1", "x"),
        ("chamber=senate&chamber=senate", "chamber"), ("%D2%9B=1", "\\u049b"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", FEEDS)
async def test_what_cannot_be_answered_is_refused_and_named(
    public: Client, path: str, query: str, field: str
) -> None:
    refusal = await public.get(f"{path}?{query}")
    assert refusal.status_code == 422
    assert refusal.headers["content-type"] == "application/problem+json"
    assert refusal.json()["pointer"] == f"#/{field}"


@pytest.mark.parametrize("words", ["0", "01", "x", "-1", "9999999999", "", "1.0", "%D9%A1", "1%00"])
@pytest.mark.parametrize(("form", "name"), [("atom", "page"), ("json", "before")])
async def test_a_page_is_a_number_from_one_on(
    public: Client, form: str, name: str, words: str
) -> None:
    refusal = await public.get(f"/feeds/hearings.{form}?{name}={words}")
    if "%00" in words:
        assert refusal.status_code == 400
        return
    assert refusal.status_code == 422
    assert refusal.json()["pointer"] == f"#/{name}"
    twice = await public.get(f"/feeds/hearings.{form}?{name}=1&{name}=1")
    assert (twice.status_code, twice.json()["pointer"]) == (422, f"#/{name}")


@pytest.mark.parametrize("query", ["atom?page=1", "json?before=1", "json?before=999999999"])
async def test_a_page_that_is_not_there_is_unknown(public: Client, query: str) -> None:
    refusal = await public.get(f"/feeds/hearings.{query}")
    assert refusal.status_code == 404
    assert refusal.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("query", ["atom?before=1", "json?page=1", "ics?page=1", "ics?before=1"])
async def test_each_feed_has_its_own_pages_and_a_calendar_none(public: Client, query: str) -> None:
    refusal = await public.get(f"/feeds/hearings.{query}")
    assert (refusal.status_code, refusal.headers["content-type"]) == (
        422, "application/problem+json",
    )  # fmt: skip


@pytest.mark.parametrize("path", ["/feeds/hearings.rss", "/feeds/hearings", "/feeds/", "/de/"])
async def test_there_is_nothing_else(public: Client, path: str) -> None:
    assert (await public.get(path)).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize(
    "path", [*FEEDS, "/kk", "/ru/", f"/en/hearings/{posters.hearing(1)}", "/kk/hearings/1"]
)
async def test_nothing_can_be_sent_there(public: Client, path: str, method: str) -> None:
    for kind in ("application/json", "text/calendar", ""):
        sent = {"Content-Type": kind} if kind else {}
        refusal = await public.request(method, path, content=b"{}", headers=sent)
        assert refusal.status_code == 405
        assert refusal.headers["allow"] == "GET, HEAD, OPTIONS"
        assert refusal.headers["content-type"] == "application/problem+json"
        assert refusal.json()["type"].endswith("#problem-method")


@pytest.mark.parametrize("path", ["/kkx", "/feeds", "/rus/"])
async def test_what_only_begins_like_a_page_is_no_page(public: Client, path: str) -> None:
    assert (await public.post(path, json={})).status_code == 404
