"""At checkpoints: the record holds what the law lets it hold, and says what the models say."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import check_chain, check_story
from chamber.record.journal import entries
from chamber.record.people.roll import in_office
from chamber.record.proceedings import Proceeding
from chamber.rooms import ROOMS
from tests.walk.model_law import SEATS
from tests.walk.walking import Case, Walk

# Since when a Chamber has how many seats, where that is known.
BEGUN = ", ".join(
    f"('{chamber}', DATE '{since}', {number or 'NULL'})"
    for chamber, all_ in SEATS.items()
    for since, number in all_
)
# A case that was judged again, since it was put right who was in office: a vote may be open again.
JUDGED_AGAIN = "SELECT proceeding_id FROM journal WHERE kind = 'rejudged'"
# A vote of the day of the close, of which minutes tell: acts carry days, and it was held before.
FROM_THE_MINUTES = """SELECT FROM journal AS j WHERE j.kind = 'open_vote'
    AND convert_from(j.body, 'UTF8')::jsonb #> '{data,occurred}' <> 'null'"""
# Each finds what must never be; nothing is to come back.
NEVER = {
    "a resolution of consent or of the end of powers without an adopted vote": """
        SELECT r.uid FROM resolution AS r WHERE r.decision IN ('consent', 'end_powers', 'hear',
            'take_note', 'appeal')
            AND r.fell_by IS NULL AND NOT EXISTS (SELECT FROM vote AS v
            WHERE v.proceeding_id = r.proceeding_id AND v.subject = r.subject
                AND v.outcome = 'adopted' AND NOT v.undone)""",
    "an adopted vote with fewer votes than half of the seats of its day": """
        SELECT uid FROM vote WHERE outcome = 'adopted' AND NOT undone
            AND power IN ('57(4)', '57(6)') AND seats IS NOT NULL
            AND in_favour * 2 <= seats""",
    "a vote that counted with neither two thirds of the seats nor of the deputies present": """
        SELECT uid FROM vote WHERE outcome IN ('adopted', 'not_adopted') AND NOT undone
            AND seats IS NOT NULL AND present * 3 < least(seats, in_office) * 2""",
    "two open rounds on one question": """
        SELECT proceeding_id FROM vote WHERE closed_on IS NULL AND NOT undone
            GROUP BY proceeding_id, subject HAVING count(*) > 1""",
    "two votes open at one sitting, and nobody's mandate has opened one again": f"""
        SELECT sitting_id FROM vote WHERE closed_on IS NULL AND NOT undone
            GROUP BY sitting_id
            HAVING count(*) > 1 AND NOT bool_or(proceeding_id IN ({JUDGED_AGAIN}))""",
    "two resolutions on one question": """
        SELECT proceeding_id FROM resolution WHERE fell_by IS NULL
            GROUP BY proceeding_id, subject HAVING count(*) > 1""",
    "a closed sitting with an open vote that nobody's mandate has opened again": f"""
        SELECT v.uid FROM vote AS v JOIN sitting AS s ON s.id = v.sitting_id
            WHERE v.closed_on IS NULL AND NOT v.undone AND s.closed_on IS NOT NULL
            AND v.proceeding_id NOT IN ({JUDGED_AGAIN})
            AND NOT EXISTS ({FROM_THE_MINUTES} AND j.proceeding_id = v.proceeding_id
                AND j.act_on = s.closed_on)""",
    "more deputies on a day than one person's mandate each": """
        SELECT a.person_id FROM mandate AS a JOIN mandate AS b ON a.person_id = b.person_id
            AND a.starts_on < b.starts_on AND a.during && b.during""",
    "more deputies in office than there are seats": f"""
        SELECT a.chamber, a.starts_on, count(*) FROM mandate AS b
            JOIN (SELECT DISTINCT chamber, starts_on FROM mandate) AS a
                ON a.chamber = b.chamber AND b.during @> a.starts_on
            CROSS JOIN LATERAL (SELECT number FROM (VALUES {BEGUN}) AS s (chamber, since, number)
                WHERE s.chamber = a.chamber AND s.since <= a.starts_on
                ORDER BY s.since DESC LIMIT 1) AS seats
            GROUP BY a.chamber, a.starts_on, seats.number HAVING count(*) > seats.number""",
    "a member of a commission who is no initiator, and nobody accepted it": """
        SELECT m.report_id, m.person_id FROM report_commission_member AS m
            JOIN report AS r ON r.id = m.report_id AND NOT 'A57-6.09' = ANY (r.defects)
            WHERE NOT EXISTS (SELECT FROM report_signature AS s
            WHERE s.report_id = m.report_id AND s.person_id = m.person_id)""",
    "an act after the last day of the edition that stands without a reason": """
        SELECT j.id FROM journal AS j JOIN proceeding AS p ON p.id = j.proceeding_id
            WHERE p.noun IN ('reports', 'immunity', 'mandates')
            AND j.act_on - (j.kind = 'dissolution')::int > '2026-06-30'  -- By the last day's law.
            AND j.verdict = 'valid'
            AND j.kind NOT IN ('correction', 'rejudged', 'reminder')""",
}  # fmt: skip


