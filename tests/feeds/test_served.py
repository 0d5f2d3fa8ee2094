"""The feeds as they are served: tags, 304, packing, HEAD, archives, and midnight."""

import asyncio
import gzip
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from chamber.feeds.announcements import PAGE
from chamber.hearings.board import State
from chamber.law.terms import ASTANA
from tests.feeds import posters
from tests.feeds.conftest import Client, Hand, Open

FEEDS = ["/feeds/hearings.atom", "/feeds/hearings.ics", "/feeds/hearings.json"]
PAGES = ["/kk/", "/ru/", "/en/"]
MEDIA = {
    "atom": "application/atom+xml", "ics": "text/calendar", "json": "application/feed+json",
}  # fmt: skip


@pytest.mark.parametrize("path", [*FEEDS, *PAGES])
async def test_each_has_a_strong_tag_and_is_told_once(
    public: Client, hand: Hand, path: str
) -> None:
    await hand.put_up(posters.poster())
    first = await public.get(path)

    assert first.status_code == 200, first.text
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "public, no-cache"
    assert first.headers["vary"] == "Accept-Encoding"
    assert first.headers["x-content-type-options"] == "nosniff"
    again = await public.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert "content-type" not in again.headers
    assert (await public.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


@pytest.mark.parametrize("path", [*FEEDS, *PAGES])
async def test_packed_it_is_the_same_with_a_tag_of_its_own(
    public: Client, hand: Hand, path: str
) -> None:
    await hand.put_up(posters.poster())
    plain = await public.get(path, headers={"Accept-Encoding": "identity"})
    async with public.stream("GET", path, headers={"Accept-Encoding": "br, gzip"}) as packed:
        raw = b"".join([part async for part in packed.aiter_raw()])

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(raw))
    assert gzip.decompress(raw) == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize("path", [*FEEDS, *PAGES])
async def test_head_is_get_without_the_body(public: Client, hand: Hand, path: str) -> None:
    await hand.put_up(posters.poster())
    got, head = await public.get(path), await public.head(path)

    assert head.content == b""
    differs = {"x-request-id"}
    assert {k: v for k, v in head.headers.items() if k not in differs} == {
        k: v for k, v in got.headers.items() if k not in differs
    }


@pytest.mark.parametrize("path", FEEDS)
async def test_what_the_window_does_not_know_is_answered_the_same_inside(
    public: Client, hand: Hand, path: str
) -> None:
    await hand.put_up(posters.poster())
    window = await public.get(f"{path}?lang=ru")
    # So long that the window sends it in.
    inside = await public.get(
        f"{path}?" + "&".join(f"{spelled(name)}={spelled(words)}" for name, words in (
            ("lang", "ru"), ("chamber", "mazhilis"), ("committee", str(posters.COMMITTEE)),
        ))
    )  # fmt: skip
    assert inside.status_code == 200
    assert window.headers.keys() == inside.headers.keys()
    assert window.headers["content-type"] == inside.headers["content-type"]
    assert window.headers["content-type"] == f"{MEDIA[path.rpartition('.')[2]]}; charset=utf-8"


def spelled(words: str) -> str:
    return "".join(f"%{ord(letter):x}" for letter in words)


async def test_whose_hearings_are_asked_for_those_are_told(public: Client, hand: Hand) -> None:
    ours = posters.poster(1)
    theirs = posters.poster(2, chamber="senate", number="senate/2026/1", organisers=())
    await hand.put_up(ours)
    await hand.put_up(theirs)

    async def told(query: str) -> list[str]:
        answer = await public.get(f"/feeds/hearings.json?{query}")
        return [item["id"] for item in answer.json()["items"]]

    assert await told("") == [theirs.id.urn, ours.id.urn]
    assert await told("chamber=senate") == [theirs.id.urn]
    assert await told(f"committee={posters.COMMITTEE}") == [ours.id.urn]
    assert await told(f"chamber=senate&committee={posters.COMMITTEE}") == []
    refusal = await public.get(f"/feeds/hearings.json?committee={uuid4()}")
    assert refusal.status_code == 404


