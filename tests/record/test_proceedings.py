"""The keys of proceedings: asked for once, and refused where nothing is meant."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.record.proceedings import Proceeding, UnknownReference, ids, uids


async def person(session: AsyncSession, number: str) -> Proceeding:
    added = Proceeding(noun="people", number=number, uid=uuid4())
    session.add(added)
    await session.flush()
    return added


async def test_what_a_session_has_asked_for_it_does_not_ask_again(
    session: AsyncSession, engine: AsyncEngine
) -> None:
    one, other = await person(session, "1"), await person(session, "2")
    await ids(session, "people", [one.uid])
    await uids(session, [other.id])
    sent: list[str] = []
    event.listen(engine.sync_engine, "before_cursor_execute", lambda *told: sent.append(told[2]))

    assert await ids(session, "people", [one.uid]) == {one.uid: one.id}
    assert await uids(session, [other.id]) == {other.id: other.uid}
    assert sent == []
    both = {one.uid: one.id, other.uid: other.id}
    assert await ids(session, "people", [one.uid, other.uid]) == both
    assert await uids(session, both.values()) == {key: uid for uid, key in both.items()}
    assert len(sent) == 2


async def test_a_person_is_no_body_and_what_is_not_there_is_not_remembered(
    session: AsyncSession,
) -> None:
    nobody = UUID("00000000-0000-4000-8000-000000000000")
    known = await person(session, "1")
    await ids(session, "people", [known.uid])

    with pytest.raises(UnknownReference, match=str(known.uid)):
        await ids(session, "bodies", [known.uid])
    for _ in range(2):
        with pytest.raises(UnknownReference, match=str(nobody)):
            await ids(session, "people", [known.uid, nobody])
    session.add(Proceeding(noun="people", number="3", uid=nobody))
    await session.flush()
    assert nobody in await ids(session, "people", [nobody])
    assert await uids(session, [0]) == {}
