"""What else happens in both Chambers while cases go on: sittings, and mandates' ends."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.walk.here import Here, Told
from tests.walk.model_house import Mandate, Sitting
from tests.walk.model_law import VOID, Expected, NoLaw, Offence, expect, seats
from tests.walk.town import hour
from tests.walk.walking import PLAINLY, Walk

BY_VOTE = ("resigned", "moved_abroad", "convicted", "citizenship_lost")


async def new_day(walk: Walk) -> None:
    """Some days pass, and mostly both Chambers sit."""
    walk.pass_days(walk.r.choice((1, 1, 1, 2, 3, 9 if walk.r.random() < 0.2 else 1)))
    if walk.town.era.name in ("crossing", "majority", "first") and walk.r.random() < 0.03:
        walk.pass_days(150)  # So that six months are sometimes over.
    for here in walk.here.values():
        if walk.r.random() < 0.9:
            await sit(walk, here)


async def sit(walk: Walk, here: Here) -> None:
    """A plenary sitting is planned, people are registered, it is opened."""
    plan = here.act(
        "plan", chamber=here.chamber, sitting="joint" if here.chance(0.03) else "plenary",
        starts_at=hour(here.today, 0 if here.chamber == "mazhilis" else 6), place="Астана",
    )  # fmt: skip
    came = await walk.desk.open("sittings", here.chamber, plan, PLAINLY)
    walk.counted["acts"] += 1
    if came.uid is None:
        return
    sitting = Sitting(here.chamber, plan["sitting"], here.today)
    here.house.sittings[came.uid] = sitting
    here.sittings.append(came.uid)
    present = those_present(here)
    if await does(walk, here, came.uid, here.act("register", present=present)):
        sitting.present = set(present)
    if here.chance(0.95) and await does(walk, here, came.uid, here.act("open")):
        sitting.opened_on = here.today


def those_present(here: Here) -> list[UUID]:
    """All, or as many as a quorum needs, or one less."""
    there = [one for one in here.house.mandates if here.house.is_deputy(one, here.today)]
    try:
        whole = seats(here.chamber, here.today) or len(there)
    except NoLaw:
        whole = len(there)
    quorum = -(-2 * whole // 3)
    number = here.one_of(len(there), len(there), len(there), quorum + 3, quorum, quorum - 1)
    return there[-number:] if here.chance(0.5) else there[:number]


async def does(walk: Walk, here: Here, uid: UUID, act: Told) -> bool:
    """An act at a sitting that is no concern of the models: let through, or not."""
    came = await walk.desk.do("sittings", here.chamber, uid, act, PLAINLY)
    walk.counted["acts"] += 1
    walk.counted["of sittings"] += 1
    return came.seq is not None


async def at_sitting(walk: Walk, here: Here) -> None:
    """Some leave, some come back; or it is closed."""
    there = here.open_sittings()
    if not there:
        return
    uid = there[0]
    sitting = here.house.sittings[uid]
    people = sorted(sitting.present, key=here.deputies_and_new().index)
    chance = walk.r.random()
    if chance < 0.4 and len(people) > 3:
        gone = people[: walk.r.randint(1, 3)]
        if await does(walk, here, uid, here.act("leave", people=gone)):
            sitting.present -= set(gone)
    elif chance < 0.6:
        come = [one for one in here.deputies if one not in sitting.present][:2]
        come = [one for one in come if here.house.is_deputy(one, here.today)]
        if come and await does(walk, here, uid, here.act("arrive", people=come)):
            sitting.present |= set(come)
    else:
        await close(walk, here, uid, sitting)


async def close(walk: Walk, here: Here, uid: UUID, sitting: Sitting) -> None:
    """No sitting is closed while a vote is open at it."""
    votes = here.house.see(uid).open_votes
    if await does(walk, here, uid, here.act("close")):
        sitting.closed_on = here.today
        if votes:
            walk.complain(f"sittings close: the {here.chamber} closed with {votes} votes open")


async def in_the_ledger(walk: Walk, here: Here) -> None:
    """A mandate begins on a vacant seat, or its end is entered without a matter."""
    if walk.r.random() < 0.6:
        await begin_mandate(walk, here)
    else:
        await end_mandate(walk, here)


async def begin_mandate(walk: Walk, here: Here) -> None:
    free = [who for who in walk.town.spare if who not in here.deputies_and_new()]
    if not free:
        return
    who, basis = free[0], walk.town.era.bases[here.chamber][0]
    act = here.act(
        "mandate", chamber=here.chamber, convocation=walk.town.era.convocation, basis=basis
    )
    told = expect()
    try:
        whole = seats(here.chamber, here.today)
        told.impossible = whole is not None and len(here.house.in_office(here.today)) >= whole
    except NoLaw:
        told = expect([Offence("*", VOID)])
    if await in_people(walk, here, who, act, told):
        here.house.mandates[who] = Mandate(here.today, basis)


async def end_mandate(walk: Walk, here: Here) -> None:
    """A57-4.01: what the Chamber decides by a vote is not entered beside it."""
    there = [
        one for one in here.deputies[60:]
        if here.house.is_deputy(one, here.today) and here.house.out(one) is None
    ]  # fmt: skip
    if not there:
        return
    who, by_vote = there[-1], here.chance(0.5)
    ground = here.one_of(*BY_VOTE) if by_vote else "died"
    out = here.today + timedelta(1)
    act = here.act("mandate_end", chamber=here.chamber, ground=ground) | {"on": out}
    told = expect([Offence("A57-4.01", "D")] if by_vote else [])
    try:
        seats(here.chamber, here.today)
    except NoLaw:
        told = expect([Offence("*", VOID)])
    if await in_people(walk, here, who, act, told):
        here.house.mandates[who].first_day_out = out


async def in_people(walk: Walk, here: Here, who: UUID, act: Any, told: Expected) -> bool:
    came = await walk.desk.do("people", here.chamber, who, act, PLAINLY)
    return walk.compared("people", act, told, came) and came.seq is not None
