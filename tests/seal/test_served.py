"""A house that is served is sealed beside it: within a moment, and whoever is killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from chamber.seal.verifying import verify
from tests.seal.second import faults

ROOT = Path(__file__).parents[2]
Environment = dict[str, str]
NAME = {tongue: "Әбенов Асқар" for tongue in ("kk", "ru", "latin")}


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PORT": port}
    return {**plain, "CHAMBER_DATA": str(tmp_path / "data"), "CHAMBER_RECORD": "record.example/1"}


def chamber(here: Environment, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "chamber", *words]
    return subprocess.run(command, env=here, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture
def served(environment: Environment) -> Iterator[subprocess.Popen[str]]:
    assert chamber(environment, "migrate").returncode == 0
    server = subprocess.Popen(
        [sys.executable, "-m", "chamber", "serve"], env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    while not answers(environment):
        time.sleep(0.1)
    yield server
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def answers(here: Environment) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{here['PORT']}/readyz").is_success
    except httpx.TransportError:
        return False


def token(here: Environment) -> str:
    role = ("--role", "secretariat", "--chamber", "senate")
    assert chamber(here, "user", "add", "clerk", *role).returncode == 0
    issued = chamber(here, "user", "token", "clerk", "--label", "tests")
    return issued.stdout.split(": ")[1].strip()


def enter(here: Environment, bearer: str) -> str:
    """Enter a person; the receipt of the act."""
    answer = httpx.post(
        f"http://127.0.0.1:{here['PORT']}/api/v1/people",
        headers={"Authorization": f"Bearer {bearer}", "Idempotency-Key": str(uuid4())},
        json={"act": {"kind": "person", "on": "2026-03-02", "name": NAME}},
    )
    assert answer.status_code == 201, answer.text
    receipt: str = answer.json()["entry"]["receipt"]
    return receipt


def bundle(here: Environment, folder: Path) -> Path:
    """It waits a moment for the checkpoint that follows an act."""
    written = chamber(here, "bundle", str(folder))
    assert written.returncode == 0, written.stderr
    return folder


def is_leaf(receipt: str, folder: Path) -> bool:
    assert verify(folder).faults == faults(folder) == []
    raw = (folder / "leaves.bin").read_bytes()
    return bytes.fromhex(receipt) in [raw[i : i + 32] for i in range(0, len(raw), 32)]


def spawned(by: int) -> set[int]:
    """The processes that a server has started: its workers, and the one that seals the record."""
    told = [(task / "children").read_text() for task in Path(f"/proc/{by}/task").iterdir()]
    children = {int(one) for one in " ".join(told).split()}
    return {one for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()}


@pytest.mark.timeout(300)
def test_an_act_is_a_leaf_of_the_next_bundle_and_its_receipt_is_the_leaf(
    environment: Environment, served: subprocess.Popen[str], tmp_path: Path
) -> None:
    bearer = token(environment)
    receipt = enter(environment, bearer)
    assert is_leaf(receipt, bundle(environment, tmp_path / "first"))

    for one in spawned(served.pid):
        os.kill(one, signal.SIGKILL)
    while not answers(environment):
        time.sleep(0.1)
    receipt = enter(environment, bearer)
    until = time.monotonic() + 60
    while chamber(environment, "bundle", str(tmp_path / "second")).returncode:
        assert time.monotonic() < until, "nobody seals any more"
    assert is_leaf(receipt, tmp_path / "second")

    assert (
        json.loads((tmp_path / "second" / "openings.jsonl").read_text().splitlines()[0])["i"] == 0
    )
    assert (tmp_path / "second" / "vkey").read_text().startswith("record.example/1+")
    assert len(list((tmp_path / "data" / "seal").iterdir())) == 1
