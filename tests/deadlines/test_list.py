"""The list of deadlines by HTTP: whose, in which week, of which kind, page by page; and to whom."""

from collections.abc import Sequence

import pytest
import pytest_asyncio
from jsonschema import Draft202012Validator

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.hearing_house import Staff, Visitors, app, clerk, here, staff
from tests.web.hearing_room import TOPIC, Chambers, Json, Matter, decided, notice, proposed
from tests.web.test_hearings_list import pages

__all__ = ["app", "clerk", "here", "staff"]  # Fixtures. Today is 30 April 2026.
LIST = "/api/v1/deadlines"
# A hearing on each, and the last day that is safe for its notice.
DAYS = {
    "2026-05-06": "2026-04-28",  # Late: also the last reading ended on 29 April.
    "2026-05-07": "2026-04-29",  # Unsafe on 30 April.
    "2026-05-08": "2026-04-30",  # Safe, on its last day.
    "2026-05-20": "2026-05-12",
}


@pytest_asyncio.fixture
async def four(clerk: Client, here: Chambers) -> list[Matter]:
    made = []
    for number, day in enumerate(DAYS):
        organisers = [here.committee, here.second] if number == 3 else [here.committee]
        one = await proposed(clerk, here, organisers=organisers)
        await decided(one, f"{day}T10:00:00+05:00", on=f"2026-03-1{number}")
        made.append(one)
    return made


async def listed(client: Client, query: str = "") -> list[Json]:
    answer = await client.get(f"{LIST}{query}")
    assert answer.status_code == 200, answer.text
    items: list[Json] = answer.json()["items"]
    return items


def cases(items: Sequence[Json]) -> list[str]:
    return [one["case"]["id"] for one in items]


async def test_what_is_due_is_told_the_nearest_first_and_how_it_stands_today(
    four: list[Matter], clerk: Client
) -> None:
    items = await listed(clerk)

    assert cases(items) == [one.uid for one in four]
    assert [one["state"] for one in items] == ["late", "unsafe", "safe", "safe"]
    assert [one["safe_until"] for one in items] == list(DAYS.values())
    assert [one["due_on"] for one in items] == list(DAYS.values())
    unsafe = items[1]
    kept = {one["name"]: one["kept"] for one in unsafe["readings"]}
    assert kept == {"Q-01 A": True, "Q-01 B": False, "Q-01 C": True}
    assert (unsafe["what"], unsafe["rule"], unsafe["verdict"]) == (
        "notice", "A57-5.11", "disputed",
    )  # fmt: skip
    assert unsafe["cite"].startswith("Constitution, art. 57(5)")
    assert all(unsafe["sentence"].values())
    assert unsafe["case"]["address"] == four[1].address


async def test_the_case_tells_the_same_as_the_list(four: list[Matter], clerk: Client) -> None:
    (item,) = [one for one in await listed(clerk) if one["case"]["id"] == four[1].uid]
    (shown,) = (await four[1].shown())["deadlines"]

    assert {name: item[name] for name in shown} == shown


async def test_the_list_is_narrowed_by_each_question_and_by_all(
    four: list[Matter], clerk: Client, here: Chambers
) -> None:
    waiting = await proposed(clerk, here, organisers=[here.second])
    of_second = f"committee={here.second}"

    for query, expected in (
        ("?chamber=mazhilis", [*four, waiting]),
        ("?chamber=senate", []),
        (f"?{of_second}", [four[3], waiting]),
        ("?week=2026-W18", four[:3]),  # 27 April to 3 May.
        ("?week=2026-W20", four[3:]),
        ("?what=notice", [*four, waiting]),
        ("?what=office", []),
        ("?open=false", []),
        (f"?{of_second}&week=2026-W20&what=notice&open=true&chamber=mazhilis", [four[3]]),
    ):
        assert cases(await listed(clerk, query)) == [one.uid for one in expected], query


async def test_what_cannot_be_known_yet_comes_last_and_says_why(
    four: list[Matter], clerk: Client, here: Chambers
) -> None:
    waiting = await proposed(clerk, here)

    last = (await listed(clerk))[-1]

    assert (last["case"]["id"], last["state"], last["due_on"]) == (waiting.uid, "unknown", None)
    assert last["sentence"]["en"].startswith("No time is set for the hearing yet")
    assert last["readings"] == []


