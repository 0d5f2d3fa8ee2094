"""An act is sent once, on the version that was read, by one who may, and is kept or lost whole."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from chamber.law.roles import Role
from tests.web.conftest import Client, add, begin, begun, send


async def test_an_act_is_entered_and_shown_with_its_ruling(clerk: Client) -> None:
    answer = await send(clerk, "/api/v1/notes", begin())

    assert answer.status_code == 201
    told = answer.json()
    assert told["version"] == 1
    assert told["number"] == "senate/2026/1"
    assert told["entry"]["kind"] == "begin"
    assert told["entry"]["stands"] is True
    assert answer.headers["Location"] == f"/api/v1/notes/{told['id']}"
    shown = await clerk.get(answer.headers["Location"])
    assert shown.headers["ETag"] == answer.headers["ETag"]
    assert shown.json()["words"] == ["One"]
    assert shown.json()["next"] == [{"kind": "add", "by": ["secretariat", "presiding"]}]


async def test_the_public_reads_what_was_entered_but_not_by_whom(
    clerk: Client, public: Client
) -> None:
    address, _ = await begun(clerk)

    shown = await public.get(address)
    assert shown.status_code == 200
    assert shown.json()["entries"][0]["by"] == {"role": "secretariat"}
    assert set((await clerk.get(address)).json()["entries"][0]["by"]) == {"role", "name"}


async def test_the_public_may_not_act(public: Client) -> None:
    answer = await send(public, "/api/v1/notes", begin())

    assert answer.status_code == 401
    assert "WWW-Authenticate" in answer.headers


async def test_the_database_itself_keeps_the_public_from_the_accounts(
    public: Client, clerk: Client
) -> None:
    assert (await public.get("/api/v1/notes/forbidden")).status_code == 500
    assert (await clerk.get("/api/v1/notes/forbidden")).status_code == 500


async def test_an_act_names_the_version_that_was_read(clerk: Client) -> None:
    address, tag = await begun(clerk)

    assert (await send(clerk, f"{address}/acts", add())).status_code == 428
    assert (await send(clerk, f"{address}/acts", add(), "*")).status_code == 428
    assert (await send(clerk, f"{address}/acts", add(), f"W/{tag}")).status_code == 412
    first = await send(clerk, f"{address}/acts", add(), tag)
    assert first.status_code == 201
    assert first.headers["ETag"] != tag
    late = await send(clerk, f"{address}/acts", add(), tag)
    assert late.status_code == 412
    assert late.json()["sentence"]["en"].startswith("Another user has changed this case")
    assert (await send(clerk, f"{address}/acts", add(), first.headers["ETag"])).status_code == 201


async def test_a_request_sent_twice_is_done_once(clerk: Client) -> None:
    first = await send(clerk, "/api/v1/notes", begin(), key="the-same")
    again = await send(clerk, "/api/v1/notes", begin(), key="the-same")

    assert again.status_code == 201
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Location"] == first.headers["Location"]


async def test_an_act_sent_twice_is_answered_as_before_although_its_version_is_old(
    clerk: Client,
) -> None:
    address, tag = await begun(clerk)

    first = await send(clerk, f"{address}/acts", add(), tag, key="k")
    again = await send(clerk, f"{address}/acts", add(), tag, key="k")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert (await clerk.get(address)).json()["words"] == ["One", "Two"]


async def test_a_key_is_for_one_request_and_one_account(clerk: Client, visitors: Any) -> None:
    await send(clerk, "/api/v1/notes", begin(), key="k")
    other = await visitors(Role.PRESIDING)

    assert (await send(clerk, "/api/v1/notes", begin(despite="x"), key="k")).status_code == 422
    assert (await send(other, "/api/v1/notes", begin(), key="k")).status_code == 201


async def test_a_key_is_needed_and_is_short_and_visible(clerk: Client) -> None:
    for headers in ({}, {"Idempotency-Key": ""}, {"Idempotency-Key": "k" * 201}):
        answer = await clerk.post("/api/v1/notes", json=begin(), headers=headers)
        assert answer.status_code == 400
        assert answer.json()["type"].endswith("no-idempotency-key")


@pytest.mark.parametrize("day", ["1989-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
async def test_no_act_is_of_a_day_before_1990_or_after_2100(clerk: Client, day: str) -> None:
    sent = begin(occurred={"source": "minutes"})
    sent["act"]["on"] = day

    answer = await send(clerk, "/api/v1/notes", sent)
    assert answer.status_code == 422
    assert answer.json()["pointer"] == "#/act/on"
    assert answer.json()["sentence"] == {
        "kk": "«Күні» өрісі 1990 жылдан 2100 жылға дейінгі күн болуға тиіс.",
        "ru": "Поле «Дата» должно содержать день с 1990 по 2100 год.",
        "en": "The field “Date” must be a day from 1990 to 2100.",
    }


async def test_the_first_and_the_last_day_that_the_record_takes(clerk: Client) -> None:
    sent = begin(occurred={"source": "minutes"})
    sent["act"]["on"] = "1990-01-01"
    assert (await send(clerk, "/api/v1/notes", sent)).status_code == 201
    sent["act"]["on"] = "2100-12-31"
    assert "after today" in (await send(clerk, "/api/v1/notes", sent)).json()["detail"]


async def test_the_same_request_twice_at_once_is_done_once(clerk: Client) -> None:
    answers = await asyncio.gather(
        *(send(clerk, "/api/v1/notes", begin(), key="k") for _ in range(8))
    )

    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1


async def test_what_was_refused_is_judged_anew_when_sent_again(clerk: Client) -> None:
    address, tag = await begun(clerk)

    for _ in range(2):
        answer = await send(clerk, f"{address}/acts", {"act": FORBIDDEN}, tag, key="k")
        assert answer.status_code == 409


FORBIDDEN = {"kind": "forbidden", "on": "2026-03-14"}


async def test_a_rehearsal_writes_nothing_and_needs_neither_key_nor_version(clerk: Client) -> None:
    address, tag = await begun(clerk)

    answer = await clerk.post(f"{address}/acts?dry_run=true", json=add())
    assert answer.status_code == 200
    assert answer.json()["stands"] is True
    assert answer.json()["ruling"]["rule"] == "record"
    opening = await clerk.post("/api/v1/notes?dry_run=true", json=begin())
    assert opening.status_code == 200
    assert (await clerk.get(address)).headers["ETag"] == tag
    refused = await clerk.post(f"{address}/acts?dry_run=true", json={"act": FORBIDDEN})
    assert refused.status_code == 409


async def test_a_slip_of_the_pen_in_dry_run_is_no_act(clerk: Client) -> None:
    for query in ("dryrun=true", "dry_run=yes", "dry_run=true&dry_run=false", "x=1"):
        answer = await send(clerk, f"/api/v1/notes?{query}", begin())
        assert answer.status_code == 422


async def test_a_refusal_says_rule_and_provision_and_what_would_cure_it(clerk: Client) -> None:
    address, tag = await begun(clerk)

    answer = await send(clerk, f"{address}/acts", {"act": FORBIDDEN}, tag)
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["rule"] == "A57-0.00"
    assert told["cite"] == "art. 57"
    assert told["breach"] == "V"
    assert told["verdict"] == "invalid"
    assert told["sentence"] == {"kk": "Болмайды.", "ru": "Нельзя.", "en": "This may not be."}
    assert told["detail"] == "This may not be."
    assert told["earliest_lawful"] == "2027-03-14"
    assert told["findings"][0]["rule"] == "A57-0.00"
    assert told["numbers"] == told["findings"][0]["numbers"] == {"in_office": 3}
    assert {"type", "title", "status", "instance", "readings", "numbers"} <= set(told)
    assert told["despite"] is False


async def test_a_defect_is_entered_with_its_reason_and_shown_for_ever(clerk: Client) -> None:
    address, tag = await begun(clerk)
    defect = {"act": {**FORBIDDEN, "breach": "D"}}

    refused = await send(clerk, f"{address}/acts", defect, tag)
    assert (refused.status_code, refused.json()["despite"]) == (409, True)
    accepted = await send(clerk, f"{address}/acts", {**defect, "despite": "a reason"}, tag)
    assert accepted.status_code == 201
    entry = accepted.json()["entry"]
    assert entry["despite"] == "a reason"
    assert entry["remarks"][0]["en"] == "The act was entered despite a defect. Reason: “a reason”."
    assert entry["ruling"]["findings"][0]["numbers"] == {"in_office": 3}
    shown = (await clerk.get(address)).json()
    for ruling in (shown["entries"][1]["ruling"], shown["rulings"][1]):
        assert ruling["findings"][0]["numbers"] == {"in_office": 3}
    dry = await clerk.post(f"{address}/acts?dry_run=true", json={**defect, "despite": "a reason"})
    assert dry.json()["ruling"]["findings"][0]["numbers"] == {"in_office": 3}


async def test_what_has_occurred_is_entered_with_its_verdict(clerk: Client) -> None:
    address, tag = await begun(clerk)

    sent = {"act": FORBIDDEN, "occurred": {"source": "minutes of the sitting of 4 March 2026"}}
    answer = await send(clerk, f"{address}/acts", sent, tag)
    assert answer.status_code == 201
    assert answer.json()["entry"]["stands"] is False
    remarks = [one["en"] for one in answer.json()["entry"]["remarks"]]
    assert remarks[0].startswith("The act was entered as one that has already occurred.")
    assert remarks[1:] == ["The entry is kept, and opens no later step."]


async def test_a_correction_stands_beside_and_both_are_shown(clerk: Client) -> None:
    address, tag = await begun(clerk)

    put_right = {"kind": "begin", "on": "2026-03-12", "chamber": "senate", "words": "First"}
    correction = {"kind": "correction", "on": "2026-03-20", "entry": 1, "reason": "a typing error"}
    sent = {"act": {**correction, "act": put_right}}
    answer = await send(clerk, f"{address}/acts", sent, tag)
    assert answer.status_code == 201, answer.text
    shown = (await clerk.get(address)).json()
    assert shown["words"] == ["First"]
    assert shown["entries"][0]["act"]["words"] == "One"
    assert shown["entries"][0]["now"]["act"]["words"] == "First"


async def test_a_known_version_is_not_sent_again(clerk: Client, public: Client) -> None:
    address, tag = await begun(clerk)

    same = await public.get(address, headers={"If-None-Match": f'"x", W/{tag}'})
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["ETag"] == tag
    assert (await public.get(address, headers={"If-None-Match": '"x"'})).status_code == 200


async def test_an_id_that_never_was_is_unknown(clerk: Client) -> None:
    for address in (f"/api/v1/notes/{uuid4()}", "/api/v1/notes/17", "/api/v1/nothing"):
        answer = await clerk.get(address)
        assert answer.status_code == 404
        assert answer.json()["detail"] == "There is no such record."
    answer = await send(clerk, f"/api/v1/notes/{uuid4()}/acts", add(), '"x"')
    assert answer.status_code == 404


async def test_a_clerk_acts_in_the_own_chamber_alone(clerk: Client, visitors: Any) -> None:
    address, tag = await begun(clerk)
    other = await visitors(Role.SECRETARIAT, "mazhilis")

    for answer in (
        await send(other, f"{address}/acts", add(), tag),
        await send(other, "/api/v1/notes", begin()),
    ):
        assert answer.status_code == 403
        assert answer.json()["sentence"] == {
            "kk": "Рөліңіз бұл әрекетті орындауға құқық бермейді."
            " Оны орындай алады: төрағалық етуші, Палата Аппараты"
            + (", комитет қызметкерлері." if "committee" in answer.json()["roles"] else "."),
            "ru": "Ваша роль не дает права на это действие."
            " Его вправе выполнить: председательствующий, Аппарат Палаты"
            + (", сотрудники комитета." if "committee" in answer.json()["roles"] else "."),
            "en": "Your role may not do this."
            " It may be done by: the presiding officer, the secretariat of the Chamber"
            + (", the committee's staff." if "committee" in answer.json()["roles"] else "."),
        }


async def test_an_act_and_its_answer_are_kept_or_lost_together(
    clerk: Client, engine: AsyncEngine
) -> None:
    # A deferred constraint fails at the very end, when the transaction is committed.
    async with engine.begin() as connection:
        for statement in FAILS_AT_COMMIT:
            await connection.execute(text(statement))

    answer = await send(clerk, "/api/v1/notes", begin(), key="k")
    assert answer.status_code == 500
    async with engine.connect() as connection:
        for table in ("proceeding", "journal", "note", "idempotency"):
            count = await connection.scalar(text(f"SELECT count(*) FROM {table}"))
            assert count == 0, table


FAILS_AT_COMMIT = (
    "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'too late'; END $$",
    "CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW EXECUTE FUNCTION fail()",
)
