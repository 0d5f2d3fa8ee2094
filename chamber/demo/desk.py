"""The demonstration's clerks at their desk: what they do is judged and entered as by anybody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chamber.demo.plan import TODAY
from chamber.law.act import Act, Value
from chamber.law.roles import Role
from chamber.law.ruling import Ruling
from chamber.law.sent import Occurred, Sent
from chamber.record.canonical import commitment
from chamber.record.desk import Clerk, Desk, check_chamber, check_clerk
from chamber.record.journal import Last, following, last_of, telling
from chamber.record.procedure import Done, admit, begin, do_act, open_case
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.procedure.due import keep_due
from chamber.record.procedure.room import Room
from chamber.record.proceedings import Proceeding, lock
from chamber.rooms import ROOMS

AnyRoom = Room[Any, Any, Any]
HERE = Sent()


def occurred(source: str) -> Sent:
    return Sent(occurred=Occurred(source=source))


@dataclass(frozen=True)
class Clerks:
    """Those who enter the demonstration, of one Chamber, each in one role."""

    session: AsyncSession
    clerks: dict[Role, Clerk]
    told: Callable[[], None]  # Hears of each act, for the progress bar.

    def desk(self, role: Role = Role.SECRETARIAT) -> Desk:
        return Desk(session=self.session, clerk=self.clerks[role], today=TODAY, rooms=ROOMS)

    async def open(
        self, room: AnyRoom, act: Act, sent: Sent = HERE, *, role: Role = Role.SECRETARIAT
    ) -> UUID:
        done = await open_case(room, self.desk(role), act, sent)
        self.told()
        assert done.proceeding is not None, "an act that was let through has its proceeding"
        return done.proceeding.uid

    async def do(
        self,
        room: AnyRoom,
        uid: UUID,
        act: Act,
        sent: Sent = HERE,
        *,
        role: Role = Role.SECRETARIAT,
    ) -> Done:
        done = await do_act(room, self.desk(role), uid, act, sent)
        self.told()
        return done

    async def correct(self, room: AnyRoom, uid: UUID, correction: Correction) -> None:
        await correct(room, self.desk(), uid, correction, HERE)
        self.told()

    async def tell(self, room: AnyRoom, acts: Sequence[Act]) -> UUID:
        """A whole story: each act is judged and entered as it is alone; the rows wait to the end.

        It takes half the time, where hundreds of deputies take their seats.
        """
        chamber, on = room.chamber(acts[0]), acts[0].on
        case = await begin(room.noun, self.session, chamber, on, room.series(acts[0]))
        await self.go_on(room, case, None, acts)
        return case.uid

    async def tell_more(self, room: AnyRoom, uid: UUID, acts: Sequence[Act]) -> None:
        case = await lock(self.session, room.noun, uid)
        await self.go_on(room, case, await room.load(self.session, case.id), acts)

    async def go_on(
        self, room: AnyRoom, case: Proceeding, facts: Value | None, acts: Sequence[Act]
    ) -> None:
        last, entries = await last_of(self.session, case, acts[0].kind), []
        with self.session.no_autoflush:
            for act in acts:
                facts, given, ruling = await self.judge(room, case, facts, act)
                told = telling(act, HERE, given, ruling, self.desk().clerk)
                entries.append(following(case, last, act, told, ruling))
                last = Last(last.seq + 1, commitment(entries[-1].salt, entries[-1].body))
                self.told()
        assert facts is not None, "a story has its acts"
        self.session.add_all(entries)
        await room.save(self.session, case, facts)
        await self.session.flush()
        await keep_due(room, self.desk(), case, facts)

    async def judge(
        self, room: AnyRoom, case: Proceeding, facts: Value | None, act: Act
    ) -> tuple[Value, Value, Ruling]:
        desk = self.desk()
        check_clerk(desk.clerk, act, HERE, case.chamber or room.chamber(act))
        given = await room.gather(self.session, facts, act, None)
        check_chamber(desk.clerk, act, room.whose(given))
        ruling = room.judge(facts, act, given)
        await admit(room, desk, facts, (act, HERE, given, ruling))
        return room.step(facts, act, given, ruling), given, ruling
