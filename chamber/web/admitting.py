"""Who may not do an act is told so before the act itself is read: a form is nobody else's business.

The desk asks the same once more, of the act as it was understood; what is seen here is only what
can be seen from outside: the kind of the act, the chamber, and in which manner it is sent.
"""

from functools import cache
from typing import Any
from uuid import UUID

from litestar import Request
from pydantic import TypeAdapter
from sqlalchemy import select

from chamber.law.act import Act
from chamber.law.roles import SECRETARIAT
from chamber.record.desk import Desk, NotAllowed
from chamber.record.procedure.known import may_know
from chamber.record.proceedings import Proceeding
from chamber.web.problem import body_of
from chamber.web.telling import act_classes, kind_of


async def check_admitted(desk: Desk, request: Request[Any, Any, Any]) -> None:
    """Raises NotAllowed. Of an act whose kind is not known nothing is said here."""
    clerk = desk.clerk
    field = request.route_handler.parsed_data_field
    body = None if field is None else body_of(request)  # A file is no JSON.
    if field is None or not isinstance(body, dict) or not isinstance(body.get("act"), dict):
        return
    told = body["act"]
    act = next((one for one in acts_in(field.annotation) if kind_of(one) == told.get("kind")), None)
    if act is None:
        return
    if clerk.role not in act.by:
        raise NotAllowed(act.by)
    chamber = await chamber_of(desk, request.path_params.get("uid")) or told.get("chamber")
    if chamber in ("senate", "mazhilis") and chamber != clerk.chamber:
        raise NotAllowed(act.by)
    if clerk.role not in SECRETARIAT and (body.get("despite") or body.get("occurred") is not None):
        raise NotAllowed(SECRETARIAT)


@cache
def acts_in(body: Any) -> tuple[type[Act], ...]:
    return tuple(act_classes(TypeAdapter(body).core_schema))


async def chamber_of(desk: Desk, uid: UUID | None) -> str | None:
    """Of a case that the clerk may know of; a hidden one is of none, like one that never was."""
    if uid is None:
        return None
    case = await desk.session.scalar(select(Proceeding).where(Proceeding.uid == uid))
    return case.chamber if case is not None and await may_know(desk, case) else None
