"""Who may not do an act is told so before the act itself is read."""

from typing import Any
from uuid import uuid4

import pytest

from chamber.law.roles import Role
from tests.web.conftest import Client, add, begun, send

HALF_AN_ACT = {"act": {"kind": "add"}}  # What it needs beside its kind is missing.


@pytest.mark.parametrize("role", [Role.OFFICE, Role.ADMIN, Role.DEPUTY])
async def test_a_role_that_may_not_do_an_act_learns_that_first(
    clerk: Client, visitors: Any, role: Role
) -> None:
    address, tag = await begun(clerk)
    other = await visitors(role)

    for path, body in (
        (f"{address}/acts", HALF_AN_ACT),
        ("/api/v1/notes", {"act": {"kind": "begin"}}),
        (f"{address}/acts", {"act": {"kind": "correction", "reason": 5}}),
    ):
        answer = await send(other, path, body, tag)
        assert answer.status_code == 403, answer.text
        assert "secretariat" in answer.json()["roles"]


async def test_a_clerk_of_the_other_chamber_learns_that_first(clerk: Client, visitors: Any) -> None:
    address, tag = await begun(clerk)
    other = await visitors(Role.SECRETARIAT, "mazhilis")

    assert (await send(other, f"{address}/acts", HALF_AN_ACT, tag)).status_code == 403
    begins = {"act": {"kind": "begin", "chamber": "senate"}}
    assert (await send(other, "/api/v1/notes", begins)).status_code == 403
    assert (await send(clerk, "/api/v1/notes", begins)).status_code == 422


async def test_only_the_secretariat_learns_what_is_wrong_with_an_act_despite_a_defect(
    clerk: Client, visitors: Any
) -> None:
    address, tag = await begun(clerk)
    committee = await visitors(Role.COMMITTEE)

    manners: list[dict[str, Any]] = [{"despite": "a reason"}, {"occurred": {}}]
    for more in manners:
        answer = await send(committee, f"{address}/acts", HALF_AN_ACT | more, tag)
        assert answer.status_code == 403
    assert (await send(committee, f"{address}/acts", HALF_AN_ACT, tag)).status_code == 422


@pytest.mark.parametrize(
    "body",
    [{}, [], "act", {"act": None}, {"act": []}, {"act": {"kind": 5}},
     {"act": {"kind": "nothing"}}, {"act": {"kind": ["add"]}}, {"act": {"kind": {}}}],
)  # fmt: skip
async def test_of_an_act_of_no_known_kind_only_its_form_is_told(
    clerk: Client, visitors: Any, body: Any
) -> None:
    address, tag = await begun(clerk)

    for client in (clerk, await visitors(Role.OFFICE)):
        assert (await send(client, f"{address}/acts", body, tag)).status_code == 422


async def test_an_unknown_case_is_unknown_to_all_who_may_act(clerk: Client, visitors: Any) -> None:
    path = f"/api/v1/notes/{uuid4()}/acts"
    assert (await send(clerk, path, add(), '"x"')).status_code == 404
    assert (await send(await visitors(Role.OFFICE), path, add(), '"x"')).status_code == 403
