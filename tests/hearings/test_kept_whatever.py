"""Whatever clerks enter of a hearing, in whatever order, the rows tell what the journal tells."""

import random
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.hearings.procedure import HEARINGS
from chamber.law.ruling import Impossible, Unlawful
from chamber.law.sent import Occurred, Sent
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import Untenable
from chamber.rooms import ROOMS
from tests.hearings.housed import (
    HELD,
    LATER,
    NOTICE_DAY,
    PLACE,
    House,
    act,
    at,
    begin,
    both,
    decision,
    desk,
    do,
    facts,
    house,
    notice,
    opened,
    planned,
    proposal,
    whole_story,
)

MINUTES = Occurred(source="хаттама")
SENT = (
    Sent(), Sent(), Sent(despite="шұғыл"), Sent(occurred=MINUTES),
    Sent(occurred=MINUTES, despite="шұғыл"),
)  # fmt: skip
GROUND = {"secret": "state_secret", "law": "Мемлекеттік құпиялар туралы заң"}


def otherwise(here: House) -> list[Any]:
    """Acts that a lawful story has not, or has once."""
    return [
        act("cancel", NOTICE_DAY, reason=both("өтпейді")),
        act("form", form="open", decided_by="chair"),
        act("form", form="closed", decided_by="bureau", sitting=here.bureau_sitting,
            tally={"for": 9, "against": 0}, ground=GROUND),
        decision(here, LATER),
        decision(here, form="closed", ground=GROUND),
        decision(here, tally={"for": 2, "against": 9}),
        notice(HELD),
        act("reschedule", starts_at=at(HELD), place=both(PLACE), reason=both("жөндеу")),
        begin(here),
        act("begin", LATER, chair=here.chair),
        act("register", HELD, count=9, guest_count=3),
        act("end", HELD),
        act("complete", LATER),
    ]  # fmt: skip


def story(here: House, chance: random.Random) -> list[Any]:
    acts = whole_story(here)
    if chance.random() < 0.5:
        chance.shuffle(acts)
    mixed: list[Any] = []
    for one in acts:
        if chance.random() < 0.3:
            mixed.append(chance.choice(otherwise(here)))
        if chance.random() < 0.9:
            mixed.append(one)
    return mixed


@pytest.mark.parametrize("seed", range(6))
async def test_the_rows_tell_what_the_journal_tells(session: AsyncSession, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a story, and no secret
    here = await house(session)
    await planned(session, HELD, chance.choice(["plenary", "joint"]), "senate")
    form = chance.choice(["open", "closed"])
    case = await opened(session, proposal(here, form=form), Sent(despite="шұғыл"))
    acts = story(here, chance)

    for one in acts:
        try:
            async with session.begin_nested():
                await do(session, case, one, sent=chance.choice(SENT))
            if chance.random() < 0.2:
                right = chance.choice([one, *acts, None])
                told = None if right is None else right.model_dump(mode="json")
                slip = Correction(on=LATER, entry=chance.randint(1, 9), act=told, reason="x")
                async with session.begin_nested():
                    await correct(HEARINGS, desk(session), case, slip, Sent())
        except (Unlawful, Impossible, Untenable):
            continue
        await facts(session, case)
    await session.commit()

    assert await audit(session, ROOMS) == []
