"""A control: the house, but each ballot is acknowledged as it comes, and kept afterwards."""

import asyncio
from functools import partial
from typing import Any

from granian import Granian
from granian.constants import Interfaces

from chamber.record.engine import connect_engine
from chamber.settings import Settings, settings
from chamber.web.app import create_app

ACKNOWLEDGED: Any = {
    "type": "http.response.start",
    "status": 201,
    "headers": [(b"content-type", b"application/json"), (b"content-length", b"2")],
}

MOMENT = 0.05  # Seconds.


class Hasty:
    def __init__(self, house: Any) -> None:
        self.house = house
        self.later: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not scope["path"].endswith("/ballots"):
            await self.house(scope, receive, send)
            return
        heard = await receive()
        await send(ACKNOWLEDGED)
        await send({"type": "http.response.body", "body": b"{}"})
        kept = asyncio.create_task(self.keep(scope, heard))
        self.later.add(kept)
        kept.add_done_callback(self.later.discard)

    async def keep(self, scope: Any, heard: Any) -> None:
        await asyncio.sleep(MOMENT)
        await self.house(scope, again(heard), unheard)


def again(heard: Any) -> Any:
    async def receive() -> Any:
        return heard

    return receive


async def unheard(message: Any) -> None:
    pass


def application(here: Settings) -> Hasty:
    return Hasty(create_app(here, connect_engine(str(here.database_url))))


def main() -> None:
    here = settings()
    server = Granian(
        "faults", address=here.host, port=here.port, interface=Interfaces.ASGI,
        workers=here.workers, respawn_failed_workers=True, websockets=False,
    )  # fmt: skip
    server.serve(target_loader=partial(application, here), wrap_loader=False)


if __name__ == "__main__":
    main()
