"""Looking up outcomes: each filter finds what it should and leaves out the rest, page by page."""

import csv
import io
from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record.people.tables import PersonRow
from chamber.record.votes.tables import Vote
from chamber.settings import Settings
from chamber.web.app import close, create_app
from tests.conftest import of_public
from tests.record.filled import A, E, F, Filled, N, X

Client = httpx.AsyncClient
DAY = date(2026, 3, 4)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest_asyncio.fixture
async def house(session: AsyncSession) -> Filled:
    return await Filled(session).seat()


@pytest_asyncio.fixture
async def reader(engine: AsyncEngine, database: str) -> AsyncIterator[Client]:
    app = create_app(Settings(database_url=database, database_read_url=of_public(database)), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        yield client
    await close(app.house)


async def found(house: Filled, reader: Client, query: str, path: str = "votes") -> list[str]:
    await house.session.commit()
    answer = await reader.get(f"/api/v1/{path}?{query}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    ("query", "one", "other"),
    [
        ("chamber=senate", {"chamber": "senate"}, {"chamber": "mazhilis"}),
        (f"from={DAY}", {"on": DAY}, {"on": BEFORE}),
        (f"until={DAY}", {"on": DAY}, {"on": AFTER}),
        ("power=57(6)", {"power": "57(6)"}, {"power": "57(1)"}),
        ("rule=A57-6.17", {"rule": "A57-6.17"}, {"rule": "A57-1.17"}),
        ("outcome=not_adopted", {"outcome": "not_adopted"}, {"outcome": "adopted"}),
        ("q=отставк", {"question_ru": "Об отставке члена"}, {"question_ru": "Об ином"}),
        ("q=құрылтай", {"question_kk": "Құрылтайды шақыру"}, {"question_kk": "Қорытынды"}),
        ("q=ОТСТАВКЕ члена", {"question_ru": "Об отставке члена"}, {"question_ru": "отставке"}),
    ],
)
async def test_each_filter_finds_one_and_leaves_out_the_other(
    house: Filled, reader: Client, query: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    wanted = await house.closed_vote(**one)
    await house.closed_vote(**other)

    assert await found(house, reader, query) == [str(wanted.uid)]
    record = f"deputies/{house.uid(0)}/record"
    assert await found(house, reader, query, record) == [str(wanted.uid)]


async def test_votes_are_found_by_deputy_and_what_he_did(house: Filled, reader: Client) -> None:
    first = await house.closed_vote((F, A, F, F, F, F))
    second = await house.closed_vote((A, F, F, F, F, X))
    alone = await house.closed_vote((A,))

    uids = [str(alone.uid), str(second.uid), str(first.uid)]
    assert await found(house, reader, f"deputy={house.uid(0)}") == uids
    assert await found(house, reader, f"deputy={house.uid(1)}") == uids[1:]
    assert await found(house, reader, f"deputy={house.uid(0)}&choice=for") == uids[2:]
    assert await found(house, reader, f"deputy={house.uid(5)}&choice=absent") == uids[1:2]


async def test_votes_are_found_by_faction_with_how_it_stood(house: Filled, reader: Client) -> None:
    both = await house.closed_vote((F, F, A, F, A, F))
    first_only = await house.closed_vote((F, F, F, F))
    first, second = (faction.uid for faction in house.factions)

    assert await found(house, reader, f"faction={first}") == [str(first_only.uid), str(both.uid)]
    assert await found(house, reader, f"faction={second}") == [str(both.uid)]
    deputy = f"deputy={house.uid(0)}&faction={second}"
    assert await found(house, reader, deputy) == [str(both.uid)]
    answer = await reader.get(f"/api/v1/votes?faction={first}")
    assert answer.json()["items"][1]["faction"]["against"] == 1


async def test_an_open_vote_is_in_no_list_and_has_no_document(
    house: Filled, reader: Client
) -> None:
    vote = await house.open_vote()

    assert await found(house, reader, "") == []
    assert (await reader.get(f"/api/v1/votes/{vote.uid}")).status_code == 404
    assert (await reader.get(f"/api/v1/votes/{uuid4()}")).status_code == 404


@pytest.mark.parametrize("path", ["votes?limit=3", "deputies/{}/record?limit=3"])
async def test_pages_stay_as_they_are_while_votes_are_added(
    house: Filled, reader: Client, path: str
) -> None:
    there = [await house.closed_vote(on=DAY + timedelta(days=n // 3)) for n in range(8)]
    await house.session.commit()
    address = f"/api/v1/{path.format(house.uid(0))}"
    seen, after = [], ""

    while True:
        answer = (await reader.get(address + after)).json()
        seen += [item["id"] for item in answer["items"]]
        if answer["after"] is None:
            break
        after = f"&after={answer['after']}"
        await house.closed_vote(on=AFTER + timedelta(days=9))  # Newer than all.
        await house.session.commit()

    assert seen == [str(vote.uid) for vote in reversed(there)]


async def test_the_order_is_that_of_days_and_not_of_entry(house: Filled, reader: Client) -> None:
    new = await house.closed_vote(on=AFTER)
    old = await house.closed_vote(on=BEFORE)

    for path in ("votes", f"deputies/{house.uid(0)}/record"):
        assert await found(house, reader, "", path) == [str(new.uid), str(old.uid)]


async def test_the_next_page_is_linked(house: Filled, reader: Client) -> None:
    for _ in range(2):
        await house.closed_vote()
    await house.session.commit()

    first = await reader.get("/api/v1/votes?limit=1&q=судьи")
    second = await reader.get(first.links["next"]["url"])
    assert [first.json()["items"], second.json()["items"]] != [[], []]
    assert "next" not in second.links


@pytest.mark.parametrize(
    "asked",
    [
        "судье", "судью", "судей", "судьями", "назначений", "НАЗНАЧЕНИЕМ", "назнач", "не судьи",
        "о назначении судей", "судьяны", "судья тағайындау", "Суд",
    ],
)  # fmt: skip
async def test_a_russian_word_is_found_in_all_its_forms(
    house: Filled, reader: Client, asked: str
) -> None:
    wanted = await house.closed_vote(
        question_kk="Судьяны тағайындау туралы", question_ru="Не о назначении судьи"
    )
    await house.closed_vote(question_kk="Бюджет", question_ru="О бюджете")

    assert await found(house, reader, f"q={asked}") == [str(wanted.uid)]


@pytest.mark.parametrize("asked", ["судне", "назначений бюджета", "назначка", "судьяның"])
async def test_another_word_is_no_form_of_it(house: Filled, reader: Client, asked: str) -> None:
    await house.closed_vote()

    assert await found(house, reader, f"q={asked}") == []


async def test_after_a_correction_only_the_new_edition_is_listed(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.correct(vote, (A, F, F, F, A, X))
    await house.session.commit()

    for path in (f"deputies/{house.uid(0)}/record", f"votes?faction={house.factions[0].uid}"):
        items = (await reader.get(f"/api/v1/{path}")).json()["items"]
        assert len(items) == 1
    record = (await reader.get(f"/api/v1/deputies/{house.uid(0)}/record")).json()
    assert record["items"][0]["choice"] == "against"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("unknown=1", "unknown"), ("chamber=kurultai", "chamber"), ("from=2026-02-30", "from"),
        ("until=20260301", "until"), ("after=nobody", "after"), (f"after={uuid4()}", "after"),
        ("limit=0", "limit"), ("limit=101", "limit"), ("limit=ten", "limit"),
        ("outcome=won", "outcome"), ("choice=for", "choice"), ("deputy=1", "deputy"),
        (f"deputy={uuid4()}", "deputy"), (f"faction={uuid4()}", "faction"), ("q=", "q"),
        ("q=%26", "q"), ("limit=1&limit=2", "limit"), ("format=xml", "format"),
        ("rule=%27", "rule"),
    ],
)  # fmt: skip
async def test_what_cannot_be_asked_is_named(reader: Client, query: str, field: str) -> None:
    answer = await reader.get(f"/api/v1/votes?{query}")

    assert answer.status_code == 422
    assert answer.json()["pointer"] == f"#/{field}"


@pytest.mark.parametrize("words", ["'; DROP TABLE vote", "a:* | b", "<-> !! ((", "сот'ья \\\\ :"])
async def test_words_are_words_whatever_stands_between_them(
    house: Filled, reader: Client, words: str
) -> None:
    await house.closed_vote()
    await house.session.commit()

    answer = await reader.get("/api/v1/votes", params={"q": words})
    assert answer.status_code in (200, 422)


async def test_a_deputy_is_told_with_attendance(house: Filled, reader: Client) -> None:
    await house.closed_vote((F, F, F, F, F, F), on=date(2025, 5, 1))
    await house.closed_vote((A, F, F, F, F, X))
    await house.closed_vote((N, F, F, F, F, E))
    await house.session.commit()

    told = (await reader.get(f"/api/v1/deputies/{house.uid(0)}")).json()
    assert told["name"]["kk"] == "Әлия Ахметова"
    assert told["mandates"][0]["convocation"] == 8
    assert told["factions"][0]["id"] == str(house.factions[0].uid)
    assert (told["attendance"]["votes"], told["attendance"]["voted"]) == (3, 2)
    assert [year["year"] for year in told["attendance"]["years"]] == [2026, 2025]
    assert (await reader.get(f"/api/v1/deputies/{uuid4()}")).status_code == 404
    assert (await reader.get(f"/api/v1/deputies/{uuid4()}/record")).status_code == 404


async def test_whoever_has_no_name_yet_is_unknown(house: Filled, reader: Client) -> None:
    person = await house.case("people")
    house.session.add(PersonRow(id=person.id))
    await house.session.commit()

    assert (await reader.get(f"/api/v1/deputies/{person.uid}")).status_code == 404


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
async def test_no_cell_of_a_sheet_is_a_formula(house: Filled, reader: Client, begins: str) -> None:
    await house.closed_vote(question_ru=f'{begins}HYPERLINK("x")', question_kk="Жай, «сұрақ»")
    await house.session.commit()

    answer = await reader.get("/api/v1/votes", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert rows(answer.text)[0]["question_ru"] == f'\'{begins}HYPERLINK("x")'
    assert rows(answer.text)[0]["question_kk"] == "Жай, «сұрақ»"


async def test_a_sheet_holds_the_whole_list_or_one_page(
    house: Filled, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chamber.record.lookup.api.PAGE_OF_SHEET", 2)
    votes = [await house.closed_vote() for _ in range(5)]
    await house.session.commit()

    address = f"/api/v1/deputies/{house.uid(0)}/record?format=csv"
    whole = rows((await reader.get(address)).text)
    assert [row["id"] for row in whole] == [str(vote.uid) for vote in reversed(votes)]
    assert {row["choice"] for row in whole} == {"for"}
    assert len(rows((await reader.get(f"{address}&limit=3")).text)) == 3
    tallies = f"/api/v1/votes?faction={house.factions[0].uid}&format=csv"
    assert rows((await reader.get(tallies)).text)[0]["faction_for"] == "4"


async def document(reader: Client, vote: Vote, query: str = "", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await reader.get(f"/api/v1/votes/{vote.uid}{query}", headers=named)


async def test_a_document_is_given_plain_or_packed_with_a_tag_for_each(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote()
    await house.session.commit()

    plain = await document(reader, vote, accept_encoding="identity")
    small = await document(reader, vote, accept_encoding="br, gzip;q=0.8")
    none = await document(reader, vote, accept_encoding="gzip;q=0")
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in none.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.json() == plain.json()
    assert plain.json()["id"] == str(vote.uid)
    assert small.headers["etag"] != plain.headers["etag"]
    for one in (plain, small):
        coding = one.headers.get("content-encoding", "identity")
        again = await document(
            reader, vote, accept_encoding=coding, if_none_match=one.headers["etag"]
        )
        assert (again.status_code, again.content) == (304, b"")


async def test_an_unusual_reader_is_answered_too(house: Filled, reader: Client) -> None:
    vote = await house.closed_vote()
    await house.session.commit()
    address = f"/api/v1/votes/{vote.uid}"

    plain = await document(reader, vote)
    del reader.headers["accept"]
    assert (await reader.get(address)).content == plain.content
    assert (await document(reader, vote, accept="text/html, */*;q=0.1")).content == plain.content
    assert (await document(reader, vote, accept="image/svg")).status_code in (200, 406)
    head = await reader.head(address)
    assert (head.status_code, head.content) == (200, b"")


async def test_a_correction_shows_at_once_and_the_edition_before_stays(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.session.commit()
    before = await document(reader, vote)
    await house.correct(vote, (A, F, F, F, A, X))
    await house.session.commit()

    after = await document(reader, vote, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert (before.json()["totals"]["for"], after.json()["totals"]["for"]) == (4, 3)
    first = await document(reader, vote, "?edition=1")
    assert first.json() == before.json()
    assert "immutable" in first.headers["cache-control"]
    assert (await document(reader, vote, "?edition=3")).status_code == 404
    assert (await document(reader, vote, "?edition=x")).status_code == 422
    assert (await document(reader, vote, "?page=2")).status_code == 422


async def test_a_database_that_is_away_is_said_to_be_away(engine: AsyncEngine) -> None:
    app = create_app(Settings(database_url="postgresql://nobody@127.0.0.1:1/none"), engine)
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with Client(transport=transport, base_url="http://chamber") as client:
        for path in (f"votes/{uuid4()}", "votes", f"deputies/{uuid4()}"):
            assert (await client.get(f"/api/v1/{path}")).status_code == 503
        token = {"Authorization": "Bearer chamber_nobody"}
        address = f"/api/v1/votes/{uuid4()}/ballots"
        pressed = await client.post(address, json={"choice": "for"}, headers=token)
        assert pressed.status_code == 503
    await close(app.house)


async def test_the_public_reads_no_table_even_by_raw_sql(house: Filled, database: str) -> None:
    await house.closed_vote()
    await house.session.commit()
    public = await asyncpg.connect(database, server_settings={"role": "chamber_public"})

    assert await public.fetchval("SELECT count(*) FROM public_ballot") == 6
    for table in ("vote", "ballot", "ballot_box", "vote_document", "person", "proceeding"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await public.fetch(f"SELECT * FROM public.{table}")
    await public.close()
