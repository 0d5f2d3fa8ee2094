"""Who has a seat at a sitting on the record, who is in the hall, and what it may name."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.ruling import Impossible
from chamber.record.proceedings import UnknownReference
from chamber.record.sittings.seating import hall
from tests.record.seated import form, seat
from tests.record.sitting_kept import DAY, QUESTION, act, begin, do, facts, plan, whole_story


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
