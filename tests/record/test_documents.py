"""A closed vote is a document: the same bytes for all, in as many editions as it was corrected."""

import gzip
import hashlib
import json
from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.people.tables import NameRow
from chamber.record.votes.documents import packed, place_of, written
from chamber.record.votes.editions import VoteDocument
from chamber.record.votes.electors import electors_of
from chamber.record.votes.facts import Choice
from chamber.record.votes.tables import Vote
from chamber.record.votes.tallies import Attendance, FactionVote
from chamber.record.votes.telling import told
from tests.record.filled import A, E, F, Filled, N, S, X

PROTOCOL = {
    "commission": ["7f8e3c1a-52d4-4c0b-9d3e-0a1b2c3d4e5f"], "on_roll": 6, "issued": 5,
    "found": 5, "valid": 4, "invalid": 1,
}  # fmt: skip


@pytest_asyncio.fixture
async def house(session: AsyncSession) -> Filled:
    return await Filled(session).seat()


async def document(house: Filled, vote: Vote, edition: int = 1) -> dict[str, Any]:
    kept = await house.session.get_one(VoteDocument, (vote.uid, edition))
    body: dict[str, Any] = json.loads(gzip.decompress(kept.packed))
    return body


async def attendance(house: Filled, number: int) -> dict[tuple[int, str], int]:
    query = select(Attendance.year, Attendance.choice, Attendance.votes)
    rows = await house.session.execute(
        query.where(Attendance.person_id == house.people[number].id, Attendance.votes != 0)
    )
    return {(year, choice): votes for year, choice, votes in rows}


async def test_the_tag_is_the_hash_of_the_bytes(house: Filled) -> None:
    vote = await house.closed_vote()
    kept = await house.session.get_one(VoteDocument, (vote.uid, 1))

    body = gzip.decompress(kept.packed)
    assert kept.etag == hashlib.sha256(body).hexdigest()
    assert packed(body) == kept.packed


async def test_the_same_vote_makes_the_same_bytes_when_it_is_read_again(house: Filled) -> None:
    vote = await house.closed_vote(protocol=PROTOCOL)
    kept = await house.session.get_one(VoteDocument, (vote.uid, 1))
    await house.session.commit()
    await house.session.refresh(vote)

    again = told(vote, await place_of(house.session, vote), await electors_of(house.session, vote))
    assert written(again) == gzip.decompress(kept.packed)


async def test_it_tells_the_whole_roll_in_the_order_of_the_kazakh_alphabet(house: Filled) -> None:
    vote = await house.closed_vote((F, A, S, N, X, E))

    found = await document(house, vote)
    lines = [(line["name"]["latin"].split()[0], line["choice"]) for line in found["roll"]]
    names = ["Aliya", "Bolat", "Gani", "Dina", "Yerlan", "Zhanar"]
    assert lines == list(zip(names, Choice, strict=True))
    assert found["roll"][0]["deputy"] == str(house.uid(0))


async def test_it_tells_the_factions_and_how_each_stood(house: Filled) -> None:
    vote = await house.closed_vote((F, F, A, X, S, E))

    found = await document(house, vote)
    first = next(one for one in found["factions"] if one["name"]["kk"] == "Бірінші")
    assert (first["for"], first["against"], first["absent"], first["excused"]) == (2, 1, 1, 0)
    assert found["roll"][0]["faction"] == first["id"] == str(house.factions[0].uid)
    assert found["roll"][5]["faction"] is None


async def test_it_tells_who_is_in_none_of_the_totals(house: Filled) -> None:
    vote = await house.closed_vote((F, A, S, N, X, E), outcome="not_adopted")

    found = await document(house, vote)
    assert found["totals"] == {"for": 1, "against": 1, "abstained": 1}
    assert [found[name] for name in ("not_voting", "absent", "excused")] == [1, 1, 1]
    assert found["vacant"] == 98 - 6
    assert found["base"]["needed"] == 50


