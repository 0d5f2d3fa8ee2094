"""Ballots in bad weather, from the first to the last: on a copy of a town, in its own house."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.once.booth import Booth
from tests.once.pressing import Run, press
from tests.once.served import address_of, served
from tests.walk.ground import Place, database


async def pressed(
    server: str, place: Place, seed: str, ballots: int, told: Callable[[int], None]
) -> Run:
    with tempfile.TemporaryDirectory() as home:
        async with database(server, place.database) as engine:
            dsn = await address_of(engine, server)
            with served(dsn, Path(home) / "house.log") as port:
                booth = Booth(engine, place.town, port)
                await booth.seat()
                run = await press(booth, seed, ballots, told)
                await booth.leave()
    return run
