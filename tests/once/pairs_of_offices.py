"""Races about appointments and convocations: the last office, the first session."""

from typing import Any
from uuid import UUID

from sqlalchemy import text

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.stand import DESPITE, TEXTS, Stand

Two = tuple[Move, Move]


async def committee(here: Stand) -> UUID:
    if "committee" not in here.shared:
        here.shared["committee"] = here.town.commissions[here.chamber][3]
        told: dict[str, Any] = {
            "chamber": here.chamber,
            "post": "chair",
            "on": here.town.era.begins,
        }
        await here.do("people", here.deputies[0], "post", **told)
    return here.shared["committee"]


async def voted_for(here: Stand, plenary: UUID, meeting: UUID, who: UUID) -> UUID:
    """An appointment to the Central Election Commission that the Chamber has voted for."""
    case = await here.opened(
        "appointments", "submission", chamber=here.chamber, body="cec", document="№ 1",
        candidates=[{"person": who}], submitted_by=here.deputies[0],
        committee=await committee(here),
    )  # fmt: skip
    recommended = {"recommends": True, "tally": {"for": 2, "against": 0}, "text": "Ұсынылды"}
    await here.do("appointments", case, "conclusion", DESPITE, candidates=[1], sitting=meeting,
                  **recommended)  # fmt: skip
    await here.do("appointments", case, "announcement", candidate=1, sitting=plenary)
    await here.voted("appointments", case, plenary, candidates=[1])
    return case


async def hall(here: Stand) -> tuple[UUID, UUID]:
    body, there = await committee(here), here.deputies[1:3]
    meeting = await here.sitting(3, there, sitting="committee", body=body)
    return await here.sitting(), meeting


def appoints(here: Stand, case: UUID) -> Move:
    told = {"candidates": [1], "decision": "appoint", "text": TEXTS}
    return here.move("appointments", case, "resolution", **told)


@pair("resolution/resolution on the last office", "a Chamber fills two offices", side_by_side=1)
async def last_office(here: Stand) -> Two:
    plenary, meeting = await hall(here)
    first, *others = here.town.ministers
    before = await voted_for(here, plenary, meeting, first)
    await here.do("appointments", before, "resolution", candidates=[1], decision="appoint",
                  text=TEXTS)  # fmt: skip
    one, other = [await voted_for(here, plenary, meeting, who) for who in others]
    return appoints(here, one), appoints(here, other)


@pair(
    "resolution/resolution on a candidate",
    "a candidate is appointed once",
    alone=True,
    side_by_side=1,
)
async def one_candidate(here: Stand) -> Two:
    plenary, meeting = await hall(here)
    case = await voted_for(here, plenary, meeting, here.town.ministers[0])
    return appoints(here, case), appoints(here, case)


@pair("announcement/open_vote", "a candidate is announced before the vote")
async def announced(here: Stand) -> Two:
    plenary, meeting = await hall(here)
    case = await here.opened(
        "appointments", "submission", chamber=here.chamber, body="cec", document="№ 1",
        candidates=[{"person": here.town.ministers[0]}], submitted_by=here.deputies[0],
        committee=await committee(here),
    )  # fmt: skip
    recommended = {"recommends": True, "tally": {"for": 2, "against": 0}, "text": "Ұсынылды"}
    await here.do("appointments", case, "conclusion", DESPITE, candidates=[1], sitting=meeting,
                  **recommended)  # fmt: skip
    return (
        here.move("appointments", case, "announcement", candidate=1, sitting=plenary),
        here.move("appointments", case, "open_vote", candidates=[1], sitting=plenary,
                  method="totals"),
    )  # fmt: skip


async def convocation(here: Stand) -> UUID:
    query = "SELECT uid FROM proceeding WHERE noun = 'convocations' AND chamber = :chamber"
    found: UUID = (await here.session.execute(text(query), {"chamber": here.chamber})).scalar_one()
    return found


@pair("session/session", "a Chamber holds one session at a time", alone=True, side_by_side=1)
async def one_session(here: Stand) -> Two:
    uid = await convocation(here)
    told = {"number": 1, "session": "regular"}
    return (here.move("convocations", uid, "session", **told),) * 2


@pair("convocation/convocation", "one convocation follows another", alone=True, side_by_side=1)
async def next_convocation(here: Stand) -> Two:
    uid = await convocation(here)
    await here.do("convocations", uid, "convocation_ended")
    told = {"chamber": here.chamber, "number": here.town.era.convocation + 1}
    return (here.move("convocations", None, "convocation", **told),) * 2