async def test_counts_without_names_tell_as_much_as_they_can(house: Filled) -> None:
    counts: dict[str, Any] = {"in_favour": 3, "against": 1, "abstained": 0}
    vote = await house.closed_vote([], method="totals", present=5, **counts)

    found = await document(house, vote)
    assert found["roll"] == found["factions"] == []
    assert [found[name] for name in ("not_voting", "absent", "excused")] == [1, 1, None]


async def test_of_a_secret_vote_nobody_can_say_who_did_not_vote(house: Filled) -> None:
    counts: dict[str, Any] = {"in_favour": 3, "against": 1, "abstained": 0, "present": 6}
    vote = await house.closed_vote(
        [], form="secret", method="protocol", protocol=PROTOCOL, **counts
    )

    assert (await document(house, vote))["not_voting"] is None


async def test_a_name_is_the_one_of_the_day_of_the_vote(house: Filled) -> None:
    person = house.people[0].id
    row = await house.session.scalar(select(NameRow).where(NameRow.person_id == person))
    assert row is not None
    row.ends_on = date(2026, 3, 5)
    await house.session.flush()
    later = {"kk": "Әлия Бек", "ru": "Алия Бек", "latin": "Aliya Bek"}
    await house.add(NameRow(person_id=person, starts_on=date(2026, 3, 5), **later))

    before = await document(house, await house.closed_vote(on=date(2026, 3, 4)))
    after = await document(house, await house.closed_vote(on=date(2026, 3, 5)))
    assert before["roll"][0]["name"]["latin"] == "Aliya Akhmetova"
    assert after["roll"][0]["name"]["latin"] == "Aliya Bek"


async def test_sources_that_differ_are_shown_as_a_conflict(house: Filled) -> None:
    sources = [
        {"name": "Gazette", "counts": {"in_favour": 60}},
        {"name": "Minutes", "counts": {"in_favour": 61}},
    ]
    vote = await house.closed_vote(sources=sources, official_outcome="adopted")
    alone = await house.closed_vote(sources=sources[:1])

    official = (await document(house, vote))["official"]
    assert official["outcome"] == "adopted"
    assert "61" in official["conflicts"][0]["en"]
    assert (await document(house, alone))["official"]["conflicts"] == []


async def test_a_correction_makes_a_new_edition_and_the_old_one_stays(house: Filled) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.correct(vote, (F, F, F, A, A, X))

    assert (await document(house, vote, 1))["totals"]["for"] == 4
    assert (await document(house, vote, 2))["totals"]["for"] == 3


async def test_attendance_is_counted_once_however_often_a_vote_is_corrected(house: Filled) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X), on=date(2025, 12, 30))
    await house.closed_vote((F, F, F, F, A, X), on=date(2026, 3, 4))
    assert await attendance(house, 5) == {(2025, "absent"): 1, (2026, "absent"): 1}

    await house.correct(vote, (F, F, F, F, A, F), opened_on=date(2026, 1, 5))
    assert await attendance(house, 5) == {(2026, "for"): 1, (2026, "absent"): 1}
    assert await attendance(house, 0) == {(2026, "for"): 2}


async def test_an_annulled_round_counts_for_nobody(house: Filled) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.correct(vote, [], outcome="annulled")
    assert await attendance(house, 0) == {}

    await house.correct(vote, (A, F, F, F, A, X), outcome="adopted")
    assert await attendance(house, 0) == {(2026, "against"): 1}


async def test_the_tally_of_a_faction_is_kept_for_each_edition(house: Filled) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.correct(vote, (F, F, A, A, A, X))

    first = house.factions[0].id
    query = select(FactionVote.edition, FactionVote.in_favour, FactionVote.against)
    query = query.where(FactionVote.faction_id == first).order_by(FactionVote.edition)
    assert (await house.session.execute(query)).all() == [(1, 4, 0), (2, 2, 2)]


@pytest.mark.parametrize("table", ["vote_document", "ballot", "ballot_box"])
async def test_what_was_kept_is_never_changed(house: Filled, table: str) -> None:
    await house.closed_vote()
    await house.session.flush()

    with pytest.raises(DBAPIError, match="append-only"):
        await (await house.session.connection()).exec_driver_sql(f"DELETE FROM {table}")
