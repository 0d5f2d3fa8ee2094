"""Casting a ballot: one call of one function of the database, however many press at once."""

from enum import StrEnum
from uuid import UUID

import asyncpg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.record.sessions import digest
from chamber.record.votes.facts import Choice

# The shared lock lets ballots pass beside each other, and makes them and the close wait for one
# another. What is read after the lock is read as it then stands.
DDL = [
    """
    CREATE FUNCTION cast_ballot(which uuid, deputy uuid, chosen text) RETURNS text
    LANGUAGE plpgsql AS $$
    DECLARE
        v record;
        person bigint;
        before text;
    BEGIN
        SELECT id INTO v FROM vote WHERE uid = which;
        IF NOT FOUND THEN RETURN 'unknown'; END IF;
        PERFORM pg_advisory_xact_lock_shared(5701, v.id::int);
        SELECT id, closed_on, method, electorate INTO v FROM vote WHERE uid = which;
        IF v.method <> 'ballots' THEN RETURN 'not_by_ballots'; END IF;
        IF v.closed_on IS NOT NULL THEN RETURN 'closed'; END IF;
        SELECT id INTO person FROM proceeding WHERE uid = deputy AND noun = 'people';
        IF person IS NULL OR NOT person = ANY (v.electorate) THEN RETURN 'not_elector'; END IF;
        INSERT INTO ballot_box (vote_id, person_id, choice) VALUES (v.id, person, chosen)
            ON CONFLICT DO NOTHING;
        IF FOUND THEN RETURN 'cast'; END IF;
        SELECT choice INTO before FROM ballot_box WHERE vote_id = v.id AND person_id = person;
        RETURN CASE WHEN before = chosen THEN 'same' ELSE 'other' END;
    END $$""",
]


# Who asks, whose ballot it is, and the ballot itself, in one round trip: when a vote is called all
# deputies press at the same moment. $1 is the hash of what they show, $3 the deputy they name.
CAST_AS = """
    SELECT a.role, CASE
        WHEN v.uid IS NULL THEN 'unknown'
        WHEN a.role = 'deputy' AND coalesce($3, a.deputy) = a.deputy
            THEN cast_ballot($2, a.deputy, $4)
        WHEN a.role IN ('secretariat', 'presiding') AND a.chamber = v.chamber AND $3 IS NOT NULL
            THEN cast_ballot($2, $3, $4)
        ELSE 'not_allowed' END AS came
    FROM {shown} AS s JOIN account AS a ON a.id = s.account_id LEFT JOIN vote AS v ON v.uid = $2
    WHERE s.token_hash = $1 AND a.disabled_at IS NULL"""
CAST_BY_TOKEN = CAST_AS.format(shown="token")
CAST_BY_SESSION = CAST_AS.format(shown="session") + " AND s.expires_at > clock_timestamp()"


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


async def cast_as(
    connections: asyncpg.Pool,
    shown: str,
    *,
    cookie: bool,
    vote: UUID,
    deputy: UUID | None,
    choice: Choice,
) -> tuple[Role, Came] | None:
    """Cast one's own ballot, or as the secretariat a deputy's. None: nobody is known by `shown`."""
    query = CAST_BY_SESSION if cookie else CAST_BY_TOKEN
    row = await connections.fetchrow(query, digest(shown), vote, deputy, choice.value)
    return None if row is None else (Role(row["role"]), Came(row["came"]))


async def cast(session: AsyncSession, vote: UUID, deputy: UUID, choice: Choice) -> Came:
    query = text("SELECT cast_ballot(:vote, :deputy, :choice)")
    said = await session.scalar(query, {"vote": vote, "deputy": deputy, "choice": choice.value})
    return Came(str(said))


async def stop_casting(session: AsyncSession, vote: UUID) -> None:
    """Wait for the ballots under way, and let no more in until this transaction ends."""
    query = "SELECT pg_advisory_xact_lock(5701, id::int) FROM vote WHERE uid = :vote"
    await session.execute(text(query), {"vote": vote})