async def test_a_notice_ends_it_a_move_begins_it_anew_and_a_hearing_called_off_has_none(
    four: list[Matter], clerk: Client
) -> None:
    one = four[3]
    await one.done("notice", **notice("2026-04-20T09:00:00+05:00", "2026-05-20T10:00:00+05:00"))
    (done,) = await listed(clerk, "?open=false")
    assert (done["case"]["id"], done["state"], done["done_on"]) == (one.uid, "done", "2026-04-20")
    assert done["verdict"] == "valid"
    assert one.uid not in cases(await listed(clerk))

    where = {"kk": "Астана, 2-зал", "ru": "Астана, зал 2"}
    moved = {"starts_at": "2026-05-27T10:00:00+05:00", "place": where, "reason": where}
    await one.done("reschedule", "2026-04-21", **moved)
    (again,) = [item for item in await listed(clerk) if item["case"]["id"] == one.uid]
    assert (again["id"], again["since"], again["safe_until"]) == (
        done["id"], "2026-04-21", "2026-05-19",
    )  # fmt: skip

    await one.done("cancel", "2026-04-22", reason=where)
    assert one.uid not in cases([*await listed(clerk), *await listed(clerk, "?open=false")])
    assert (await one.shown())["deadlines"] == []


async def test_the_list_is_given_out_page_by_page(four: list[Matter], clerk: Client) -> None:
    whole = await listed(clerk)

    assert await pages(clerk, f"{LIST}?limit=1") == whole
    assert await pages(clerk, f"{LIST}?limit=3&chamber=mazhilis") == whole
    in_week = await pages(clerk, f"{LIST}?limit=1&week=2026-W18")
    assert in_week == whole[:3]
    outside = await clerk.get(f"{LIST}?week=2026-W20&after={whole[0]['id']}")
    assert outside.json()["items"] == whole[3:]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?week=2026-15", "week"),
        ("?week=2026-W54", "week"),
        ("?week=0000-W01", "week"),
        ("?open=maybe", "open"),
        ("?what=everything", "what"),
        ("?chamber=house", "chamber"),
        ("?after=00000000-0000-4000-8000-000000000000", "after"),
        ("?format=csv", "format"),
        ("?limit=0", "limit"),
    ],
)
async def test_what_is_asked_amiss_is_pointed_at(clerk: Client, query: str, field: str) -> None:
    answer = await clerk.get(f"{LIST}{query}")

    assert answer.status_code in (400, 422), answer.text
    assert field in answer.text


async def test_the_answers_keep_to_their_form(four: list[Matter], clerk: Client) -> None:
    told = (await clerk.get("/api/v1/openapi.json")).json()
    page = (await clerk.get(LIST)).json()

    for form, answer in (("Deadlines", page), ("Case", await four[0].shown())):
        schema = {"$ref": f"#/components/schemas/{form}", "components": told["components"]}
        Draft202012Validator(schema).validate(answer)


async def test_the_staff_may_ask_and_a_committee_for_its_own(
    four: list[Matter], visitors: Visitors, staff: Staff, here: Chambers
) -> None:
    theirs = await staff(Role.COMMITTEE, "mazhilis", committee=here.second)
    assert cases(await listed(theirs)) == [four[3].uid]
    assert (await theirs.get(f"{LIST}?committee={here.committee}")).status_code == 403
    public, admin = await visitors(), await visitors(Role.ADMIN, "mazhilis")
    for address in (LIST, f"{LIST}.ics"):
        assert (await public.get(address)).status_code == 401
        assert (await admin.get(address)).status_code == 403


async def test_the_topic_of_a_hearing_is_told_when_all_may_know_of_it(
    four: list[Matter], clerk: Client
) -> None:
    assert [one["about"] for one in await listed(clerk)] == [None] * 4

    one = four[3]
    await one.done("notice", **notice("2026-04-20T09:00:00+05:00", "2026-05-20T10:00:00+05:00"))

    (done,) = await listed(clerk, "?open=false")
    assert done["about"] == {"kk": TOPIC["kk"], "ru": TOPIC["ru"]}
    assert (done["case"]["noun"], done["case"]["number"]) == (
        "hearings", (await one.shown())["number"],
    )  # fmt: skip
