"""Questions that the feeds cannot answer are refused, and the fault is named."""

import pytest

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


@pytest.mark.parametrize("query", ["page=0", "page=01", "page=x", "page=-1", "page=9999999999"])
@pytest.mark.parametrize("form", ["atom", "json"])
async def test_a_page_is_a_number_from_one_on(public: Client, form: str, query: str) -> None:
    refusal = await public.get(f"/feeds/hearings.{form}?{query}")
    assert refusal.status_code == 422
    assert refusal.json()["pointer"] == "#/page"


async def test_a_calendar_has_no_pages(public: Client) -> None:
    assert (await public.get("/feeds/hearings.ics?page=1")).status_code == 422


@pytest.mark.parametrize("path", ["/feeds/hearings.rss", "/feeds/hearings", "/feeds/", "/de/"])
async def test_there_is_nothing_else(public: Client, path: str) -> None:
    assert (await public.get(path)).status_code == 404


async def test_nothing_can_be_sent_there(public: Client) -> None:
    for path in ("/feeds/hearings.atom", "/kk/"):
        refusal = await public.post(path, json={})
        assert refusal.status_code == 405
        assert "GET" in refusal.headers["allow"]
