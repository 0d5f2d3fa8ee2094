"""A case of each kind and a body of each form, for whoever asks at every door."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any
from uuid import uuid4

from polyfactory.factories.pydantic_factory import ModelFactory
from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.law.sent import Occurred, Sent
from chamber.record.desk import Clerk, Desk
from chamber.record.procedure import open_case
from chamber.rooms import ROOMS

DAY = date(2026, 3, 13)
WORDS = {"kk": "Сөз", "ru": "Слово"}
NAME = {**WORDS, "latin": "Word"}


async def real_cases(engine: AsyncEngine) -> dict[str, str]:
    """A case of each kind, of the Senate, opened by the first act that it takes."""
    clerk = Clerk(uuid4(), "A clerk", Role.SECRETARIAT, "senate")
    cases: dict[str, str] = {}
    async with AsyncSession(engine) as session, session.begin():
        desk = Desk(session=session, clerk=clerk, today=DAY, rooms=ROOMS)
        for noun, told in openings(cases):
            act = ROOMS[noun].acts.validate_python({"on": DAY, **told})
            sent = Sent(occurred=Occurred(source="minutes"))
            done = await open_case(ROOMS[noun], desk, act, sent)
            assert done.proceeding is not None
            cases[noun] = str(done.proceeding.uid)
    return cases


def openings(cases: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    senate = {"chamber": "senate"}
    yield "people", {"kind": "person", "name": NAME}
    yield "convocations", {"kind": "convocation", "number": 8, **senate}
    body = {"kind": "body", "body": "committee", "name": NAME, "convocation": 8, **senate}
    yield "bodies", body
    starts_at = "2026-03-13T10:00:00+05:00"
    yield "sittings", {
        "kind": "plan", "sitting": "plenary", "starts_at": starts_at, "place": "Астана", **senate,
    }  # fmt: skip
    yield "votes", {
        "kind": "recorded_vote", "convocation": 8, "question": WORDS,
        "sources": [{"name": "minutes"}], **senate,
    }  # fmt: skip
    yield "appointments", {
        "kind": "submission", "body": "cec", "document": "1", "submitted_by": cases["people"],
        "committee": cases["bodies"], "candidates": [{"person": cases["people"]}], **senate,
    }  # fmt: skip
    yield "reports", {
        "kind": "initiative", "member": cases["people"], "office": "Министр", "subject": "Бюджет",
        "signatures": [cases["people"]], **senate,
    }  # fmt: skip
    yield "immunity", {
        "kind": "submission", "deputy": cases["people"], "measures": [{"measure": "custody"}],
        **senate,
    }  # fmt: skip
    yield "mandates", {
        "kind": "matter", "deputy": cases["people"], "ground": "resigned", "happened_on": DAY,
        "set_off_by": "deputy", **senate,
    }  # fmt: skip
    yield "hearings", {
        "kind": "recorded", "topic": WORDS, "first_day": DAY, "sources": ["minutes"], **senate,
    }  # fmt: skip


@cache
def made(model: type[BaseModel]) -> Any:
    """Some body that has the right form; what it says is of no matter here."""
    factory = ModelFactory.create_factory(model, __random_seed__=57)
    for _ in range(200):
        try:
            told = factory.build().model_dump(mode="json")
            told |= {field: value for field, value in OURS.items() if field in told}
            model.model_validate_json(json.dumps(told), strict=True)
        except ValidationError:
            continue
        return told
    raise AssertionError(f"no body of {model.__name__} was found")


OURS = {"on": DAY.isoformat(), "chamber": "senate", "choice": "for", "official_number": None}
