"""The room of hearings: acts, what they need to know, what the law says, what they change."""

from uuid import UUID

from pydantic import TypeAdapter

from chamber.hearings.acts import AnyAct, Proposal, Recorded
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.procedure.again import gather_as_then, refresh
from chamber.hearings.procedure.knowing import is_closed, keep_reading, known_to
from chamber.hearings.procedure.leaning import leaning
from chamber.hearings.rows.loading import load
from chamber.hearings.rows.saving import save
from chamber.hearings.rows.unseen import in_sight
from chamber.hearings.rules import judge, next_acts, step
from chamber.hearings.rules.due import due
from chamber.hearings.words import Form
from chamber.record.deadlines.facts import About
from chamber.record.procedure.room import Room


def committees_of(facts: Hearing | None, act: AnyAct | None) -> tuple[UUID, ...]:
    """Whose staff may act: the organisers'."""
    if isinstance(act, Proposal):
        return act.organisers
    return facts.organisers if facts else ()


def linked_to(act: AnyAct) -> tuple[UUID, ...]:
    return (act.linked,) if isinstance(act, Proposal) and act.linked else ()


def series_of(act: AnyAct) -> str:
    """What everybody reads is numbered on the board: no gap tells of what never got there."""
    return "closed" if isinstance(act, Proposal) and act.form is Form.CLOSED else "draft"


HEARINGS = Room[Hearing, AnyAct, Given](
    noun="hearings",
    acts=TypeAdapter(AnyAct),
    given=Given,
    gather=gather_as_then,
    judge=judge,
    step=step,
    load=load,
    save=save,
    next_acts=next_acts,
    chamber=lambda act: act.chamber if isinstance(act, Proposal | Recorded) else None,
    committees=committees_of,
    series=series_of,
    known_to=known_to,
    closed=is_closed,
    keep_reading=keep_reading,
    due=due,
    about=lambda hearing: About(words=hearing.topic),
    unseen=in_sight,
    names=linked_to,
    refresh=refresh,
    leaning=leaning,
)
