"""Races within a matter and between matters: signatures, resolutions, what they bring about."""

from typing import Any
from uuid import UUID

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.stand import FEW, HANDS, TEXTS, Stand

Two = tuple[Move, Move]
LIMITS = {"rapporteur": 10, "report": 30, "questions": 40}


@pair("withdrawal/open_vote", "below a third of signatures an initiative is not put to the vote")
async def one_signature_less(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    withdrawn = here.move("reports", case, "withdrawal", deputy=here.deputies[0])
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    return withdrawn, here.move("reports", case, "open_vote", **told)


@pair("withdrawal/withdrawal", "two signatures are withdrawn, of which one is too many")
async def two_signatures_less(here: Stand) -> Two:
    case = await here.report(signed=34)
    first, second = here.deputies[:2]
    return (
        here.move("reports", case, "withdrawal", deputy=first),
        here.move("reports", case, "withdrawal", deputy=second),
    )


@pair("withdrawal/rapporteur", "the rapporteur is one of the initiators")
async def rapporteur_withdraws(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report(signed=40)
    await decided(here, case, sitting)
    who = here.deputies[0]
    named = here.move("reports", case, "rapporteur", deputy=who, sitting=sitting, tally=HANDS)
    return here.move("reports", case, "withdrawal", deputy=who), named


async def decided(here: Stand, case: UUID, sitting: UUID) -> None:
    """It is decided to hear the report."""
    await here.voted("reports", case, sitting, about="hear")
    told: dict[str, Any] = {"about": "hear", "text": TEXTS, "limits": LIMITS}
    told |= {"heard_on": here.day}
    await here.do("reports", case, "resolution", **told)


@pair("initiative/initiative", "two cases are opened, and numbered, at once")
async def two_initiatives(here: Stand) -> Two:
    told = {
        "chamber": here.chamber, "member": here.town.ministers[0], "office": "Министр",
        "subject": "Жолдар", "signatures": here.deputies[:33],
    }  # fmt: skip
    return (here.move("reports", None, "initiative", **told),) * 2


@pair("resolution/resolution", "a question is resolved once", alone=True)
async def two_resolutions(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention")
    await here.voted("immunity", case, sitting, measure="detention")
    told = {"measure": "detention", "decision": "consent", "text": TEXTS}
    return (here.move("immunity", case, "resolution", **told),) * 2


@pair("resolution/resolution elsewhere", "each resolution of a convocation has its own number")
async def two_numbers(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention")
    other = await here.report()
    await here.voted("immunity", case, sitting, measure="detention")
    await here.voted("reports", other, sitting, about="hear")
    told = {"measure": "detention", "decision": "consent", "text": TEXTS}
    hear = {"about": "hear", "text": TEXTS, "heard_on": here.day}
    return (
        here.move("immunity", case, "resolution", **told),
        here.move("reports", other, "resolution", limits=LIMITS, **hear),
    )


@pair(
    "resolution that ends a mandate/open_vote",
    "who is out of office is no elector",
    side_by_side=FEW,
)
async def out_of_office(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.resigned(here.last)
    await here.voted("mandates", case, sitting)
    other = await here.report()
    ends = here.move("mandates", case, "resolution", decision="end_powers", text=TEXTS)
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    return ends, here.move("reports", other, "open_vote", **told)


@pair("resolution that ends a mandate/mandate_end", "a mandate ends once", side_by_side=FEW)
async def ended_twice(here: Stand) -> Two:
    who = here.last
    sitting, case = await here.sitting(), await here.resigned(who)
    await here.voted("mandates", case, sitting)
    ends = here.move("mandates", case, "resolution", decision="end_powers", text=TEXTS)
    died = here.move("people", who, "mandate_end", chamber=here.chamber, ground="died")
    return ends, died


@pair("two resolutions that end one mandate", "a mandate ends once", side_by_side=FEW)
async def ended_by_both(here: Stand) -> Two:
    who, sitting, ends = here.last, await here.sitting(), []
    for _ in range(2):
        case = await here.resigned(who)
        await here.voted("mandates", case, sitting)
        told = {"decision": "end_powers", "text": TEXTS}
        ends.append(here.move("mandates", case, "resolution", **told))
    return ends[0], ends[1]
