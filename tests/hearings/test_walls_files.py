"""A file is told to those who have sent it, and to those who may know of a case that it lies in."""

import hashlib
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record import passwords
from tests.hearings.season import proposal
from tests.hearings.street import Street, street_of
from tests.hearings.test_walls_known import bare

Json = dict[str, Any]
FILES = "/api/v1/files"
HEARINGS = "/api/v1/hearings"
NEVER = "0" * 64
TOLD = {"occurred": {"source": "Хаттама"}, "despite": "Солай болды"}  # No rule refuses it.
MATERIAL = {"kind": "material", "on": "2026-03-20", "title": "Материал"}


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher.from_parameters(CHEAPEST))


@pytest_asyncio.fixture
async def street(
    engine: AsyncEngine, database: str, session: AsyncSession
) -> AsyncIterator[Street]:
    async with street_of(engine, database, session) as street:
        yield street


async def sent(street: Street, who: str, content: bytes) -> str:
    answer = await street.ask(who, "POST", FILES, content=content)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["sha256"])


async def content_of(street: Street, file: str) -> bytes:
    return (await street.ask("secretariat", "GET", f"{FILES}/{file}")).content


def proposed(street: Street, file: str, form: str = "open", chamber: str = "mazhilis") -> Json:
    act = proposal(street.here, "Тыңдау", form) | {"chamber": chamber, "on": "2026-02-02"}
    return {"act": act | {"organisers": [str(street.here.committee)]}, "files": [file], **TOLD}


async def put(street: Street, who: str, place: str, body: Json, *, dry: bool) -> httpx.Response:
    if dry:
        return await street.ask(who, "POST", f"{place}?dry_run=true", json=body)
    headers = {"Idempotency-Key": uuid4().hex}
    if place.endswith("/acts"):
        case = await street.ask(who, "GET", place.removesuffix("/acts"))
        headers["If-Match"] = case.headers["ETag"]
    return await street.ask(who, "POST", place, json=body, headers=headers)


async def named(
    street: Street, case: UUID, file: str, who: str = "secretariat", *, dry: bool = False
) -> httpx.Response:
    body = {"act": MATERIAL, "files": [file], **TOLD}
    return await put(street, who, f"{HEARINGS}/{case}/acts", body, dry=dry)


def refused(answer: httpx.Response) -> bool:
    if answer.status_code in {200, 201}:
        return False
    assert "лежит в деле" in answer.json()["sentence"]["ru"], answer.text
    return bool(answer.json()["pointer"] == "#/files/0")


async def of_the_senate(street: Street) -> str:
    """The address of a hearing of the other Chamber's."""
    body = proposed(street, NEVER, chamber="senate") | {"files": []}
    answer = await put(street, "senate", HEARINGS, body, dry=False)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


@pytest.mark.parametrize("dry", [True, False])
async def test_a_hidden_file_is_named_as_if_it_never_was(street: Street, dry: bool) -> None:
    place = await of_the_senate(street)
    waiting = await sent(street, "secretariat", b"Not attached yet")
    right = proposed(street, NEVER, chamber="senate")["act"]
    wrong = {"kind": "correction", "on": "2026-03-20", "entry": 1, "reason": "Қате"}
    answers = []
    for file in (NEVER, street.file, await street.file_of(street.draft), waiting):
        for where, act in (
            (HEARINGS, right),
            (f"{place}/acts", MATERIAL),
            (f"{place}/acts", {**wrong, "act": right | {"topic": {"kk": "Су", "ru": "Вода"}}}),
        ):
            body = {"act": act, "files": [file], **TOLD}
            answers.append(bare(await put(street, "senate", where, body, dry=dry), file))
    assert [status for status, *_ in answers] == [422] * 12
    assert answers[:3] * 4 == answers
    assert all("has been sent" in told for *_, told in answers)
    assert (await street.ask("senate", "GET", f"{FILES}/{street.file}")).status_code == 404


