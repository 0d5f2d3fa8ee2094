"""What every route is handed: who asks, in one transaction that is kept before the answer goes."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from litestar import Request, Response
from litestar.datastructures import State
from litestar.di import Provide
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Value
from chamber.law.sent import Sent
from chamber.record.desk import Clerk, Desk, SomebodyWasFaster
from chamber.record.journal import Entry, entries
from chamber.record.procedure import Done, check_known, do_act, open_case
from chamber.record.procedure.changes import elsewhere
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.reading import read
from chamber.record.procedure.reminding import OnAnyCase, Reminder, remind
from chamber.record.procedure.room import Room, nothing_due
from chamber.record.proceedings import Proceeding, find
from chamber.record.sight import see_all
from chamber.web import refusals
from chamber.web.admitting import check_admitted
from chamber.web.entrance import entrance
from chamber.web.etags import Tags, known, named, version_in
from chamber.web.house import House
from chamber.web.idempotency import Answer, kept_answer, key_in, respond
from chamber.web.problems import Refused
from chamber.web.telling import Json, as_bytes, told_act, told_case, told_changed, told_ruling

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says beside its body."""

    if_match: str | None
    if_none_match: str | None
    key: str | None
    dry_run: bool
    fingerprint: bytes  # SHA-256 of method, address and body.


def no_more(facts: Value, story: Sequence[Entry]) -> Json:
    return {}


@dataclass(frozen=True, slots=True)
class Door:
    session: AsyncSession
    clerk: Clerk
    today: date
    asked: Asked
    tags: Tags
    rooms: Mapping[str, Room[Any, Any, Any]]

    def desk(self, seen: int | None = None) -> Desk:
        return Desk(
            session=self.session, clerk=self.clerk, today=self.today, seen=seen,
            dry_run=self.asked.dry_run, rooms=self.rooms,
        )  # fmt: skip

    async def open(self, room: Room[F, A, G], act: A, sent: Sent) -> Response[bytes]:
        """Open a proceeding with its first act."""
        await see_all(self.session)
        return await self.once(sent, lambda: open_case(room, self.desk(), act, sent))

    async def do(
        self, room: Room[F, A, G], uid: UUID, act: A | OnAnyCase, sent: Sent
    ) -> Response[bytes]:
        """Do an act on the version of a proceeding that If-Match names."""
        case = await find(self.session, room.noun, uid)
        if room.known_to is not None:  # Before all else: what is hidden is asked nothing more.
            await check_known(room, self.desk(), case, await room.load(self.session, case.id))
        await see_all(self.session)

        async def do() -> Done:
            desk = self.desk(self.version_named(case))
            if isinstance(act, Correction):
                return await correct(room, desk, uid, act, sent)
            if isinstance(act, Reminder):
                return await remind(room, desk, uid, act, sent)
            return await do_act(room, desk, uid, act, sent)

        return await self.once(sent, do)

    async def show(
        self, room: Room[F, A, G], uid: UUID, more: Callable[[F, Sequence[Entry]], Json] = no_more
    ) -> Response[bytes]:
        """`more` is what the facts and the entries come to: one tag serves for all of it."""
        case = await find(self.session, room.noun, uid)
        facts = await read(room, self.desk(), case) if room.known_to is not None else None
        tag = self.tag_of(case)
        if known(self.asked.if_none_match, tag):
            return Response(b"", status_code=304, headers={"ETag": tag})
        facts = facts or await room.load(self.session, case.id)
        story = await entries(self.session, case.id)
        known_story = story, await elsewhere(self.desk(), story)
        told = told_case(room, case, facts, known_story, (self.clerk, self.today))
        return respond(Answer(status=200, body=as_bytes(told | more(facts, story)), etag=tag))

    def tag_of(self, case: Proceeding) -> str:
        tag = self.tags.of(case.uid, case.version)
        has_days = self.rooms[case.noun].due is not nothing_due
        return self.tags.of_day(tag, self.today) if has_days else tag

    def version_named(self, case: Proceeding) -> int | None:
        """The version that If-Match names; a rehearsal need not name any."""
        if self.asked.dry_run:
            return None
        told = {version_in(tag) for tag in named(self.asked.if_match)}
        if self.tags.of(case.uid, case.version) not in told:
            raise SomebodyWasFaster
        return case.version

    async def once(self, sent: Sent, work: Callable[[], Awaitable[Done]]) -> Response[bytes]:
        """Do it once, however often the same request is sent; or only rehearse it."""
        if self.asked.dry_run:
            return await self.rehearse(sent, work)
        assert self.clerk.account is not None, "the door is closed to the public's acts"
        key = key_in(self.asked.key)

        async def answer() -> Answer:
            return self.told(await work())

        return respond(
            await kept_answer(self.session, self.clerk.account, key, self.asked.fingerprint, answer)
        )

    async def rehearse(self, sent: Sent, work: Callable[[], Awaitable[Done]]) -> Response[bytes]:
        async with self.session.begin_nested() as trial:
            done = await work()
            await trial.rollback()  # Whatever it wrote on the way.
        ruling = done.ruling
        stands = ruling.stands(sent.despite)
        told = {"ruling": told_ruling(ruling.model_dump(mode="json")), "stands": stands}
        return respond(Answer(status=200, body=as_bytes(told | told_changed(done.changed))))

    def told(self, done: Done) -> Answer:
        case = done.proceeding
        assert case is not None
        return Answer(
            status=201,
            body=as_bytes(told_act(done, self.clerk)),
            etag=self.tag_of(case),
            location=f"/api/v1/{case.noun}/{case.uid}",
        )


async def door(request: Request[Any, Any, Any], state: State) -> AsyncIterator[Door]:
    """One request, one transaction: kept if the handler returns, undone if it raises."""
    house: House = state.house
    tags = Tags(await house.key())
    async with entrance(house, request) as (session, clerk):
        if request.method != "GET" and clerk.account is None:
            raise Refused(refusals.NOT_LOGGED_IN)
        if request.method == "POST":
            desk = Desk(session, clerk, house.today(), rooms=house.rooms)
            await check_admitted(desk, request)
        yield Door(session, clerk, house.today(), await asked(request), tags, house.rooms)


async def asked(request: Request[Any, Any, Any]) -> Asked:
    body = b"" if request.method == "GET" else await request.body()
    said = f"{request.method} {request.url.path}\n".encode() + body
    headers = request.headers
    return Asked(
        if_match=headers.get("if-match"),
        if_none_match=headers.get("if-none-match"),
        key=headers.get("idempotency-key"),
        dry_run=request.method != "GET" and rehearsal(request),
        fingerprint=hashlib.sha256(said).digest(),
    )


def rehearsal(request: Request[Any, Any, Any]) -> bool:
    """Whether `?dry_run=true` is asked. A slip of the pen there must not become an act."""
    words = list(request.query_params.multi_items())
    match words:
        case []:
            return False
        case [("dry_run", "true" | "false" as yes)]:
            return bool(yes == "true")
        case _:
            raise Refused(refusals.BAD_QUERY)


HANDED = {"door": Provide(door)}
