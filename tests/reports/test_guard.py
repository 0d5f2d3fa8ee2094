"""The database refuses by itself what no report can be, whoever writes it."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from tests.reports.seated import (
    DESPITE,
    Seated,
    act,
    appealed,
    do,
    heard,
    prepared,
    seated,
    steps,
    vote,
)

Story = Callable[[AsyncSession, Seated], Awaitable[UUID]]
STEP = """INSERT INTO report_step (report_id, nth, day, kind, done_on, sitting_id, minutes)
    SELECT :id, 50, 1, '{kind}', DATE '2026-03-25', (SELECT min(id) FROM sitting), {minutes}"""
VOTE = """INSERT INTO vote (uid, proceeding_id, chamber, power, rule, question_kk, question_ru,
        subject, form, method, number, reason, opened_on, electorate)
    SELECT gen_random_uuid(), :id, 'mazhilis', '57(6)', 'A57-6.16', 'С', 'В', {subject}, 'open',
        'totals', {number}, 'Қайта', DATE '2026-03-25', '{{}}'"""
RESOLUTION = """INSERT INTO resolution (uid, proceeding_id, subject, chamber, convocation,
        official_number, decision, vote_id, adopted_on)
    SELECT gen_random_uuid(), :id, {subject}, 'mazhilis', 8, '№ 99', '{decision}',
        (SELECT id FROM vote WHERE proceeding_id = :id AND subject = {vote}), DATE '2026-03-25'"""
ORDER, PUT = "report_steps_in_order", "report_put_after_the_debate"
APPEAL = """INSERT INTO report_appeal (report_id, subject, sent_on, document)
    VALUES (:id, {subject}, DATE '2026-03-25', '№ 1')"""


async def tamper(session: AsyncSession, case: UUID, statement: str) -> None:
    """As the application's role could, up to what is checked at the end of a transaction."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": case})
    async with session.begin_nested():
        await session.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        await session.execute(text("SET LOCAL ROLE chamber_app"))
        await session.execute(text(statement), {"id": key} if ":id" in statement else {})
        await session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        await session.execute(text("RESET ROLE"))


UNLAWFUL: dict[Story, list[tuple[str, str]]] = {
    prepared: [
        (STEP.format(kind="report", minutes=20), "report_steps_in_order"),
        (STEP.format(kind="debate_closed", minutes="NULL"), "report_steps_in_order"),
        ("UPDATE report_rapporteur SET signed_id = NULL", "report_rapporteur_signed"),
        (
            "UPDATE report_rapporteur SET person_id = (SELECT max(id) FROM person)",
            "report_rapporteur_one_person",
        ),
        (
            """UPDATE report_rapporteur SET (person_id, signed_id)
               = (SELECT max(id), max(id) FROM person)""",
            "report_rapporteur_report_id_signed_id_fkey",
        ),
        (
            "UPDATE report_commission_member SET signed_id = NULL WHERE nth = 1",
            "report_commission_signed",
        ),
        (
            "DELETE FROM report_signature WHERE nth = 2",
            "report_rapporteur_report_id_signed_id_fkey",
        ),
        ("UPDATE report SET own_activity = false", "report_of_own_activity"),
        ("UPDATE report SET enough = false", "report_enough_signed"),
        ("UPDATE report SET enough = false, defects = ARRAY['A57-6.01']", "report_on_initiative"),
        (VOTE.format(subject=2, number=1), "report_put_after_the_debate"),
        (VOTE.format(subject=3, number=1), "report_put_after_the_debate"),
        (RESOLUTION.format(subject=2, decision="take_note", vote=1), "report_resolution_agrees"),
        ("UPDATE resolution SET fell_by = 9 WHERE subject = 1", "report_heard_by_decision"),
        (
            "UPDATE report_notice SET received_on = '2026-03-01'",
            "report_notice_received_on_follows_sent_on",
        ),
        ("UPDATE report_notice SET proof = NULL", "report_notice_received_with_proof"),
        ("UPDATE report_day SET adjourned_on = '2026-03-25'", "report_day_adjourned_whole"),
    ],
    heard: [
        ("DELETE FROM report_step WHERE kind = 'opening_word'", "report_steps_in_order"),
        ("DELETE FROM report_step WHERE kind = 'reasons'", "report_steps_in_order"),
        ("UPDATE report_step SET came = false WHERE came", "report_steps_in_order"),
        ("UPDATE report_step SET nth = 60 WHERE kind = 'report'", "report_steps_in_order"),
        (STEP.format(kind="report", minutes="NULL"), "report_step_reported_in_minutes"),
        ("UPDATE report_step SET speaker_id = NULL", "report_step_said_by_somebody"),
        ("UPDATE report_step SET laws = '[\"№\"]'", "report_step_laws_of_an_appeal"),
        (VOTE.format(subject=4, number=1), "report_again_after_refusal"),
        (RESOLUTION.format(subject=3, decision="appeal", vote=3), "report_resolution_agrees"),
        (APPEAL.format(subject=3), "report_appeal_resolved"),
    ],
    appealed: [
        ("UPDATE report_step SET done_on = '2025-03-25' WHERE kind = 'report'", ORDER),
        ("UPDATE report_step SET done_on = '2026-03-01' WHERE kind = 'debate_closed'", ORDER),
        (
            "UPDATE report_step SET sitting_id = (SELECT max(id) FROM proceeding)"
            " WHERE kind = 'report'",
            ORDER,
        ),
        ("UPDATE report_step SET done_on = '2026-12-01' WHERE kind = 'debate_closed'", PUT),
        ("DELETE FROM report_step WHERE kind = 'question_received'", PUT),
        ("DELETE FROM report_notice", "report_notified"),
        ("UPDATE report_notice SET day = '2026-03-24'", "report_notified"),
        ("DELETE FROM report_rapporteur", "report_rapporteur_named"),
        ("DELETE FROM report_commission_member", "report_commission_formed"),
        ("UPDATE report_day SET heard_on = '2026-05-05'", "report_heard_on_its_day"),
        ("UPDATE report SET chamber = 'senate'", "report_of_its_chamber"),
        ("UPDATE vote SET in_favour = 1 WHERE subject = 3", "vote_adopted_by_enough"),
        ("UPDATE vote SET outcome = 'not_adopted' WHERE subject = 3", "report_resolution_agrees"),
        ("UPDATE resolution SET subject = 2 WHERE subject = 3", "resolution_standing"),
        (APPEAL.format(subject=4), "report_appeal_resolved"),
        (APPEAL.format(subject=2), "report_appeal_first_or_again"),
        (
            """UPDATE report_appeal SET released_on = '2026-03-26', released_by = '№',
               refused_on = '2026-03-26'""",
            "report_appeal_answered_once",
        ),
        (
            "UPDATE report_appeal SET released_on = '2026-03-24', released_by = '№'",
            "report_appeal_released_on_follows_sent_on",
        ),
    ],
}


