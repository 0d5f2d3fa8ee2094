"""The Mazhilis is in the middle of an appointment to the Supreme Audit Chamber."""

from collections.abc import Iterator
from datetime import date

from chamber.appointments.acts import Announcement, Question
from chamber.appointments.bodies import Body
from chamber.demo.appointing import conclude, enter_person, submit
from chamber.demo.founding import Founded
from chamber.demo.sittings import convene, item, ordinary, planned
from chamber.law.sent import Sent
from chamber.law.text import Name
from chamber.record.sittings.acts import Agenda
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.votes.facts import Totals

SUBMITTED, HEARD, MARCH = date(2026, 3, 10), date(2026, 3, 13), date(2026, 3, 18)
FINANCE = 0  # The committee's place in the plan; its staff have the committee's account.
LATER = (
    "Ұсыну ауызша айтылды, жазбаша нұсқасы кейін келді. Письменное представление поступило позже."
)
COMING = date(2026, 4, 8)
FOR_THE_COURT = 3


async def tell_mazhilis(here: Founded, names: Iterator[Name]) -> None:
    reports = [
        item("Жылу маусымы туралы ақпарат", "Об отопительном сезоне (информация)"),
        item("Орман өрттері туралы ақпарат", "О лесных пожарах (информация)"),
        item("Ауыл жолдары туралы ақпарат", "О сельских дорогах (информация)"),
    ]
    await ordinary(here, date(2026, 2, 25), reports[:2], absent=8)
    await ordinary(here, date(2026, 3, 4), reports[2:], absent=11)
    await audit_chamber(here, names)
    for _ in range(FOR_THE_COURT):
        # The Chamber's three seats on the Constitutional Court are free: the README fills them.
        await enter_person(here, date(2026, 3, 26), next(names))
    plan = planned(here, COMING)
    published = Agenda(on=plan.on, items=(item("Су кодексі", "О Водном кодексе"),))
    await here.clerks.tell(SITTINGS, [plan, published])


async def audit_chamber(here: Founded, names: Iterator[Name]) -> None:
    """Both candidates were heard in the committee; the Chamber has heard of one of them."""
    people = [await enter_person(here, SUBMITTED, next(names)) for _ in range(2)]
    case = await submit(
        here, SUBMITTED, Body.AUDIT_CHAMBER, people, committee=here.committees[FINANCE],
        starts_on=date(2026, 4, 15), document=None, sent=Sent(despite=LATER),
    )  # fmt: skip
    await conclude(
        case, HEARD,
        {1: Totals(in_favour=12, against=0), 2: Totals(in_favour=9, against=2, abstained=1)},
    )  # fmt: skip
    about = item("ЖАП мүшелерін тағайындау", "О назначении членов ВАП", case.uid)
    sitting = await convene(here, MARCH, [about], absent=6, excused=2)
    await case.do(Announcement(on=MARCH, candidate=1, sitting=sitting.uid))
    asked = Question(
        on=MARCH, candidate=1, sitting=sitting.uid, deputy=sitting.present[40],
        text="Аудит нәтижелері қайда жарияланады? Где публикуются итоги аудита?",
    )  # fmt: skip
    await case.do(asked)
    await sitting.end(1)
