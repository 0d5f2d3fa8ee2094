"""One part of a fuzz: so many requests of one seed, to a house on a copy of the same record."""

import asyncio
import json
import logging
import re
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from typing import Any

import uvloop

from chamber.web.gate import Gate
from tests.fuzz.cases import cases
from tests.fuzz.everywhere import everywhere
from tests.fuzz.ground import Ground, house_of
from tests.fuzz.judging import Judge
from tests.fuzz.known import Known
from tests.fuzz.mutating import Mutator
from tests.web.hostile import Hostile
from tests.web.test_fuzz import ask

Told = Callable[[int], None]
LONGEST = 900  # Of what is printed of one complaint: the request, and its trouble.


@dataclass
class Found:
    statuses: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)


class Troubles(logging.Handler):
    """The last trouble that was logged: it says why."""

    last = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.last = logging.Formatter().format(record)


JUDGES: list[Judge] = []
TROUBLES = Troubles(logging.ERROR)


def mutations(ground: Ground, seed: str, number: int, told: Told) -> Found:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(mutated(ground, seed, number, told))


async def mutated(ground: Ground, seed: str, number: int, told: Told) -> Found:
    found = Found()
    async with house_of(ground) as (gate, known):
        judge = await judge_of(gate)
        for asked in Mutator(seed, routes_of(gate), known).requests(number):
            await try_one(gate, judge, asked, found, seed)
            told(1)
    return found


async def everywhere_asked(ground: Ground) -> Found:
    """Each kind of act of the record in many a case."""
    found = Found()
    async with house_of(ground) as (gate, known):
        judge = await judge_of(gate)
        for asked in everywhere(known):
            await try_one(gate, judge, asked, found, "everywhere")
    return found


def schema_cases(ground: Ground, seed: str, number: int, told: Told) -> Found:
    """What the description allows, and what it only just does not: made by schemathesis."""
    found = Found()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        stack = AsyncExitStack()
        gate, known = runner.run(stack.enter_async_context(house_of(ground)))
        judge = runner.run(judge_of(gate))

        def try_it(asked: Hostile) -> None:
            runner.run(try_one(gate, judge, asked, found, seed))
            told(1)

        try:
            cases(judge.schema, Dresser(seed, known), seed, number, try_it)
        finally:
            runner.run(stack.aclose())
    return found


class Dresser:
    """Gives a made-up request a clerk, and often a case that there is."""

    def __init__(self, seed: str, known: Known) -> None:
        self.chance, self.known = Random(seed), known  # noqa: S311 -- dice, no secret
        self.mutator = Mutator(seed, ["/"], known)

    def __call__(self, asked: Hostile) -> Hostile:
        headers = [one for one in asked.headers if one[0].lower() != "authorization"]
        headers += self.mutator.clerk()
        path = asked.path
        room = re.match(rb"/api/v1/(\w+)/([^/?]+)", path)
        cases = self.known.by_noun.get(room[1].decode(), []) if room else []
        if room and cases and self.chance.random() < 0.7:
            case = self.chance.choice(cases)
            path = path.replace(room[2], str(case.uid).encode(), 1)
            headers = [one for one in headers if one[0].lower() != "if-match"]
            headers.append(("If-Match", case.tag.encode()))
        return Hostile(asked.method, path, headers, asked.body)


async def try_one(gate: Gate, judge: Judge, asked: Hostile, found: Found, seed: str) -> None:
    try:
        status, headers, body = await ask(gate, asked.method, asked.path, asked.headers, asked.body)
        wrong = judge.complaint(asked, status, headers, body)
    except Exception as error:  # Whatever it is, it is told, and the next request is sent.
        status, body, wrong = 0, b"", f"{type(error).__name__}: {error}"
    found.statuses[str(status)] += 1
    if wrong:
        found.complaints.append(told_of(asked, wrong, body, seed))


def told_of(asked: Hostile, wrong: str, body: bytes, seed: str) -> str:
    headers = {name: value[:60] for name, value in asked.headers}
    why = TROUBLES.last[-LONGEST:] if "answered 5" in wrong else body[:LONGEST].decode()
    path, sent = asked.path[:300], asked.body[:LONGEST]
    return f"[{seed}] {wrong}\n  {asked.method} {path!r} {headers} {sent!r}\n  {why}"


async def judge_of(gate: Gate) -> Judge:
    """Made once in each process: every house describes itself alike."""
    if JUDGES:
        return JUDGES[0]
    _, _, schema = await ask(gate, "GET", b"/api/v1/openapi.json", [], b"")
    _, _, page = await ask(gate, "GET", b"/api/v1/docs", [], b"")
    kinds = re.findall(r'id="problem-([\w-]+)"', page.decode())
    JUDGES.append(Judge(json.loads(schema), frozenset(kinds)))
    return JUDGES[0]


def routes_of(gate: Any) -> list[str]:
    return sorted({route.path for route in gate.house.routes})
