"""The Senate appoints two members of the Central Election Commission, and not at the first try."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from chamber.appointments.acts import (
    Announcement,
    BallotOrder,
    CloseVote,
    Debate,
    DebateDemand,
    NewSubmission,
    OpenVote,
    Opinion,
    Question,
    Renewed,
    ResolutionDays,
)
from chamber.appointments.bodies import OFFICES, Body
from chamber.appointments.procedure import APPOINTMENTS
from chamber.demo.appointing import (
    Case,
    conclude,
    enter_person,
    resolution,
    submit,
    vote_by_ballots,
)
from chamber.demo.desk import occurred
from chamber.demo.founding import Founded
from chamber.demo.sittings import Gathering, convene, item, ordinary
from chamber.law.roles import Role
from chamber.law.text import Name, Words
from chamber.record.procedure import Done
from chamber.record.procedure.correcting import Correction
from chamber.record.sittings.acts import Decide
from chamber.record.votes.facts import Form, Method, Protocol, Totals

FEBRUARY, MARCH = date(2026, 2, 26), date(2026, 3, 12)  # The plenary sittings.
STARTS = date(2026, 3, 16)
CEC = OFFICES[Body.CEC].post
AS_MEMBER = (CEC.kk, CEC.ru)


async def tell_senate(here: Founded, names: Iterator[Name]) -> None:
    reports = [
        item("Су ресурстары туралы ақпарат", "О водных ресурсах (информация)"),
        item("Өңір мектептері туралы ақпарат", "О школах регионов (информация)"),
    ]
    await ordinary(here, date(2026, 2, 12), reports, absent=4)
    people = [next(names) for _ in range(3)]
    who = [await enter_person(here, date(2026, 2, 16), name) for name in people]
    case = await submit(
        here, date(2026, 2, 16), Body.CEC, who[:2], committee=here.committees[0],
        starts_on=STARTS, document="№ 12-1/31",
    )  # fmt: skip
    concluded = await conclude(
        case, date(2026, 2, 20),
        {1: Totals(in_favour=6, against=0), 2: Totals(in_favour=6, against=0)},
    )  # fmt: skip
    await put_right(case, concluded[2])
    await first_try(case, people)
    await submit_again(case, who[2])
    await conclude(case, date(2026, 3, 6), {3: Totals(in_favour=6, against=0)})
    await second_try(case, people[2])


async def put_right(case: Case, done: Done) -> None:
    """The clerk had typed six for none against; the minutes say five and one."""
    assert done.entry is not None, "what was done has its entry"
    act = done.entry.read()["data"]["act"]
    act["tally"] = {"for": 5, "against": 1, "abstained": 0}
    correction = Correction(
        on=date(2026, 2, 23), entry=done.entry.seq, act=act,
        reason="Хаттамаға сәйкес түзетілді. Исправлено по протоколу комитета.",
    )  # fmt: skip
    await case.here.clerks.correct(APPOINTMENTS, case.uid, correction)


async def first_try(case: Case, people: list[Name]) -> None:
    """Each deputy votes: one candidate is appointed, the other is not."""
    about = item("ОСК мүшелерін тағайындау", "О назначении членов ЦИК", case.uid)
    sitting = await convene(case.here, FEBRUARY, [about], absent=1, excused=1)
    for number, against in ((1, 3), (2, 24)):
        await case.do(Announcement(on=FEBRUARY, candidate=number, sitting=sitting.uid))
        asked = Question(
            on=FEBRUARY, candidate=number, sitting=sitting.uid, deputy=sitting.present[number + 9],
            text="Сайлау учаскелері қалай дайындалады? Как готовятся избирательные участки?",
        )  # fmt: skip
        await case.do(asked)
        await vote_by_ballots(case, number, sitting, against)
    await case.do(resolution(FEBRUARY, 1, people[0], post=AS_MEMBER))
    await case.do(
        resolution(
            FEBRUARY, 2, people[1], post=AS_MEMBER,
            reasons="Сайлау ісіндегі тәжірибе жеткіліксіз. Недостаточен опыт в избирательном деле.",
        )
    )  # fmt: skip
    await sitting.end(1)
    await told_by_the_minutes(case, sitting)
    for number in (1, 2):
        await publish(case, number, date(2026, 2, 27))


async def told_by_the_minutes(case: Case, sitting: Gathering) -> None:
    """What nobody entered at the sitting has occurred all the same."""
    opinion = Opinion(
        on=FEBRUARY, candidate=2, sitting=sitting.uid, deputy=sitting.present[20], stance="against"
    )
    await case.do(opinion, occurred("Протокол заседания Сената от 26 февраля 2026 года, с. 4"))


async def publish(case: Case, number: int, on: date) -> None:
    days = ResolutionDays(on=on, candidate=number, signed_on=on, published_on=on, sent_on=on)
    await case.do(days)


async def submit_again(case: Case, who: UUID) -> None:
    again = NewSubmission(
        on=date(2026, 3, 2), submitted_by=case.here.chair, document="№ 12-1/44",
        candidates=(Renewed(person=who, instead_of=2, starts_on=STARTS),),
    )  # fmt: skip
    await case.do(again)


async def second_try(case: Case, name: Name) -> None:
    """The Chamber orders a secret ballot, and elects those who count it."""
    about = [
        item("ОСК мүшесін тағайындау", "О назначении члена ЦИК", case.uid),
        item("Көктемгі су тасқыны туралы ақпарат", "О весенних паводках (информация)"),
    ]
    sitting = await convene(case.here, MARCH, about, absent=2, excused=1)
    where, deputy = sitting.uid, sitting.present[15]
    await case.do(Announcement(on=MARCH, candidate=3, sitting=where))
    await case.do(DebateDemand(on=MARCH, candidate=3, sitting=where, deputy=deputy))
    await case.do(Debate(on=MARCH, candidate=3, sitting=where))
    ordered = BallotOrder(
        on=MARCH, candidate=3, sitting=where, form=Form.SECRET, tally=sitting.show(against=6)
    )
    await case.do(ordered, role=Role.PRESIDING)
    await vote_in_secret(case, sitting)
    await case.do(resolution(MARCH, 3, name, post=AS_MEMBER))
    await sitting.end(1)
    await publish(case, 3, date(2026, 3, 13))


async def vote_in_secret(case: Case, sitting: Gathering) -> None:
    commission = sitting.present[5:8]
    elected = Decide(
        on=MARCH, item=1, commission=commission, tally=sitting.show(abstained=1),
        question=Words(kk="Санақ комиссиясын сайлау", ru="Избрание счетной комиссии"),
    )  # fmt: skip
    await sitting.do(elected)
    opening = OpenVote(
        on=MARCH, candidates=(3,), sitting=sitting.uid, form=Form.SECRET, method=Method.PROTOCOL
    )
    done = await case.do(opening, role=Role.PRESIDING)
    issued = len(sitting.present)
    counted = Protocol(
        commission=commission, on_roll=len(case.here.deputies), issued=issued, found=issued - 1,
        valid=issued - 2, invalid=1,
    )  # fmt: skip
    totals = Totals(in_favour=issued - 2 - 9, against=7, abstained=2)
    vote = (await case.facts(done)).rounds[-1].vote
    closing = CloseVote(on=MARCH, vote=vote, totals=totals, protocol=counted)
    await case.do(closing, role=Role.PRESIDING)
