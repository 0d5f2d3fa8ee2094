"""Sittings through the door, as a program of the secretariat would hold one."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from tests.record.seated import seat
from tests.record.sitting_kept import DAY, QUESTION
from tests.web.conftest import Client, send

SITTINGS_AT = "/api/v1/sittings"
INSTANT = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+05:00"


Visitors = Callable[..., Awaitable[Client]]


@pytest_asyncio.fixture
async def client(visitors: Visitors) -> Client:
    return await visitors(Role.SECRETARIAT, "mazhilis")


@pytest_asyncio.fixture
async def people(engine: AsyncEngine) -> list[UUID]:
    async with AsyncSession(engine) as session, session.begin():
        return await seat(session, "mazhilis", 98)


def plan(**told: Any) -> dict[str, Any]:
    act = {
        "kind": "plan", "on": DAY.isoformat(), "chamber": "mazhilis", "sitting": "plenary",
        "starts_at": "2026-03-04T10:00:00+05:00", "place": "Мәжіліс залы",
    }  # fmt: skip
    return {"act": act | told}


async def hold(client: Client, *acts: tuple[str, dict[str, Any]]) -> tuple[str, str]:
    """The address of a sitting at which these acts were done, and its tag."""
    answer = await send(client, SITTINGS_AT, plan())
    assert answer.status_code == 201, answer.text
    address, tag = answer.headers["Location"], answer.headers["ETag"]
    for kind, told in acts:
        answer = await do(client, address, tag, kind, **told)
        assert answer.status_code == 201, answer.text
        tag = answer.headers["ETag"]
    return address, tag


async def do(client: Client, address: str, tag: str, kind: str, **told: Any) -> httpx.Response:
    act = {"kind": kind, "on": DAY.isoformat(), **told}
    return await send(client, f"{address}/acts", {"act": act}, tag)


def named(people: list[UUID]) -> list[str]:
    return [str(who) for who in people]


def tally(in_favour: int) -> dict[str, Any]:
    return {"for": in_favour, "against": 0, "abstained": 0}


async def test_a_sitting_is_held_and_shows_its_agenda_its_people_and_its_quorum(
    client: Client, people: list[UUID]
) -> None:
    address, tag = await hold(
        client,
        ("agenda", {"items": [{"title": QUESTION, "proceeding": None}]}),
        ("register", {"present": named(people[:66]), "excused": named(people[66:68])}),
        ("open", {}),
        ("agenda_adopted", {"version": 1, "tally": tally(66)}),
        ("item_opened", {"item": 1}),
        ("leave", {"people": named(people[:1])}),
    )

    shown = await client.get(address)
    assert shown.headers["ETag"] == tag
    told = shown.json()
    assert told["agenda_in_force"]["items"] == [{"title": QUESTION, "proceeding": None}]
    assert (told["open_item"], told["number_present"], len(told["present"])) == (1, 65, 65)
    assert (told["quorum"]["present"], told["quorum"]["needed"], told["quorum"]["met"]) == (
        65, 66, False,
    )  # fmt: skip
    assert told["quorum"]["sentence"]["kk"] == (
        "Кворум жоқ: 65 депутат қатысып отыр, қажеті — кемінде 66 (98 депутаттың үштен екісі)."
    )
    assert {"kind": "item_closed", "by": ["secretariat", "presiding"]} in told["next"]
    assert len(told["entries"]) == 7
    planned = told["entries"][0]["act"]["starts_at"]
    assert told["starts_at"] == planned == "2026-03-04T10:00:00+05:00"
    assert all(re.fullmatch(INSTANT, one["entered_at"]) for one in told["entries"])
    again = await client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 304


async def test_a_decision_without_a_quorum_is_refused_with_the_provision_and_the_numbers(
    client: Client, people: list[UUID]
) -> None:
    address, tag = await hold(client, ("register", {"present": named(people[:65])}), ("open", {}))

    refusal = await do(client, address, tag, "decide", question=QUESTION, tally=tally(65))
    assert refusal.status_code == 409
    told = refusal.json()
    assert (told["rule"], told["breach"], told["verdict"]) == ("A57-8.09", "V", "invalid")
    assert told["numbers"] == {"present": 65, "needed": 66}
    assert told["sentence"]["en"].startswith("There is no quorum: 65 deputies are present")


async def test_a_record_of_july_2026_is_refused_for_no_edition_is_in_force(client: Client) -> None:
    refusal = await send(
        client, SITTINGS_AT, plan(on="2026-07-02", starts_at="2026-07-02T10:00:00+05:00")
    )

    assert refusal.status_code == 409
    assert refusal.json()["sentence"]["en"] == (
        "On 2 July 2026 no rule is in force for this Chamber."
    )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("register", {"present": [str(uuid4())]}),
        ("register", {"present": ["no id"]}),
        ("register", {}),
        ("register", {"count": 99}),
        ("register", {"count": 10**9}),
        ("register", {"count": {"mazhilis": 3}}),
        ("register", {"count": 3, "item": 0}),
        ("agenda", {"items": []}),
        ("agenda", {"items": [{"title": QUESTION, "proceeding": str(uuid4())}]}),
        ("open", {"on": "2026-03-05"}),
        ("open", {"unknown": 1}),
        ("cancel", {"reason": ""}),
        ("reschedule", {"starts_at": "9999-12-31T23:59:59Z", "place": "x", "reason": "x"}),
        ("reschedule", {"starts_at": "2026-03-05T10:00:00", "place": "x", "reason": "x"}),
        ("no_such_act", {}),
    ],
)
async def test_what_cannot_be_is_said_to_be_so_and_nothing_breaks(
    client: Client, people: list[UUID], kind: str, told: dict[str, Any]
) -> None:
    address, tag = await hold(client)

    answer = await do(client, address, tag, kind, **told)
    assert answer.status_code == 422, answer.text
    assert (await client.get(address)).headers["ETag"] == tag


async def test_sittings_are_listed_the_latest_first_page_by_page(client: Client) -> None:
    for day in (3, 4, 5):
        told = plan(on="2026-03-02", starts_at=f"2026-03-0{day}T00:00:00+05:00")
        assert (await send(client, SITTINGS_AT, told)).status_code == 201

    first = await client.get(SITTINGS_AT, params={"limit": 2, "chamber": "mazhilis"})
    assert [one["starts_at"] for one in first.json()["items"]] == [
        "2026-03-05T00:00:00+05:00", "2026-03-04T00:00:00+05:00",
    ]  # fmt: skip
    assert 'rel="next"' in first.headers["Link"]
    rest = await client.get(SITTINGS_AT, params={"after": first.json()["after"]})
    assert [one["starts_at"] for one in rest.json()["items"]] == ["2026-03-03T00:00:00+05:00"]
    assert rest.json()["after"] is None
    one_day = await client.get(SITTINGS_AT, params={"from": "2026-03-04", "until": "2026-03-04"})
    assert len(one_day.json()["items"]) == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [({"chamber": "senate"}, 0), ({"kind": "plenary"}, 1), ({"kind": "bureau"}, 0),
     ({"until": "2026-03-03"}, 0), ({"from": "2026-03-05"}, 0), ({"body": str(uuid4())}, 0)],
)  # fmt: skip
async def test_a_list_of_sittings_is_narrowed(
    client: Client, asked: dict[str, str], found: int
) -> None:
    await hold(client)

    assert len((await client.get(SITTINGS_AT, params=asked)).json()["items"]) == found


@pytest.mark.parametrize(
    "asked",
    [{"kind": "party"}, {"chamber": "lords"}, {"after": str(uuid4())}, {"from": "today"},
     {"limit": "0"}, {"colour": "blue"}, {"until": "9999-12-31"}, {"from": "0001-01-01"}],
)  # fmt: skip
async def test_a_list_of_what_cannot_be_is_refused(client: Client, asked: dict[str, str]) -> None:
    answer = await client.get(SITTINGS_AT, params=asked)

    assert answer.status_code == 422, answer.text


async def test_the_public_reads_of_a_sitting_and_only_the_secretariat_acts_at_it(
    client: Client, visitors: Visitors, people: list[UUID]
) -> None:
    address, tag = await hold(client, ("register", {"present": named(people[:66])}))

    public = await visitors()
    assert (await public.get(address)).json()["number_present"] == 66
    assert len((await public.get(SITTINGS_AT)).json()["items"]) == 1
    assert (await do(public, address, tag, "open")).status_code == 401
    for role in (Role.OFFICE, Role.DEPUTY, Role.COMMITTEE, Role.ADMIN):
        other = await visitors(role, "mazhilis")
        assert (await do(other, address, tag, "open")).status_code == 403
    of_the_senate = await visitors(Role.SECRETARIAT, "senate")
    assert (await do(of_the_senate, address, tag, "open")).status_code == 403
    presiding = await visitors(Role.PRESIDING, "mazhilis")
    assert (await do(presiding, address, tag, "open")).status_code == 201
