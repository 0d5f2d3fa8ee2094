"""A minister reports to the Mazhilis, which takes note and appeals to the President."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from chamber.demo.appointing import enter_person
from chamber.demo.founding import Founded
from chamber.demo.sittings import Gathering, convene, item
from chamber.law.roles import Role
from chamber.law.text import Name, Texts
from chamber.record.bodies.acts import Body, BodyKind
from chamber.record.bodies.procedure import BODIES
from chamber.record.people.acts import BodyRole, Membership
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure import Done
from chamber.record.votes.facts import Method, Totals
from chamber.reports.acts import (
    About,
    Access,
    AppealSent,
    CloseVote,
    FormCommission,
    Initiative,
    Limits,
    NameRapporteur,
    Notification,
    OpenVote,
    Receipt,
    ReportAct,
    ResolutionDays,
    Resolve,
)
from chamber.reports.acts_heard import (
    Attendance,
    DebateClosed,
    OpeningWord,
    Opinion,
    Question,
    QuestionReceived,
    Reasons,
    Report,
)
from chamber.reports.procedure import REPORTS

FILED, DECIDED, TOLD = date(2026, 2, 11), date(2026, 2, 18), date(2026, 2, 20)
READ, HEARD, SENT = date(2026, 2, 26), date(2026, 3, 11), date(2026, 3, 13)
SIGNED = slice(10, 46)  # Their places among the deputies: three more than a third.
SUBJECT = "Ауыл мектептерінің қауіпсіздігі. Безопасность сельских школ."
FORMED = Name(
    kk="Министр есебін тыңдау жөніндегі комиссия", ru="Комиссия по отчету министра",
    latin="Commission on a minister's report",
)  # fmt: skip
LAWS = ("«Білім туралы» Заң, 44-бап / Закон «Об образовании», ст. 44",)
SAID: dict[About, Texts] = {
    "hear": Texts(kk="Министрдің есебі тыңдалсын.", ru="Заслушать отчет министра."),
    "take_note": Texts(kk="Есеп назарға алынсын.", ru="Принять отчет к сведению."),
    "appeal": Texts(
        kk="Республика Президентіне министрді босату туралы өтініш жасалсын.",
        ru="Обратиться к Президенту Республики об освобождении министра.",
    ),
}


@dataclass(frozen=True)
class Case:
    here: Founded
    uid: UUID
    initiators: Sequence[UUID]

    async def do(self, act: ReportAct, *, role: Role = Role.SECRETARIAT) -> Done:
        return await self.here.clerks.do(REPORTS, self.uid, act, role=role)

    async def decide(self, about: About, sitting: Gathering, hands: Totals, **more: Any) -> None:
        """The question is voted on by show of hands, and a resolution fixes the answer."""
        on, session = sitting.on, self.here.clerks.session
        opening = OpenVote(on=on, about=about, sitting=sitting.uid, method=Method.TOTALS)
        done = await self.do(opening, role=Role.PRESIDING)
        assert done.proceeding is not None, "an act that was let through has its proceeding"
        vote = (await REPORTS.load(session, done.proceeding.id)).rounds[-1].vote
        await self.do(CloseVote(on=on, vote=vote, totals=hands), role=Role.PRESIDING)
        await self.do(Resolve(on=on, about=about, text=SAID[about], **more))


async def tell_reports(here: Founded, names: Iterator[Name]) -> None:
    minister = await enter_person(here, FILED, next(names))
    initiators = here.deputies[SIGNED]
    initiative = Initiative(
        on=FILED, chamber=here.chamber, member=minister, subject=SUBJECT,
        office="Оқу-ағарту министрі / Министр просвещения", signatures=tuple(initiators),
    )  # fmt: skip
    case = Case(here, await here.clerks.open(REPORTS, initiative), initiators)
    await decide_to_hear(case)
    await notify(case)
    await hear(case)
    await case.do(AppealSent(on=SENT, document="№ 12-2/57-6"))


async def decide_to_hear(case: Case) -> None:
    about = item("Министрдің есебін тыңдау туралы", "О заслушивании отчета министра", case.uid)
    sitting = await convene(case.here, DECIDED, [about], absent=9)
    limits = Limits(rapporteur=10, report=30, questions=60)
    hands = sitting.show(against=12, abstained=3)
    await case.decide("hear", sitting, hands, heard_on=HEARD, limits=limits)
    commission = await form(case)
    there: dict[str, Any] = {"on": DECIDED, "sitting": sitting.uid, "tally": sitting.show()}
    await case.do(NameRapporteur(deputy=case.initiators[0], **there))
    await case.do(FormCommission(body=commission, **there))
    await sitting.end(1)


async def form(case: Case) -> UUID:
    """The special temporary commission, of three of the initiators."""
    clerks, plan = case.here.clerks, case.here.plan
    body = Body(
        on=DECIDED, chamber=case.here.chamber, body=BodyKind.COMMISSION, name=FORMED,
        convocation=plan.convocation,
    )  # fmt: skip
    commission = await clerks.open(BODIES, body)
    for place, deputy in enumerate(case.initiators[:3]):
        role = BodyRole.MEMBER if place else BodyRole.CHAIR
        await clerks.do(PEOPLE, deputy, Membership(on=DECIDED, body=commission, role=role))
    return commission


async def notify(case: Case) -> None:
    """In writing, of the decision and of the day; the receipt is proven."""
    written = Notification(
        on=TOLD, in_writing=True, states_decision=True, day=HEARD, document="№ 12-2/40"
    )
    await case.do(written)
    await case.do(Receipt(on=TOLD, notification=1, received_on=TOLD, proof="Қолхат / Расписка"))
    await case.do(Access(on=READ, granted=True, documents="Бастама / Инициатива, № 12-2/31"))


async def hear(case: Case) -> None:
    """From the opening word to both votes: the question that was received first comes first."""
    about = item("Министрдің есебі", "Отчет министра", case.uid)
    sitting = await convene(case.here, HEARD, [about], absent=4, excused=1)
    there: dict[str, Any] = {"on": HEARD, "sitting": sitting.uid}
    first, second = case.initiators[4:6]
    asked = "Сигнал беру жүйесі неге жоқ? Почему нет сигнализации?"
    await case.do(OpeningWord(**there), role=Role.PRESIDING)
    for act in (
        Attendance(came=True, **there),
        Reasons(speaker=case.initiators[0], **there),
        Report(minutes=27, **there),
        Question(deputy=first, text=asked, **there),
        Opinion(deputy=second, **there),
    ):
        await case.do(act)
    await case.do(DebateClosed(**there), role=Role.PRESIDING)
    await case.do(QuestionReceived(about="appeal", deputy=first, laws=LAWS, **there))
    await case.do(QuestionReceived(about="take_note", deputy=second, **there))
    await case.decide("appeal", sitting, sitting.show(against=15, abstained=6))
    await case.decide("take_note", sitting, sitting.show(against=30, abstained=4))
    await sitting.end(1)
    for fixed in ("appeal", "take_note"):
        days = {"signed_on": SENT, "published_on": SENT, "sent_on": SENT}
        await case.do(ResolutionDays.model_validate({"on": SENT, "about": fixed, **days}))
