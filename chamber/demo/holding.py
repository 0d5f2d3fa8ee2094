"""How a hearing of the demonstration goes: announced, held, followed by letters and a report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from chamber.demo.desk import HERE
from chamber.demo.founding import Founded
from chamber.demo.season import Held, Planned
from chamber.hearings.acts import (
    AddMaterial,
    Begin,
    Complete,
    Dispatch,
    End,
    HandOver,
    HearingAct,
    KeepMinutes,
    Notice,
    Publish,
    Recommend,
    Register,
)
from chamber.hearings.facts import Hearing as Facts
from chamber.hearings.procedure import HEARINGS
from chamber.hearings.words import Addressee, Product, Reader
from chamber.law.roles import Role
from chamber.law.sent import Sent
from chamber.law.text import Texts
from chamber.record.files import keep
from chamber.record.proceedings import find

CHANNELS = ("Баспасөз қызметінің сайты / Сайт пресс-службы", "«Қазақпарат» / Казинформ")
LETTERS = {
    Addressee.DEPUTIES: "Палаталардың барлық депутаттары / Все депутаты Палат",
    Addressee.STATE_BODIES: "Мүдделі министрліктер / Заинтересованные министерства",
    Addressee.ASSOCIATIONS: "Қоғамдық бірлестіктер / Общественные объединения",
}
RECOMMENDED = Texts(
    kk="Үкіметке: жыл соңына дейін шаралар жоспарын бекіту ұсынылады.",
    ru="Рекомендовать Правительству утвердить план мер до конца года.",
)


@dataclass(frozen=True)
class Hearing:
    here: Founded
    plan: Planned
    uid: UUID

    @property
    def organisers(self) -> list[UUID]:
        return [self.here.committees[place] for place in self.plan.organisers]

    async def do(self, *acts: HearingAct, sent: Sent = HERE) -> None:
        for act in acts:
            await self.here.clerks.do(HEARINGS, self.uid, act, sent)

    async def facts(self) -> Facts:
        session = self.here.clerks.session
        return await HEARINGS.load(session, (await find(session, HEARINGS.noun, self.uid)).id)


async def tell_media(case: Hearing, at: datetime) -> None:
    """By two channels: the topic, the time and the place."""
    now, topic = await case.facts(), case.plan.topic
    assert now.starts_at is not None, "the Bureau has decided on the time"
    text = f"{topic.kk}. {topic.ru}. {now.place}, {case.plan.chamber}"
    for minutes, channel in enumerate(CHANNELS):
        notice = Notice(
            on=at.date(), sent_at=at + timedelta(minutes=minutes), channel=channel, text=text,
            topic=topic.kk, starts_at=now.starts_at, place=now.place,
        )  # fmt: skip
        await case.do(notice)


async def hold(case: Hearing, held: Held, other: Founded) -> None:
    plan, members = case.plan, case.here.members[case.organisers[0]]
    assert plan.starts_at is not None, "what is held had its time"
    on = plan.starts_at.date()
    # Members of the committee first; then others, but none of them twice.
    there = [*members, *(who for who in case.here.deputies if who not in members)]
    now = await case.facts()
    await case.do(Begin(on=on, chair=members[0]), sent=Sent(despite=plan.despite))
    present = Register(
        on=on, deputies=tuple(there[: held.deputies]), other_chamber=tuple(other.deputies[5:7]),
        guests=now.invited[0].guests,
    )  # fmt: skip
    put = Recommend(on=on, text=RECOMMENDED, tally=held.tally)
    minutes = KeepMinutes(on=on, source=f"Хаттама / Протокол, {on:%d.%m.%Y}")
    await case.do(present, put, End(on=on), minutes)
    await follow_up(case, held, on + timedelta(days=3))


async def follow_up(case: Hearing, held: Held, on: date) -> None:
    if held.material is not None:
        await hand_out(case, held.material, on)
    for number, to in enumerate(held.dispatched, start=1):
        await case.do(Dispatch(on=on, to=to, addressee=LETTERS[to], document=f"№ 12-{number}"))
    if held.published_on is not None:
        where = "Парламенттің ресми сайты / Официальный сайт Парламента"
        for what in Product:
            await case.do(Publish(on=held.published_on, what=what, where=where))
    if held.completed_on is not None:
        await case.do(Complete(on=held.completed_on))


async def hand_out(case: Hearing, material: str, on: date) -> None:
    """A paper of a closed hearing is kept with it, and shown to one who may see it."""
    clerks = case.here.clerks
    account = clerks.clerks[Role.SECRETARIAT].account
    assert account is not None, "the demonstration's clerks have accounts"
    sha256 = await keep(clerks.session, material.encode(), "text/plain; charset=utf-8", account)
    sent = Sent(files=(sha256,))
    await case.do(AddMaterial(on=on, title="Анықтама / Справка"), sent=sent)
    shown = HandOver(on=on, to=Reader.GOVERNMENT, name="Үкіметтің Парламенттегі өкілі")
    await case.do(shown)
