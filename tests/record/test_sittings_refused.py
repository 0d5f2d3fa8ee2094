"""What must never be of a sitting: the database refuses it by itself."""

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.record.seated import seat
from tests.record.sitting_kept import begin, whole_story

NEVER = {
    "nobody is in a registration twice": """
        INSERT INTO presence SELECT * FROM presence LIMIT 1""",
    "nobody is present at a registration that was not made": """
        UPDATE presence SET item = 7""",
    "only one item is open at a time": """
        UPDATE sitting_item SET closed_on = NULL""",
    "an item is not closed before it is opened": """
        UPDATE sitting_item SET closed_on = '2026-03-03'""",
    "a registration is for an item that was taken up": """
        INSERT INTO registration (sitting_id, item, is_full) SELECT id, 9, true FROM sitting""",
    "the whole sitting is registered in full": """
        UPDATE registration SET is_full = false""",
    "a sitting is not closed before it is opened": """
        UPDATE sitting SET opened_on = NULL""",
    "a sitting is not closed on an earlier day": """
        UPDATE sitting SET closed_on = '2026-03-03'""",
    "what is cancelled is not opened": """
        UPDATE sitting SET cancelled_on = '2026-03-04', cancelled_because = 'x'""",
    "a cancellation has its reason": """
        UPDATE sitting SET opened_on = NULL, closed_on = NULL, minutes_on = NULL,
        minutes_text = NULL, minutes_source = NULL, cancelled_on = '2026-03-04'""",
    "minutes say something": """
        UPDATE sitting SET minutes_text = NULL, minutes_source = NULL""",
    "a committee is named": """
        UPDATE sitting SET kind = 'committee'""",
    "there are six kinds of sitting": """
        UPDATE sitting SET kind = 'party'""",
    "no version is voted on before it is published": """
        UPDATE agenda_version SET voted_on = '2026-03-03' WHERE version = 2""",
    "no version is adopted without a vote": """
        UPDATE agenda_version SET adopted = true""",
    "a vote on a version has its counts": """
        UPDATE agenda_version SET against = NULL WHERE version = 2""",
    "items are numbered from one": """
        UPDATE agenda_item SET number = 0 WHERE version = 1""",
    "one person speaks at a time": """
        UPDATE speech SET guest = 'Министр'""",
    "somebody speaks": """
        UPDATE speech SET guest = NULL, person_id = NULL""",
    "nobody speaks to an item that was not taken up": """
        UPDATE speech SET item = 9""",
    "counts are not below zero": """
        UPDATE sitting_decision SET against = -1""",
    "a member of a commission is elected once": """
        INSERT INTO counting_commission SELECT * FROM counting_commission LIMIT 1""",
    "a commission is elected by a decision": """
        UPDATE counting_commission SET number = 9""",
    "nobody is half present": """
        UPDATE presence SET state = 'half'""",
    "fewer than nobody are not present": """
        UPDATE presence_count SET present = -1""",
}


async def test_what_must_never_be_the_database_refuses(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    await begin(session, *whole_story(people, people[0]))

    let_pass = [what for what, statement in NEVER.items() if await passes(session, statement)]
    assert not let_pass


async def passes(session: AsyncSession, statement: str) -> bool:
    try:
        async with session.begin_nested():
            done = await session.execute(text(statement))
            return bool(done.rowcount)  # type: ignore[attr-defined]
    except IntegrityError:
        return False
