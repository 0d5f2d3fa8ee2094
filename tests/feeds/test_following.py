"""Each process follows the board: also when a call gets lost, a line is cut, or nobody listens."""

import asyncio

import feedparser
import pytest

from chamber.feeds import listening
from chamber.feeds.announcements import PAGE
from chamber.feeds.asking import Wanted
from chamber.feeds.prepared import Prepared
from chamber.feeds.shelf import Shelf
from chamber.hearings.board import State
from chamber.hearings.tables.board import CHANNEL
from tests.feeds import posters
from tests.feeds.conftest import Client, Hand, Open
from tests.feeds.watching import FEED, board_of, has, lacks, shown, until


async def test_a_change_shows_in_every_process_at_once(house: Open, hand: Hand) -> None:
    clients = [(await house())[1] for _ in range(2)]
    assert [await shown(client) for client in clients] == [[], []]

    for number in range(1, 6):
        new = posters.poster(number)
        await hand.put_up(new)
        for client in clients:
            took = await until(lambda c=client, n=new: has(c, n), 1)  # type: ignore[misc]
            assert took < 0.5


async def test_move_and_cancellation_change_the_tag_and_raise_the_sequence(
    public: Client, hand: Hand
) -> None:
    tags, sequences, updates = set(), [], []
    for state in (State.PLANNED, State.MOVED, State.CANCELLED):
        await hand.put_up(posters.poster(state=state))
        await until(lambda s=state: stands(public, s), 1)  # type: ignore[misc]
        answer = await public.get(FEED)
        (item,) = answer.json()["items"]
        tags.add(answer.headers["etag"])
        sequences.append(item["_chamber"]["sequence"])
        updates.append(item["date_modified"])
    assert len(tags) == 3
    assert sequences == [0, 1, 2]
    assert updates == sorted(set(updates))


async def stands(client: Client, state: State) -> bool:
    items = (await client.get(FEED)).json()["items"]
    return bool(items) and items[0]["_chamber"]["state"] == state


async def test_while_it_listens_no_request_reads_the_database(
    house: Open, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "AGAIN", 3600)
    gate, client = await house()
    for number in range(1, 45):
        await hand.put_up(posters.poster(number))
    await shown(client)
    asked: list[str] = []
    board_of(gate).line.add_query_logger(lambda query: asked.append(query.query))

    for query in (
        "",
        "?lang=ru",
        "?chamber=mazhilis",
        f"?committee={posters.COMMITTEE}",
    ):
        for form in ("atom", "json"):
            assert (await client.get(f"/feeds/hearings.{form}{query}")).status_code == 200
    for path in ("/feeds/hearings.atom?page=1", "/feeds/hearings.json?before=9"):
        assert (await client.get(path)).status_code == 200
    for path in ("/feeds/hearings.ics", "/kk/", f"/en/hearings/{posters.hearing(3)}"):
        assert (await client.get(path)).status_code == 200

    assert asked == []
    # Ours, and the hand's: nobody else has come to the database at all.
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    assert await hand.connection.fetchval(others) == 2


async def test_an_emptied_place_goes_from_every_process(house: Open, hand: Hand) -> None:
    clients = [(await house())[1] for _ in range(2)]
    secret, other = posters.poster(1), posters.poster(2)
    await hand.put_up(secret)
    await hand.put_up(other)
    for client in clients:
        assert await shown(client) == [other.id, secret.id]

    await hand.take_down(secret)

    for client in clients:
        await until(lambda c=client: lacks(c, secret), 1)  # type: ignore[misc]
        assert (await client.get(f"/kk/hearings/{secret.id}")).status_code == 404


async def test_a_board_that_was_put_back_to_an_earlier_day_is_read_anew(
    public: Client, hand: Hand
) -> None:
    for number in (1, 2):
        await hand.put_up(posters.poster(number))
    assert len(await shown(public)) == 2
    await hand.connection.execute("DELETE FROM announcement WHERE serial = 2")
    await hand.connection.execute(f"NOTIFY {CHANNEL}")
    await until(lambda: lacks(public, posters.poster(2)), 1)
    assert await shown(public) == [posters.hearing(1)]


async def test_many_who_ask_at_once_for_what_is_not_drawn_yet_wait_for_one_drawing(
    house: Open, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, client = await house()
    for number in range(1, 30):
        await hand.put_up(posters.poster(number))
    drawn, draw = list[Wanted](), Shelf.drawn

    def counted(self: Shelf, asked: Wanted) -> Prepared | None:
        drawn.append(asked)
        return draw(self, asked)

    monkeypatch.setattr(Shelf, "drawn", counted)
    answers = await asyncio.gather(*(client.get("/feeds/hearings.ics") for _ in range(20)))

    assert len({answer.headers["etag"] for answer in answers}) == 1
    assert len(drawn) == 1


async def test_an_archive_too_is_read_anew_then(public: Client, hand: Hand) -> None:
    for number in range(1, PAGE + 2):
        await hand.put_up(posters.poster(number))
    archive = "/feeds/hearings.atom?page=1"
    before = await public.get(archive)
    await hand.connection.execute("DELETE FROM announcement WHERE serial >= $1", PAGE)
    await hand.put_up(posters.poster(PAGE + 5))

    async def told() -> bool:
        return (await public.get(archive)).content != before.content

    await until(told, 1)
    newest, *_ = feedparser.parse((await public.get(archive)).content).entries
    assert newest.id == posters.hearing(PAGE + 5).urn
