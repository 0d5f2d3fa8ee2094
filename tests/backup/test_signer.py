"""The signer and the backup: the key is in none, and no record that went back gets a signature."""

import asyncio
import shutil
import signal
from pathlib import Path

import asyncpg
import pytest

from chamber.embedded.server import embedded_server
from chamber.seal.signer import KEY
from tests.backup.house import House
from tests.backup.test_drill import brought_back, destroyed_under_load

pytestmark = pytest.mark.timeout(300)
WENT_BACK = "the record is not being sealed: the database went back"


async def sealed_on(into: Path, seal: Path) -> tuple[bool, str]:
    """Whether the restored record is sealed to its end by the signer that was kept elsewhere."""
    shutil.copytree(seal, into / "seal")
    sealer = House(into, "").begin("seal")
    with embedded_server(into) as server:
        connection = await asyncpg.connect(server.dsn("chamber"))
        for _ in range(100):
            left = await connection.fetchval("SELECT count(*) FROM unsealed")
            if not left:
                break
            await asyncio.sleep(0.1)
        await connection.close()
        await asyncio.sleep(3)
        sealer.send_signal(signal.SIGTERM)
        said, _ = sealer.communicate(timeout=20)
    return not left, said


async def test_the_whole_record_brought_back_is_signed_on(house: House, place: Path) -> None:
    folder, seal = place / "backup", place / "seal"
    await destroyed_under_load(house, folder, "--synchronous", saving=seal)
    [key] = seal.glob(f"*/{KEY}")
    secret = key.read_bytes().splitlines()[1]
    assert not [
        path for path in folder.rglob("*") if path.is_file() and secret in path.read_bytes()
    ]

    await brought_back(house, folder, place / "again")
    whole, said = await sealed_on(place / "again", seal)
    assert whole
    assert WENT_BACK not in said


async def test_a_record_that_went_back_behind_what_was_signed_is_not_signed_on(
    house: House, place: Path
) -> None:
    folder, seal = place / "backup", place / "seal"
    acknowledged, _, went_on = await destroyed_under_load(house, folder, saving=seal)
    assert went_on
    kept = await brought_back(house, folder, place / "again")
    assert set(acknowledged) - kept

    _, said = await sealed_on(place / "again", seal)
    assert WENT_BACK in said
