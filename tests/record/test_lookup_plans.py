"""No page of a list sorts or reads the whole, however many votes there are."""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.engine import prepared
from chamber.record.lookup.asking import Asked
from chamber.record.lookup.votes import OF_RECORD, OF_VOTES, Turn, list_record, list_votes
from chamber.record.votes.hot import CURRENT
from tests.record.filled import Filled

VOTES = 4000
PLENTY = (
    f"""INSERT INTO vote (uid, proceeding_id, chamber, power, rule, question_kk, question_ru, form,
            method, number, unfounded, opened_on, closed_on, outcome, verdict, ruling, edition)
        SELECT gen_random_uuid(), :case, CASE WHEN n % 4 = 0 THEN 'senate' ELSE 'mazhilis' END,
            '57(' || n % 7 || ')', 'A57-1.1' || n % 7, 'Мәселе ' || n % 50, 'Вопрос ' || n % 50,
            'open', 'ballots', n, true, date '2000-01-01' + n / 4, date '2000-01-01' + n / 4,
            CASE WHEN n % 3 = 0 THEN 'not_adopted' ELSE 'adopted' END, 'valid',
            jsonb_build_object('verdict', 'valid'), 1
        FROM generate_series(1, {VOTES}) AS n""",
    """INSERT INTO ballot (vote_id, edition, person_id, voted_on, choice)
        SELECT v.id, 1, p.id, v.opened_on, CASE WHEN p.id % 5 = 0 THEN 'against' ELSE 'for' END
        FROM vote AS v CROSS JOIN person AS p""",
    """INSERT INTO faction_vote
        SELECT v.id, 1, b.id, v.opened_on, 3, 0, 0, 0, 0, 0 FROM vote AS v CROSS JOIN body AS b""",
    """INSERT INTO vote_document (uid, edition, etag, packed) SELECT uid, 1, 'x', 'x' FROM vote""",
    "SELECT gin_clean_pending_list('vote_words_idx')",  # As autovacuum does, sooner or later.
    "ANALYZE",
)


class Explained:
    """Stands in for the connections, and keeps the plan of each query that gives a page."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool
        self.plans: list[dict[str, Any]] = []

    async def fetch(self, query: str, *values: object) -> Any:
        explained = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {query}"
        self.plans.append(json.loads(await self.pool.fetchval(explained, *values))[0]["Plan"])
        return await self.pool.fetch(query, *values)

    async def fetchrow(self, query: str, *values: object) -> Any:
        return await self.pool.fetchrow(query, *values)

    async def fetchval(self, query: str, *values: object) -> Any:
        return await self.pool.fetchval(query, *values)


@pytest_asyncio.fixture
async def house(session: AsyncSession) -> Filled:
    house = await Filled(session).seat()
    case = await house.case("appointments")
    for statement in PLENTY:
        given = {"case": case.id} if ":case" in statement else {}
        await session.execute(text(statement), given)
    await session.commit()
    return house


@pytest_asyncio.fixture
async def reads(house: Filled, database: str) -> AsyncIterator[Explained]:
    async with prepared(database, connections=1, role="chamber_public") as pool:
        yield Explained(pool)


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from nodes(inner)


def check(plan: dict[str, Any], pages: int) -> None:
    for node in nodes(plan):
        assert node["Node Type"] != "Seq Scan", f"all of {node['Relation Name']} is read"
        assert "Sort" not in node["Node Type"] or node["Actual Rows"] < VOTES / 10, "all is sorted"
    assert plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] <= pages


LISTS = [
    "", "chamber=senate", "outcome=not_adopted", "rule=A57-1.11", "power=57(3)",
    "from=2001-01-01", "until=2001-06-01", "q=вопрос", "q=27", "chamber=senate&outcome=adopted",
]  # fmt: skip


RECORDS = ["", "choice=for", "chamber=senate", "until=2001-06-01"]


def asked(query: str, known: tuple[str, ...]) -> Asked:
    pairs = [part.split("=") for part in query.split("&") if part]
    return Asked([(name, words) for name, words in pairs], known)


async def test_no_page_reads_more_than_itself(house: Filled, reads: Explained) -> None:
    middle = await reads.fetchval("SELECT uid FROM public_vote WHERE number = $1", VOTES // 2)
    faction = f"faction={house.factions[0].uid}"
    for after in (None, middle):
        for query in (*LISTS, faction):
            one = asked(query, OF_VOTES)
            await list_votes(reads, one, Turn(after, 20))
            check(reads.plans[-1], 300 if "q=" in query else 120)
        for query in RECORDS:
            one = asked(query, OF_RECORD)
            await list_record(reads, house.uid(0), one, Turn(after, 50))
            check(reads.plans[-1], 900)


@pytest.mark.parametrize(("word", "votes"), [("вопрос", VOTES), ("27", VOTES // 50), ("нет", 0)])
async def test_common_and_rare_words_are_found_to_the_last(
    house: Filled, reads: Explained, word: str, votes: int
) -> None:
    found, page = [], None
    while page is None or page.after:
        turn = Turn(page.after if page else None, 100)
        page = await list_votes(reads, asked(f"q={word}", OF_VOTES), turn)
        found += [(item["on"], item["round"]) for item in page.items]

    assert found == sorted(found, reverse=True)
    assert len(set(found)) == votes


async def test_a_document_is_four_pages_away(house: Filled, reads: Explained) -> None:
    uid = await reads.fetchval("SELECT uid FROM public_vote LIMIT 1")

    await reads.fetch(CURRENT, uid, "")
    check(reads.plans[-1], 4)
