"""A database is filled by COPY with an invented board: open hearings, as they were announced."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from benchmarks.filling import copy, opened
from benchmarks.invented import name, numbers, uid
from benchmarks.keeping import Filling
from chamber.hearings.board import Certified, Holder, Poster, State, Was
from chamber.hearings.words import Topic
from chamber.law.act import Sentence
from chamber.law.ruling import Verdict
from chamber.law.text import Words

TODAY = date(2026, 3, 2)
UPCOMING = 40  # One every other day.
PAST = timedelta(days=10_000)  # Over which the others were held.
BEFORE, AFTER = timedelta(days=14), timedelta(hours=3)  # When it was announced, and was over.
COMMITTEES = 12
FIRST_COMMITTEE, FIRST_HEARING = 1, 101
CHUNK = 5_000
TOPICS = (
    ("Су кодексінің қолданылуы туралы", "О применении Водного кодекса", "The Water Code in use"),
    ("Өңірлердегі білім беру туралы", "Об образовании в регионах", "Schooling in the regions"),
    ("Республикалық бюджет туралы", "О республиканском бюджете", "The budget of the Republic"),
    ("Ауыл медицинасы туралы", "О сельской медицине", "Medicine in villages"),
)
HERE = Words(kk="Парламент Мәжілісі, 1-зал", ru="Мажилис Парламента, зал № 1")
ELSEWHERE = Words(kk="Үкімет үйі, 2-зал", ru="Дом Правительства, зал № 2")
WHY = Words(kk="Сол күні жалпы отырыс болады", ru="В этот день состоится пленарное заседание")
IN_TIME = Sentence(
    kk="Хабарлама тыңдаудан 14 күн бұрын берілді: мерзім сақталған.",
    ru="Уведомление дано за 14 дней до слушаний: срок соблюден.",
    en="Notice was given 14 days before the hearing: in time.",
)
ANNOUNCED = ["id", "uid", "chamber", "state", "listed_at", "sequence", "first_at", "updated_at",
             "poster"]  # fmt: skip
ORGANISERS = ["body", *ANNOUNCED]
ANNOUNCEMENTS = ["serial", "hearing_id", "chamber", "organisers", "sequence", "first_at", "at",
                 "poster"]  # fmt: skip


class Board:
    """So many hearings, the one that starts last first; the same ones each time they are asked."""

    def __init__(self, size: int) -> None:
        self.size = size

    def starts_at(self, number: int) -> datetime:
        begin = datetime.combine(TODAY, time(5), UTC)
        if number < UPCOMING:
            return begin + timedelta(days=2 * (UPCOMING - number))
        return begin - (number - UPCOMING + 1) * PAST / self.size

    def changes(self) -> list[tuple[datetime, int, int]]:
        """When each hearing was announced, and then was over: moment, hearing, and sequence."""
        starts = [(self.starts_at(number), number) for number in range(self.size)]
        first = [(at - BEFORE, number, 0) for at, number in starts]
        over = [(at + AFTER, number, 1) for at, number in starts if number >= UPCOMING]
        return sorted(first + over)

    def standing(self, number: int) -> tuple[Any, ...]:
        starts_at, last = self.starts_at(number), int(number >= UPCOMING)
        poster = self.poster(number, last)
        updated_at = starts_at + AFTER if last else starts_at - BEFORE
        return (
            FIRST_HEARING + number, poster.id, poster.chamber, poster.state.value, starts_at,
            last, starts_at - BEFORE, updated_at, poster.model_dump(mode="json"),
        )  # fmt: skip

    def announcement(self, serial: int, change: tuple[datetime, int, int]) -> tuple[Any, ...]:
        at, number, sequence = change
        poster = self.poster(number, sequence)
        return (
            serial, FIRST_HEARING + number, poster.chamber, [one.id for one in poster.organisers],
            sequence, self.starts_at(number) - BEFORE, at, poster.model_dump(mode="json"),
        )  # fmt: skip

    def poster(self, number: int, sequence: int) -> Poster:
        chance = random.Random(number)  # noqa: S311 -- nothing is secret here
        starts_at = self.starts_at(number)
        kk, ru, en = chance.choice(TOPICS)
        state = chance.choices((State.HELD, State.CANCELLED, State.MOVED), (90, 6, 4))[0]
        now = state if sequence or state is State.MOVED else State.PLANNED
        moved = Was(
            starts_at=starts_at - timedelta(days=1), place=ELSEWHERE, reason=WHY,
            moved_on=(starts_at - BEFORE).date(),
        )  # fmt: skip
        return Poster(
            id=uid(chance), number=f"{chance.choice(('mazhilis', 'senate'))}/{number}",
            chamber=chance.choices(("mazhilis", "senate"), (3, 1))[0], state=now,
            topic=Topic(kk=f"{kk} {number}", ru=f"{ru} {number}", en=f"{en} {number}"),
            organisers=tuple(map(committee, chance.sample(range(COMMITTEES), 1 + number % 2))),
            starts_at=starts_at, place=HERE,
            moves=(moved,) if now is State.MOVED else (),
            cancelled_on=starts_at.date() if now is State.CANCELLED else None,
            cancelled_because=WHY if now is State.CANCELLED else None,
            notice=Certified(
                sent_at=starts_at - BEFORE, days_before=13, rule="A57-5.11",
                cite="Constitution, art. 57(5)", verdict=Verdict.VALID, sentence=IN_TIME,
            ),
            recommendations=True if now is State.HELD else None,
        )  # fmt: skip


def committee(number: int) -> Holder:
    chance = random.Random(57 + number)  # noqa: S311
    called = name(chance)
    return Holder(id=uid(chance), kk=called.kk, ru=called.ru, latin=called.latin)


async def fill(dsn: str, hearings: int) -> None:
    board, connection = Board(hearings), await opened(dsn)
    known = [(FIRST_COMMITTEE + n, committee(n).id, "bodies", f"b/{n}") for n in range(COMMITTEES)]
    for chunk in numbers(hearings, CHUNK):
        rows = [board.standing(number) for number in chunk]
        known += [(row[0], row[1], "hearings", f"h/{row[0]}") for row in rows]
        await copy(connection, "announced", ANNOUNCED, rows)
        held = [(UUID(one["id"]), *row) for row in rows for one in row[8]["organisers"]]
        await copy(connection, "announced_organiser", ORGANISERS, held)
    await copy(connection, "proceeding", ["id", "uid", "noun", "number"], known)
    changes = board.changes()
    for chunk in numbers(len(changes), CHUNK):
        rows = [board.announcement(serial + 1, changes[serial]) for serial in chunk]
        await copy(connection, "announcement", ANNOUNCEMENTS, rows)
    await connection.execute("VACUUM (ANALYZE)")
    await connection.close()


HEARINGS = Filling("hearings", fill, ("boarding.py", "invented.py"))
