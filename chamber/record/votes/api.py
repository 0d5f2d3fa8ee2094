"""Casting a ballot over HTTP. The vote and the deputy are its key: sent twice, it is cast once."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.params import FromPath, JSONBody

from chamber.law.act import Value
from chamber.law.roles import SECRETARIAT, Role
from chamber.record.desk import NotAllowed
from chamber.record.proceedings import Unknown
from chamber.record.votes.box import Pressed
from chamber.record.votes.casting import Came
from chamber.record.votes.facts import CAST, Choice
from chamber.web import refusals
from chamber.web.fields import one_field
from chamber.web.house import House
from chamber.web.problem import Problem, saying
from chamber.web.problems import Refused

VOTERS = SECRETARIAT | {Role.DEPUTY}
REFUSALS = {
    Came.OTHER: Problem(
        409,
        "ballot-was-another",
        saying(
            "Бұл депутаттың дауысы қабылданған, ол өзгертілмейді.",
            "Голос этого депутата уже принят, и он не меняется.",
            "This deputy's ballot has been cast already, and the first one stands.",
        ),
    ),
    Came.CLOSED: Problem(
        409,
        "vote-is-closed",
        saying("Дауыс беру аяқталды.", "Голосование завершено.", "The vote is closed."),
    ),
    Came.NOT_BY_BALLOTS: Problem(
        409,
        "not-by-ballots",
        saying(
            "Бұл дауыс беруде әр депутаттың дауысы жүйеде қабылданбайды.",
            "В этом голосовании голоса депутатов не принимаются через систему.",
            "In this vote the deputies do not cast their ballots here.",
        ),
    ),
    Came.NOT_ELECTOR: Problem(
        403,
        "not-an-elector",
        saying(
            "Дауыс беру басталғанда бұл депутаттың өкілеттігі болмаған.",
            "На момент начала голосования этот депутат не имел полномочий.",
            "This deputy was not in office when the vote opened.",
        ),
    ),
}


class BallotSent(Value):
    """A ballot. The secretariat names the deputy whose ballot it is; a deputy need not."""

    choice: Choice
    deputy: UUID | None = None


@post("/votes/{uid:uuid}/ballots", summary="Cast a ballot")
async def cast_ballot(
    uid: FromPath[UUID], data: JSONBody[BallotSent], request: Request[Any, Any, Any], state: State
) -> Response[bytes]:
    """201 when it is cast, 200 when the same ballot was cast before; the first one stands."""
    if data.choice not in CAST:
        raise Refused(one_field("#/choice", "is not for, against or abstained"))
    house: House = state.house
    shown, cookie = what_is_shown(request, house.cookie.name)
    ballot = Pressed(shown, cookie, uid, data.deputy, data.choice)
    found = await state.box.cast(ballot)
    if found is None:
        raise Refused(refusals.NOT_LOGGED_IN)
    role, came = found
    check(role, came, data)
    status = 201 if came is Came.CAST else 200
    return Response(ballot.acknowledged(), status_code=status, media_type="application/json")


def what_is_shown(request: Request[Any, Any, Any], cookie: str) -> tuple[str, bool]:
    """A program's token, or else a person's session, which stands in a cookie."""
    if header := request.headers.get("authorization"):
        scheme, _, token = header.partition(" ")
        return (token.strip() if scheme.lower() == "bearer" else ""), False
    return request.cookies.get(cookie, ""), True


def check(role: Role, came: Came, sent: BallotSent) -> None:
    match came:
        case Came.CAST | Came.SAME:
            return
        case Came.UNKNOWN:
            raise Unknown
        case Came.NOT_ALLOWED if role in SECRETARIAT and sent.deputy is None:
            raise Refused(one_field("#/deputy", "is missing: whose ballot is it?"))
        case Came.NOT_ALLOWED:
            raise NotAllowed(VOTERS)
        case _:
            raise Refused(REFUSALS[came])


routes = [cast_ballot]
