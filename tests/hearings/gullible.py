"""The two lines behind which hidden hearings lie, each taken away: the checks, the policies."""

from typing import Any

import pytest
from sqlalchemy import text, true
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.sight import SEEN

# Every place at which the program asks whether somebody may know of something.
CHECKS = (
    "chamber.web.door.check_known",
    "chamber.hearings.api.check_known",
    "chamber.record.procedure.check_known",
    "chamber.record.procedure.reading.check_known",
)
ANSWERS = (
    "chamber.hearings.api.holds",
    "chamber.web.admitting.may_know",
    "chamber.record.procedure.known.may_know",
    "chamber.record.procedure.reading.may_know",
    "chamber.record.procedure.reading.has_sent",
)
CONDITIONS = (
    "chamber.hearings.rows.unseen.known_to",
    "chamber.record.deadlines.listing.known_to",
)


def believe_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No check in Python stands any more."""

    async def pass_by(*_: Any) -> None: ...

    async def yes(*_: Any) -> bool:
        return True

    for name in CHECKS:
        monkeypatch.setattr(name, pass_by)
    for name in ANSWERS:
        monkeypatch.setattr(name, (lambda *_: True) if name.endswith("holds") else yes)
    for name in CONDITIONS:
        monkeypatch.setattr(name, lambda *_: true())


async def show_all_rows(session: AsyncSession) -> None:
    """To the house's connections the database shows whatever they ask for."""
    for table in SEEN:
        await session.execute(text(f'ALTER POLICY desk ON "{table}" USING (true)'))
    await session.commit()