async def check(walk: Walk, session: AsyncSession) -> None:
    for what, query in NEVER.items():
        found = (await session.execute(text(query))).all()
        if found:
            walk.complain(f"the record holds {what}: {found[:3]}")
    await check_seats(walk, session)
    for case in walk.cases:
        if not case.left:
            await check_case(walk, session, case)
    await session.rollback()


async def check_seats(walk: Walk, session: AsyncSession) -> None:
    for here in walk.here.values():
        kept = set(await in_office(session, here.chamber, here.today))
        told = set(here.house.in_office(here.today))
        if kept != told:
            walk.complain(
                f"the roll of the {here.chamber} on {here.today}: {len(kept)} in office, "
                f"the law says {len(told)}: {kept ^ told} differ"
            )
            for one in walk.cases:
                one.left |= one.chamber == here.chamber


async def facts_of(session: AsyncSession, case: Case) -> Any:
    query = text("SELECT id FROM proceeding WHERE uid = :uid")
    key = await session.scalar(query, {"uid": case.uid})
    return await ROOMS[case.noun].load(session, key)


def outcomes(facts: Any) -> dict[UUID, str | None]:
    return {one.vote: one.outcome.value if one.outcome else None for one in facts.rounds}


async def check_case(walk: Walk, session: AsyncSession, case: Case) -> None:
    """The rounds of its votes, with what came of each."""
    kept = outcomes(await facts_of(session, case))
    told = {vote: one.outcome for vote, one in case.matter.rounds.held.items()}
    if kept != told:
        case.left = True
        walk.complain(f"{case.noun} {case.uid}: its rounds came to {kept}, the law says {told}")


async def entered(session: AsyncSession) -> int:
    """How far the journal has come."""
    return await session.scalar(text("SELECT coalesce(max(id), 0) FROM journal")) or 0


async def judge_again(walk: Walk, session: AsyncSession, known: int) -> None:
    """The audit of all in which something was entered since."""
    query = text("SELECT DISTINCT proceeding_id FROM journal WHERE id > :known ORDER BY 1")
    for key in (await session.scalars(query, {"known": known})).all():
        case = (await session.scalars(select(Proceeding).where(Proceeding.id == key))).one()
        kept = await entries(session, key)
        for fault in check_chain(case, kept) or await check_story(session, ROOMS, case, kept):
            walk.complain(f"audit {fault.proceeding} entry {fault.entry}: {fault.what}")
        session.expunge_all()


async def take_over(session: AsyncSession, cases: Iterable[Case]) -> None:
    """Of cases that are left alone: what the others must still know of them, as the record has
    it, wherever that was changed."""
    left = {one.uid: one for one in cases if one.left}
    query = text("SELECT uid, version FROM proceeding WHERE uid = ANY (:left)")
    for uid, version in (await session.execute(query, {"left": list(left)})).all():
        if version != left[uid].version:
            left[uid].version = version
            await take_over_one(session, left[uid])
    await session.rollback()


async def take_over_one(session: AsyncSession, case: Case) -> None:
    facts = await facts_of(session, case)
    case.matter.rounds.take_over(facts.rounds)
    if case.noun == "mandates":
        ended = facts.ends_on is not None
        case.matter.ends = dict.fromkeys(facts.deputies, facts.ends_on) if ended else {}
