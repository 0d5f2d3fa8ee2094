"""A sealer that runs beside what is measured, as it does beside a house that is served."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.places import ROOT


@contextmanager
def sealing(dsn: str) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as home, (ROOT / ".bench" / "seal.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "chamber", "seal"], cwd=ROOT, stdout=log, stderr=log,
            env={**os.environ, "DATABASE_URL": dsn, "CHAMBER_DATA": home},
        )  # fmt: skip
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)
