"""Anybody is told where an act lies in the record, and is given a checkpoint to keep."""

from pathlib import Path

import pytest

from chamber.seal.notes import Key, read_note
from tests.seal.sealed import seal_all
from tests.web.conftest import Client, send

NAME = {tongue: "Әбенов Асқар" for tongue in ("kk", "ru", "latin")}


async def receipt_of_an_act(clerk: Client) -> str:
    body = {"act": {"kind": "person", "on": "2026-03-02", "name": NAME}}
    answer = await send(clerk, "/api/v1/people", body)
    receipt: str = answer.json()["entry"]["receipt"]
    return receipt


async def test_the_receipt_of_an_act_leads_to_its_leaf_and_a_checkpoint_over_it(
    clerk: Client, public: Client, database: str, tmp_path: Path
) -> None:
    receipt = await receipt_of_an_act(clerk)
    for who in (clerk, public):
        assert (await who.get(f"/api/v1/record/leaves/{receipt}")).status_code == 404
        assert (await who.get("/api/v1/record/checkpoint")).status_code == 404
    await seal_all(database, tmp_path)

    for who in (clerk, public):
        told = (await who.get(f"/api/v1/record/leaves/{receipt}")).json()
        newest = (await who.get("/api/v1/record/checkpoint")).json()
        assert (told["leaf"], told["size"]) == (0, 2)  # The register is the other.
        assert {name: told[name] for name in newest} == newest
        signed = read_note(newest["note"], Key.read(newest["vkey"]))
        assert (signed.size, signed.registers) == (newest["size"], newest["registers"]) == (2, 1)


@pytest.mark.parametrize("receipt", ["0" * 64, "0" * 63, "A" * 64, "x", "00" * 32 + "0"])
async def test_what_is_no_receipt_leads_nowhere(
    public: Client, database: str, tmp_path: Path, receipt: str
) -> None:
    await seal_all(database, tmp_path)

    assert (await public.get(f"/api/v1/record/leaves/{receipt}")).status_code == 404
