"""The program itself: migrated, given an account, served by two workers, and ended in good time."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).parents[2]
Environment = dict[str, str]
PLAIN = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}


def test_accounts_are_made_listed_and_disabled_on_the_machine(database: str) -> None:
    here = {**PLAIN, "DATABASE_URL": database}
    add = ("user", "add", "Second", "--role", "admin", "--password-stdin")
    assert chamber(here, *add, say="a password of mine\n").returncode == 0
    for words, say, told in (
        (add, "a password of mine\n", "there is an account of this login already"),
        ((*add[:2], "third", *add[3:]), "short\n", "a password has from 12"),
        ((*add[:2], "-third", *add[3:]), "a password of mine\n", ""),
        (("user", "add", "x", "--role", "deputy"), "", "--chamber"),
        (("user", "reset", "nobody"), "", "there is no account nobody"),
        (("user", "disable", "nobody"), "", "there is no account nobody"),
    ):
        wrong = chamber(here, *words, say=say)
        assert wrong.returncode == 2, words
        assert words[2] != "nobody" or wrong.stderr.count("\n") == 1
        assert told in wrong.stderr, words
        assert "Traceback" not in wrong.stderr
    assert chamber(here, "user", "disable", "second").returncode == 0
    listed = json.loads(chamber(here, "user", "list", "--json").stdout)
    assert [(one["login"], bool(one["disabled_at"])) for one in listed] == [("second", True)]


def test_a_long_login_is_listed_whole(database: str) -> None:
    here = {**PLAIN, "DATABASE_URL": database, "COLUMNS": "60"}
    login = "a.very.long.login@of.the.secretariat.of.the.senate.parlam.kz"
    add = ("user", "add", login, "--role", "secretariat", "--chamber", "senate")
    assert chamber(here, *add).returncode == 0
    listed = chamber(here, "user", "list").stdout
    assert listed.count(login) == 2  # It is the name too.
    assert "secretariat" in listed


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    home = tmp_path_factory.mktemp("data")
    return {**PLAIN, "CHAMBER_DATA": str(home), "PORT": port, "WORKERS": "2"}


def chamber(
    environment: Environment, *words: str, say: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "chamber", *words],
        env=environment, input=say, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def migrated(environment: Environment) -> Environment:
    before = chamber(environment, "serve")
    assert before.returncode == 1
    assert "run `chamber migrate`" in before.stderr
    done = chamber(environment, "migrate")
    assert done.returncode == 0, done.stderr
    return environment


@pytest.fixture(scope="module")
def token(migrated: Environment) -> str:
    made = chamber(migrated, "user", "add", "clerk", "--role", "secretariat", "--chamber", "senate")
    assert "shown this once" in made.stdout, made.stderr
    issued = chamber(migrated, "user", "token", "clerk", "--label", "tests")
    return issued.stdout.split(": ")[1].strip()


@pytest.fixture
def served(migrated: Environment) -> Iterator[subprocess.Popen[str]]:
    server = subprocess.Popen(
        [sys.executable, "-m", "chamber", "serve"],
        env=migrated, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not answers(migrated, "/healthz"):
        assert time.monotonic() < until
        time.sleep(0.1)
    yield server
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGKILL)


def answers(environment: Environment, path: str, **headers: str) -> dict[str, Any] | None:
    try:
        answer = httpx.get(f"http://127.0.0.1:{environment['PORT']}{path}", headers=headers)
    except httpx.TransportError:
        return None
    told: dict[str, Any] = answer.json()
    return told | {"status code": answer.status_code}


@pytest.mark.timeout(180)
def test_the_house_is_served_and_ends_within_ten_seconds_of_being_asked(
    token: str, migrated: Environment, served: subprocess.Popen[str]
) -> None:
    ready = answers(migrated, "/readyz")
    assert ready == {"status": "ready", "status code": 200}
    me = answers(migrated, "/api/v1/sessions/me", Authorization=f"Bearer {token}")
    assert me is not None
    assert me["role"] == "secretariat"
    with socket.create_connection(("127.0.0.1", int(migrated["PORT"]))) as stuck:
        stuck.sendall(
            b"POST /api/v1/people HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Content-Length: 1000\r\n\r\n{"
        )
        time.sleep(0.3)
        os.killpg(served.pid, signal.SIGTERM)
        said, _ = served.communicate(timeout=60)  # It does not wait for the rest of the body.
    assert served.returncode == 0, said
    assert answers(migrated, "/healthz") is None
    assert not list(Path(migrated["CHAMBER_DATA"]).glob("pg*/postmaster.pid"))
    assert '"path": "/readyz"' in said
    assert token not in said
