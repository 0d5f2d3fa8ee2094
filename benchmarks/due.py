"""The list of deadlines as it is measured: its own statements, explained one by one."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from benchmarks.falling import TODAY, committee
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.record.deadlines.facts import What
from chamber.record.deadlines.listing import Wanted, page
from chamber.record.desk import Clerk
from chamber.record.engine import prepared
from chamber.record.rights import APP
from chamber.rooms import ROOMS

speak: Any = dialect  # It has no type.
MOST = 35  # Pages of the database that a list of 20 may touch.
MONDAY = TODAY - timedelta(days=TODAY.weekday())
WEEK = {"first": MONDAY, "last": MONDAY + timedelta(days=6)}
EIGHT = range(8)  # Places in each list.
ALL = """SELECT uid, chamber, what, listed_on, committees, hidden, done_on FROM deadline
         ORDER BY listed_on, proceeding_id, nth"""


def clerk(role: Role) -> Clerk:
    deputy = uuid4() if role is Role.DEPUTY else None
    return Clerk(uuid4(), "", role, chamber="mazhilis", deputy=deputy)


@dataclass(frozen=True)
class Fallen:
    """A list, and where in it one may look."""

    pool: asyncpg.Pool
    rows: list[asyncpg.Record]  # The nearest first.
    deep: dict[Wanted, list[UUID]] = field(default_factory=dict)
    chance: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311

    def anywhere(self, wanted: Wanted, deep: bool) -> Wanted:
        """The first page, or one from beyond the middle."""
        if not deep:
            return wanted
        if wanted not in self.deep:
            self.deep[wanted] = self.places(wanted)
        there = self.deep[wanted]
        return replace(wanted, after=self.chance.choice(there)) if there else wanted

    def places(self, wanted: Wanted) -> list[UUID]:
        there = [row["uid"] for row in self.rows if is_in(row, wanted)]
        middle = len(there) // 2
        if not there:
            return []
        return [self.chance.choice(there[middle : middle + len(there) // 4 + 1]) for _ in EIGHT]


def is_in(row: asyncpg.Record, wanted: Wanted) -> bool:
    """Whether everybody is told of it there."""
    day: date = row["listed_on"]
    is_open = row["done_on"] is None or row["done_on"] > wanted.today
    return (
        not row["hidden"]
        and is_open is wanted.open
        and wanted.chamber in (None, row["chamber"])
        and wanted.what in (None, row["what"])
        and (wanted.committee is None or wanted.committee in row["committees"])
        and (wanted.first is None or wanted.last is None or wanted.first <= day <= wanted.last)
    )


async def open_fallen(dsn: str) -> Fallen:
    pool = await prepared(dsn, connections=1, role=APP)
    return Fallen(pool, await pool.fetch(ALL))


def deadlines(asked: dict[str, Any], who: Clerk) -> Callable[..., Awaitable[Any]]:
    async def find(reads: Any, there: Fallen, deep: bool) -> Any:
        wanted = there.anywhere(Wanted(TODAY, **asked), deep)
        return await reads.fetch(*written(wanted, who))

    return find


@cache  # What is measured is the database, not the writing of a statement.
def written(wanted: Wanted, who: Clerk) -> tuple[Any, ...]:
    """The statement and its values, as they reach the database."""
    asked: Any = page(wanted, who, ROOMS)
    compiled = asked.compile(dialect=speak(), compile_kwargs={"render_postcompile": True})
    values = compiled.params
    return str(compiled), *(values[name] for name in compiled.positiontup or ())


ONE: UUID = committee(1)
FILTERS: dict[str, dict[str, Any]] = {
    "of a chamber": {"chamber": Chamber.SENATE},
    "of a committee": {"committee": ONE},
    "of a kind": {"what": What.NOTING},
    "in a week": WEEK,
    "done": {"open": False},
}
SECRETARIAT = clerk(Role.SECRETARIAT)
SHAPES = {
    " ".join(["deadlines", *names]) + ", 20": deadlines(
        {name: value for one in names for name, value in FILTERS[one].items()}, SECRETARIAT
    )
    for number in range(len(FILTERS) + 1)
    for names in combinations(FILTERS, number)
}
RARE = "releases of a chamber, 20"
SPARSE = {RARE, *(name for name in SHAPES if "in a week" in name)}
# What they see who know of fewer cases, or of more; and of what ends by itself.
OTHERS = {
    "deadlines as an office sees them, 20": deadlines({}, clerk(Role.OFFICE)),
    "deadlines as a deputy sees them, 20": deadlines({}, clerk(Role.DEPUTY)),
    "terms of office, 20": deadlines({"what": What.OFFICE}, SECRETARIAT),
    # Of a kind of which there is little, and of one of which there is nothing.
    RARE: deadlines({"what": What.RELEASE, "chamber": Chamber.SENATE}, SECRETARIAT),
    "repeat appeals, 20": deadlines({"what": What.REPEAT}, SECRETARIAT),
}
