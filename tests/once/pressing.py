"""Ballots as they come in bad weather: sent again, twice at once, torn, late for the close.

Whatever happens on the way: who was told that the ballot is cast is in the count, with this ballot
and once; and who was not is told so.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from tests.once.booth import Booth, Deputy
from tests.once.wire import Answer, Line, request

CHOICES = ("for", "against", "abstained")
COLUMNS = ("in_favour", "against", "abstained")
SPREAD = 0.06  # Seconds in which all press, and the vote is closed.
TORN = 0.15  # How often a connection is torn,
AT_MOST = 0.03  # and after how many seconds.
SLIP = 0.04  # How often somebody presses something else as well.


@dataclass
class Pressed:
    """What one deputy sent in one vote, and was answered."""

    sent: set[str] = field(default_factory=set)
    told: list[tuple[str, int]] = field(default_factory=list)  # The choice, and the status.

    def cast(self) -> set[str]:
        return {choice for choice, status in self.told if status in (200, 201)}


@dataclass
class Run:
    booth: Booth
    dice: Random
    counted: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)

    async def hold(self) -> None:
        """One vote: all press, and it is closed over them."""
        case, vote = await self.booth.vote()
        hands = {deputy.uid: Pressed() for deputy in self.booth.deputies}
        closing = await self.prepare_close(case, vote)
        *those, late = self.dice.sample(self.booth.deputies, len(self.booth.deputies))
        presses = [self.many(one, vote, hands[one.uid]) for one in those]
        await asyncio.gather(self.close(*closing), *presses)
        await self.many(late, vote, hands[late.uid])  # However slow the machine is, one is late.
        # Whoever was not answered asks once more, and all outcomes are known.
        await asyncio.gather(
            *(self.ask_again(one, vote, hands[one.uid]) for one in self.booth.deputies)
        )
        await self.check(vote, hands)

    async def many(self, deputy: Deputy, vote: UUID, hand: Pressed) -> None:
        own = self.dice.choice(CHOICES)
        choices = [own] * self.dice.choice((1, 2, 2, 3, 4))
        if self.dice.random() < SLIP:
            choices.append(self.dice.choice(CHOICES))
        first = self.dice.uniform(0, SPREAD)
        await asyncio.gather(
            *(
                self.one(deputy.lines[nth % 2], deputy, vote, (choice, first), hand)
                for nth, choice in enumerate(choices)
            )
        )

    async def one(
        self, line: Line, deputy: Deputy, vote: UUID, press: tuple[str, float], hand: Pressed
    ) -> None:
        choice, wait = press
        torn = self.dice.uniform(0, AT_MOST) if self.dice.random() < TORN else None
        await asyncio.sleep(wait)
        hand.sent.add(choice)
        self.counted["presses"] += 1
        answer = await line.ask(ballot(deputy, vote, choice), torn)
        if answer is None:
            self.counted["torn"] += 1
        else:
            self.counted[str(answer.status)] += 1
            hand.told.append((choice, answer.status))

    async def ask_again(self, deputy: Deputy, vote: UUID, hand: Pressed) -> None:
        """After the close: a retry tells whether the ballot is in the count."""
        for choice in sorted(hand.sent - hand.cast()):
            self.counted["presses"] += 1
            self.counted["asked again"] += 1
            answer = await deputy.lines[0].ask(ballot(deputy, vote, choice))
            assert answer is not None
            hand.told.append((choice, answer.status))

    async def prepare_close(self, case: UUID, vote: UUID) -> tuple[bytes, bytes]:
        """The request that closes the vote, and another one under the same key."""
        clerk, line = self.booth.clerk, Line(self.booth.port)
        shown = await line.ask(request("GET", f"/api/v1/reports/{case}", clerk))
        await line.close()
        assert shown is not None
        headers = {"If_Match": shown.headers["etag"], "Idempotency_Key": f"close/{vote}"}
        act = {"kind": "close_vote", "on": self.booth.day, "vote": vote}
        path = f"/api/v1/reports/{case}/acts"
        right, wrong = (
            request("POST", path, clerk, {"act": act | more}, **headers)
            for more in ({}, {"annulled": True})
        )
        return right, wrong

    async def close(self, closing: bytes, other: bytes) -> None:
        """By two requests at once with one key, until one is answered."""
        lines = (Line(self.booth.port), Line(self.booth.port))
        await asyncio.sleep(self.dice.uniform(0.1, 0.9) * SPREAD)
        answers = [await self.until_done(lines, closing), await lines[0].ask(closing)]
        self.check_close(answers, await lines[1].ask(other))
        for line in lines:
            await line.close()

    async def until_done(self, lines: tuple[Line, Line], closing: bytes) -> Answer:
        while True:
            both = await asyncio.gather(*(line.ask(closing) for line in lines))
            statuses = {one.status for one in both if one}
            if not statuses <= {201, 409}:
                self.found.append(f"a close was answered {statuses}")
            for one in both:
                if one is not None and one.status == 201:
                    return one
            self.counted["closes in flight"] += 1

    def check_close(self, answers: list[Answer | None], wrong: Answer | None) -> None:
        self.counted["closes"] += 1
        told = {(one.status, one.body) for one in answers if one}
        if len(told) != 1 or None in answers:
            self.found.append(f"a close that was sent again came to {told}")
        if wrong is None or wrong.status != 422:
            self.found.append("another close under the same key was not refused with 422")

    async def check(self, vote: UUID, hands: dict[UUID, Pressed]) -> None:
        counted, box, count = await self.booth.came_to(vote)
        sums = {choice: list(count.values()).count(choice) for choice in CHOICES}
        if box != count:
            self.found.append(
                f"vote {vote}: the box and the count differ: {box.items() ^ count.items()}"
            )
        if [getattr(counted, one) for one in COLUMNS] != [sums[one] for one in CHOICES]:
            self.found.append(f"vote {vote} was counted {counted}, and its ballots are {sums}")
        for who, hand in hands.items():
            if (wrong := amiss(hand, count.get(who))) is not None:
                self.found.append(f"vote {vote}, deputy {who}: {wrong}; told {hand.told}")
        self.counted["votes"] += 1
        self.counted["ballots"] += len(count)
        self.counted["late"] += len(hands) - len(count)


def amiss(hand: Pressed, counted: str | None) -> str | None:
    """What is wrong with what a deputy was told, if anything is."""
    cast = hand.cast()
    if cast != ({counted} if counted else set()):
        return f"was told that {sorted(cast)} is cast, and {counted} is counted"
    if sum(status == 201 for _, status in hand.told) > 1:
        return "was told twice that a ballot is cast for the first time"
    if strange := {status for _, status in hand.told} - {200, 201, 409}:
        return f"was answered {strange}"
    return None


def ballot(deputy: Deputy, vote: UUID, choice: str) -> bytes:
    return request("POST", f"/api/v1/votes/{vote}/ballots", deputy.token, {"choice": choice})


async def press(
    booth: Booth, seed: str, ballots: int, told: Callable[[int], None] = lambda ballots: None
) -> Run:
    """Votes, until so many ballots have been counted. `told` of those of each vote."""
    run = Run(booth, Random(seed))  # noqa: S311 -- dice, no secret
    while run.counted["ballots"] < ballots:
        before = run.counted["ballots"]
        await run.hold()
        told(run.counted["ballots"] - before)
    return run
