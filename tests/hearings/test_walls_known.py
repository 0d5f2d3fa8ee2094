"""Who may not know of a hearing is answered as if it had never been, whatever is asked of it."""

import csv
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import Engine, event, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record import passwords
from tests.hearings.season import proposal
from tests.hearings.street import Street, street_of

TABLE = Path(__file__).parents[1] / "house" / "known.csv"
MATERIAL = {"act": {"kind": "material", "on": "2026-03-20", "title": "Материал"}}
CORRECTION = {
    "act": {"kind": "correction", "on": "2026-03-20", "entry": 1, "act": None, "reason": "Қате"}
}
HALF = {"act": {"kind": "material"}}
NOBODY = ("public", "office", "admin", "senate", "other committee", "former deputy")
SOMEBODY = ("secretariat", "presiding", "committee", "deputy", "senator")


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


def told_in(table: Path) -> list[dict[str, str]]:
    with table.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


async def test_every_cell_is_answered_as_the_table_says(street: Street) -> None:
    for row in told_in(TABLE):
        who = row["who"].replace("nobody", "public")
        case = street.cases[row["case"]]
        place, file = f"/api/v1/hearings/{case}", await street.file_of(case)
        asked = {
            "read": await street.ask(who, "GET", place),
            "readings": await street.ask(who, "GET", f"{place}/readings"),
            "file": await street.ask(who, "GET", f"/api/v1/files/{file}"),
            "act": await street.ask(who, "POST", f"{place}/acts?dry_run=true", json=MATERIAL),
            "listed": await street.ask(who, "GET", "/api/v1/hearings?limit=100"),
            "due": await street.ask(who, "GET", "/api/v1/deadlines?limit=100"),
        }
        for what, answer in asked.items():
            if row[what] == "may":
                assert answer.status_code in {200, 409, 422}, f"{row}: {what} {answer.text}"
            elif row[what] in {"told", "not"}:
                assert answer.status_code == 200, f"{row}: {what} {answer.text}"
                assert (str(case) in answer.text) == (row[what] == "told"), f"{row}: {what}"
            else:
                assert answer.status_code == int(row[what]), f"{row}: {what} {answer.text}"


def test_the_table_knows_everybody_and_every_state() -> None:
    rows = {(row["who"], row["case"]) for row in told_in(TABLE)}

    who = {"nobody", *NOBODY[1:], *SOMEBODY, "closed account"}
    assert rows == {(one, case) for one in who for case in ("public", "draft", "closed", "other")}


def test_whatever_is_asked_of_one_hearing_or_file_has_its_column() -> None:
    """A new route to a hearing, or to a file, must be said to be open to somebody."""
    with (TABLE.parent / "access.csv").open(newline="", encoding="utf-8") as lines:
        routes = {(row["method"], row["route"]) for row in csv.DictReader(lines)}
    one = {("GET", "/api/v1/files/{sha256:str}"): "file"} | {
        (method, f"/api/v1/hearings/{{uid:uuid}}{more}"): column
        for method, more, column in (
            ("GET", "", "read"), ("GET", "/readings", "readings"), ("POST", "/acts", "act"),
        )
    }  # fmt: skip
    places = ("/api/v1/hearings/{", "/api/v1/files/{")
    assert {route for route in routes if route[1].startswith(places)} == set(one)
    assert set(one.values()) <= set(told_in(TABLE)[0])


def everything_asked(case: str) -> list[tuple[str, str, dict[str, Any]]]:
    place = f"/api/v1/hearings/{case}"
    key, tag = {"Idempotency-Key": "the-same-key"}, {"If-Match": '"a-tag"'}
    return [
        ("GET", place, {}),
        ("HEAD", place, {}),
        ("OPTIONS", place, {}),
        ("GET", place, {"headers": {"If-None-Match": "*"}}),
        ("GET", f"{place}/readings", {}),
        ("POST", f"{place}/acts", {"json": MATERIAL}),
        ("POST", f"{place}/acts", {"json": MATERIAL, "headers": key}),
        ("POST", f"{place}/acts", {"json": MATERIAL, "headers": key | tag}),
        ("POST", f"{place}/acts", {"json": HALF, "headers": key | tag}),
        ("POST", f"{place}/acts", {"json": CORRECTION, "headers": key | tag}),
        ("POST", f"{place}/acts?dry_run=true", {"json": MATERIAL}),
        ("POST", f"{place}/acts?dry_run=true", {"json": CORRECTION}),
        ("PUT", place, {"json": {}}),
        ("DELETE", place, {}),
    ]


