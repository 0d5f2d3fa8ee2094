"""Every request to the feeds is in the access log; the same one many times at once is one line."""

import asyncio
import json
import logging

import pytest

from chamber.feeds.logbook import TOGETHER
from tests.feeds.conftest import Client


async def test_each_request_leaves_a_line(public: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "chamber.access"):
        answers = [await public.get(path) for path in ("/feeds/hearings.ics?lang=ru", "/kk/")]
        answers.append(await public.head("/kk/"))
        await asyncio.sleep(TOGETHER * 2)
    lines = [json.loads(line) for line in "\n".join(caplog.messages).splitlines()]

    told = [(line["method"], line["path"], line["status"]) for line in lines]
    assert told == [
        ("GET", "/feeds/hearings.ics", 200), ("GET", "/kk/", 200), ("HEAD", "/kk/", 200),
    ]  # fmt: skip
    requests = [line["request"] for line in lines]
    assert requests == [answer.headers["x-request-id"] for answer in answers]
    assert len(set(requests)) == 3


async def test_what_is_asked_again_at_once_is_counted(
    public: Client, caplog: pytest.LogCaptureFixture
) -> None:
    await public.get("/kk/")
    await asyncio.sleep(TOGETHER * 2)
    with caplog.at_level(logging.INFO, "chamber.access"):
        first, *_ = await asyncio.gather(*(public.get("/kk/") for _ in range(5)))
        await asyncio.sleep(TOGETHER * 2)
    lines = [json.loads(line) for line in caplog.messages]

    assert sum(line.get("times", 1) for line in lines) == 5
    assert len(lines) < 5
    assert lines[0]["request"] == first.headers["x-request-id"]
