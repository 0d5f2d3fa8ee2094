"""Coming in and going out: a person logs in with a password, and carries a cookie from then on."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Request, Response, Router, delete, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody
from pydantic import StringConstraints

from chamber.law.act import Value
from chamber.record.desk import Clerk
from chamber.record.logins import account_of, count_try, forget_tries
from chamber.record.sessions import LASTS, begin_session, end_session
from chamber.web import refusals
from chamber.web.door import Door
from chamber.web.house import House
from chamber.web.problems import Refused
from chamber.web.telling import as_bytes

Short = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Login(Value):
    login: Short
    password: Short


@post("/", summary="Log in", status_code=201)
async def log_in(
    request: Request[Any, Any, Any], state: State, data: JSONBody[Login]
) -> Response[bytes]:
    """Begin a session of a person. The answer sets a cookie; programs use a token instead."""
    house: House = state.house
    address = request.client.host if request.client else "unknown"
    async with house.sessions.begin() as session:  # Kept whatever becomes of this try.
        await count_try(session, data.login, address)
    async with house.sessions.begin() as session:
        account = await account_of(session, data.login, data.password, house.today())
        if account is None:
            raise Refused(refusals.WRONG_PASSWORD)
        await forget_tries(session, data.login, address)
        if old := request.cookies.get(house.cookie.name):
            await end_session(session, old)
        token, until = await begin_session(session, account)
        told = as_bytes(who(account.clerk, until))
    cookie = house.cookie.header(token, int(LASTS.total_seconds()))
    headers = {"Set-Cookie": cookie, "Cache-Control": "no-store"}
    return Response(told, status_code=201, media_type="application/json", headers=headers)


@delete("/", summary="Log out", status_code=204)
async def log_out(request: Request[Any, Any, Any], state: State) -> Response[None]:
    """End the session whose cookie is shown."""
    house: House = state.house
    if token := request.cookies.get(house.cookie.name):
        async with house.sessions.begin() as session:
            await end_session(session, token)
    headers = {"Set-Cookie": house.cookie.header("", 0), "Cache-Control": "no-store"}
    return Response(None, status_code=204, headers=headers)


@get("/me", summary="Who you are")
async def me(door: NamedDependency[Door]) -> Response[bytes]:
    """Your account and its role."""
    if door.clerk.account is None:
        raise Refused(refusals.NOT_LOGGED_IN)
    return Response(as_bytes(who(door.clerk)), media_type="application/json")


def who(clerk: Clerk, until: datetime | None = None) -> dict[str, Any]:
    told = {
        "account": str(clerk.account),
        "name": clerk.name,
        "role": clerk.role.value,
        "chamber": clerk.chamber,
        "committee": clerk.committee and str(clerk.committee),
        "deputy": clerk.deputy and str(clerk.deputy),
    }
    return told | ({"expires_at": until.isoformat()} if until else {})


routes = [Router("/sessions", route_handlers=[log_in, log_out, me], tags=["sessions"])]
