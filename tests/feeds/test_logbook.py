"""Every request to the feeds leaves its line in the access log, a few of them written at once."""

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
