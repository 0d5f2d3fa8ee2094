"""What two acts have come to: told so that two records can be compared, and checked by itself."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import check_chain, check_story
from chamber.law.act import Value
from chamber.record.journal import Entry, entries
from chamber.record.procedure.rejudging import reread
from chamber.record.procedure.telling import Told, Untenable, judge_again, standing
from chamber.record.proceedings import Proceeding
from chamber.record.resolutions.numbers import CountingAfterAll
from chamber.rooms import ROOMS
from tests.walk.checkpoint import NEVER

# What the record says of a case, without the ids and the days that are its own.
STATE = """
    SELECT concat_ws(' ', 'entry', j.kind, j.verdict) AS line FROM journal AS j
        WHERE j.proceeding_id = p.id
        AND (p.noun <> 'people' OR j.act_on BETWEEN CAST(:day AS date) AND CAST(:day AS date) + 1)
    UNION ALL SELECT concat_ws(' ', 'vote', subject, seats, in_office, present, in_favour, against,
        outcome, undone, closed_on IS NULL, cardinality(electorate)) FROM vote
        WHERE proceeding_id = p.id
    UNION ALL SELECT concat_ws(' ', 'resolution', subject, decision, fell_by IS NULL)
        FROM resolution WHERE proceeding_id = p.id
    UNION ALL SELECT concat_ws(' ', 'mandate', ends_on IS NULL) FROM mandate WHERE person_id = p.id
        AND during @> CAST(:day AS date)
    UNION ALL SELECT concat_ws(' ', 'ballot', b.choice, count(*)) FROM ballot AS b
        JOIN vote AS v ON v.id = b.vote_id AND v.edition = b.edition
        WHERE v.proceeding_id = p.id GROUP BY b.choice"""
TOLD = f"""
    SELECT p.noun || ': ' || coalesce((SELECT string_agg(line, ', ' ORDER BY line)
        FROM ({STATE}) AS lines), '') FROM proceeding AS p
        WHERE p.uid = ANY (:uids) ORDER BY p.noun, 1"""
# Entries name days, no hours: a vote of the last day may be entered after the sitting's close.
THEIRS = {what: one for what, one in NEVER.items() if not what.startswith("a closed sitting")}
# Each finds what must never be, whoever came first.
OURS = {
    "a vote at a sitting that had closed before its day": """
        SELECT v.uid FROM vote AS v JOIN sitting AS s ON s.id = v.sitting_id
            WHERE v.closed_on IS NULL AND NOT v.undone AND s.closed_on < v.opened_on""",
    "a number of a resolution that was given twice": """
        SELECT chamber, convocation, number FROM resolution GROUP BY 1, 2, 3 HAVING count(*) > 1""",
    "a count of votes that the ballots do not come to": """
        SELECT v.uid FROM vote AS v WHERE v.method = 'ballots' AND v.in_favour <> (
            SELECT count(*) FROM ballot AS b
            WHERE b.vote_id = v.id AND b.edition = v.edition AND b.choice = 'for')""",
    "a ballot that came when the vote was counted": """
        SELECT x.vote_id FROM ballot_box AS x JOIN vote AS v ON v.id = x.vote_id
            WHERE v.closed_on IS NOT NULL AND NOT EXISTS (SELECT FROM ballot AS b
            WHERE b.vote_id = v.id AND b.person_id = x.person_id AND b.choice = x.choice)""",
    "an attendance that the ballots do not come to": """
        SELECT a.person_id FROM attendance AS a FULL JOIN (
            SELECT b.person_id, v.chamber, extract(year FROM b.voted_on) AS year, b.choice,
                count(*) AS votes
            FROM ballot AS b JOIN vote AS v ON v.id = b.vote_id AND v.edition = b.edition
            GROUP BY 1, 2, 3, 4) AS b USING (person_id, chamber, year, choice)
        WHERE coalesce(a.votes, 0) <> coalesce(b.votes, 0)""",
    "two Chairs of a Chamber on a day": """
        SELECT a.chamber FROM post AS a JOIN post AS b ON a.chamber = b.chamber AND a.post = b.post
            AND a.person_id < b.person_id AND a.during && b.during WHERE a.post = 'chair'""",
    "two in the chair of a body on a day": """
        SELECT a.body_id FROM membership AS a JOIN membership AS b ON a.body_id = b.body_id
            AND a.role = 'chair' AND b.role = 'chair' AND a.person_id < b.person_id
            AND a.during && b.during""",
    "two plenary sittings of a Chamber at an hour": """
        SELECT chamber, starts_at FROM sitting WHERE kind IN ('plenary', 'joint')
            AND cancelled_on IS NULL GROUP BY 1, 2 HAVING count(*) > 1""",
    "a case whose version is not the number of its entries": """
        SELECT p.uid FROM proceeding AS p
            WHERE p.version <> (SELECT count(*) FROM journal WHERE proceeding_id = p.id)""",
}  # fmt: skip


async def told_of(session: AsyncSession, cases: Iterable[UUID], day: date) -> str:
    found = await session.scalars(text(TOLD), {"uids": list(cases), "day": day})
    return "; ".join(found)


async def never(session: AsyncSession) -> list[str]:
    """What the record holds, and must not."""
    found = []
    for what, query in (THEIRS | OURS).items():
        if rows := (await session.execute(text(query))).all():
            found.append(f"the record holds {what}: {rows[:3]}")
    return found


async def audited(session: AsyncSession, since: int) -> list[str]:
    """The audit of all cases in which something was entered since."""
    query = select(Proceeding).where(
        Proceeding.id.in_(select(Entry.proceeding_id).where(Entry.id > since))
    )
    found, cases = [], (await session.scalars(query.order_by(Proceeding.id))).all()
    # An act is not judged again when somebody is told of later who sat there, but when that is
    # put right.
    settled = {one.noun for one in cases}.isdisjoint({"people", "bodies"})
    for case in cases:
        kept = await entries(session, case.id)
        faults = check_chain(case, kept) or await check_story(session, ROOMS, case, kept)
        found += [f"audit {one.proceeding} entry {one.entry}: {one.what}" for one in faults]
        found += crowded(case, kept)
        found += await unsettled(session, case, kept) if settled else []
        session.expunge_all()
    return found


def crowded(case: Proceeding, kept: Sequence[Entry]) -> list[str]:
    """The acts that were told of more people at a body's sitting than there are in the body."""
    found = []
    for one in kept:
        given = one.read()["data"]["given"]
        members = given.get("members") or (given.get("committee") or {}).get("members")
        hall = given.get("hall") or {}
        if members is not None and hall.get("body") and hall["registered"] > members:
            told = f"{hall['registered']} of {members} members at the sitting"
            found.append(f"{case.noun} entry {one.seq} {one.kind}: {told}")
    return found


async def unsettled(session: AsyncSession, case: Proceeding, kept: Sequence[Entry]) -> list[str]:
    """Judged again where nothing was corrected, nothing changes: each act was told of one moment,
    and of all that was entered before it."""
    room = ROOMS[case.noun]
    story = standing(room, kept)

    async def regather(facts: Any, one: Told[Any, Any]) -> Any:
        return await reread(room, session, case, facts, one)

    counting = CountingAfterAll(session, case.chamber)
    try:
        again = {one.seq: one for one in await judge_again(room, story, regather, counting)}
    except Untenable as wrong:
        return [f"{case.noun}: {wrong}"]
    return [
        f"{case.noun} entry {one.seq} {one.act.kind}: {differs(one.given, again[one.seq].given)}"
        for one in story
        if one.given != again[one.seq].given or one.ruling != again[one.seq].ruling
    ]


def differs(before: Any, after: Any) -> str:
    """The first of the fields that tell something else, with what both tell."""
    for name in type(before).model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            inner = isinstance(was, Value) and type(was) is type(now)
            return f"{name}.{differs(was, now)}" if inner else f"{name} was {was}, is {now}"[:300]
    return "the ruling"