async def test_a_committee_without_a_hearing_has_an_empty_feed(public: Client, hand: Hand) -> None:
    new = (
        "INSERT INTO proceeding (noun, number, chamber) VALUES ('bodies', 'b', NULL) RETURNING uid"
    )
    committee = await hand.connection.fetchval(new)
    answer = await public.get(f"/feeds/hearings.json?committee={committee}")
    assert answer.json()["items"] == []


async def test_an_archive_stays_as_it_is_and_the_one_after_it_is_not_there_yet(
    public: Client, hand: Hand
) -> None:
    for number in range(1, PAGE + 1):
        await hand.put_up(posters.poster(number))
    first = await public.get("/feeds/hearings.atom?page=1&lang=ru")
    # What turns out to have been closed is taken out of it: whoever keeps a copy asks each time.
    assert first.headers["cache-control"] == "public, no-cache"
    assert (await public.get("/feeds/hearings.atom?page=2&lang=ru")).status_code == 404

    await hand.put_up(posters.poster(1, state=State.CANCELLED))
    assert await seen(public, "/feeds/hearings.atom", b"cancelled")
    again = await public.get(
        "/feeds/hearings.atom?page=1&lang=ru", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert again.headers["cache-control"] == "public, no-cache"


async def seen(client: Client, path: str, words: bytes) -> bool:
    """Whether they are told within the time that a call takes: it is waited for, and not long."""
    for _ in range(100):
        answer: httpx.Response = await client.get(path)
        if words in answer.content:
            return True
        await asyncio.sleep(0.01)
    return False


async def test_head_sends_no_body_at_all(house: Open, hand: Hand) -> None:
    gate, _ = await house()
    await hand.put_up(posters.poster())
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope: Any = {
        "type": "http", "method": "HEAD", "path": "/feeds/hearings.atom", "query_string": b"",
        "headers": [],
    }  # fmt: skip
    await gate(scope, None, send)  # type: ignore[arg-type]

    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[1]["body"] == b""
    assert int(dict(sent[0]["headers"])[b"content-length"]) > 1000


async def test_an_emptied_place_goes_out_of_the_archive_too(public: Client, hand: Hand) -> None:
    shown = [posters.poster(number) for number in range(1, PAGE + 2)]
    for one in shown:
        await hand.put_up(one)
    archive = "/feeds/hearings.atom?page=1"
    before = await public.get(archive)
    assert shown[4].id.urn in before.text

    await hand.take_down(shown[4])

    for _ in range(100):
        if shown[4].id.urn not in (after := await public.get(archive)).text:
            break
        await asyncio.sleep(0.01)
    assert after.text.count("<entry>") == PAGE - 1
    assert after.headers["etag"] != before.headers["etag"]
    known = {"If-None-Match": before.headers["etag"]}
    assert (await public.get(archive, headers=known)).status_code == 200


async def test_at_midnight_in_astana_yesterday_is_over(house: Open, hand: Hand) -> None:
    gate, client = await house()
    now = datetime(2026, 4, 10, 18, 59, tzinfo=UTC)  # One minute to midnight.
    gate.house.state.feeds.today = lambda: now.astimezone(ASTANA).date()
    one = posters.poster(1, starts_at=datetime(2026, 4, 10, 5, tzinfo=UTC))
    await hand.put_up(one)
    feed, page = "/feeds/hearings.atom", "/kk/"
    before = [await client.get(path) for path in (feed, page)]
    assert str(one.id) in before[1].text

    now += timedelta(minutes=1)

    after = [await client.get(path) for path in (feed, page)]
    assert str(one.id) not in after[1].text
    assert after[0].content == before[0].content
    year = timedelta(days=365)
    now += year
    assert str(one.id) not in (await client.get("/feeds/hearings.ics")).text
    now -= timedelta(minutes=1)
    assert str(one.id) in (await client.get("/feeds/hearings.ics")).text
