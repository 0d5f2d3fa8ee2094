"""That the deputy was refused is a fact, whether or not anybody has given a reason for it."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import audit
from chamber.immunity.procedure import IMMUNITY
from chamber.law.ruling import Breach, Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.journal import entries
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import standing
from chamber.rooms import ROOMS
from tests.appointments.seated import TODAY, desk
from tests.immunity.seated import act, do, facts, key_of, prepared, resolution, seated, vote

MINUTES = Sent(occurred=Occurred(source="хаттама"))


async def test_w_28_a_refusal_that_has_occurred_makes_the_vote_disputed(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    refused = act("attendance", sitting=here.plenary, wished=True, admitted=False)
    with pytest.raises(Unlawful):
        await do(session, case, refused)

    told = await do(session, case, refused, MINUTES)
    closed = await vote(session, here, case, 80)
    resolved = await do(session, case, resolution())

    assert told.ruling.verdict is Verdict.DISPUTED
    assert (closed.ruling.adopted, closed.ruling.count) == (True, 80)
    for ruling in (closed.ruling, resolved.ruling):
        assert [(one.rule, one.breach) for one in ruling.findings] == [("A57-4.27", Breach.INFORMS)]
        assert ruling.verdict is Verdict.DISPUTED
    known = await facts(session, case)
    assert [(one.wished, one.admitted) for one in known.attended] == [(True, False)]
    assert known.defects == ()  # Nobody has accepted it.
    await session.commit()
    assert await audit(session, ROOMS) == []


async def test_once_it_is_found_that_the_deputy_was_let_in_the_vote_is_valid(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    refused = act("attendance", sitting=here.plenary, wished=True, admitted=False)
    done = await do(session, case, refused, MINUTES)
    assert done.entry is not None
    closed = await vote(session, here, case, 80)
    assert closed.ruling.verdict is Verdict.DISPUTED

    right = refused.model_copy(update={"admitted": True}).model_dump(mode="json")
    slip = Correction(on=TODAY, entry=done.entry.seq, act=right, reason="хаттама бойынша")
    await correct(IMMUNITY, desk(session), case, slip, Sent())

    story = standing(IMMUNITY, await entries(session, await key_of(session, case)))
    assert {one.ruling.verdict for one in story} == {Verdict.VALID}
    assert (await facts(session, case)).attended[0].admitted is True
    await session.commit()