def bare(answer: httpx.Response, case: str) -> tuple[int, dict[str, str], str]:
    """All of an answer but what every request has of its own."""
    request = answer.headers["x-request-id"]
    headers = {name: words for name, words in answer.headers.items() if name != "x-request-id"}
    return answer.status_code, headers, answer.text.replace(request, "").replace(case, "")


@pytest.mark.parametrize("who", NOBODY)
async def test_a_hidden_hearing_is_answered_of_like_one_that_never_was(
    street: Street, who: str
) -> None:
    never = str(uuid4())
    for case in (str(street.closed), str(street.draft)):
        asked = zip(everything_asked(case), everything_asked(never), strict=True)
        for (method, place, more), (_, other, same) in asked:
            told = await street.ask(who, method, place, **more)
            like = await street.ask(who, method, other, **same)
            assert bare(told, case) == bare(like, never), f"{who}: {method} {place}"
            assert told.status_code != 200 or method == "OPTIONS"
    assert await street.readings(street.closed) == []


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What any database is asked, by whatever login."""
    said: list[str] = []

    def listen(*told: Any) -> None:
        said.append(told[2])

    event.listen(Engine, "before_cursor_execute", listen)
    yield said
    event.remove(Engine, "before_cursor_execute", listen)


@pytest.mark.parametrize("who", NOBODY)
async def test_and_it_takes_the_same_work(street: Street, said: list[str], who: str) -> None:
    """Not by the clock: by what the database is asked."""

    async def work(method: str, place: str, more: dict[str, Any]) -> list[str]:
        said.clear()
        await street.ask(who, method, place, **more)
        return [*said]

    never = str(uuid4())
    assert await work("GET", f"/api/v1/hearings/{never}", {})  # The key of the house is read once.
    for case in (str(street.closed), str(street.draft)):
        asked = zip(everything_asked(case), everything_asked(never), strict=True)
        for (method, place, more), (_, other, same) in asked:
            assert await work(method, place, more) == await work(method, other, same), place
    for one in (street.file, await street.file_of(street.draft)):
        file, none = f"/api/v1/files/{one}", f"/api/v1/files/{'0' * 64}"
        assert await work("GET", file, {}) == await work("GET", none, {})


@pytest.mark.parametrize("who", NOBODY)
async def test_a_file_of_a_hidden_hearing_never_was(street: Street, who: str) -> None:
    one, never = street.file, "0" * 64
    for headers in ({}, {"If-None-Match": f'"{street.file}"'}, {"If-None-Match": "*"}):
        told = await street.ask(who, "GET", f"/api/v1/files/{one}", headers=headers)
        like = await street.ask(who, "GET", f"/api/v1/files/{never}", headers=headers)
        assert bare(told, one) == bare(like, never)
        assert told.status_code == (401 if who == "former deputy" else 404)


@pytest.mark.parametrize("who", SOMEBODY)
async def test_each_reading_is_kept(street: Street, who: str) -> None:
    place = f"/api/v1/hearings/{street.closed}"

    shown = await street.ask(who, "GET", place)
    assert shown.status_code == 200
    assert shown.headers["Cache-Control"] == "no-store"
    known = {"If-None-Match": shown.headers["ETag"]}
    assert (await street.ask(who, "GET", place, headers=known)).status_code == 304
    assert (await street.ask(who, "HEAD", place)).status_code == 200
    assert (await street.ask(who, "GET", f"/api/v1/files/{street.file}")).status_code == 200
    assert await street.readings(street.closed) == [(who, "case")] * 3 + [(who, street.file)]


@pytest.mark.parametrize("who", SOMEBODY)
async def test_who_holds_the_hearing_sees_who_has_read_it(street: Street, who: str) -> None:
    place = f"/api/v1/hearings/{street.closed}"
    for reader in ("senator", "deputy", "senator"):
        await street.ask(reader, "GET", place)

    answer = await street.ask(who, "GET", f"{place}/readings?limit=2")
    if who in ("deputy", "senator"):
        assert answer.status_code == 403
        return
    items = answer.json()["items"]
    assert [item["by"]["name"] for item in items] == ["senator", "deputy"]
    assert {item["what"] for item in items} == {"case"}
    rest = await street.ask(who, "GET", f"{place}/readings?after={answer.json()['after']}")
    assert [item["by"]["name"] for item in rest.json()["items"]] == ["senator"]


async def test_the_readings_of_a_hearing_are_told_to_no_one_else(street: Street) -> None:
    place = f"/api/v1/hearings/{street.closed}/readings"
    for who, status in (("public", 401), ("office", 403), ("senate", 404), ("admin", 403)):
        assert (await street.ask(who, "GET", place)).status_code == status, who


async def test_a_reading_is_never_changed_or_taken_away(street: Street) -> None:
    await street.ask("deputy", "GET", f"/api/v1/hearings/{street.closed}")

    for change in ("DELETE FROM hearing_reading", "UPDATE hearing_reading SET name = 'x'"):
        with pytest.raises(Exception, match="append-only"):
            await street.session.execute(text(change))
        await street.session.rollback()


async def test_an_answer_that_was_kept_is_not_given_again_to_whoever_may_not_know_any_more(
    street: Street,
) -> None:
    place = f"/api/v1/hearings/{street.draft}"
    tag = (await street.ask("committee", "GET", place)).headers["ETag"]
    headers = {"If-Match": tag, "Idempotency-Key": "once"}
    sent = {"json": MATERIAL, "headers": headers}
    assert (await street.ask("committee", "POST", f"{place}/acts", **sent)).status_code == 201
    assert (await street.ask("committee", "POST", f"{place}/acts", **sent)).status_code == 201

    await street.session.execute(
        text("UPDATE account SET committee = NULL WHERE name = 'committee'")
    )
    await street.session.commit()
    assert (await street.ask("committee", "POST", f"{place}/acts", **sent)).status_code == 404


async def test_an_agenda_names_no_hearing_that_is_hidden(street: Street) -> None:
    place = f"/api/v1/sittings/{street.here.sitting}"
    for who in ("secretariat",):
        tag = (await street.ask(who, "GET", place)).headers["ETag"]
        answers = []
        for case in (str(street.closed), str(street.draft), str(uuid4())):
            item = {"title": {"kk": "Тыңдау", "ru": "Слушания"}, "proceeding": case}
            act = {"kind": "agenda", "on": "2026-02-03", "items": [item]}
            headers = {"If-Match": tag, "Idempotency-Key": uuid4().hex}
            answer = await street.ask(who, "POST", f"{place}/acts", json={"act": act},
                                      headers=headers)  # fmt: skip
            answers.append(bare(answer, case))
        assert answers[0] == answers[1] == answers[2]
        assert answers[0][0] == 422


async def test_a_hearing_is_linked_to_none_that_is_hidden_from_the_clerk(street: Street) -> None:
    answers = []
    for case in (str(street.closed), str(uuid4())):
        act = proposal(street.here, "Сенат", "open") | {"chamber": "senate", "linked": case}
        sent = {"act": act | {"on": "2026-02-02", "organisers": [str(street.here.committee)]}}
        answer = await street.ask(
            "senate", "POST", "/api/v1/hearings?dry_run=true", json=sent, headers={}
        )
        answers.append(bare(answer, case))
    assert answers[0] == answers[1]
    assert answers[0][0] == 422
