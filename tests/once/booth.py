"""A Chamber that presses: its deputies and its clerk, each with a token, and matters to vote on."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from chamber.record.accounts import Account
from chamber.record.sessions import issue_token
from tests.once.stand import Stand
from tests.once.wire import Line
from tests.walk.town import Town

# What came of a vote: how it was counted, and which ballots lie in the box and in the count.
COUNTED = "SELECT closed_on, in_favour, against, abstained FROM vote WHERE uid = :vote"
IN_BOX = """SELECT p.uid, b.choice FROM ballot_box AS b JOIN vote AS v ON v.id = b.vote_id
    JOIN proceeding AS p ON p.id = b.person_id WHERE v.uid = :vote"""
IN_COUNT = """SELECT p.uid, b.choice FROM ballot AS b
    JOIN vote AS v ON v.id = b.vote_id AND v.edition = b.edition
    JOIN proceeding AS p ON p.id = b.person_id
    WHERE v.uid = :vote AND b.choice IN ('for', 'against', 'abstained')"""


@dataclass
class Deputy:
    uid: UUID
    token: str
    lines: tuple[Line, Line]


@dataclass
class Booth:
    engine: AsyncEngine
    town: Town
    port: int
    deputies: list[Deputy] = field(default_factory=list)
    clerk: str = ""
    sitting: UUID | None = None

    async def seat(self) -> None:
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            self.sitting = await self.stand(session).sitting()
            self.clerk = await token(session, Role.SECRETARIAT, None)
            for uid in self.town.deputies["mazhilis"]:
                shown = await token(session, Role.DEPUTY, uid)
                self.deputies.append(Deputy(uid, shown, (Line(self.port), Line(self.port))))
            await session.commit()

    def stand(self, session: AsyncSession) -> Stand:
        return Stand(session, self.town, 0)

    @property
    def day(self) -> date:
        return self.town.era.begins + timedelta(72)

    async def vote(self) -> tuple[UUID, UUID]:
        """A matter, and a vote on it that is open."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            here = self.stand(session)
            assert self.sitting is not None
            case = await here.report()
            vote = await here.vote("reports", case, self.sitting, about="hear", method="ballots")
            await session.commit()
        return case, vote

    async def came_to(self, vote: UUID) -> tuple[Any, dict[UUID, str], dict[UUID, str]]:
        async with AsyncSession(self.engine) as session:
            counted = (await session.execute(text(COUNTED), {"vote": vote})).one()
            box = (await session.execute(text(IN_BOX), {"vote": vote})).all()
            count = (await session.execute(text(IN_COUNT), {"vote": vote})).all()
        assert len(box) == len({who for who, _ in box}), "a ballot lies in the box twice"
        assert len(count) == len({who for who, _ in count}), "a ballot is counted twice"
        return counted, {who: one for who, one in box}, {who: one for who, one in count}

    async def leave(self) -> None:
        for deputy in self.deputies:
            for line in deputy.lines:
                await line.close()


async def token(session: AsyncSession, role: Role, deputy: UUID | None) -> str:
    account = Account(
        login=uuid4().hex, name="Somebody", password="", role=role, chamber="mazhilis",
        deputy=deputy,
    )  # fmt: skip
    session.add(account)
    await session.flush()
    return await issue_token(session, account, "tests")