@pytest.mark.parametrize("who", ["public", "office", "senate", "committee", "deputy", "presiding"])
async def test_a_file_that_no_act_names_is_fetched_by_its_sender_alone(
    street: Street, who: str
) -> None:
    file = await sent(street, "secretariat", b"Not attached yet")

    assert (await street.ask("secretariat", "GET", f"{FILES}/{file}")).status_code == 200
    told = await street.ask(who, "GET", f"{FILES}/{file}")
    assert bare(told, file) == bare(await street.ask(who, "GET", f"{FILES}/{NEVER}"), NEVER)
    assert told.status_code == 404


async def test_whoever_sends_the_bytes_is_answered_as_of_new_ones(street: Street) -> None:
    secret = await content_of(street, street.file)
    kept = await street.readings(street.closed)
    answers = []
    for content in (secret, b"x" * len(secret)):
        file = hashlib.sha256(content).hexdigest()
        for _ in range(2):
            answer = await street.ask("senate", "POST", FILES, content=content)
            answers.append(repr(bare(answer, file)).replace(file, ""))  # And in Location.
        fetched = await street.ask("senate", "GET", f"{FILES}/{file}")
        assert (fetched.status_code, fetched.content) == (200, content)
        body = proposed(street, file, chamber="senate")
        assert (await put(street, "senate", HEARINGS, body, dry=True)).status_code == 200
    assert answers[:2] == answers[2:]
    assert await street.readings(street.closed) == kept  # Of that hearing nothing was read.


async def test_a_sender_names_his_own_file_whatever_others_keep_hidden(street: Street) -> None:
    secret = await content_of(street, street.file)
    await sent(street, "senate", secret)

    body = proposed(street, street.file, chamber="senate")
    assert (await put(street, "senate", HEARINGS, body, dry=False)).status_code == 201
    assert (await street.ask("other committee", "GET", f"{FILES}/{street.file}")).is_client_error


@pytest.mark.parametrize("dry", [True, False])
async def test_a_file_of_a_closed_hearing_is_named_in_closed_ones_alone(
    street: Street, dry: bool
) -> None:
    for again in (False, True):
        if again:  # Whoever may know of the hearing tells nothing by a slip, though he sent it too.
            await sent(street, "secretariat", await content_of(street, street.file))
        for case in (street.public, street.draft):
            assert refused(await named(street, case, street.file, dry=dry))
        opened = proposed(street, street.file)
        assert refused(await put(street, "secretariat", HEARINGS, opened, dry=dry))
    assert not refused(await named(street, street.closed, street.file, dry=dry))
    closed = proposed(street, street.file, form="closed")
    assert not refused(await put(street, "secretariat", HEARINGS, closed, dry=dry))


@pytest.mark.parametrize("dry", [True, False])
async def test_a_file_of_a_draft_is_named_in_what_is_hidden(street: Street, dry: bool) -> None:
    file = await street.file_of(street.draft)

    assert refused(await named(street, street.public, file, dry=dry))
    assert not refused(await put(street, "secretariat", HEARINGS, proposed(street, file), dry=dry))
    for case in (street.draft, street.closed):
        assert not refused(await named(street, case, file, dry=dry))


async def test_a_hidden_file_is_named_in_no_sitting(street: Street) -> None:
    place = f"/api/v1/sittings/{street.here.sitting}/acts"
    items = [{"title": {"kk": "Есеп", "ru": "Отчёт"}}]
    act = {"kind": "agenda", "on": "2026-02-03", "items": items}
    for file in (street.file, await street.file_of(street.draft)):
        body = {"act": act, "files": [file], **TOLD}
        assert refused(await put(street, "secretariat", place, body, dry=False))


async def test_what_everybody_reads_already_is_named_anywhere(street: Street) -> None:
    file = await street.file_of(street.public)

    assert not refused(await named(street, street.closed, file))
    assert not refused(await named(street, street.public, file))
    assert (await street.ask("public", "GET", f"{FILES}/{file}")).status_code == 200


async def test_who_sent_a_file_is_never_changed_or_taken_away(street: Street) -> None:
    await sent(street, "senate", await content_of(street, street.file))

    for change in ("DELETE FROM file_sender", "UPDATE file_sender SET sent_at = now()"):
        with pytest.raises(Exception, match="append-only"):
            await street.session.execute(text(change))
        await street.session.rollback()
