"""The list of hearings as it is measured: its own statements, explained one by one."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import combinations
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from benchmarks.boarding import PAST, TODAY
from benchmarks.places import as_public
from chamber.hearings.board import State
from chamber.hearings.rows.listing import Change, Wanted, page
from chamber.law.seats import Chamber
from chamber.record.engine import prepared
from chamber.record.rights import PATH

speak: Any = dialect  # It has no type.
MOST = 35  # Pages of the database that a list of 20 may touch.
BEGAN = TODAY - PAST * 9 // 10  # After the first of them.
LONG_AGO = Change(datetime(1990, 1, 1, tzinfo=UTC))
MIDDLE = "SELECT uid, updated_at, listed_at FROM announced ORDER BY listed_at DESC, id DESC"


@dataclass(frozen=True)
class Hung:
    """A board, and where on it one may look."""

    pool: asyncpg.Pool
    hearings: list[tuple[UUID, datetime]]  # The latest first, with its last change.
    committee: UUID
    chance: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311

    def anywhere(self, wanted: Wanted, deep: bool) -> Wanted:
        """The first page, or one from beyond the middle."""
        if not deep:
            return wanted
        middle = len(self.hearings) // 2 + self.chance.randrange(len(self.hearings) // 4)
        uid, changed_at = self.hearings[middle]
        if wanted.since is not None:
            return replace(wanted, since=Change(changed_at, uid))
        return replace(wanted, after=uid)


async def open_hung(dsn: str) -> Hung:
    pool = await prepared(as_public(dsn), connections=1, path=PATH)
    rows = await pool.fetch(MIDDLE)
    committee = await pool.fetchval("SELECT body FROM announced_organiser ORDER BY body LIMIT 1")
    return Hung(pool, [(row["uid"], row["updated_at"]) for row in rows], committee)


def hearings(asked: dict[str, Any]) -> Callable[..., Awaitable[Any]]:
    async def find(reads: Any, there: Hung, deep: bool) -> Any:
        known: dict[str, Any] = {
            name: there.committee if name == "committee" else asked[name] for name in asked
        }
        return await reads.fetch(*written(there.anywhere(Wanted(**known), deep)))

    return find


def written(wanted: Wanted) -> tuple[Any, ...]:
    """The statement and its values, as they reach the database."""
    compiled = page(wanted).compile(dialect=speak(), compile_kwargs={"render_postcompile": True})
    values = compiled.params
    return str(compiled), *(values[name] for name in compiled.positiontup or ())


FILTERS: dict[str, dict[str, Any]] = {
    "of a chamber": {"chamber": Chamber.SENATE},
    "of a committee": {"committee": None},  # One of those on the board.
    "in a state": {"state": State.CANCELLED},
    "between days": {"first": BEGAN, "last": TODAY},
    "by change": {"since": LONG_AGO},
}
SHAPES = {
    " ".join(["hearings", *names]) + ", 20": hearings(
        {name: value for one in names for name, value in FILTERS[one].items()}
    )
    for number in (0, 1, 2)
    for names in combinations(FILTERS, number)
}
