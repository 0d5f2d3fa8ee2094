"""Who may do what: each role at each route, held against a table that is written from the law."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar
from polyfactory.factories.pydantic_factory import ModelFactory
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.act import Act
from chamber.law.roles import Role
from chamber.law.sent import Occurred, Sent
from chamber.record.desk import Clerk, Desk, NotAllowed, check_clerk
from chamber.record.engine import connect_engine
from chamber.record.procedure import open_case
from chamber.rooms import ROOMS
from chamber.settings import Settings
from chamber.web.app import create_app
from chamber.web.telling import act_classes, kind_of
from tests.web.conftest import Client

TABLE = Path(__file__).parents[1] / "house" / "access.csv"
ROLES = list(Role)
DAY = date(2026, 3, 13)


class Cell(NamedTuple):
    method: str
    route: str
    act: str  # "-" where a route has but one thing to do.


@cache
def table() -> dict[Cell, dict[Role, str]]:
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {
            Cell(row["method"], row["route"], row["act"]): {role: row[role] for role in ROLES}
            for row in csv.DictReader(lines)
        }


@cache
def house() -> Litestar:
    """The house alone; it is only asked which routes it has."""
    return create_app(Settings(), connect_engine("postgresql://nowhere/at-all")).house


NONE: list[type[Act] | None] = [None]


def cells() -> Iterator[tuple[Cell, type[Act] | None, type[BaseModel] | None]]:
    for route in house().routes:
        for handler in getattr(route, "route_handlers", None) or [route.route_handler]:  # type: ignore[union-attr]
            for method in {*getattr(handler, "http_methods", {"GET"})} - {"OPTIONS"}:
                field = getattr(handler, "parsed_data_field", None)
                body = field.annotation if field else None
                acts: list[type[Act] | None] = (
                    [*act_classes(TypeAdapter(body).core_schema)] if body else []
                )
                for act in acts or NONE:
                    kind = kind_of(act) if act else "-"
                    yield Cell(method, route.path, kind), act, body


def test_every_route_and_every_act_has_its_row_and_no_row_is_left_over() -> None:
    there = {cell for cell, _, _ in cells()}

    missing = sorted(there - set(table()))
    assert not missing, "rows are missing:\n" + "\n".join(",".join(cell) for cell in missing)
    assert not set(table()) - there, "rows of what is not there any more"


@pytest.mark.parametrize("role", ROLES)
def test_the_acts_say_what_the_table_says(role: Role) -> None:
    for cell, act, _ in cells():
        if act is not None:
            may = role in act.by
            assert (table()[cell][role] in ("may", "own")) == may, f"{role} at {cell}"


@pytest.mark.parametrize("role", ROLES)
def test_only_the_secretariat_enters_what_has_occurred_or_despite_a_defect(role: Role) -> None:
    sent = (Sent(occurred=Occurred(source="minutes")), Sent(despite="a reason"))
    clerk = Clerk(uuid4(), "x", role, "senate")
    for _, act, _ in cells():
        if act is not None and role not in (Role.PRESIDING, Role.SECRETARIAT):
            for one in sent:
                with pytest.raises(NotAllowed):
                    check_clerk(
                        clerk, act.model_construct(kind="x", on=date(2026, 3, 13)), one, "senate"
                    )


@pytest.mark.parametrize("role", ROLES)
async def test_every_cell_is_answered_as_the_table_says(
    role: Role, visitors: Callable[..., Any], engine: AsyncEngine
) -> None:
    client: Client = await visitors(None if role is Role.PUBLIC else role)
    cases = await real_cases(engine)
    for cell, act, body in cells():
        expected = table()[cell][role]
        answer = await ask(client, cases, cell, act, body)
        told = f"{role} at {cell}: {answer.status_code} {answer.text}"
        match expected:
            case "403" | "own" if cell.route.endswith("/ballots"):
                # Of the vote that is asked for nobody knows; the casting itself has its own tests.
                assert answer.status_code == 404, told
            case "own":
                # What is asked for here is not of this account's committee.
                assert answer.status_code == 403, told
            case "known":
                # This one never was. Who may know of what is hidden has a table of its own.
                assert answer.status_code == 404, told
            case "401" | "403":
                assert answer.status_code == int(expected), told
            case "open" | "may":
                assert answer.status_code != 405, told
                assert answer.status_code < 500 or "readyz" in cell.route, told
                assert not answer.is_error or kind(answer) not in TURNED_AWAY, told
            case _:
                pytest.fail(f"{expected!r} is not a word of the table")


TURNED_AWAY = {"not-logged-in", "not-allowed", "foreign-site"}


def kind(answer: httpx.Response) -> str:
    if answer.headers["content-type"].startswith("text/html"):
        return ""  # A page for people.
    told: str = answer.json()["type"].rpartition("#problem-")[2]
    return told


async def ask(
    client: Client,
    cases: dict[str, str],
    cell: Cell,
    act: type[Act] | None,
    body: type[BaseModel] | None,
) -> httpx.Response:
    noun = cell.route.split("/")[3] if cell.route.startswith("/api/v1/") else ""
    uid = cases[noun] if cell.route.endswith("/acts") else str(uuid4())
    path = cell.route.replace("{uid:uuid}", uid).replace("{chamber:str}", "senate")
    path = path.replace("{sha256:str}", "0" * 64)
    if cell.method != "POST":
        return await client.request(cell.method, path)
    if body is None:
        return await client.post(path, content=b"%PDF-1.7")
    if act is None:
        return await client.post(path, json=made(body))
    source = {"occurred": {"source": "minutes"}} if cell.act in OF_THE_PAST else {}
    return await client.post(f"{path}?dry_run=true", json={"act": made(act), **source})


OF_THE_PAST = {"recorded", "recorded_vote"}  # These are told by a source, and not done here.
WORDS = {"kk": "Сөз", "ru": "Слово"}
NAME = {**WORDS, "latin": "Word"}


async def real_cases(engine: AsyncEngine) -> dict[str, str]:
    """A case of each kind, of the Senate, opened by the first act that it takes."""
    clerk = Clerk(uuid4(), "A clerk", Role.SECRETARIAT, "senate")
    cases: dict[str, str] = {}
    async with AsyncSession(engine) as session, session.begin():
        desk = Desk(session=session, clerk=clerk, today=DAY, rooms=ROOMS)
        for noun, told in openings(cases):
            act = ROOMS[noun].acts.validate_python({"on": DAY, **told})
            sent = Sent(occurred=Occurred(source="minutes"))
            done = await open_case(ROOMS[noun], desk, act, sent)
            assert done.proceeding is not None
            cases[noun] = str(done.proceeding.uid)
    return cases


def openings(cases: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    senate = {"chamber": "senate"}
    yield "people", {"kind": "person", "name": NAME}
    yield "convocations", {"kind": "convocation", "number": 8, **senate}
    body = {"kind": "body", "body": "committee", "name": NAME, "convocation": 8, **senate}
    yield "bodies", body
    starts_at = "2026-03-13T10:00:00+05:00"
    yield "sittings", {
        "kind": "plan", "sitting": "plenary", "starts_at": starts_at, "place": "Астана", **senate,
    }  # fmt: skip
    yield "votes", {
        "kind": "recorded_vote", "convocation": 8, "question": WORDS,
        "sources": [{"name": "minutes"}], **senate,
    }  # fmt: skip
    yield "appointments", {
        "kind": "submission", "body": "cec", "document": "1", "submitted_by": cases["people"],
        "committee": cases["bodies"], "candidates": [{"person": cases["people"]}], **senate,
    }  # fmt: skip
    yield "reports", {
        "kind": "initiative", "member": cases["people"], "office": "Министр", "subject": "Бюджет",
        "signatures": [cases["people"]], **senate,
    }  # fmt: skip
    yield "immunity", {
        "kind": "submission", "deputy": cases["people"], "measures": [{"measure": "custody"}],
        **senate,
    }  # fmt: skip
    yield "mandates", {
        "kind": "matter", "deputy": cases["people"], "ground": "resigned", "happened_on": DAY,
        "set_off_by": "deputy", **senate,
    }  # fmt: skip
    yield "hearings", {
        "kind": "recorded", "topic": WORDS, "first_day": DAY, "sources": ["minutes"], **senate,
    }  # fmt: skip


@cache
def made(model: type[BaseModel]) -> Any:
    """Some body that has the right form; what it says is of no matter here."""
    factory = ModelFactory.create_factory(model, __random_seed__=57)
    for _ in range(200):
        try:
            told = factory.build().model_dump(mode="json")
            told |= {field: value for field, value in OURS.items() if field in told}
            model.model_validate_json(json.dumps(told), strict=True)
        except ValidationError:
            continue
        return told
    raise AssertionError(f"no body of {model.__name__} was found")


OURS = {"on": DAY.isoformat(), "chamber": "senate", "choice": "for", "official_number": None}
