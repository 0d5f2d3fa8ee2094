"""Who stands at the door: a person with a session, a program with a token, or the public."""

from base64 import b64decode
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from litestar import Request
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.desk import ANYBODY, Clerk
from chamber.record.sessions import clerk_of_session, clerk_of_token
from chamber.web import refusals
from chamber.web.problems import Refused


@dataclass(frozen=True, slots=True)
class Cookie:
    """The cookie of a session. Behind https its name keeps other hosts from setting it."""

    secure: bool

    @property
    def name(self) -> str:
        return "__Host-chamber" if self.secure else "chamber"

    def header(self, token: str, seconds: int) -> str:
        secure = "; Secure" if self.secure else ""
        return f"{self.name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"


async def recognise(
    session: AsyncSession, request: Request[Any, Any, Any], cookie: Cookie, today: date
) -> Clerk:
    """Raises Refused for a token that is not known; a session that has ended is nobody's."""
    if shown := request.headers.get("authorization"):
        secret = token_in(shown, reads=request.method == "GET")
        clerk = await clerk_of_token(session, secret, today) if secret else None
        if clerk is None:
            raise Refused(refusals.NOT_LOGGED_IN)
        return clerk
    if token := request.cookies.get(cookie.name):
        return await clerk_of_session(session, token, today) or ANYBODY
    return ANYBODY


def token_in(shown: str, *, reads: bool) -> str:
    """A program's token. Calendar programs can only send it as a password, beside whatever name;
    as such it only reads, since a browser that was told a password sends it with any request."""
    scheme, _, secret = shown.partition(" ")
    match scheme.lower():
        case "bearer":
            return secret.strip()
        case "basic" if reads:
            with suppress(ValueError):
                _name, _, password = (
                    b64decode(secret.strip(), validate=True).decode().partition(":")
                )
                return password
    return ""


def shows_something(request: Request[Any, Any, Any], cookie: Cookie) -> bool:
    return "authorization" in request.headers or cookie.name in request.cookies
