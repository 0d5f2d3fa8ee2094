"""What the README tells to type is typed, against a demonstration that is really served."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
# One follows the other in one shell.
SECTIONS = (
    "## Appoint three judges with curl",
    "## Announce a hearing with curl",
    "## Decide on a submission, and vote again, with curl",
)
PATIENCE_SECONDS = 180  # For all of it on a busy machine; on a quiet one it is ten.

pytestmark = pytest.mark.timeout(2 * PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `chamber demo`, as `make run` starts it, with data and a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    named = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    here = {"CHAMBER_DATA": str(tmp_path_factory.mktemp("data")), "PORT": str(port)}
    said = tmp_path_factory.mktemp("said") / "output"
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "chamber", "demo"], cwd=ROOT, env=named | here, stdout=output,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server, said)
        yield address
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(60)


def wait_for(address: str, server: "subprocess.Popen[bytes]", said: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None, said.read_text()
        try:
            # It listens only when all is done: the first answer is a good one.
            assert httpx.get(f"{address}/readyz").status_code == 200
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"it does not listen:\n{said.read_text()}")


def typed() -> str:
    """The commands of the sections, as one shell would get them."""
    whole = (ROOT / "README.md").read_text(encoding="utf-8")
    sections = [whole.partition(f"{title}\n")[2].partition("\n## ")[0] for title in SECTIONS]
    return "\n".join(re.findall(r"```sh\n(.*?)```", "\n".join(sections), re.DOTALL))


@pytest.fixture(scope="module")
def replayed(served: str) -> str:
    """What the commands print."""
    shell = shutil.which("bash") or "sh"
    if shutil.which("curl") is None:
        pytest.skip("there is no curl on this machine")
    # No variable, no pipe and no command may fail unseen.
    strictly = [shell, "-euo", "pipefail", "-c", typed()]
    done = subprocess.run(  # noqa: S603 -- the README's own text
        strictly, env=os.environ | {"CHAMBER": served}, capture_output=True, text=True,
        timeout=PATIENCE_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_three_judges_are_appointed_by_three_numbered_resolutions(
    served: str, replayed: str
) -> None:
    asked = {"body": "constitutional_court", "chamber": "mazhilis"}
    (case,) = httpx.get(f"{served}/api/v1/appointments", params=asked).json()["items"]
    told = httpx.get(f"{served}/api/v1/appointments/{case['id']}").json()

    numbered = [(one["number"], one["subject"], one["decision"]) for one in told["resolutions"]]
    # The demonstration has three resolutions of the Mazhilis: on the report of a minister.
    assert numbered == [(4, 1, "appoint"), (5, 2, "appoint"), (6, 3, "appoint")]
    assert all(one["text"]["kk"] and one["text"]["ru"] for one in told["resolutions"])
    for entry in told["entries"]:
        ruling = entry["ruling"]
        assert ruling["cite"]
        assert set(ruling["sentence"]) == {"kk", "ru", "en"}
    closed = [one["ruling"] for one in told["entries"] if one["kind"] == "close_vote"]
    numbers = [(one["rule"], one["total"], one["needed"], one["count"]) for one in closed]
    assert numbers == [("A57-1.17", 98, 50, 80 + number) for number in (1, 2, 3)]


def test_a_vote_on_all_three_at_once_is_refused(replayed: str) -> None:
    refused = "Each candidate is voted on separately: this list names 3.\n(409: not done)"
    assert refused in replayed


def test_each_command_says_what_the_readme_promises(replayed: str) -> None:
    assert "There is a quorum: 93 deputies are present" in replayed
    assert "81 of 98, needed 50. Шешім қабылданды" in replayed
    assert "[(4, 1), (5, 2), (6, 3)]" in replayed
    assert '"last_day":"2034-04-14"' in replayed  # Eight years from 15 April 2026.
    assert replayed.count("О назначении на должность судьи") == 3


def test_the_shell_of_the_readme_only_picks_with_python() -> None:
    assert typed().count("python3") == 1


def test_a_hearing_is_refused_on_a_plenary_day_and_announced_for_the_next_lawful_one(
    replayed: str,
) -> None:
    refused = (
        "No hearing is held on this day: a plenary sitting is set for it."
        " The next day for the hearing is 9 April 2026.\n(409: not done)"
    )
    assert refused in replayed
    assert "'planned', '2026-04-09T10:00:00+05:00'" in replayed
    assert "SUMMARY" in replayed


def test_what_is_due_is_listed_and_done_once_each_measure_is_decided(replayed: str) -> None:
    assert "2026-04-07 safe immunity:" in replayed
    assert "['criminal_liability', 'house_arrest']" in replayed
    assert "[('consideration', 'done')]" in replayed


def test_a_vote_is_repeated_by_a_decision_and_every_round_is_listed(replayed: str) -> None:
    refused = (
        "to vote again the Chamber needs a decision of its own, by a majority of those present."
    )
    assert f"{refused}\n(409: not done)" in replayed
    rounds = "[(1, 40, 'not_adopted'), (2, 52, 'adopted'), (1, 49, 'not_adopted')]"
    assert rounds in replayed
