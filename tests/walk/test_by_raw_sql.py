"""After a walk its record is attacked by SQL alone, as the application could: it is refused."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.walk.eras import ERAS
from tests.walk.ground import walk_in

# What would be unlawful, and how somebody would write it.
ATTACKS = {
    "consent where it was refused": """
        UPDATE resolution SET decision = 'consent' WHERE decision = 'refuse'""",
    "consent that its vote did not give": """
        UPDATE vote SET outcome = 'not_adopted' WHERE power = '57(4)' AND outcome = 'adopted'
        AND id IN (SELECT vote_id FROM resolution WHERE decision = 'consent')""",
    "powers ended that no vote has ended": """
        UPDATE vote SET outcome = 'not_adopted' WHERE power = '57(4)' AND outcome = 'adopted'
        AND id IN (SELECT vote_id FROM resolution WHERE decision = 'end_powers')""",
    "a report heard that nobody decided to hear": """
        UPDATE vote SET outcome = 'not_adopted' WHERE power = '57(6)' AND outcome = 'adopted'
        AND id IN (SELECT vote_id FROM resolution WHERE decision = 'hear')""",
    "a vote on immunity of no matter": """
        UPDATE vote SET subject = 99 WHERE power = '57(4)'
        AND proceeding_id IN (SELECT id FROM proceeding WHERE noun = 'immunity')""",
    "a rapporteur who did not sign": """
        DELETE FROM report_signature AS s USING report_rapporteur AS n
        WHERE s.report_id = n.report_id AND s.person_id = n.signed_id""",
    "a commission member who did not sign": """
        DELETE FROM report_signature AS s USING report_commission_member AS m
        WHERE s.report_id = m.report_id AND s.person_id = m.signed_id""",
    "a second resolution on one question": """
        INSERT INTO resolution (uid, proceeding_id, subject, chamber, convocation, decision,
            vote_id, kk, ru, adopted_on)
        SELECT gen_random_uuid(), proceeding_id, subject, chamber, convocation, decision,
            vote_id, kk, ru, adopted_on FROM resolution WHERE fell_by IS NULL LIMIT 1""",
    "a mandate that ended without its matter": """
        UPDATE mandate SET ends_on = '2024-06-01', ground = 'resigned' WHERE ends_on IS NULL
        AND starts_on < '2024-01-01'""",
    "an entry that reads otherwise": "UPDATE journal SET verdict = 'valid'",
    "an entry that is gone": "DELETE FROM journal",
    "votes for beyond those in office": """
        UPDATE vote SET in_favour = in_office + 1 WHERE in_favour IS NOT NULL""",
}  # fmt: skip


NOTHING = "nothing was there"
BY_A_CONSTRAINT, NOT_ALLOWED = "23", "42501"  # The classes of the refusals.


@pytest.mark.timeout(300)
async def test_the_record_refuses_by_itself_what_the_law_refuses(engine: AsyncEngine) -> None:
    era = next(era for era in ERAS if era.name == "vacant")
    await walk_in(engine, era, "57", 400, lambda acts: None)

    came = {what: await attack(engine, statement) for what, statement in ATTACKS.items()}
    assert {what: it for what, it in came.items() if it not in ("refused", NOTHING)} == {}
    assert sum(it == "refused" for it in came.values()) >= len(ATTACKS) - 3, came


async def attack(engine: AsyncEngine, statement: str) -> str:
    async with AsyncSession(engine) as session:
        await session.execute(text("SET LOCAL ROLE chamber_app"))
        try:
            found = await session.execute(text(f"{statement} RETURNING 1"))
            changed = bool(found.all())
            await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        except DBAPIError as refused:
            state = str(getattr(refused.orig, "sqlstate", ""))
            meant = state.startswith(BY_A_CONSTRAINT) or state == NOT_ALLOWED
            return "refused" if meant else f"no attack at all: {refused}"
        await session.rollback()
    return "let in" if changed else NOTHING
