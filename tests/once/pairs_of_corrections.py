"""Races with a correction: what it puts right, others may rest on at that very moment."""

from typing import Any
from uuid import UUID

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.stand import FEW, QUORUM, TEXTS, Stand

Two = tuple[Move, Move]
LOST = {"for": 20, "against": 70}
VOTE = 6  # The entry by which the vote of a matter of immunity was closed.


def as_sent(act: dict[str, Any]) -> dict[str, Any]:
    """As it comes in a request."""
    return {
        name: [str(one) for one in told] if isinstance(told, list) else
        told if isinstance(told, dict) else str(told)
        for name, told in act.items()
    }  # fmt: skip


def lost(here: Stand, vote: UUID, **totals: int) -> dict[str, Any]:
    return as_sent(here.act("close_vote", vote=vote) | {"totals": LOST | totals})


@pair("correction/correction", "one entry is put right in two ways")
async def two_ways(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention")
    vote = await here.voted("immunity", case, sitting, measure="detention")
    return (
        here.mend("immunity", case, VOTE, lost(here, vote)),
        here.mend("immunity", case, VOTE, lost(here, vote, against=60)),
    )


@pair("correction/taken away", "one entry is put right, and taken away")
async def away(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention")
    vote = await here.voted("immunity", case, sitting, measure="detention")
    return (
        here.mend("immunity", case, VOTE, lost(here, vote)),
        here.mend("immunity", case, VOTE, None),
    )


@pair("resolution/correction", "a resolution rests on a vote that adopted it")
async def vote_put_right(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.measures("detention")
    vote = await here.voted("immunity", case, sitting, measure="detention")
    told = {"measure": "detention", "decision": "consent", "text": TEXTS}
    return (
        here.move("immunity", case, "resolution", **told),
        here.mend("immunity", case, VOTE, lost(here, vote)),
    )


async def smaller(here: Stand, sitting: UUID) -> Move:
    """The register of a sitting comes to name one deputy less than a quorum."""
    there = here.deputies[: QUORUM - 1]
    register = as_sent(here.act("register") | {"present": there})
    return here.mend("sittings", sitting, 2, register)


@pair("open_vote/correction of the register", "a vote that is opened rests on who is registered")
async def register_put_right(here: Stand) -> Two:
    sitting, case = await here.sitting(present=here.deputies[:QUORUM]), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    return here.move("reports", case, "open_vote", **told), await smaller(here, sitting)


@pair("close_vote/correction of the register", "a count rests on who is registered")
async def counted_on(here: Stand) -> Two:
    sitting, case = await here.sitting(present=here.deputies[:QUORUM]), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear")
    closing = here.move("reports", case, "close_vote", vote=vote, totals={"for": 60, "against": 2})
    return closing, await smaller(here, sitting)


@pair("correction of a vote/correction of its register", "two corrections reach one vote")
async def both_reach(here: Stand) -> Two:
    sitting, case = await here.sitting(present=here.deputies[:QUORUM]), await here.report()
    vote = await here.vote("reports", case, sitting, about="hear")
    few = {"for": 60, "against": 2}
    await here.do("reports", case, "close_vote", vote=vote, totals=few)
    closed = as_sent(here.act("close_vote", vote=vote) | {"totals": {"for": 30, "against": 32}})
    return here.mend("reports", case, 3, closed), await smaller(here, sitting)


@pair(
    "open_vote/correction of a mandate",
    "who was no deputy any more is no elector",
    side_by_side=FEW,
)
async def mandate_put_right(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.report()
    told = {"about": "hear", "sitting": sitting, "method": "totals"}
    era = here.town.era
    basis = era.bases[here.chamber][1 if (len(here.deputies) - 1 - here.number) % 10 == 9 else 0]
    begun = {
        "kind": "mandate", "on": era.convoked.isoformat(), "chamber": here.chamber,
        "convocation": era.convocation, "basis": basis, "until": here.day.isoformat(),
        "ground": "died",
    }  # fmt: skip
    opens = here.move("reports", case, "open_vote", **told)
    return opens, here.mend("people", here.last, 2, begun)


@pair(
    "resolution that ends a mandate/correction of its vote",
    "a mandate ends by an adopted vote",
    side_by_side=FEW,
)
async def end_put_right(here: Stand) -> Two:
    sitting, case = await here.sitting(), await here.resigned(here.last)
    vote = await here.voted("mandates", case, sitting)
    ends = here.move("mandates", case, "resolution", decision="end_powers", text=TEXTS)
    return ends, here.mend("mandates", case, 4, lost(here, vote))
