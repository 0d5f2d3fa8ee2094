"""A vote's document over HTTP: plain or packed, with a tag, and in each of its editions."""

import httpx

from chamber.record.votes.tables import Vote
from tests.record.filled import A, F, Filled, X
from tests.record.looking import Client, house, reader

__all__ = ["house", "reader"]  # Fixtures.


async def document(reader: Client, vote: Vote, query: str = "", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return await reader.get(f"/api/v1/votes/{vote.uid}{query}", headers=named)


async def test_a_document_is_given_plain_or_packed_with_a_tag_for_each(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote()
    await house.session.commit()

    plain = await document(reader, vote, accept_encoding="identity")
    small = await document(reader, vote, accept_encoding="br, gzip;q=0.8")
    none = await document(reader, vote, accept_encoding="gzip;q=0")
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in none.headers
    assert small.headers["content-encoding"] == "gzip"
    assert small.json() == plain.json()
    assert plain.json()["id"] == str(vote.uid)
    assert small.headers["etag"] != plain.headers["etag"]
    for one in (plain, small):
        coding = one.headers.get("content-encoding", "identity")
        again = await document(
            reader, vote, accept_encoding=coding, if_none_match=one.headers["etag"]
        )
        assert (again.status_code, again.content) == (304, b"")


async def test_an_unusual_reader_is_answered_too(house: Filled, reader: Client) -> None:
    vote = await house.closed_vote()
    await house.session.commit()
    address = f"/api/v1/votes/{vote.uid}"

    plain = await document(reader, vote)
    del reader.headers["accept"]
    assert (await reader.get(address)).content == plain.content
    assert (await document(reader, vote, accept="text/html, */*;q=0.1")).content == plain.content
    assert (await document(reader, vote, accept="image/svg")).status_code in (200, 406)
    head = await reader.head(address)
    assert (head.status_code, head.content) == (200, b"")


async def test_a_correction_shows_at_once_and_the_edition_before_stays(
    house: Filled, reader: Client
) -> None:
    vote = await house.closed_vote((F, F, F, F, A, X))
    await house.session.commit()
    before = await document(reader, vote)
    await house.correct(vote, (A, F, F, F, A, X))
    await house.session.commit()

    after = await document(reader, vote, if_none_match=before.headers["etag"])
    assert after.status_code == 200
    assert (before.json()["totals"]["for"], after.json()["totals"]["for"]) == (4, 3)
    first = await document(reader, vote, "?edition=1")
    assert first.json() == before.json()
    assert "immutable" in first.headers["cache-control"]
    assert (await document(reader, vote, "?edition=3")).status_code == 404
    assert (await document(reader, vote, "?edition=x")).status_code == 422
    assert (await document(reader, vote, "?page=2")).status_code == 422
