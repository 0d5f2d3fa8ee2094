"""What the second verifier says of a bundle."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from tests.seal.building import Act, Record, build
from tools.verify_bundle import main


def faults(folder: str | Path, *options: str | Path) -> list[str]:
    """The faults it tells; the status and the last line must say the same."""
    out = StringIO()
    with redirect_stdout(out):
        status = main([str(folder), *map(str, options)])
    *told, last = out.getvalue().splitlines()
    assert status == (1 if told else 0)
    assert last.startswith(f"FAULTS: {len(told)}" if told else "OK: ")
    return told


def good(folder: Path) -> Record:
    """Two cases open and one closed, two registers (leaves 3 and 6), checkpoints at 0, 3 and 7."""
    acts: list[Act] = [
        ("appointments/1", "proposed", {"name": "Әбенов Асқар"}, True),
        ("hearings/2", "proposed", {"text": 'closed "for ever"'}, False),
        ("appointments/1", "voted", {"for": 50, "against": [1, None, True]}, True),
        ("appointments/3", "proposed", {}, True),
        ("hearings/2", "opened", {}, False),
    ]
    return build(folder, acts, registers=[3], sizes=[0, 3])
