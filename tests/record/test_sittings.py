"""A sitting on the record: its rows tell what its acts told, and the database refuses the rest."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.roles import Role
from chamber.law.ruling import Impossible, Unlawful, Verdict
from chamber.law.sent import Occurred, Sent
from chamber.record.desk import Clerk, Desk
from chamber.record.journal import entries
from chamber.record.procedure import Done, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.telling import fold, standing
from chamber.record.proceedings import UnknownReference
from chamber.record.sittings.acts import AnySittingAct
from chamber.record.sittings.facts import Sitting
from chamber.record.sittings.procedure import SITTINGS
from chamber.record.sittings.seating import hall

DAY = date(2026, 3, 4)
QUESTION = {"kk": "Есеп комиссиясын сайлау туралы", "ru": "Об избрании счетной комиссии"}
MINUTES = Occurred(source="2026 жылғы 4 наурыздағы отырыстың хаттамасы")


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


def desk(session: AsyncSession) -> Desk:
    clerk = Clerk(uuid4(), "Айгүл", Role.SECRETARIAT, chamber="mazhilis")
    return Desk(session=session, clerk=clerk, today=date(2026, 4, 1))


def act(kind: str, **told: Any) -> Any:
    return SITTINGS.acts.validate_python({"kind": kind, "on": DAY, **told})


def plan(sitting: str = "plenary", body: UUID | None = None, **told: Any) -> AnySittingAct:
    at = datetime(2026, 3, 4, 5, tzinfo=UTC)
    return act(  # type: ignore[no-any-return]
        "plan",
        **{"chamber": "mazhilis", "sitting": sitting, "body": body, "starts_at": at} | told,
        place="Мәжіліс залы",
    )


async def begin(session: AsyncSession, *acts: Any, opening: Any = None) -> UUID:
    done = await open_case(SITTINGS, desk(session), opening or plan(), Sent())
    assert done.proceeding is not None
    for one in acts:
        await do_act(SITTINGS, desk(session), done.proceeding.uid, one, Sent())
    return done.proceeding.uid


async def do(session: AsyncSession, uid: UUID, one: Any, sent: Sent | None = None) -> Done:
    return await do_act(SITTINGS, desk(session), uid, one, sent or Sent())


async def facts(session: AsyncSession, uid: UUID) -> Sitting:
    """The facts as the rows tell them, which is as the journal tells them."""
    key = await session.scalar(text("SELECT id FROM proceeding WHERE uid = :u"), {"u": uid})
    told = await SITTINGS.load(session, key)
    assert told == fold(SITTINGS, standing(SITTINGS, await entries(session, key)))
    return told


def whole_story(people: list[UUID], matter: UUID) -> list[Any]:
    """An act of every kind but cancel."""
    title = {"title": QUESTION}
    tally = {"for": 60, "against": 6, "abstained": 1}
    moved = datetime(2026, 3, 4, 6, tzinfo=UTC)
    return [
        act("agenda", items=[title]),
        act("reschedule", starts_at=moved, place="2-зал", reason="жөндеу"),
        act("agenda", items=[title, {**title, "proceeding": matter}]),
        act("register", present=people[:70], late=people[70:72], excused=people[72:75]),
        act("open"),
        act("agenda_adopted", version=2, tally=tally),
        act("decide", question=QUESTION, tally=tally, commission=people[:3]),
        act("item_opened", item=1),
        act("leave", people=people[:2], item=1),
        act("speech", item=1, speaker=people[5], speech="report"),
        act("speech", item=1, guest="Министр", speech="answer"),
        act("decide", question=QUESTION, tally={"for": 49, "against": 3}, rule="A57-8.02", item=1),
        act("item_closed", item=1),
        act("leave", people=people[:1]),
        act("arrive", people=people[72:73]),
        act("item_opened", item=2),
        act("register", item=2, count=66),
        act("item_closed", item=2),
        act("close"),
        act("minutes", text="Отырыстың хаттамасы", source="№ 3"),
    ]


async def test_the_rows_of_a_sitting_tell_what_its_acts_told(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session)

    for one in whole_story(people, people[0]):
        await do(session, uid, one)
        await facts(session, uid)
    told = await facts(session, uid)
    assert told.in_force() == told.agenda[1]
    assert [decision.adopted for decision in told.decisions] == [True, False]
    assert told.decisions[0].commission == set(people[:3])
    assert len(told.rolls[1].people) == 75


async def test_a_cancelled_sitting_keeps_its_reason(session: AsyncSession) -> None:
    uid = await begin(session, act("cancel", reason="баяндамашының науқастануы"))

    assert (await facts(session, uid)).cancelled_because == "баяндамашының науқастануы"


async def test_a_correction_takes_a_registration_away_and_all_is_judged_again(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    tally = {"for": 66, "against": 0}
    uid = await begin(
        session, act("register", present=people[:66]), act("open"),
        act("decide", question=QUESTION, tally=tally),
    )  # fmt: skip
    assert len((await facts(session, uid)).decisions) == 1

    one_less = act("register", present=people[:65]).model_dump(mode="json")
    with pytest.raises(Impossible, match="66 votes, but 65 are present"):
        await fix(session, uid, 2, one_less)
    one_less = act("register", count=66).model_dump(mode="json")
    await fix(session, uid, 2, one_less)
    told = await facts(session, uid)
    assert (told.rolls[0].people, told.rolls[0].counted) == ({}, {"mazhilis": 66})
    left = await session.scalar(text("SELECT count(*) FROM presence"))
    assert left == 0


async def test_a_decision_that_is_judged_again_below_the_quorum_no_longer_stands(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(
        session, act("register", present=people[:66]), act("open"),
        act("decide", question=QUESTION, tally={"for": 65, "against": 0}),
    )  # fmt: skip

    await fix(session, uid, 2, act("register", present=people[:65]).model_dump(mode="json"))
    assert (await facts(session, uid)).decisions == ()


async def fix(session: AsyncSession, uid: UUID, entry: int, right: dict[str, Any]) -> None:
    correction = Correction(on=DAY, entry=entry, act=right, reason="теру қатесі")
    await correct(SITTINGS, desk(session), uid, correction, Sent())


# Sixty-five of ninety-eight.


async def test_below_the_quorum_a_decision_is_refused_and_nothing_is_written(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    with pytest.raises(Unlawful) as refusal:
        await do(session, uid, decision)
    assert refusal.value.ruling.findings[0].rule == "A57-8.09"
    assert (await facts(session, uid)).decisions == ()


async def test_a_decision_that_has_occurred_below_the_quorum_is_kept_but_never_counts(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    done = await do(session, uid, decision, Sent(occurred=MINUTES))
    assert (done.ruling.verdict, done.ruling.adopted) == (Verdict.INVALID, True)
    assert (await facts(session, uid)).decisions == ()


async def test_a_seat_that_is_vacant_makes_the_quorum_disputed(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 97)
    uid = await begin(session, act("register", present=people[:65]), act("open"))
    decision = act("decide", question=QUESTION, tally={"for": 65, "against": 0})

    with pytest.raises(Unlawful):
        await do(session, uid, decision)
    done = await do(session, uid, decision, Sent(despite="бір орын бос"))
    assert done.ruling.verdict is Verdict.DISPUTED
    assert len((await facts(session, uid)).decisions) == 1


async def test_whose_mandate_ended_during_a_sitting_is_no_longer_counted(
    session: AsyncSession,
) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("register", present=people[:66]), act("open"))
    statement = """UPDATE mandate SET ends_on = '2026-03-04', ground = 'died'
                   FROM proceeding AS p WHERE p.id = person_id AND p.uid = :gone"""
    await session.execute(text(statement), {"gone": people[0]})

    with pytest.raises(Unlawful):
        await do(session, uid, act("decide", question=QUESTION, tally={"for": 60, "against": 0}))


# Who has a seat.


async def test_only_deputies_of_the_chamber_are_registered(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 2)
    senators = await seat(session, "senate", 1)
    uid = await begin(session)

    await do(session, uid, act("register", present=people))
    with pytest.raises(Impossible, match="has no seat"):
        await do(session, uid, act("register", present=senators))
    with pytest.raises(UnknownReference):
        await do(session, uid, act("register", present=[uuid4()]))


async def test_only_members_are_registered_at_a_committee(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 20)
    body = await form(session, people[:14])
    uid = await begin(session, opening=plan("committee", body))

    done = await do(session, uid, act("register", present=people[:10]))
    assert (done.ruling.rule, done.ruling.total, done.ruling.adopted) == ("F-2.12", 14, True)
    with pytest.raises(Impossible, match="has no seat"):
        await do(session, uid, act("register", present=people[14:15]))


async def test_both_chambers_are_registered_at_a_joint_sitting(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98) + await seat(session, "senate", 50)
    uid = await begin(session, act("register", present=people), opening=plan("joint"))

    assert (await hall(session, uid, DAY)).registered == 148
    await facts(session, uid)


async def test_a_sitting_is_planned_of_a_body_that_exists(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 1)
    body = await form(session, people)

    with pytest.raises(UnknownReference):
        await begin(session, opening=plan("committee", uuid4()))
    with pytest.raises(Impossible, match="is no bureau of the mazhilis"):
        await begin(session, opening=plan("bureau", body))
    at = datetime(2023, 3, 31, 5, tzinfo=UTC)
    with pytest.raises(Impossible, match="does not exist on 2023-03-31"):
        await begin(session, opening=plan("committee", body, on="2023-03-30", starts_at=at))


async def test_an_agenda_names_only_what_is_on_the_record(session: AsyncSession) -> None:
    uid = await begin(session)

    with pytest.raises(UnknownReference):
        await do(session, uid, act("agenda", items=[{"title": QUESTION, "proceeding": uuid4()}]))


async def test_a_speaker_is_on_the_record_or_a_guest(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, *whole_story(people, people[0])[:8])

    with pytest.raises(UnknownReference):
        await do(session, uid, act("speech", item=1, speaker=uuid4(), speech="report"))


async def test_the_hall_knows_who_is_there_for_an_item(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, *whole_story(people, people[0])[:9])

    whole, item = await hall(session, uid, DAY), await hall(session, uid, DAY, 1)
    assert (whole.registered, item.registered) == (72, 70)
    assert set(whole.present) - set(item.present) == set(people[:2])
    assert set(whole.excused) == set(people[72:75])
    assert (whole.opened_on, whole.closed_on, whole.kind) == (DAY, None, "plenary")
    with pytest.raises(UnknownReference):
        await hall(session, uuid4(), DAY)


async def test_whose_mandate_has_ended_is_not_there_any_more(session: AsyncSession) -> None:
    people = await seat(session, "mazhilis", 98)
    uid = await begin(session, act("open"), act("register", present=people[:66]))

    one, out = date(2026, 3, 5), date(2026, 3, 6)  # The last day in, and the first day out.
    who = "(SELECT id FROM proceeding WHERE uid = :who)"
    ended = text(f"UPDATE mandate SET ends_on = :out, ground = 'died' WHERE person_id = {who}")
    await session.execute(ended, {"out": out, "who": people[0]})

    assert (await hall(session, uid, one)).registered == 66
    there = await hall(session, uid, out)
    assert (there.registered, set(there.present)) == (65, set(people[1:66]))


# What the database refuses by itself.

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