@pytest.mark.parametrize("story", UNLAWFUL)
async def test_what_no_report_can_be_is_refused(session: AsyncSession, story: Story) -> None:
    case = await story(session, await seated(session))
    for statement, constraint in UNLAWFUL[story]:
        with pytest.raises(DBAPIError) as refused:
            await tamper(session, case, statement)
        assert named(refused.value) == constraint, statement


def named(error: DBAPIError) -> str | None:
    """The constraint that has refused it."""
    cause = getattr(error.orig, "__cause__", None)
    name: str | None = getattr(cause, "constraint_name", None)
    return name


async def test_one_vote_of_a_kind_is_open_at_a_time(session: AsyncSession) -> None:
    case = await heard(session, await seated(session))
    await tamper(session, case, VOTE.format(subject=2, number=1))
    with pytest.raises(DBAPIError, match="vote_on_report_open"):
        await tamper(session, case, VOTE.format(subject=2, number=2))


async def test_a_defect_is_believed_if_the_journal_bears_it_out(session: AsyncSession) -> None:
    here = await seated(session)
    case, other = await prepared(session, here), await prepared(session, here)
    without = act("report", sitting=here.plenary, minutes=20)
    await do(session, case, without, DESPITE)
    await tamper(session, other, "SET CONSTRAINTS ALL IMMEDIATE")
    forged = "UPDATE report_day SET defects = ARRAY['A57-6.10', 'A57-6.11', 'A57-6.08']"
    await tamper(session, other, f"{forged} WHERE report_id = :id")
    with pytest.raises(DBAPIError) as refused:
        await tamper(session, other, STEP.format(kind="report", minutes=20))
    assert named(refused.value) == "report_steps_in_order"


async def test_what_was_let_pass_of_one_question_lets_not_the_other_pass(
    session: AsyncSession,
) -> None:
    here = await seated(session)
    case = await prepared(session, here)
    for one in steps(here):
        if one.kind not in ("report", "question", "opinion"):
            absent = one.model_copy(update={"came": False}) if one.kind == "attendance" else one
            await do(session, case, absent)
    await vote(session, here, case, "take_note", 55, sent=DESPITE)
    with pytest.raises(DBAPIError) as refused:
        await tamper(session, case, VOTE.format(subject=3, number=1))
    assert named(refused.value) == "report_put_after_the_debate"
