"""What an act needs to know of the rest of the record, before it is judged."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.text import Words
from chamber.record.bodies.tables import BodyRow
from chamber.record.people.roll import in_office, members
from chamber.record.people.tables import NameRow
from chamber.record.procedure.voting import closing_of, opening_of
from chamber.record.proceedings import Proceeding, ids
from chamber.record.resolutions.numbers import numbered
from chamber.record.sittings.seating import hall
from chamber.reports.acts import (
    About,
    AnyAct,
    CloseVote,
    FormCommission,
    Initiative,
    NameRapporteur,
    OpenVote,
    ReportAct,
    Resolve,
    SetDate,
    Withdrawal,
)
from chamber.reports.acts_heard import Reasons
from chamber.reports.facts import Body, Facts, Given

ASKED: dict[About, Words] = {
    "hear": Words(kk="{kk}: есебін тыңдау туралы", ru="О заслушивании отчета: {ru}"),
    "take_note": Words(
        kk="{kk}: есебін назарға алу туралы", ru="О принятии к сведению отчета: {ru}"
    ),
    "appeal": Words(
        kk="{kk}: қызметінен босату жөнінде Республика Президентіне өтініш жасау туралы",
        ru="Об обращении к Президенту Республики об освобождении от должности: {ru}",
    ),
}


async def gather_first(session: AsyncSession, act: Initiative) -> Given:
    await ids(session, "people", [act.member, *act.signatures])
    deputies = await in_office(session, act.chamber, act.on)
    own = set(deputies)
    signed = tuple(one for one in act.signatures if one in own)
    return Given(own=signed, in_office=len(deputies))


async def gather_next(
    session: AsyncSession, facts: Facts, act: ReportAct, before: Given | None
) -> Given:
    """`before`: what was given to the act when it was first done, if it is judged again."""
    match act:
        case OpenVote():
            return await gather_opening(session, facts, act, before)
        case CloseVote():
            return Given(**await closing_of(session, facts.chamber, facts.rounds, act, before))
        case Resolve():
            return Given(numbered=await numbered(session, facts.chamber, act, before))
        case Withdrawal():
            await ids(session, "people", [act.deputy])
            return await left_without(session, facts, act)
        case _:
            return await gather_sitting(session, facts, act)


async def left_without(session: AsyncSession, facts: Facts, act: Withdrawal) -> Given:
    """Whose signatures count still, once this one is withdrawn."""
    deputies = set(await in_office(session, facts.chamber, act.on))
    left = (one for one in facts.signers(act.on) if one != act.deputy and one in deputies)
    return Given(own=tuple(left), in_office=len(deputies))


async def gather_opening(
    session: AsyncSession, facts: Facts, act: OpenVote, before: Given | None
) -> Given:
    subject = facts.subject_of(act.about)
    opening = await opening_of(session, facts.chamber, facts.rounds, act, before, subject=subject)
    return Given(opening=opening, question=await question(session, facts, act.about))


async def question(session: AsyncSession, facts: Facts, about: About) -> Words:
    """The question as it is put, from the office and the member's name."""
    query = select(NameRow).join(Proceeding, Proceeding.id == NameRow.person_id)
    query = query.where(Proceeding.uid == facts.member, NameRow.ends_on.is_(None))
    name = (await session.scalars(query)).one()
    asked = ASKED[about]
    kk, ru = f"{facts.office}, {name.kk}"[:300], f"{facts.office}, {name.ru}"[:300]
    return Words(kk=asked.kk.format(kk=kk), ru=asked.ru.format(ru=ru))


async def gather_sitting(session: AsyncSession, facts: Facts, act: AnyAct) -> Given:
    """For what is done at a sitting; an act that names none needs to know nothing."""
    sitting = getattr(act, "sitting", None)
    if sitting is None:
        return Given()
    told = Given(hall=await hall(session, sitting, act.on))
    return told.model_copy(update=await there(session, facts, act))


async def there(session: AsyncSession, facts: Facts, act: AnyAct) -> dict[str, object]:
    """Who is in office on the day of the act, and who sits in the body that it names."""
    deputies = await in_office(session, facts.chamber, act.on)
    told: dict[str, object] = {}
    if isinstance(act, NameRapporteur | FormCommission | SetDate):
        told["in_office"] = len(deputies)
    if (speaker := speaker_of(act)) is not None:
        await ids(session, "people", [speaker])
        told["speaks"] = speaker in deputies
    if (body := body_of(act)) is not None:
        told["body"] = await body_on(session, body, act)
    return told


def speaker_of(act: AnyAct) -> UUID | None:
    named: UUID | None = act.speaker if isinstance(act, Reasons) else getattr(act, "deputy", None)
    return named


def body_of(act: AnyAct) -> UUID | None:
    named: UUID | None = (
        act.body if isinstance(act, FormCommission) else getattr(act, "for_faction", None)
    )
    return named


async def body_on(session: AsyncSession, body: UUID, act: AnyAct) -> Body:
    key = (await ids(session, "bodies", [body]))[body]
    row = await session.get_one(BodyRow, key, populate_existing=True)
    sitting = await members(session, body, act.on)
    people = tuple(person for person, _ in sitting)
    return Body(chamber=row.chamber, kind=row.kind, members=people)
