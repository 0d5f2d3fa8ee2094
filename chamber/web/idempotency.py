"""Sent twice, done once: the answer is kept with the act, under the sender's own key."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from litestar import Response
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.idempotency import Answered, answered
from chamber.web import refusals
from chamber.web.problems import Refused

KEY = re.compile(r"[!-~]{1,200}")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    etag: str | None = None
    location: str | None = None


def key_in(header: str | None) -> str:
    if header is None or not KEY.fullmatch(header):
        raise Refused(refusals.NO_KEY)
    return header


async def kept_answer(
    session: AsyncSession,
    account: UUID,
    key: str,
    request: bytes,
    work: Callable[[], Awaitable[Answer]],
) -> Answer:
    """The answer given before to this very request, or the one that `work` gives now."""
    before = await answered(session, account, key, request)
    if before is not None:
        return Answer(before.status, before.body, before.etag, before.location)
    answer = await work()
    session.add(
        Answered(
            account=account, key=key, request=request, status=answer.status, body=answer.body,
            etag=answer.etag, location=answer.location,
        )
    )  # fmt: skip
    await session.flush()
    return answer


def respond(answer: Answer) -> Response[bytes]:
    found = {"ETag": answer.etag, "Location": answer.location}
    headers = {name: value for name, value in found.items() if value}
    return Response(
        answer.body, status_code=answer.status, media_type="application/json", headers=headers
    )
