"""The calculators of the law, open to all: the same questions and answers as `chamber law`."""

from collections.abc import Callable, Mapping
from typing import Any

from litestar import Request, Response, Router, get

from chamber.law.asking import BadQuestion
from chamber.law.asking_rules import ask_decide, ask_rules
from chamber.law.asking_terms import ask_days, ask_term
from chamber.web.telling import as_bytes

Question = Callable[[Mapping[str, str]], Any]
Asked = Request[Any, Any, Any]

# What may be asked, for the page of the interface; the answers themselves know it best.
ARGUMENTS = {
    "/law/rules": ("chamber", "on"),
    "/law/decide": (
        "rule", "chamber", "on", "for", "against", "abstain",
        "present", "in_office", "registered", "members", "taking_part",
    ),
    "/law/term": ("rule", "from", "event", "conclusion", "act_on", "chamber"),
    "/law/days": ("start", "unit", "amount", "convention", "roll"),
}  # fmt: skip


@get("/rules", summary="The rules in force on a day")
async def rules(request: Asked) -> Response[bytes]:
    """Every rule in force that day for a chamber: its share, base, term, and where it stands."""
    return answer(ask_rules, request)


@get("/decide", summary="Whether a count is enough")
async def decide(request: Asked) -> Response[bytes]:
    """What the rule of that day says of the numbers, on every reading of the law that counts."""
    return answer(ask_decide, request)


@get("/term", summary="When a time limit of the law ends")
async def term(request: Asked) -> Response[bytes]:
    """The last or the earliest day, on every reading of the law that counts."""
    return answer(ask_term, request)


@get("/days", summary="Counting days")
async def days(request: Asked) -> Response[bytes]:
    """The day on which a length of time ends, and every day that was counted or skipped."""
    return answer(ask_days, request)


def answer(ask: Question, request: Asked) -> Response[bytes]:
    given = list(request.query_params.multi_items())
    raw = dict(given)
    if len(raw) < len(given):
        raise BadQuestion("arguments", "one argument is given twice")
    return Response(as_bytes(ask(raw)), media_type="application/json")


routes = [Router("/law", route_handlers=[rules, decide, term, days], tags=["law"])]
