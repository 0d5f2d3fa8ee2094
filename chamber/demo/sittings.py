"""How a sitting of the demonstration goes: planned, registered, opened, held, and closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from chamber.demo.founding import Founded
from chamber.law.act import Act
from chamber.law.terms import ASTANA
from chamber.law.text import Words
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    Close,
    Decide,
    ItemClosed,
    ItemOpened,
    KeepMinutes,
    Open,
    Plan,
    Register,
    Speak,
)
from chamber.record.sittings.facts import AgendaItem, Genre, Kind
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Totals

PLACE = "Астана, Парламент"
TAKEN_NOTE = Words(kk="Ақпарат ескерілсін", ru="Принять информацию к сведению")


@dataclass(frozen=True)
class Gathering:
    """A sitting that is being held, with those who came to it."""

    here: Founded
    uid: UUID
    on: date
    present: tuple[UUID, ...]

    async def do(self, *acts: Act) -> None:
        await self.here.clerks.tell_more(SITTINGS, self.uid, acts)

    def show(self, *, against: int = 0, abstained: int = 0) -> Totals:
        """A show of hands, in which everybody takes part."""
        for_it = len(self.present) - against - abstained
        return Totals(in_favour=for_it, against=against, abstained=abstained)

    async def end(self, *items: int) -> None:
        """Close the sitting, after the item that is open."""
        await self.do(
            *(ItemClosed(on=self.on, item=item) for item in items),
            Close(on=self.on),
            KeepMinutes(on=self.on, source=f"Хаттама / Протокол, {self.on:%d.%m.%Y}"),
        )


def item(kk: str, ru: str, proceeding: UUID | None = None) -> AgendaItem:
    return AgendaItem(title=Words(kk=kk, ru=ru), proceeding=proceeding)


def planned(here: Founded, on: date, body: UUID | None = None, kind: Kind = Kind.PLENARY) -> Plan:
    starts_at = datetime.combine(on, time(10), ASTANA)
    days_before = 2 if body else 7
    return Plan(
        on=on - timedelta(days=days_before), chamber=here.chamber, starts_at=starts_at, place=PLACE,
        sitting=kind, body=body,
    )  # fmt: skip


async def convene(
    here: Founded,
    on: date,
    items: Sequence[AgendaItem],
    *,
    body: UUID | None = None,
    kind: Kind = Kind.PLENARY,
    absent: int = 0,
    excused: int = 0,
) -> Gathering:
    """A sitting with its first item open. The last of its members are those who did not come."""
    seated = tuple(here.seated(body))
    present = seated[: len(seated) - absent - excused]
    away = seated[len(present) : len(present) + excused]
    plan = planned(here, on, body, kind)
    published = Agenda(on=plan.on + timedelta(days=1), items=tuple(items))
    begun = [
        plan, published, Register(on=on, present=present, excused=away), Open(on=on),
        AgendaAdopted(on=on, version=1, tally=Totals(in_favour=len(present), against=0)),
        ItemOpened(on=on, item=1),
    ]  # fmt: skip
    uid = await here.clerks.tell(SITTINGS, begun)
    return Gathering(here, uid, on, present)


async def ordinary(here: Founded, on: date, items: Sequence[AgendaItem], *, absent: int) -> None:
    """A sitting that hears reports, and takes note of them."""
    sitting = await convene(here, on, items, absent=absent, excused=1)
    for number in range(1, len(items) + 1):
        # A different deputy speaks each time.
        speaker = sitting.present[(on.day + number) % len(sitting.present)]
        said: list[Act] = [] if number == 1 else [ItemOpened(on=on, item=number)]
        said += [
            Speak(on=on, item=number, guest="Баяндамашы / Докладчик", speech=Genre.REPORT),
            Speak(on=on, item=number, speaker=speaker, speech=Genre.QUESTION),
            Decide(
                on=on, question=TAKEN_NOTE, item=number,
                tally=sitting.show(against=number, abstained=1),
            ),
        ]  # fmt: skip
        if number < len(items):
            said.append(ItemClosed(on=on, item=number))
        await sitting.do(*said)
    await sitting.end(len(items))
