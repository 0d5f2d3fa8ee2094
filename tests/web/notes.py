"""A room as small as a room can be, so that the door can be tested alone."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field, TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Sentence, Value
from chamber.law.judging import recorded
from chamber.law.roles import COMMITTEE, Role
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.law.sent import Sent
from chamber.law.text import Line
from chamber.record.procedure.correcting import Correction
from chamber.record.procedure.room import Room
from chamber.record.proceedings import Proceeding, ids
from chamber.web.door import Door

TABLE = (
    "CREATE TABLE note (id bigint PRIMARY KEY REFERENCES proceeding, facts jsonb NOT NULL)",
    "GRANT SELECT, INSERT, UPDATE ON note TO chamber_app",
    "GRANT SELECT ON note TO chamber_desk",
    "CREATE VIEW gallery.note AS SELECT * FROM public.note",
    "GRANT SELECT ON gallery.note TO chamber_public",
)


class Begin(Act):
    """A note is begun."""

    kind: Literal["begin"] = "begin"
    chamber: Literal["senate", "mazhilis"]
    words: Line


class Add(Act):
    """Something is added to a note."""

    by: ClassVar[frozenset[Role]] = COMMITTEE

    kind: Literal["add"] = "add"
    words: Line
    number: int = 0
    about: UUID | None = None


class Forbidden(Act):
    """What the law never allows."""

    kind: Literal["forbidden"] = "forbidden"
    breach: Breach = Breach.VOID


class Absurd(Act):
    """What cannot be true."""

    kind: Literal["absurd"] = "absurd"
    number: int


NoteAct = Annotated[Add | Forbidden | Absurd, Field(discriminator="kind")]


class Facts(Value):
    words: tuple[str, ...]
    rulings: tuple[Ruling, ...] = ()


class Given(Value):
    pass


async def gather(session: AsyncSession, facts: object, act: Act, given: object) -> Given:
    if isinstance(act, Add) and act.about:
        await ids(session, "notes", [act.about])
    return Given()


def judge(facts: Facts | None, act: Act, given: Given) -> Ruling:
    if isinstance(act, Absurd):
        raise Impossible("number", "is more than there are deputies")
    if isinstance(act, Forbidden):
        sentence = Sentence(kk="Болмайды.", ru="Нельзя.", en="This may not be.")
        against = Finding(
            rule="A57-0.00", cite="art. 57", breach=act.breach, verdict=Verdict.INVALID,
            sentence=sentence, earliest_lawful=act.on.replace(year=2027),
            numbers=(("in_office", 3),),
        )  # fmt: skip
        return recorded(sentence).against(against)
    return recorded()


def step(facts: Facts | None, act: Act, given: Given, ruling: Ruling) -> Facts:
    before = facts.words if facts else ()
    words = (*before, act.words) if isinstance(act, Begin | Add) else before
    return Facts(words=words, rulings=(*(facts.rulings if facts else ()), ruling))


async def load(session: AsyncSession, key: int) -> Facts:
    found = await session.scalar(text("SELECT facts FROM note WHERE id = :id"), {"id": key})
    return Facts.model_validate(found)


async def save(session: AsyncSession, case: Proceeding, facts: Facts) -> None:
    await session.execute(
        text(
            "INSERT INTO note VALUES (:id, CAST(:facts AS jsonb))"
            " ON CONFLICT (id) DO UPDATE SET facts = excluded.facts"
        ),
        {"id": case.id, "facts": facts.model_dump_json()},
    )


NOTES = Room(
    noun="notes",
    acts=TypeAdapter(Annotated[Begin | Add | Forbidden | Absurd, Field(discriminator="kind")]),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=lambda facts: ["add"],
    chamber=lambda act: getattr(act, "chamber", None),
)


class Opening(Sent):
    act: Begin


class Sending(Sent):
    act: NoteAct | Correction


@post("/", summary="Begin a note")
async def begin(door: NamedDependency[Door], data: JSONBody[Opening]) -> Response[bytes]:
    """Begin a note with its first words."""
    return await door.open(NOTES, data.act, data)


@post("/{uid:uuid}/acts", summary="Do an act")
async def act(
    uid: FromPath[UUID], door: NamedDependency[Door], data: JSONBody[Sending]
) -> Response[bytes]:
    return await door.do(NOTES, uid, data.act, data)


@get("/{uid:uuid}", summary="Show a note")
async def show(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    return await door.show(NOTES, uid)


@get("/broken", summary="Break")
async def broken(door: NamedDependency[Door]) -> Response[bytes]:
    raise RuntimeError("a secret that nobody may see")


@get("/forbidden", summary="What the public may not read")
async def peek(door: NamedDependency[Door]) -> Response[bytes]:
    await door.session.execute(text("SELECT * FROM account"))
    return Response(b"{}")


routes = [Router("/notes", route_handlers=[begin, act, show, broken, peek], tags=["notes"])]
