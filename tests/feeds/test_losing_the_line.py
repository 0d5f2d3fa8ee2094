"""A call that is lost, a line that is cut or dead: the feed never freezes, nor shows old news."""

from typing import Any

import pytest

from chamber.feeds import listening
from chamber.web.gate import Gate
from tests.feeds import posters
from tests.feeds.conftest import Hand, Open
from tests.feeds.watching import FEED, board_of, has, shown, until


async def test_a_call_that_gets_lost_does_not_freeze_the_feed(
    house: Open, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "AGAIN", 0.3)
    _, client = await house()
    await shown(client)
    await hand.connection.execute("ALTER TABLE announcement DISABLE TRIGGER tell_board")
    await hand.put_up(posters.poster(1))
    await until(lambda: has(client, posters.poster(1)), 2)


async def test_a_line_that_is_cut_is_taken_up_again(house: Open, hand: Hand) -> None:
    gate, client = await house()
    await shown(client)
    for number in (1, 2, 3):
        await cut_lines(gate, hand)
        await hand.put_up(posters.poster(number))
        # Once the process knows of the cut it asks each time, so nothing old is ever shown.
        await until(lambda n=number: has(client, posters.poster(n)), 1)  # type: ignore[misc]
    assert board_of(gate).listening


async def cut_lines(gate: Gate, hand: Hand) -> None:
    line = board_of(gate).line
    assert line is not None
    await hand.connection.execute("SELECT pg_terminate_backend($1)", line.get_server_pid())


async def test_a_line_that_is_dead_without_a_sound_is_noticed(
    house: Open, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "AGAIN", 0.2)
    monkeypatch.setattr(listening, "PATIENCE", 0.3)
    gate, client = await house()
    await hand.put_up(posters.poster(1))
    await shown(client)
    line = board_of(gate).line
    line._transport.pause_reading()  # What comes from there is heard no more.
    await hand.put_up(posters.poster(2))
    await until(lambda: has(client, posters.poster(2)), 3)
    assert board_of(gate).line is not line


async def test_while_nobody_listens_each_request_looks_itself(
    house: Open, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, client = await house()
    await shown(client)

    async def deaf(*_: object) -> Any:
        raise OSError("no line can be had")

    noticeboard = board_of(gate)
    for number in (1, 2):
        noticeboard.hang_up()
        await hand.put_up(posters.poster(number))
        assert posters.hearing(number) in await shown(client)
    noticeboard.hang_up()
    monkeypatch.setattr(noticeboard, "call", deaf)
    refusal = await client.get(FEED)
    assert refusal.status_code == 503
    assert refusal.json()["type"].endswith("#problem-database-away")
    monkeypatch.undo()
    assert len(await shown(client)) == 2
