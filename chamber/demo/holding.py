"""How a hearing of the demonstration goes: announced, held, followed by letters and a report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from chamber.demo.founding import Founded
from chamber.demo.season import HEARINGS_TOLD, Held, Planned
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
from chamber.hearings.procedure import HEARINGS
from chamber.hearings.words import Addressee, Product, Reader
from chamber.law.roles import Role
from chamber.law.seats import Chamber
from chamber.law.sent import Sent
from chamber.law.text import Texts, Words
from chamber.record.files import keep

PLACES = {
    Chamber.SENATE: Words(kk="Астана, Сенат, кіші зал", ru="Астана, Сенат, малый зал"),
    Chamber.MAZHILIS: Words(kk="Астана, Мәжіліс, 1014-зал", ru="Астана, Мажилис, зал 1014"),
}
SITE = Words(kk="Парламенттің ресми сайты", ru="Официальный сайт Парламента")
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

    async def do(self, *acts: HearingAct) -> None:
        await self.here.clerks.tell_more(HEARINGS, self.uid, acts)

    async def do_so(self, act: HearingAct, sent: Sent) -> None:
        """Despite a defect, or with files."""
        await self.here.clerks.do(HEARINGS, self.uid, act, sent)


def notices(case: Hearing, at: datetime, starts_at: datetime) -> list[Notice]:
    """The media are told by two channels: of the topic, the time and the place."""
    topic, place = case.plan.topic, PLACES[case.plan.chamber]
    return [
        Notice(
            on=at.date(), sent_at=at + timedelta(minutes=minutes), channel=channel,
            text=f"{topic.kk}. {place.kk}. {topic.ru}. {place.ru}", topic=topic.kk,
            starts_at=starts_at, place=place.kk,
        )
        for minutes, channel in enumerate(CHANNELS)
    ]  # fmt: skip


async def hold(case: Hearing, held: Held, other: Founded) -> None:
    plan, members = case.plan, case.here.members[case.organisers[0]]
    assert plan.starts_at is not None, "what is held had its time"
    on = plan.starts_at.date()
    # Members of the committee first; then others, but none of them twice.
    there = [*members, *(who for who in case.here.deputies if who not in members)]
    begin = Begin(on=on, chair=members[0])
    if plan.despite is not None:
        await case.do_so(begin, Sent(despite=plan.despite))
    present = Register(
        on=on, deputies=tuple(there[: held.deputies]), other_chamber=tuple(other.deputies[5:7]),
        guests=HEARINGS_TOLD.guests,
    )  # fmt: skip
    put = Recommend(on=on, text=RECOMMENDED, tally=held.tally)
    minutes = KeepMinutes(on=on, source=f"Хаттама / Протокол, {on:%d.%m.%Y}")
    begun: list[HearingAct] = [] if plan.despite is not None else [begin]
    await case.do(*begun, present, put, End(on=on), minutes)
    await follow_up(case, held, on + timedelta(days=3))


async def follow_up(case: Hearing, held: Held, on: date) -> None:
    if held.material is not None:
        await hand_out(case, held.material, on)
    later: list[HearingAct] = [
        Dispatch(on=on, to=to, addressee=LETTERS[to], document=f"№ 12-{number}")
        for number, to in enumerate(held.dispatched, start=1)
    ]
    if held.published_on is not None:
        later += [Publish(on=held.published_on, what=what, where=SITE) for what in Product]
    if held.completed_on is not None:
        later.append(Complete(on=held.completed_on))
    if later:
        await case.do(*later)


async def hand_out(case: Hearing, material: str, on: date) -> None:
    """A paper of a closed hearing is kept with it, and shown to one who may see it."""
    clerks = case.here.clerks
    account = clerks.clerks[Role.SECRETARIAT].account
    assert account is not None, "the demonstration's clerks have accounts"
    sha256 = await keep(clerks.session, material.encode(), "text/plain; charset=utf-8", account)
    sent = Sent(files=(sha256,))
    await case.do_so(AddMaterial(on=on, title="Анықтама / Справка"), sent)
    shown = HandOver(on=on, to=Reader.GOVERNMENT, name="Үкіметтің Парламенттегі өкілі")
    await case.do(shown)
