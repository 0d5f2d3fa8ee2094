"""What is asked of an address is understood whole, or refused; two lists are told as CSV too."""

import csv
import io
import re
from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from chamber.law.roles import Role
from chamber.web.questions import QUESTIONS
from tests.appointments.seated import Seated
from tests.web.appointing import AT, SOURCE, here
from tests.web.conftest import Client, begun, send

__all__ = ["here"]  # A fixture of the appointments.


async def test_nothing_is_asked_of_a_single_document(clerk: Client, public: Client) -> None:
    address, _ = await begun(clerk)

    for path in (address, "/api/v1/openapi.json", "/api/v1/docs", "/api/v1/sessions/me"):
        assert (await clerk.get(path)).status_code == 200
        refusal = await clerk.get(f"{path}?colour=blue")
        assert refusal.status_code == 422, path
        assert refusal.json()["pointer"] == "#/colour"


@pytest.mark.parametrize("noun", ["people", "sittings", "bodies", "convocations", "appointments"])
async def test_a_form_that_a_list_does_not_have_is_refused(public: Client, noun: str) -> None:
    assert (await public.get(f"/api/v1/{noun}")).status_code == 200
    refusal = await public.get(f"/api/v1/{noun}?format=csv")

    assert refusal.status_code == 422
    assert refusal.json()["pointer"] == "#/format"


@pytest.mark.parametrize("day", ["1989-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "question",
    ["people?on", "bodies?on", "offices?on", "resolutions?since", "appointments?until",
     "votes?from", "sittings?until", "chambers/senate?on"],
)  # fmt: skip
async def test_no_list_goes_back_before_1990_or_on_after_2100(
    public: Client, question: str, day: str
) -> None:
    refusal = await public.get(f"/api/v1/{question}={day}")

    assert refusal.status_code == 422
    assert refusal.json()["sentence"]["ru"].endswith("должно быть между 1990 и 2100 годами.")


async def test_every_list_knows_what_the_interface_says_it_may_be_asked(public: Client) -> None:
    for path, names in QUESTIONS.items():
        for name in names:
            place = re.sub(r"\{\w+\}", str(uuid4()), path.replace("{chamber}", "senate"))
            answer = await public.get(f"/api/v1{place}", params={name: "1"})
            assert answer.status_code < 500
            assert "not an argument" not in answer.text, (path, name)


@pytest.mark.parametrize("noun", ["offices", "resolutions"])
async def test_offices_and_resolutions_are_told_as_csv(public: Client, noun: str) -> None:
    for asked in ({"params": {"format": "csv"}}, {"headers": {"Accept": "text/csv"}}):
        answer = await public.get(f"/api/v1/{noun}", **asked)  # type: ignore[arg-type]
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{noun}.csv"'
        assert answer.text.startswith("\ufeffid,")
    plain = await public.get(f"/api/v1/{noun}?format=json", headers={"Accept": "text/csv"})
    assert plain.headers["Content-Type"] == "application/json"
    assert (await public.get(f"/api/v1/{noun}?format=xml")).status_code == 422


async def test_a_sheet_of_offices_has_all_that_the_list_has(
    visitors: Callable[..., Awaitable[Client]], here: Seated
) -> None:
    clerk = await visitors(Role.SECRETARIAT, "senate")
    for body, person in zip(("constitutional_court", "cec"), here.candidates, strict=False):
        told = {
            "kind": "recorded", "on": "2022-12-29", "chamber": "senate", "body": body,
            "person": str(person), "starts_on": "2023-01-01", "sources": ["a gazette"],
        }  # fmt: skip
        assert (await send(clerk, AT, {"act": told, **SOURCE})).status_code == 201

    sheet = await clerk.get("/api/v1/offices", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(sheet.text.removeprefix("\ufeff"))))
    assert {row["body"]: row["last_day"] for row in rows} == {
        "constitutional_court": "2030-12-31",
        "cec": "2027-12-31",
    }
    assert {row["person_id"] for row in rows} == {str(one) for one in here.candidates[:2]}
    assert all(row["office_kk"] and row["note_ru"] for row in rows)
    one = await clerk.get("/api/v1/offices?format=csv&limit=1")
    assert one.text.count("\r\n") == 2
    assert "format=csv" in one.headers["Link"]
