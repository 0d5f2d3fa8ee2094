"""Whoever comes too often waits, whichever process they come to; whoever is known does not."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from chamber.record.engine import connect_engine
from chamber.settings import Settings
from chamber.web.app import close, create_app
from chamber.web.arriving import as_told, trusting
from chamber.web.turnstile import PLACES, SECONDS, Counters, Turnstile, counters, places
from tests.conftest import of_public
from tests.web.conftest import TODAY, Client, token

LIMIT = 20


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def here() -> Iterator[Counters]:
    with counters(LIMIT, workers=2) as found:
        assert found is not None
        yield found


def asked(address: str = "203.0.113.7", **headers: str) -> Any:
    told = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"client": (address, 1), "headers": told}


def test_the_last_request_of_ten_seconds_passes_and_the_one_after_it_waits(here: Counters) -> None:
    clock = Clock()
    turnstile = Turnstile(here, clock)

    clock.now = 1_003.5
    assert [turnstile.wait(asked()) for _ in range(LIMIT)] == [0] * LIMIT
    assert turnstile.wait(asked()) == 7
    assert turnstile.wait(asked("203.0.113.250")) == 7, "the same network"
    assert turnstile.wait(asked("203.0.114.7")) == 0, "another network"
    clock.now = 1_009.99
    assert turnstile.wait(asked()) == 1
    clock.now = 1_010
    assert turnstile.wait(asked()) == 0


def test_who_was_recognised_lately_does_not_wait(here: Counters) -> None:
    clock = Clock()
    turnstile = Turnstile(here, clock)
    turnstile.remember(asked(cookie="chamber=mine"))
    for _ in range(LIMIT + 1):
        turnstile.wait(asked())

    assert turnstile.wait(asked(cookie="chamber=mine")) == 0
    assert turnstile.wait(asked(authorization="chamber=mine", cookie="x")) > 0
    assert turnstile.wait(asked(cookie="chamber=guessed")) > 0
    clock.now += 3_600
    for _ in range(LIMIT + 1):
        turnstile.wait(asked())
    assert turnstile.wait(asked(cookie="chamber=mine")) > 0


COUNT_ELSEWHERE = """
import sys
from chamber.web.turnstile import Counters, Turnstile
path, key, rows, limit, times = sys.argv[1:]
here = Counters(path, bytes.fromhex(key), int(rows), int(limit))
turnstile = Turnstile(here, lambda: 1000.0)
asked = {"client": ("203.0.113.9", 1), "headers": []}
print(sum(turnstile.wait(asked) == 0 for _ in range(int(times))), turnstile.mine)
"""


def count_elsewhere(here: Counters, times: int) -> list[int]:
    told = [here.path, here.key.hex(), str(here.rows), str(here.limit), str(times)]
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", COUNT_ELSEWHERE, *told],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [int(word) for word in done.stdout.split()]


def test_what_one_process_has_counted_another_counts_on(here: Counters) -> None:
    turnstile = Turnstile(here, Clock())
    assert [turnstile.wait(asked()) for _ in range(15)] == [0] * 15

    passed, row = count_elsewhere(here, 10)
    assert passed == LIMIT - 15
    assert row != turnstile.mine, "each process writes in a row of its own"
    assert turnstile.wait(asked()) > 0
    assert count_elsewhere(here, 1) == [0, row], "the row of a process that ended is free again"


def test_a_network_is_told_by_no_bytes_of_the_file(here: Counters) -> None:
    one, other = places("203.0.113.7", here.key)

    assert 1 <= one <= PLACES < other <= 2 * PLACES
    assert (one, other) == places("203.0.113.99", here.key)
    assert (one, other) != places("203.0.113.7", b"another key")


def test_nothing_is_counted_where_there_is_no_limit() -> None:
    with counters(0, workers=2) as nothing:
        assert nothing is None


@pytest.mark.parametrize(
    ("peer", "told", "seen"),
    [
        ("10.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        ("10.0.0.1", ["1.1.1.1, 203.0.113.7, 10.0.0.2"], "203.0.113.7"),
        ("10.0.0.1", ["1.1.1.1", "203.0.113.7"], "203.0.113.7"),
        ("10.0.0.1", ["2001:db8::1"], "2001:db8::1"),
        ("10.0.0.1", ["203.0.113.7, unknown"], "10.0.0.1"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("203.0.113.9", ["1.1.1.1"], "203.0.113.9"),
        ("\x00", ["1.1.1.1"], "\x00"),
    ],
)
def test_the_word_of_our_own_proxy_is_taken_and_of_nobody_else(
    peer: str, told: list[str], seen: str
) -> None:
    scope = asked(peer)
    scope["headers"] = [(b"x-forwarded-for", one.encode()) for one in told]

    assert as_told(scope, trusting(["10.0.0.0/24"]))["client"][0] == seen  # type: ignore[index]


@pytest_asyncio.fixture
async def limited(engine: AsyncEngine, database: str, here: Counters) -> Any:
    settings = Settings(
        chamber_as_of=TODAY, database_url=database, database_read_url=of_public(database)
    )
    turnstile = Turnstile(replace(here, limit=4), Clock())
    gate = create_app(settings, connect_engine(database), turnstile=turnstile)
    transport = httpx.ASGITransport(gate)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield client
    await close(gate.house)


@pytest.mark.parametrize("path", ["/feeds/hearings.atom", "/api/v1/people", "/kk/", "/nothing"])
async def test_every_address_counts_and_waiting_is_told_as_a_problem(
    limited: Client, path: str
) -> None:
    for _ in range(4):
        assert (await limited.get(path)).status_code != 429
    answer = await limited.get(path)

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= SECONDS
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["type"].endswith("#problem-too-many-requests")
    assert set(told["sentence"]) == {"kk", "ru", "en"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_clerk_goes_on_working_while_the_same_network_is_kept_waiting(
    limited: Client, engine: AsyncEngine
) -> None:
    mine = {"Authorization": f"Bearer {await token(engine, Role.SECRETARIAT, 'senate')}"}
    assert (await limited.get("/api/v1/sessions/me", headers=mine)).status_code == 200
    for _ in range(8):
        await limited.get("/api/v1/people")

    assert (await limited.get("/api/v1/people")).status_code == 429
    assert (await limited.get("/api/v1/people", headers=mine)).status_code == 200
    guessed = {"Authorization": "Bearer chamber_guessed"}
    assert (await limited.get("/api/v1/people", headers=guessed)).status_code == 429
