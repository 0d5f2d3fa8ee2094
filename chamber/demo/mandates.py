"""A senator resigns: the Senate votes, a resolution ends the powers, and a seat is vacant."""

from datetime import date

from chamber.demo.founding import Founded
from chamber.demo.sittings import convene, item
from chamber.law.roles import Role
from chamber.law.text import Texts
from chamber.mandates.acts import CloseVote, Conclusion, Matter, OpenVote, ResolutionDays, Resolve
from chamber.mandates.procedure import MANDATES
from chamber.mandates.words import SetOffBy
from chamber.record.people.acts import Ground
from chamber.record.votes.facts import Method

SENATOR = 30  # His place among the senators: he leads nothing.
ASKED, CONCLUDED = date(2026, 3, 13), date(2026, 3, 19)
DECIDED, PUBLISHED = date(2026, 3, 26), date(2026, 3, 27)
ENDED = Texts(
    kk="Депутаттың өкілеттігі өз өтініші бойынша мерзімінен бұрын тоқтатылсын.",
    ru="Досрочно прекратить полномочия депутата по его заявлению.",
)


async def tell_mandates(here: Founded) -> None:
    clerks = here.clerks
    matter = Matter(
        on=ASKED, chamber=here.chamber, deputy=here.deputies[SENATOR], ground=Ground.RESIGNED,
        happened_on=ASKED, set_off_by=SetOffBy.DEPUTY, document="№ 12-1/57",
    )  # fmt: skip
    uid = await clerks.open(MANDATES, matter)
    await clerks.do(MANDATES, uid, Conclusion(on=CONCLUDED, favours=True, document="№ 14/251"))
    about = item("Депутаттың өкілеттігі туралы", "О полномочиях депутата", uid)
    sitting = await convene(here, DECIDED, [about], absent=3, excused=1)
    opening = OpenVote(on=DECIDED, sitting=sitting.uid, method=Method.TOTALS)
    done = await clerks.do(MANDATES, uid, opening, role=Role.PRESIDING)
    assert done.proceeding is not None, "an act that was let through has its proceeding"
    vote = (await MANDATES.load(clerks.session, done.proceeding.id)).rounds[-1].vote
    closing = CloseVote(on=DECIDED, vote=vote, totals=sitting.show(against=2, abstained=1))
    await clerks.do(MANDATES, uid, closing, role=Role.PRESIDING)
    await clerks.do(MANDATES, uid, Resolve(on=DECIDED, decision="end_powers", text=ENDED))
    clerks.told()  # Of what follows from it: the mandate ends in the senator's own record.
    await sitting.end(1)
    days = ResolutionDays(
        on=PUBLISHED, signed_on=DECIDED, published_on=PUBLISHED, sent_on=PUBLISHED
    )
    await clerks.do(MANDATES, uid, days)
