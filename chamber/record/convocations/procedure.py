"""A convocation's room: the chamber's other convocations are gathered here."""

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.record.convocations.acts import Convocation, ConvocationAct
from chamber.record.convocations.facts import Facts, Given, Numbered
from chamber.record.convocations.rows import load, save
from chamber.record.convocations.rules import judge, next_acts, step
from chamber.record.convocations.tables import ConvocationRow
from chamber.record.procedure.room import Room
from chamber.record.turns import take_turn


async def gather(
    session: AsyncSession, _: Facts | None, act: ConvocationAct, before: Given | None
) -> Given:
    if not isinstance(act, Convocation):
        return Given()
    await take_turn(session, f"convocations/{act.chamber}")
    query = select(ConvocationRow.number, ConvocationRow.starts_on, ConvocationRow.ends_on)
    query = query.where(ConvocationRow.chamber == act.chamber).order_by(ConvocationRow.starts_on)
    rows = await session.execute(query)
    # One that is being corrected stands there already; no two of a chamber begin on one day.
    own = before.on if before is not None else None
    others = (
        Numbered(number=number, starts_on=start, ends_on=end)
        for number, start, end in rows
        if start != own
    )
    return Given(on=act.on, others=tuple(others))


CONVOCATIONS = Room[Facts, ConvocationAct, Given](
    noun="convocations",
    acts=TypeAdapter(ConvocationAct),
    given=Given,
    gather=gather,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: act.chamber if isinstance(act, Convocation) else None,
)
