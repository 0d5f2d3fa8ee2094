"""The house takes its leave: it says so, answers whoever still comes, and keeps no connection.

Whoever shares out requests among houses is told at `/readyz`, while all else is answered as ever;
each answer ends its connection, so that nobody's next request meets a closed door in mid-sentence.
"""

from collections.abc import Callable
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from chamber.web.problem import Problem, saying
from chamber.web.refusing import refuse

READY = "/readyz"
LEAVING = Problem(
    503,
    "leaving",
    saying(
        "Бұл сервер тоқтап жатыр.",
        "Этот сервер завершает работу.",
        "This server is ending.",
    ),
    headers={"Retry-After": "5"},
)


class Leaving:
    """The same house, for as long as `leaves` does not say otherwise."""

    def __init__(self, house: ASGIApp, leaves: Callable[[], bool]) -> None:
        self.house, self.leaves = house, leaves

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.house(scope, receive, send)
            return

        async def send_and_close(message: Any) -> None:
            # It may have begun to leave since the request came in.
            if message["type"] == "http.response.start" and self.leaves():
                message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        if scope["path"] == READY and self.leaves():
            await refuse(LEAVING, scope, send_and_close)
        else:
            await self.house(scope, receive, send_and_close)
