"""A small chamber for the tests of looking up: two factions, six deputies, and votes as needed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Sentence
from chamber.law.ruling import Answer, Ruling
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.tables import MandateRow, MembershipRow, NameRow, PersonRow
from chamber.record.proceedings import Proceeding
from chamber.record.votes.documents import prepare
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Ballot, Vote

BEGAN = date(2023, 3, 29)
NAMES = (
    ("Әлия Ахметова", "Алия Ахметова", "Aliya Akhmetova"),
    ("Болат Серіков", "Болат Сериков", "Bolat Serikov"),
    ("Ғани Өтеген", "Гани Отеген", "Gani Otegen"),
    ("Дина Қасым", "Дина Касым", "Dina Qasym"),
    ("Ерлан Ұзақ", "Ерлан Узак", "Yerlan Uzaq"),
    ("Жанар Һәкім", "Жанар Хаким", "Zhanar Hakim"),
)
F, A, S, N, X, E = Choice  # For, against, abstained, not voting, absent, excused.


@dataclass
class Filled:
    session: AsyncSession
    people: list[Proceeding] = field(default_factory=list)
    factions: list[Proceeding] = field(default_factory=list)

    async def case(self, noun: str, chamber: str | None = None) -> Proceeding:
        number = f"{noun}/{uuid4().hex[:8]}"
        case = Proceeding(uid=uuid4(), noun=noun, number=number, chamber=chamber, version=1)
        self.session.add(case)
        await self.session.flush()
        return case

    async def seat(self) -> "Filled":
        """The first four sit in the first faction, the fifth in the second, the sixth in none."""
        for kk in ("Бірінші", "Екінші"):
            case = await self.case("bodies", "mazhilis")
            self.factions.append(case)
            body = {"kk": kk, "ru": f"{kk} (ru)", "latin": kk, "convocation": 8}
            await self.add(
                BodyRow(id=case.id, chamber="mazhilis", kind="faction", starts_on=BEGAN, **body)
            )
        for number, (kk, ru, latin) in enumerate(NAMES):
            person = await self.case("people")
            self.people.append(person)
            await self.add(PersonRow(id=person.id))
            await self.add(
                NameRow(person_id=person.id, starts_on=BEGAN, kk=kk, ru=ru, latin=latin),
                MandateRow(
                    person_id=person.id, starts_on=BEGAN, chamber="mazhilis", convocation=8,
                    basis="list",
                ),
            )  # fmt: skip
            if number < 5:
                await self.join(person, self.factions[number // 4])
        return self

    async def join(self, person: Proceeding, faction: Proceeding) -> None:
        await self.add(
            MembershipRow(
                person_id=person.id, body_id=faction.id, starts_on=BEGAN, chamber="mazhilis",
                body_kind="faction", role="member",
            )
        )  # fmt: skip

    async def add(self, *rows: Any) -> None:
        self.session.add_all(rows)
        await self.session.flush()

    async def open_vote(self, on: date = date(2026, 3, 4), **more: Any) -> Vote:
        case = await self.case("appointments", "mazhilis")
        told = {
            "uid": uuid4(), "proceeding_id": case.id, "chamber": "mazhilis", "convocation": 8,
            "power": "57(1)", "rule": "A57-1.17", "question_kk": "Судьяны тағайындау туралы",
            "question_ru": "О назначении судьи", "form": "open", "method": "ballots", "number": 1,
            "opened_on": on, "seats": 98, "in_office": len(self.people),
            "electorate": [person.id for person in self.people], "edition": 1,
        } | more  # fmt: skip
        vote = Vote(**told)
        await self.add(vote)
        return vote

    async def closed_vote(
        self,
        choices: Sequence[Choice] = (F, F, F, F, A, X),
        on: date = date(2026, 3, 4),
        outcome: str = "adopted",
        **more: Any,
    ) -> Vote:
        vote = await self.open_vote(on, **more)
        await self.close(vote, choices, outcome)
        return vote

    async def close(self, vote: Vote, choices: Sequence[Choice], outcome: str) -> None:
        vote.closed_on, vote.outcome = vote.opened_on, outcome
        if choices:
            vote.in_favour, vote.against, vote.abstained = (choices.count(c) for c in (F, A, S))
            vote.present = sum(choice not in (X, E) for choice in choices)
        told = ruling(vote.in_favour or 0, outcome)
        vote.ruling, vote.verdict = told.model_dump(mode="json"), told.verdict
        await self.session.flush()
        await self.add(
            *(
                Ballot(
                    vote_id=vote.id, edition=vote.edition, person_id=person.id,
                    voted_on=vote.opened_on, choice=choice,
                )
                for person, choice in zip(self.people, choices, strict=False)
            )
        )  # fmt: skip
        await prepare(self.session, vote)

    async def correct(
        self, vote: Vote, choices: Sequence[Choice], outcome: str = "adopted", **more: Any
    ) -> None:
        """A new edition of a vote, as a correction makes it."""
        vote.edition += 1
        for name, value in more.items():
            setattr(vote, name, value)
        await self.close(vote, choices, outcome)

    def uid(self, number: int) -> UUID:
        return self.people[number].uid


def ruling(count: int, outcome: str) -> Ruling:
    """Six deputies are no majority of 98: what is told as adopted needed no more than it got."""
    needed = min(count, 50) if outcome == "adopted" else 50
    adopted = count >= needed
    return Ruling(
        rule="A57-1.17", cite="Constitution, art. 57(1)", edition=BEGAN, base="seats", total=98,
        needed=needed, count=count, adopted=adopted,
        readings=(Answer(name="Q-04 A", total=98, needed=needed, adopted=adopted),),
        sentence=Sentence(kk="Шешім", ru="Решение", en="Decision"),
    )  # fmt: skip
