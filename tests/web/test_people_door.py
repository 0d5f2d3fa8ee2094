"""People, bodies, convocations and the chambers through the door, as clerks and the public do."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record.bodies.acts import BodyKind
from chamber.record.people.acts import BodyRole, Office, Renamed
from chamber.record.people.procedure import PEOPLE
from tests.record.roster import DAY, body, deputy, done, joined, named, person, post
from tests.web.conftest import Client, send

PEOPLE_AT = "/api/v1/people"
NAMES = [
    ("Өтегенов Бауыржан", "Утегенов Бауыржан", "Otegenov Bauyrzhan"),
    ("Әбенова Айгүл", "Абенова Айгуль", "Abenova Aigul"),
    ("Қасымов Ержан", "Касымов Ержан", "Qasymov Erzhan"),
    ("Каримов Семён", "Каримов Семён", "Karimov Semyon"),
    ("Абаев-Төре Нұрлан", "Абаев-Торе Нурлан", "Abaev-Tore Nurlan"),
]
IN_ORDER = ["Абаев-Төре", "Әбенова", "Каримов", "Қасымов", "Өтегенов"]


@pytest_asyncio.fixture
async def client(visitors: Callable[..., Awaitable[Client]]) -> Client:
    return await visitors(Role.SECRETARIAT, "mazhilis")


@pytest_asyncio.fixture
async def five(engine: AsyncEngine) -> list[str]:
    """Five people, of whom the first two are deputies."""
    async with AsyncSession(engine) as session, session.begin():
        uids = [await deputy(session, named(*name)) for name in NAMES[:2]]
        uids += [await person(session, named(*name)) for name in NAMES[2:]]
    return [str(uid) for uid in uids]


def entered(**told: Any) -> dict[str, Any]:
    kk, ru, latin = NAMES[0]
    name = {"kk": kk, "ru": ru, "latin": latin}
    return {"act": {"kind": "person", "on": "2026-03-01", "name": name} | told}


async def surnames(client: Client, query: str) -> list[str]:
    answer = await client.get(f"{PEOPLE_AT}{query}")
    assert answer.status_code == 200, answer.text
    return [one["name"]["kk"].split()[0] for one in answer.json()["items"]]


async def test_a_person_is_entered_becomes_a_deputy_and_is_shown(client: Client) -> None:
    made = await send(client, PEOPLE_AT, entered(born_on="1970-05-01"))
    assert made.status_code == 201, made.text
    address = made.headers["Location"]
    act = {
        "kind": "mandate", "on": "2026-03-02", "chamber": "mazhilis", "convocation": 8,
        "basis": "list",
    }  # fmt: skip

    answer = await send(client, f"{address}/acts", {"act": act}, made.headers["ETag"])

    assert answer.status_code == 201, answer.text
    shown = (await client.get(address)).json()
    assert shown["born_on"] == "1970-05-01"
    (mandate,) = shown["mandates"]
    assert (mandate["starts_on"], mandate["ends_on"]) == ("2026-03-02", None)
    kinds = [one["kind"] for one in shown["next"]]
    assert kinds == ["mandate_end", "membership", "post", "renamed"]


async def test_a_name_with_a_letter_of_another_alphabet_is_refused_in_three_languages(
    client: Client,
) -> None:
    asked = entered()
    asked["act"]["name"]["kk"] = "Жиhангер Өтегенов"  # With a Latin h.

    refused = await send(client, PEOPLE_AT, asked)

    assert refused.status_code == 422, refused.text
    told = refused.json()
    assert told["pointer"] == "#/act/name/kk"
    said = told["errors"][0]["sentence"]
    assert "«Жиhангер» сөзінде" in said["kk"]
    assert "«h» — латын әрпі" in said["kk"]
    assert "«h» — латинская буква" in said["ru"]
    assert "mixes alphabets in the word “Жиhангер”: “h” is a Latin letter." in said["en"]


async def test_a_name_can_not_be_put_right_into_two_alphabets(client: Client) -> None:
    made = await send(client, PEOPLE_AT, entered())
    act = entered()["act"]
    act["name"]["latin"] = "Otegenоv"  # With a Cyrillic о.
    slip = {
        "kind": "correction", "on": "2026-03-02", "entry": 1, "act": act, "reason": "қате жазба",
    }  # fmt: skip

    refused = await send(
        client, f"{made.headers['Location']}/acts", {"act": slip}, made.headers["ETag"]
    )

    assert refused.status_code == 422, refused.text
    assert refused.json()["pointer"] == "#/act/act/name/latin"


async def test_a_second_mandate_is_impossible_and_says_where(client: Client, five: Any) -> None:
    shown = await client.get(f"{PEOPLE_AT}/{five[0]}")
    act = {
        "kind": "mandate", "on": "2026-03-02", "chamber": "mazhilis", "convocation": 8,
        "basis": "list",
    }  # fmt: skip

    answer = await send(client, f"{PEOPLE_AT}/{five[0]}/acts", {"act": act}, shown.headers["ETag"])

    assert answer.status_code == 422
    assert answer.json()["pointer"] == "#/act/on"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Әбен", ["Әбенова"]),
        ("әбенова айг", ["Әбенова"]),
        ("абенова", ["Әбенова"]),
        ("abenova", ["Әбенова"]),
        ("АЙГ", ["Әбенова"]),
        ("Қас", ["Қасымов"]),
        ("семен", ["Каримов"]),
        ("СЕМЁН", ["Каримов"]),
        ("төре", ["Абаев-Төре"]),
        ("абаев-төре", ["Абаев-Төре"]),
        ("Утегенав", ["Өтегенов"]),
        ("ер", ["Қасымов"]),
        ("%", []),
        ("_", []),
        ("\\", []),
    ],
)
async def test_people_are_found_by_any_of_their_names(
    public: Client, five: Any, words: str, found: list[str]
) -> None:
    answer = await public.get(PEOPLE_AT, params={"q": words})

    assert [one["name"]["kk"].split()[0] for one in answer.json()["items"]] == found


async def test_a_person_is_found_by_a_former_name_too(
    public: Client, five: list[str], engine: AsyncEngine
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        who = await person(session, named("Серікова Мәдина", "Серикова Мадина", "Serikova Madina"))
        await done(session, PEOPLE, who, Renamed(on=DAY, name=named("Жанова Мәдина", "Ж", "Zh")))

    assert await surnames(public, "?q=серікова") == ["Жанова"]
    assert await surnames(public, "?q=жанова") == ["Жанова"]


async def test_people_stand_in_the_order_of_the_kazakh_alphabet_page_by_page(
    public: Client, five: Any
) -> None:
    assert await surnames(public, "") == IN_ORDER
    address, found = f"{PEOPLE_AT}?limit=2", []
    while address:
        answer = await public.get(address)
        found += [one["name"]["kk"].split()[0] for one in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url", "")
    assert found == IN_ORDER


async def test_the_deputies_of_a_day_are_listed_with_their_mandates(
    public: Client, five: Any
) -> None:
    assert await surnames(public, "?chamber=mazhilis") == ["Әбенова", "Өтегенов"]
    assert await surnames(public, "?chamber=mazhilis&on=2023-03-29") == ["Әбенова", "Өтегенов"]
    assert await surnames(public, "?chamber=mazhilis&on=2023-03-28") == []
    assert await surnames(public, "?chamber=senate") == []
    first = (await public.get(f"{PEOPLE_AT}?chamber=mazhilis&limit=1")).json()["items"][0]
    assert first["mandate"]["convocation"] == 8


@pytest.mark.parametrize(
    "query",
    [
        "?q=", "?q=%20", "?chamber=duma", "?on=2026-02-30", "?body=1", "?limit=0", "?limit=101",
        "?after=7", "?after=7f8e3c1a-52d4-4c0b-9d3e-0a1b2c3d4e5f", "?page=2", "?q=a&q=b",
    ],
)  # fmt: skip
async def test_a_question_that_cannot_be_understood_is_told_so(public: Client, query: str) -> None:
    assert (await public.get(f"{PEOPLE_AT}{query}")).status_code == 422


async def test_a_list_has_a_tag_and_is_not_sent_twice(public: Client, five: Any) -> None:
    first = await public.get(PEOPLE_AT)

    again = await public.get(PEOPLE_AT, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


async def test_a_body_is_formed_listed_and_dissolved(client: Client, public: Client) -> None:
    act = {
        "kind": "body", "on": "2026-03-01", "chamber": "mazhilis", "body": "committee",
        "name": {"kk": "Заңнама", "ru": "Законодательство", "latin": "Legislation"},
        "convocation": 8,
    }  # fmt: skip
    made = await send(client, "/api/v1/bodies", {"act": act})
    assert made.status_code == 201, made.text
    address = made.headers["Location"]
    over = {"act": {"kind": "dissolved", "on": "2026-03-10"}}

    answer = await send(client, f"{address}/acts", over, made.headers["ETag"])

    assert answer.status_code == 201, answer.text
    for on, there in (("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-09", 1), ("2026-03-10", 0)):
        query = f"/api/v1/bodies?chamber=mazhilis&body=committee&convocation=8&on={on}"
        assert len((await public.get(query)).json()["items"]) == there
    assert (await public.get("/api/v1/bodies?body=faction")).json() == {"items": [], "after": None}


async def test_a_convocation_begins_and_holds_its_sessions(client: Client, public: Client) -> None:
    act = {"kind": "convocation", "on": "2023-03-29", "chamber": "mazhilis", "number": 8}
    made = await send(client, "/api/v1/convocations", {"act": act})
    assert made.status_code == 201, made.text
    address = made.headers["Location"]
    act = {"kind": "session", "on": "2023-03-29", "number": 1, "session": "regular"}

    answer = await send(client, f"{address}/acts", {"act": act}, made.headers["ETag"])

    assert answer.status_code == 201, answer.text
    (listed,) = (await public.get("/api/v1/convocations?chamber=mazhilis")).json()["items"]
    assert (listed["convocation"], listed["sessions"][0]["number"]) == (8, 1)
    assert (await public.get(address)).json()["number"] == "mazhilis/2023/1"


async def test_a_chamber_on_a_day_is_put_together_from_its_people_and_bodies(
    public: Client, engine: AsyncEngine, five: list[str]
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        who = await deputy(session, named("Шалабаев Дамир", "Шалабаев Дамир", "Shalabaev Damir"))
        other = await deputy(session)
        faction = await body(session)
        committee = await body(session, BodyKind.COMMITTEE)
        await done(session, PEOPLE, who, post(on=DAY))
        await done(session, PEOPLE, other, post(Office.DEPUTY_CHAIR, DAY))
        for one in (who, other):
            await joined(session, one, faction)
        await joined(session, other, committee, BodyRole.CHAIR)

    told = (await public.get(f"/api/v1/chambers/mazhilis?on={DAY}")).json()

    assert (told["seats"], told["in_office"], told["vacancies"]) == (98, 4, 94)
    assert told["chair"]["name"]["ru"] == "Шалабаев Дамир"
    assert [one["id"] for one in told["deputy_chairs"]] == [str(other)]
    assert [(one["id"], one["size"]) for one in told["factions"]] == [(str(faction), 2)]
    assert [one["chair"]["id"] for one in told["committees"]] == [str(other)]


async def test_a_chamber_of_which_nothing_is_known_that_day_says_so(public: Client) -> None:
    told = (await public.get("/api/v1/chambers/senate?on=2022-06-01")).json()

    assert (told["seats"], told["in_office"], told["vacancies"]) == (None, None, None)
    assert (told["chair"], told["factions"]) == (None, [])
    known = (await public.get(f"/api/v1/chambers/senate?on={DAY}")).json()
    assert (known["seats"], known["in_office"], known["vacancies"]) == (50, 0, 50)
    dissolved = (await public.get("/api/v1/chambers/mazhilis?on=2023-02-01")).json()
    assert (dissolved["seats"], dissolved["in_office"]) == (None, 0)
    assert (await public.get("/api/v1/chambers/duma")).status_code == 404
    assert (await public.get("/api/v1/chambers/senate?on=today")).status_code == 422
    assert (await public.get("/api/v1/chambers/senate?day=2022-06-01")).status_code == 422


@pytest.mark.parametrize("noun", ["people", "bodies", "convocations"])
async def test_the_public_changes_nothing(public: Client, noun: str) -> None:
    assert (await send(public, f"/api/v1/{noun}", entered())).status_code in (401, 422)


@pytest.mark.parametrize(
    "act",
    [
        {"kind": "post", "chamber": "mazhilis", "post": "chair"},
        {"kind": "mandate", "chamber": "mazhilis", "convocation": 8, "basis": "list"},
    ],
)
async def test_what_ends_before_it_begins_is_a_mistake_in_a_field(
    client: Client, act: dict[str, Any]
) -> None:
    made = await send(client, PEOPLE_AT, entered())
    told = {"act": {**act, "on": "2026-03-02", "until": "2026-03-01"}}

    address, tag = made.headers["Location"], made.headers["ETag"]
    answer = await send(client, f"{address}/acts", told, tag)

    assert (answer.status_code, answer.json()["pointer"]) == (422, "#/act/until")
