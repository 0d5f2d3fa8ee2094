"""Deputies in office and a body of theirs, put on the record by the shortest way."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def seat(session: AsyncSession, chamber: str, deputies: int) -> list[UUID]:
    """Deputies in office, made by the shortest way."""
    people = [uuid4() for _ in range(deputies)]
    start = date(2023, 3, 29) if chamber == "mazhilis" else date(2023, 1, 25)
    for statement in (
        """INSERT INTO proceeding (uid, noun, number)
           SELECT uid, 'people', 'p/' || uid FROM unnest(CAST(:people AS uuid[])) AS uid""",
        """INSERT INTO person (id)
           SELECT id FROM proceeding WHERE uid = ANY (CAST(:people AS uuid[]))""",
        """INSERT INTO mandate (person_id, starts_on, chamber, convocation, basis)
           SELECT id, :start, :chamber, 8, :basis FROM proceeding
           WHERE uid = ANY (CAST(:people AS uuid[]))""",
    ):
        told = {"people": people, "start": start, "chamber": chamber, "basis": "list"}
        used = {name: told[name] for name in told if f":{name}" in statement}
        await session.execute(text(statement), used)
    return people


async def form(session: AsyncSession, people: list[UUID], kind: str = "committee") -> UUID:
    """A body of the Mazhilis, with these members."""
    body = uuid4()
    for statement in (
        "INSERT INTO proceeding (uid, noun, number) VALUES (:body, 'bodies', 'b/1')",
        """INSERT INTO body (id, chamber, kind, kk, ru, latin, convocation, starts_on)
           SELECT id, 'mazhilis', :kind, 'Комитет', 'Комитет', 'Committee', 8, '2023-04-01'
           FROM proceeding WHERE uid = :body""",
        """INSERT INTO membership (person_id, body_id, chamber, body_kind, role, starts_on)
           SELECT p.id, b.id, 'mazhilis', :kind, 'member', '2023-04-01'
           FROM proceeding AS p, proceeding AS b
           WHERE p.uid = ANY (CAST(:people AS uuid[])) AND b.uid = :body""",
    ):
        told = {"people": people, "kind": kind, "body": body}
        used = {name: told[name] for name in told if f":{name}" in statement}
        await session.execute(text(statement), used)
    return body
