"""Casting a ballot: one call of one function of the database, however many press at once."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.votes.facts import Choice

# The shared lock lets ballots pass beside each other, and makes them and the close wait for one
# another. What is read after the lock is read as it then stands.
DDL = [
    """
    CREATE FUNCTION cast_ballot(which bigint, person bigint, chosen text) RETURNS text
    LANGUAGE plpgsql AS $$
    DECLARE
        v record;
        before text;
    BEGIN
        PERFORM pg_advisory_xact_lock_shared(5701, which::int);
        SELECT closed_on, method, person = ANY (electorate) AS elector INTO v
            FROM vote WHERE id = which;
        IF v.method <> 'ballots' THEN RETURN 'not_by_ballots'; END IF;
        IF v.closed_on IS NOT NULL THEN
            -- Whose answer was lost at the close asks again: the ballot is in the count.
            RETURN CASE WHEN EXISTS (SELECT FROM ballot_box
                WHERE vote_id = which AND person_id = person AND choice = chosen)
                THEN 'same' ELSE 'closed' END;
        END IF;
        IF v.elector IS NOT TRUE THEN RETURN 'not_elector'; END IF;
        INSERT INTO ballot_box (vote_id, person_id, choice) VALUES (which, person, chosen)
            ON CONFLICT DO NOTHING;
        IF FOUND THEN RETURN 'cast'; END IF;
        SELECT choice INTO before FROM ballot_box WHERE vote_id = which AND person_id = person;
        RETURN CASE WHEN before = chosen THEN 'same' ELSE 'other' END;
    END $$""",
]


class Came(StrEnum):
    """What came of a ballot."""

    CAST = "cast"
    SAME = "same"  # It had been cast, and was the same: a retry.
    OTHER = "other"  # It had been cast, and was another: the first one stands.
    CLOSED = "closed"
    NOT_BY_BALLOTS = "not_by_ballots"
    NOT_ELECTOR = "not_elector"
    UNKNOWN = "unknown"
    NOT_ALLOWED = "not_allowed"  # Somebody else's ballot.


async def cast(session: AsyncSession, vote: UUID, deputy: UUID, choice: Choice) -> Came:
    """In a transaction that has begun already."""
    query = """
        SELECT cast_ballot(v.id, p.id, :choice) FROM vote AS v
        LEFT JOIN proceeding AS p ON p.uid = :deputy AND p.noun = 'people'
        WHERE v.uid = :vote"""
    given = {"vote": vote, "deputy": deputy, "choice": choice.value}
    return Came(await session.scalar(text(query), given) or Came.UNKNOWN)


async def stop_casting(session: AsyncSession, vote: UUID) -> None:
    """Wait for the ballots under way, and let no more in until this transaction ends."""
    query = "SELECT pg_advisory_xact_lock(5701, id::int) FROM vote WHERE uid = :vote"
    await session.execute(text(query), {"vote": vote})
