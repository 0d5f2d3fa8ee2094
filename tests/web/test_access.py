"""Who may do what: each role at each route, held against a table that is written from the law."""

import csv
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import httpx
import pytest
from litestar import Litestar
from pydantic import BaseModel, TypeAdapter
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.act import Act
from chamber.law.roles import Role
from chamber.law.sent import Occurred, Sent
from chamber.record import accounts, sessions
from chamber.record.desk import Clerk, NotAllowed, check_clerk
from chamber.record.engine import connect_engine
from chamber.settings import Settings
from chamber.web.app import create_app
from chamber.web.telling import act_classes, kind_of
from tests.web.conftest import PASSWORD, Client
from tests.web.real_cases import made, real_cases

TABLE = Path(__file__).parents[1] / "house" / "access.csv"
ROLES = list(Role)
# A deputy without a mandate on the day, and an account that was closed.
GONE = ("seat lost", "account closed")
EVERYBODY = (*ROLES, *GONE)


class Cell(NamedTuple):
    method: str
    route: str
    act: str  # "-" where a route has but one thing to do.


@cache
def table() -> dict[Cell, dict[str, str]]:
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {
            Cell(row["method"], row["route"], row["act"]): {
                who: row[who] for who in (*ROLES, *GONE)
            }
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


@pytest.mark.parametrize("who", EVERYBODY)
async def test_every_cell_is_answered_as_the_table_says(
    who: str, visitors: Callable[..., Any], engine: AsyncEngine
) -> None:
    cases = await real_cases(engine)
    client: Client = await visitors(Role(who) if who in ROLES[1:] else None)
    if who in GONE:
        client.headers["Authorization"] = f"Bearer {await token_of(engine, who, cases['people'])}"
    for cell, act, body in cells():
        expected = table()[cell][who]
        answer = await ask(client, cases, cell, act, body)
        told = f"{who} at {cell}: {answer.status_code} {answer.text}"
        match expected:
            case "own":
                # What is asked for here is not of this account's committee, nor its ballot.
                assert answer.status_code == 403, told
            case "known":
                # This one never was. Who may know of what is hidden has a table of its own.
                assert answer.status_code == 404, told
            case "401" | "403":
                assert answer.status_code == int(expected), told
                assert kind(answer) in TURNED_AWAY, told
            case "open" | "may" if cell.method == "GET":
                assert answer.status_code == NOT_THERE.get(cell.route, 200), told
            case "open" | "may":
                assert answer.status_code != 405, told
                assert answer.status_code < 500, told
                assert not answer.is_error or kind(answer) not in TURNED_AWAY, told
            case _:
                pytest.fail(f"{expected!r} is not a word of the table")


async def token_of(engine: AsyncEngine, who: str, person: str) -> str:
    """The person is there, and was never given a mandate."""
    deputy = UUID(person) if who == "seat lost" else None
    role = Role.DEPUTY if deputy else Role.SECRETARIAT
    async with AsyncSession(engine) as session, session.begin():
        account = await accounts.add(
            session, uuid4().hex, PASSWORD, role, chamber="senate", deputy=deputy
        )
        token = await sessions.issue_token(session, account, "tests")
        if deputy is None:
            account.disabled_at = datetime.now(UTC)  # Its tokens were not even taken back.
        return token


# What is asked for here is not there, or has to be asked for more exactly.
NOT_THERE = {
    "/api/v1/files/{sha256:str}": 404,
    "/api/v1/record/checkpoint": 404,
    "/api/v1/record/leaves/{receipt:str}": 404,
    "/api/v1/resolutions/{uid:uuid}": 404,
    **{f"/{language}/hearings/{{hearing:str}}": 404 for language in ("kk", "ru", "en")},
    **{f"/api/v1/law/{what}": 422 for what in ("rules", "decide", "term", "days")},
    "/readyz": 503,  # No migration made these tables.
}
TURNED_AWAY = {"not-logged-in", "not-allowed", "foreign-site", "not-an-elector"}


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
    hidden = noun == "hearings" and not cell.route.endswith("/acts")
    uid = str(uuid4()) if hidden else cases.get(noun.replace("deputies", "people"), str(uuid4()))
    path = cell.route.replace("{uid:uuid}", uid).replace("{chamber:str}", "senate")
    path = path.replace("{sha256:str}", "0" * 64).replace("{receipt:str}", "0" * 64)
    if cell.method != "POST":
        return await client.request(cell.method, path)
    if body is None:
        return await client.post(path, content=b"%PDF-1.7")
    if act is None:
        return await client.post(path, json=made(body))
    source = {"occurred": {"source": "minutes"}} if cell.act in OF_THE_PAST else {}
    return await client.post(f"{path}?dry_run=true", json={"act": made(act), **source})


OF_THE_PAST = {"recorded", "recorded_vote"}  # These are told by a source, and not done here.
