"""The list of hearings, for everybody and for those who may know more; and what is malformed."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest
import pytest_asyncio

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.hearing_house import FRIDAY, Staff, Visitors, app, clerk, here, matter, staff
from tests.web.hearing_room import (
    AT,
    PLACE,
    SECRET,
    WHY,
    Chambers,
    Json,
    Matter,
    decided,
    notice,
    proposed,
    ready,
)
from tests.web.test_hearings_life import EARLY, listed

__all__ = ["app", "clerk", "here", "matter", "staff"]  # Fixtures.
DAYS = ("2026-04-13", "2026-04-14", "2026-04-15", "2026-04-16")


@pytest_asyncio.fixture
async def four(clerk: Client, here: Chambers) -> list[Matter]:
    """Four announced hearings, each a day later than the one before."""
    made = []
    for number, day in enumerate(DAYS):
        organisers = [here.committee, here.second] if number == 3 else [here.committee]
        one = await proposed(clerk, here, organisers=organisers)
        await decided(one, f"{day}T10:00:00+05:00", on=f"2026-03-1{number}")
        await one.done("notice", **notice(EARLY, f"{day}T10:00:00+05:00"))
        made.append(one)
    return made


async def pages(
    client: Client, address: str, meanwhile: Callable[[], Awaitable[None]] | None = None
) -> list[Json]:
    """All pages, by the links; after the first of them something happens."""
    items: list[Json] = []
    while address:
        page = await client.get(address)
        items += page.json()["items"]
        address = page.links.get("next", {}).get("url", "")
        if meanwhile is not None:
            await meanwhile()
            meanwhile = None
    return items


async def test_the_list_is_given_out_page_by_page_the_latest_first(
    four: list[Matter], public: Client
) -> None:
    seen = [one["id"] for one in await pages(public, f"{AT}?limit=3")]

    assert seen == [one.uid for one in reversed(four)]
    later = await listed(public, after=four[3].uid, until=DAYS[1])
    assert [one["id"] for one in later] == [four[1].uid, four[0].uid]
    tagged = await public.get(AT)
    again = await public.get(AT, headers={"If-None-Match": tagged.headers["ETag"]})
    assert again.status_code == 304
    assert "total" not in tagged.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [3, 2, 1, 0]),
        ({"chamber": "senate"}, []),
        ({"chamber": "mazhilis", "state": "planned"}, [3, 2, 1, 0]),
        ({"state": "cancelled"}, []),
        ({"from": "2026-04-15"}, [3, 2]),
        ({"until": "2026-04-14"}, [1, 0]),
        ({"from": "2026-04-14", "until": "2026-04-14"}, [1]),
        ({"committee": "second"}, [3]),
        ({"committee": "second", "state": "held"}, []),
        ({"committee": "second", "updated_since": "2026-01-01T00:00:00Z"}, [3]),
    ],
)
async def test_the_list_is_narrowed(
    four: list[Matter], public: Client, here: Chambers, asked: Json, found: list[int]
) -> None:
    asked = {name: here.second if words == "second" else words for name, words in asked.items()}

    assert [one["id"] for one in await listed(public, **asked)] == [four[n].uid for n in found]


async def test_whoever_follows_the_changes_misses_none(four: list[Matter], public: Client) -> None:
    async def meanwhile() -> None:
        await four[0].done("cancel", "2026-04-01", reason=WHY)

    # The plus arrives as a space.
    first = await pages(public, f"{AT}?limit=2&updated_since=2026-01-01T00:00:00+05:00", meanwhile)
    told = [(one["id"], one["state"]) for one in first]
    assert told[:2] == [(one.uid, "planned") for one in four[:2]]
    assert told[2:] == [(four[2].uid, "planned"), (four[3].uid, "planned"),
                        (four[0].uid, "cancelled")]  # fmt: skip
    copy = {one["id"]: one["sequence"] for one in first}
    move = {"starts_at": "2026-04-20T10:00:00+05:00", "place": PLACE, "reason": WHY}
    await four[1].done("reschedule", "2026-04-01", **move)
    later = await pages(public, f"{AT}?limit=2&updated_since={first[-1]['updated_at']}")
    fresh = [one for one in later if copy.get(one["id"]) != one["sequence"]]
    assert [(one["id"], one["state"]) for one in fresh] == [(four[1].uid, "moved")]


@pytest.mark.parametrize(
    "asked",
    [{"state": "lost"}, {"chamber": "lords"}, {"committee": "1"}, {"from": "today"},
     {"until": "2200-01-01"}, {"updated_since": "2026-04-01T10:00:00"},
     {"updated_since": "2026-02-30T10:00:00Z"}, {"updated_since": "9999-12-31T23:59:59Z"},
     {"after": str(uuid4())}, {"after": "x", "updated_since": "2026-04-01T10:00:00Z"},
     {"limit": "0"}, {"format": "csv"}, {"offset": "3"}],
)  # fmt: skip
async def test_a_list_of_what_cannot_be_is_refused(public: Client, asked: dict[str, str]) -> None:
    answer = await public.get(AT, params=asked)

    assert answer.status_code == 422, answer.text
    assert all(answer.json()["sentence"].values())


async def test_who_may_know_more_finds_drafts_and_closed_ones_in_the_list(
    clerk: Client, visitors: Visitors, staff: Staff, here: Chambers
) -> None:
    draft = await proposed(clerk, here)
    shown = await proposed(clerk, here)
    await ready(shown, FRIDAY, EARLY)
    closed = await proposed(clerk, here, form="closed")
    await decided(closed, "2026-04-15T10:00:00+05:00", form="closed", ground=SECRET)

    everything, known = [closed.uid, shown.uid, draft.uid], [shown.uid]
    for client, found in (
        (clerk, everything),
        (await visitors(Role.PRESIDING, "mazhilis"), everything),
        (await staff(Role.COMMITTEE, "mazhilis", committee=here.committee), everything),
        (await staff(Role.DEPUTY, "senate", deputy=here.senate[3]), everything),
        (await staff(Role.COMMITTEE, "mazhilis", committee=here.second), known),
        (await visitors(Role.SECRETARIAT, "senate"), known),
        (await visitors(Role.OFFICE, "mazhilis"), known),
        (await visitors(Role.DEPUTY, "mazhilis"), known),  # Of nobody in office.
        (await visitors(Role.ADMIN, None), known),
        (await visitors(), known),
    ):
        assert [one["id"] for one in await listed(client)] == found
        one_by_one = [one["id"] for one in await pages(client, f"{AT}?limit=1")]
        assert one_by_one == found
        for one in (draft, closed):
            answer = await client.get(one.address)
            assert (answer.status_code == 200) == (one.uid in found)
        by_state = [one["id"] for one in await listed(client, state="planned")]
        assert by_state == found
    marks = {one["id"]: (one["form"], one["public"]) for one in await listed(clerk)}
    assert marks[closed.uid] == ("closed", False)
    assert marks[draft.uid] == ("open", False)
    assert marks[shown.uid] == ("open", True)


async def test_a_closed_hearing_is_no_place_in_the_list_of_others(
    clerk: Client, visitors: Visitors, public: Client, here: Chambers
) -> None:
    closed = await proposed(clerk, here, form="closed")

    for client in (public, await visitors(Role.SECRETARIAT, "senate")):
        hidden = await client.get(AT, params={"after": closed.uid})
        unknown = await client.get(AT, params={"after": (nobody := str(uuid4()))})
        assert (hidden.status_code, unknown.status_code) == (422, 422)
        same = hidden.json()["detail"].replace(closed.uid, nobody)
        assert same == unknown.json()["detail"]
    assert (await clerk.get(AT, params={"after": closed.uid})).status_code == 200


async def test_what_changed_at_the_very_instant_is_told(four: list[Matter], public: Client) -> None:
    first = (await public.get(f"{AT}?updated_since=2026-01-01T00:00:00Z&limit=1")).json()
    instant = first["after"].partition("_")[0]

    again = await listed(public, updated_since=instant)
    assert [one["id"] for one in again] == [one.uid for one in four]
