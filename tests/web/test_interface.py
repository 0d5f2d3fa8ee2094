"""The interface describes itself, on a page that asks no other host for anything."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from chamber.web.docs import MORE
from tests.web.conftest import Client, add, begun, send


async def test_the_description_is_valid_and_names_every_route(public: Client, app: Any) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()

    validate(told)
    assert told["openapi"].startswith("3.1")
    described = set(told["paths"])
    for route in app.house.routes:
        if route.path.startswith("/api/v1/") and "openapi" not in route.path:
            plain = re.sub(r"\{(\w+):\w+\}", r"{\1}", route.path)
            assert plain in described | {"/api/v1/docs"} | WITHOUT_DESCRIPTION, plain


# Answered beside the handlers that Litestar knows to describe.
WITHOUT_DESCRIPTION = {"/api/v1/votes/{uid}"}


async def test_acts_are_described_with_what_the_door_asks_for(public: Client) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()

    act = told["paths"]["/api/v1/notes/{uid}/acts"]["post"]
    names = {one["name"] for one in act["parameters"]}
    assert {"uid", "If-Match", "Idempotency-Key", "dry_run"} == names
    assert "application/problem+json" in act["responses"]["default"]["content"]
    sent = told["components"]["schemas"]
    body = act["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    assert sent[body]["additionalProperties"] is False
    opening = told["paths"]["/api/v1/notes"]["post"]
    assert {"Idempotency-Key", "dry_run"} == {one["name"] for one in opening["parameters"]}


async def test_what_the_door_needs_is_said_to_be_needed(public: Client) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()

    act = told["paths"]["/api/v1/notes/{uid}/acts"]["post"]
    needed = {one["name"]: one["required"] for one in act["parameters"]}
    assert needed == {"uid": True, "If-Match": True, "Idempotency-Key": True, "dry_run": False}
    people = told["paths"]["/api/v1/people"]["get"]["parameters"]
    assert {one["name"] for one in people} == {"q", "chamber", "on", "body", "after", "limit"}


async def test_a_ballot_that_was_cast_before_is_described_too(public: Client) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()

    answers = told["paths"]["/api/v1/votes/{uid}/ballots"]["post"]["responses"]

    assert answers["200"]["content"] == answers["201"]["content"]
    assert answers["200"]["description"] != answers["201"]["description"]


async def test_every_answer_has_a_form_and_keeps_to_it(public: Client, clerk: Client) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()
    for path, item in told["paths"].items():
        for method, operation in item.items():
            for status, answer in operation["responses"].items():
                for content in answer.get("content", {}).values():
                    assert content["schema"], (method, path, status)

    address, tag = await begun(clerk)
    wrong = {"act": {"kind": "forbidden", "on": "2026-03-14", "breach": "D"}}
    entered = await send(clerk, f"{address}/acts", wrong | {"despite": "a reason"}, tag)
    opened = await send(clerk, "/api/v1/people", PERSON)
    dry = await clerk.post(f"{address}/acts?dry_run=true", json=add())
    for form, answer in (
        ("Entered", entered),
        ("Entered", opened),
        ("Case", await public.get(address)),
        ("Case", await clerk.get(opened.headers["Location"])),
        ("Rehearsed", dry),
        ("Problem", await clerk.post(f"{address}/acts?dry_run=true", json=wrong)),
        ("Problem", await public.get(f"{address}?x=1")),
        ("List", await public.get("/api/v1/people?limit=1")),
        ("Who", await clerk.get("/api/v1/sessions/me")),
        ("Kept", await clerk.post("/api/v1/files", content=b"text")),
    ):
        schema = {"$ref": f"#/components/schemas/{form}", "components": told["components"]}
        Draft202012Validator(schema).validate(answer.json())


PERSON = {
    "act": {
        "kind": "person", "on": "2026-03-13",
        "name": {"kk": "Айдос", "ru": "Айдос", "latin": "Aidos"},
    }
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/api/v1/notes", "OPTIONS, POST"),
        ("/api/v1/people", "GET, HEAD, OPTIONS, POST"),
        ("/api/v1/votes", "GET, HEAD, OPTIONS, POST"),
        ("/api/v1/sessions", "DELETE, OPTIONS, POST"),
        ("/api/v1/law/rules", "GET, HEAD, OPTIONS"),
        ("/healthz", "GET, HEAD, OPTIONS"),
    ],
)
async def test_every_address_says_which_methods_it_knows(
    public: Client, path: str, methods: str
) -> None:
    asked = await public.options(path)
    assert (asked.status_code, asked.headers["Allow"]) == (204, methods)
    refused = await public.request("PATCH", path, json={})
    assert (refused.status_code, refused.headers["Allow"]) == (405, methods)
    assert (await public.head(path)).status_code != 405 or "HEAD" not in methods


@pytest.mark.parametrize("path", ["/", "/api/v1/docs"])
async def test_a_page_asks_nothing_of_other_hosts(public: Client, path: str) -> None:
    page = await public.get(path)

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!/|#)""", page.text)
    assert "<script" not in page.text
    assert "url(" not in page.text
    assert "'unsafe" not in page.headers["Content-Security-Policy"]


async def test_the_front_says_what_this_is_in_three_languages_and_which_day_it_takes(
    public: Client,
) -> None:
    page = (await public.get("/")).text

    for language in ("kk", "ru", "en"):
        assert f'lang="{language}"' in page
    assert "Today is taken to be 1 April 2026." in page
    assert 'href="/api/v1/docs"' in page


async def test_every_problem_is_described_where_its_type_points(public: Client) -> None:
    page = (await public.get("/api/v1/docs")).text

    problem = (await public.get("/api/v1/nothing")).json()
    anchor = problem["type"].rpartition("#")[2]
    assert f'id="{anchor}"' in page
    for kind, *_ in MORE:
        assert f'id="problem-{kind}"' in page


async def test_the_house_lives(public: Client) -> None:
    assert (await public.get("/healthz")).json() == {"status": "alive"}


async def test_the_law_answers_over_http_as_on_the_command_line(public: Client) -> None:
    asked = "rule=A57-6.17&chamber=mazhilis&on=2026-05-01&for=66&against=20&abstain=5&in-office=97"
    told = (await public.get(f"/api/v1/law/decide?{asked}")).json()

    assert (told["total"], told["needed"], told["adopted"]) == (98, 66, True)
    for path, pointer in (
        ("decide?rule=A57-6.17&chamber=mazhilis&on=2026-05-01&for=99", "#/for"),
        ("decide?rule=A57-6.17&chamber=mazhilis&on=2026-02-30&for=1", "#/on"),
        ("rules?chamber=senate&on=2026-05-01&on=2026-05-02", "#/arguments"),
        ("days?start=2026-01-01", "#/amount"),
        ("term?rule=x&from=2026-03-02", "#/rule"),
    ):
        answer = await public.get(f"/api/v1/law/{path}")
        assert answer.status_code == 422, path
        assert answer.json()["pointer"] == pointer
