"""Races about who sits in a body, while it decides."""

from uuid import UUID

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.pairs_of_hearings import bodies, proposed
from tests.once.stand import DESPITE, FEW, Stand

Two = tuple[Move, Move]
BUREAU, COMMITTEE = 1, 11  # The first of their eight members among the deputies.


def member(here: Stand, first: int) -> UUID:
    """One of the body, in each race another one."""
    return here.deputies[first + 7 - here.number]


async def deciding(here: Stand) -> tuple[UUID, Move]:
    """The sitting of the Bureau, and its decision on a hearing."""
    case, told = await proposed(here)
    sitting = told["sitting"]
    assert isinstance(sitting, UUID)
    few = {"for": 5, "against": 0}
    return sitting, here.move("hearings", case, "decision", **told | {"tally": few})


@pair("decision/leave of a member", "a decision rests on who is at the Bureau's sitting")
async def leaves_the_bureau(here: Stand) -> Two:
    sitting, decision = await deciding(here)
    return decision, here.move("sittings", sitting, "leave", people=[here.deputies[BUREAU + 7]])


@pair("decision/membership_end", "a decision rests on who is in the Bureau", side_by_side=FEW)
async def is_in_the_bureau(here: Stand) -> Two:
    _, decision = await deciding(here)
    told = {"body": here.shared["bureau"]}
    return decision, here.move("people", member(here, BUREAU), "membership_end", **told)


async def concluding(here: Stand) -> tuple[UUID, Move]:
    """The sitting of the committee in charge, and its conclusion on a candidate."""
    committee = (await bodies(here))["committee"]
    if here.number == 0:
        began = here.town.era.begins
        await here.do(
            "people", here.deputies[0], "post", chamber=here.chamber, post="chair", on=began
        )
    there = here.deputies[COMMITTEE : COMMITTEE + 8]
    sitting = await here.sitting(3, there, sitting="committee", body=committee)
    case = await here.opened(
        "appointments", "submission", chamber=here.chamber, body="cec", document="№ 1",
        candidates=[{"person": here.town.ministers[0]}], submitted_by=here.deputies[0],
        committee=committee,
    )  # fmt: skip
    told = {"candidates": [1], "sitting": sitting, "recommends": True, "text": "Ұсынылды"}
    concludes = here.act("conclusion", tally={"for": 5, "against": 0}, **told)
    return sitting, Move("appointments", concludes, case, here.chamber, sent=DESPITE)


@pair("conclusion/leave of a member", "a conclusion rests on who is at the committee's sitting")
async def leaves_the_committee(here: Stand) -> Two:
    sitting, concludes = await concluding(here)
    gone = here.deputies[COMMITTEE + 7 : COMMITTEE + 8]
    return concludes, here.move("sittings", sitting, "leave", people=gone)


@pair(
    "conclusion/membership_end", "a conclusion rests on who is in the committee", side_by_side=FEW
)
async def is_in_the_committee(here: Stand) -> Two:
    _, concludes = await concluding(here)
    told = {"body": here.shared["committee"]}
    return concludes, here.move("people", member(here, COMMITTEE), "membership_end", **told)


@pair("conclusion/dissolved", "a committee that is no more has no members", side_by_side=1)
async def is_no_more(here: Stand) -> Two:
    _, concludes = await concluding(here)
    return concludes, here.move("bodies", here.shared["committee"], "dissolved")
