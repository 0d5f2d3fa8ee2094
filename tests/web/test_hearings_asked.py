"""What is sent to a hearing: malformed, twice, too late, or only rehearsed; and what comes back."""

from typing import Any
from uuid import uuid4

import pytest
from jsonschema import Draft202012Validator

from chamber.law.roles import Role
from tests.web.conftest import Client, send
from tests.web.hearing_house import FRIDAY, Staff, app, clerk, here, matter, staff
from tests.web.hearing_room import (
    AT,
    MINUTES,
    TOPIC,
    WHY,
    Chambers,
    Json,
    Matter,
    decision,
    notice,
    plenary,
    proposal,
    proposed,
    ready,
)
from tests.web.test_hearings_life import EARLY

__all__ = ["app", "clerk", "here", "matter", "staff"]  # Fixtures.


@pytest.mark.parametrize(
    ("kind", "told", "pointer"),
    [
        ("decision", {"starts_at": "2026-04-10T10:00:00"}, "#/act/starts_at"),
        ("decision", {"place": {"kk": "", "ru": "x"}}, "#/act/place/kk"),
        ("decision", {"form": "half"}, "#/act/form"),
        ("decision", {"sitting": "00000000-0000-4000-8000-000000000000"}, "#/act/sitting"),
        ("form", {"form": "open", "decided_by": "nobody"}, "#/act/decided_by"),
        ("notice", notice(EARLY, FRIDAY, on="2026-03-19"), "#/act/on"),
        ("notice", notice(EARLY, FRIDAY, text="\u202e"), "#/act/text"),
        ("begin", {"chair": "nobody"}, "#/act/chair"),
        ("register", {"on": "2026-04-10"}, "#/act"),
        ("commission", {"commission": "00000000-0000-4000-8000-000000000000"}, "#/act/commission"),
        ("dispatch", {"to": "friends", "addressee": "x"}, "#/act/to"),
        ("no_such_act", {}, "#/act/kind"),
    ],
)
async def test_what_is_malformed_is_pointed_at(
    matter: Matter, kind: str, told: Json, pointer: str
) -> None:
    whole = await decision(matter, FRIDAY) if kind == "decision" else {"on": "2026-03-12"}
    if kind == "commission":
        whole["resolution"] = "№ 1"
    answer = await matter.do(kind, **whole | told)

    assert answer.status_code == 422, answer.text
    assert answer.json()["pointer"] == pointer
    assert all(answer.json()["sentence"].values())


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"organisers": []}, "#/act/organisers"),
        ({"organisers": ["00000000-0000-4000-8000-000000000000"]}, "#/act/organisers/0"),
        ({"topic": {"kk": "Тек қазақша"}}, "#/act/topic/ru"),
        ({"form": "secret"}, "#/act/form"),
        ({"linked": "00000000-0000-4000-8000-000000000000"}, "#/act/linked"),
        ({"colour": "blue"}, "#/act/colour"),
        ({"on": "2026-13-01"}, "#/act/on"),
    ],
)
async def test_a_proposal_that_cannot_be_is_pointed_at(
    clerk: Client, here: Chambers, wrong: Json, pointer: str
) -> None:
    answer = await send(clerk, AT, {"act": proposal(here, **wrong)})

    assert answer.status_code == 422, answer.text
    assert answer.json()["pointer"] == pointer
    assert all(answer.json()["sentence"].values())


async def test_a_hearing_of_the_past_is_sent_as_what_has_occurred(
    clerk: Client, public: Client
) -> None:
    told = {
        "kind": "recorded", "on": "2017-09-11", "first_day": "2017-09-11", "chamber": "mazhilis",
        "topic": TOPIC, "sources": ["a newspaper"],
    }  # fmt: skip

    assert (await send(clerk, AT, {"act": told})).status_code == 422
    entered = await send(clerk, AT, {"act": told, **MINUTES})
    assert entered.status_code == 201, entered.text
    assert entered.json()["entry"]["ruling"]["verdict"] is None
    (one,) = (await public.get(AT)).json()["items"]
    assert (one["state"], one["held"]["last_day"], one["notice"]) == ("held", "2017-09-11", None)
    shown = (await public.get(entered.headers["Location"])).json()
    assert (shown["notice_certificate"], shown["told"]["sources"]) == (
        None, ["a newspaper"],
    )  # fmt: skip


async def test_an_act_is_done_once_and_on_what_was_seen(matter: Matter) -> None:
    cancel = {"act": {"kind": "cancel", "on": "2026-03-12", "reason": WHY}}
    acts, stale = f"{matter.address}/acts", matter.tag

    assert (await send(matter.client, acts, cancel)).status_code == 428
    rehearsed = await matter.client.post(f"{acts}?dry_run=true", json=cancel)
    assert (rehearsed.status_code, rehearsed.json()["stands"]) == (200, True)
    key = uuid4().hex
    first = await send(matter.client, acts, cancel, stale, key)
    again = await send(matter.client, acts, cancel, stale, key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json()["entry"] == again.json()["entry"]
    other = {"act": cancel["act"] | {"reason": {"kk": "Басқа", "ru": "Другая"}}}
    assert (await send(matter.client, acts, other, stale, key)).status_code == 422
    assert (await send(matter.client, acts, other, stale)).status_code == 412


async def test_the_answers_have_the_forms_that_the_interface_tells(
    matter: Matter, clerk: Client, here: Chambers, public: Client
) -> None:
    told = (await public.get("/api/v1/openapi.json")).json()
    assert (await plenary(clerk, here, "2026-04-09")).status_code == 201
    asked = await decision(matter, "2026-04-09T10:00:00+05:00")
    refused = await matter.do("decision", **asked)
    await ready(matter, FRIDAY, EARLY)

    answers: list[tuple[str, Any]] = [
        ("Hearing", await public.get(matter.address)),
        ("Hearings", await public.get(AT)),
        ("Hearings", await clerk.get(AT)),
        ("Problem", refused),
    ]
    for form, answer in answers:
        schema = {"$ref": f"#/components/schemas/{form}", "components": told["components"]}
        Draft202012Validator(schema).validate(answer.json())
    listing = told["paths"][AT]["get"]
    assert "updated_since" in {one["name"] for one in listing["parameters"]}
    page = (await public.get("/api/v1/docs")).text
    assert 'id="hearings"' in page
    assert "To follow: read every page" in page


async def test_the_staff_of_each_organiser_may_act_and_of_no_other_committee(
    clerk: Client, staff: Staff, here: Chambers
) -> None:
    joint = await proposed(clerk, here, organisers=[here.committee, here.second])
    material = {"on": "2026-03-12", "title": "Анықтама"}
    for committee in (here.committee, here.second):
        joint.client = await staff(Role.COMMITTEE, "mazhilis", committee=committee)
        assert (await joint.do("material", **material)).status_code == 201
        assert (await joint.do("cancel", "2026-03-12", reason=WHY, despite="y")).status_code == 403

    joint.client = await staff(Role.COMMITTEE, "mazhilis", committee=here.commission)
    assert (await joint.do("material", **material)).status_code == 404  # It is a draft.
    joint.client = clerk
    await ready(joint, FRIDAY, EARLY)
    joint.client = await staff(Role.COMMITTEE, "mazhilis", committee=here.commission)
    assert (await joint.do("material", **material)).status_code == 403
