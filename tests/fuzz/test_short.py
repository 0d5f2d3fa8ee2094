"""A short fuzz with each run of the tests, of another seed each time (SEED= repeats one)."""

import asyncio
import os
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from tests.fuzz.ground import Ground, filled_ground
from tests.fuzz.known import Case, Known, Told
from tests.fuzz.mutating import Mutator
from tests.fuzz.running import Found, everywhere_asked, mutations, schema_cases

SEED = os.environ.get("SEED") or str(secrets.randbelow(10**6))
Fuzz = Callable[[Ground, str, int, Callable[[int], None]], Found]
NUMBERS: dict[Fuzz, int] = {mutations: 1_000, schema_cases: 150}
UID = UUID(int=57)

pytestmark = pytest.mark.timeout(300)  # The demonstration is told first.


@pytest.fixture(scope="module")
def ground(server: str, template: str) -> Iterator[Ground]:
    with ThreadPoolExecutor(1) as apart:  # It has loops of its own.
        lent = filled_ground(server, template)
        yield apart.submit(lent.__enter__).result()
        apart.submit(lent.__exit__, None, None, None).result()


@pytest.mark.parametrize("what", NUMBERS, ids=["mutations", "cases"])
async def test_nothing_that_is_sent_breaks_the_house(ground: Ground, what: Fuzz) -> None:
    print(f"SEED={SEED}")
    found = await asyncio.to_thread(what, ground, SEED, NUMBERS[what], lambda times: None)

    assert not found.complaints, "\n".join(found.complaints[:5])
    assert found.statuses.total() == NUMBERS[what]
    assert {"200", "400", "422"} <= set(found.statuses), found.statuses


def test_every_kind_of_act_is_answered_in_every_kind_of_case(ground: Ground) -> None:
    """Also where it comes too early or too late, or where its case was only told by sources."""
    found = asyncio.run(everywhere_asked(ground))

    assert not found.complaints, "\n".join(found.complaints[:5])
    assert {"200", "403", "409", "422"} <= set(found.statuses), found.statuses


def test_the_same_seed_sends_the_same_requests() -> None:
    def known() -> Known:
        told = Told("people", UID, True, {"act": {"kind": "x"}}, None)
        return Known([Case("people", UID, "x")], [told], [], [UID], {"clerk": "token"})

    first, again, other = (
        [*Mutator(seed, ["/"], known()).requests(200)] for seed in ("1", "1", "2")
    )
    assert first == again != other
