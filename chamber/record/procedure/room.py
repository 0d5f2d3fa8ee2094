"""A room of the house, as the four steps see it: its acts, its rules, its facts and its rows."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.law.act import Act, Value
from chamber.law.following import Follow
from chamber.law.ruling import Finding, Ruling
from chamber.record.deadlines.facts import About, Due
from chamber.record.deadlines.tables import Listed
from chamber.record.desk import Clerk
from chamber.record.proceedings import Proceeding

A = TypeVar("A", bound=Act)
F = TypeVar("F", bound=Value)
G = TypeVar("G", bound=Value)


def nothing_due(facts: Any) -> Sequence[Due]:
    return ()


@dataclass(frozen=True)
class Room(Generic[F, A, G]):
    """What one room of the house brings to the four steps.

    Facts are what the proceeding's own acts have told so far; what is given is what the rules need
    to know from elsewhere on the record (who holds an office, who is present), kept in the entry
    so that anyone can judge it again from the entry alone.
    """

    noun: str
    acts: TypeAdapter[A]  # Reads an act back from the journal.
    given: type[G]
    gather: Callable[[AsyncSession, F | None, A, G | None], Awaitable[G]]
    judge: Callable[[F | None, A, G], Ruling]
    step: Callable[[F | None, A, G, Ruling], F]
    load: Callable[[AsyncSession, int], Awaitable[F]]
    save: Callable[[AsyncSession, Proceeding, F], Awaitable[None]]
    next_acts: Callable[[F], list[str]]
    chamber: Callable[[A], str | None]  # Which chamber an act is of, where its case is of none.
    # Which chamber an act turns out to concern, once it is known what its names stand for.
    whose: Callable[[G], str | None] = lambda given: None
    # Whom a resolution on one of the proceeding's subjects is about.
    person: Callable[[F, int], UUID | None] = lambda facts, subject: None
    # Whose staff may act, where an act is a committee's; several may hold a matter jointly.
    committees: Callable[[F | None, A | None], Collection[UUID]] = lambda facts, act: ()
    # The series of its own that a case is numbered in, where not all stand in one.
    series: Callable[[A], str] = lambda act: ""
    # Who may know of a case on a day; None: everybody. To anybody else there is no such case.
    known_to: Callable[[AsyncSession, Proceeding, F, Clerk, date], Awaitable[bool]] | None = None
    # Whether a case is never public, or an act makes it so.
    closed: Callable[[AsyncSession, Proceeding | None, Act | None], Awaitable[bool]] | None = None
    # What a reading of the case, or of one of its files, leaves behind.
    keep_reading: Callable[[AsyncSession, Proceeding, F, Clerk, str], Awaitable[None]] | None = None
    # What is to be done in a case, and by when.
    due: Callable[[F], Sequence[Due]] = nothing_due
    # Whom a case is about, or what: a list tells it in a word.
    about: Callable[[F], About | None] = lambda facts: None
    # Of its cases that are not public, which ones a clerk may know of on a day: for lists of all.
    unseen: Callable[[type[Listed], Clerk, date], ColumnElement[bool]] | None = None
    # What bars an act that is asked for, and is never told of on the record.
    bars: Callable[[AsyncSession, F | None, A], Awaitable[Sequence[Finding]]] | None = None
    # What follows in other cases from the matter as it stands.
    follows: Callable[[F], Sequence[Follow]] | None = None
    # What is given, as if the case itself had brought about nothing elsewhere.
    without_own: Callable[[G, UUID], G] = lambda given, case: given
    # Raises Impossible, if what is told of a case again since a day cannot be beside all others.
    given_back: Callable[[AsyncSession, Proceeding, date], Awaitable[None]] | None = None
    # What is known of a case whose opening was not let through: it is kept, and ends nothing.
    unopened: Callable[[F], F] = lambda facts: facts
    # What is known of a case after an act in it that was not let through, and yet happened.
    happened: Callable[[F, A], F] = lambda facts, act: facts
    # Other cases that an act names, of whatever noun.
    names: Callable[[A], Iterable[UUID]] = lambda act: ()
    # What is given besides by acts of the proceeding that do not stand, if an act rests on them.
    recall: Callable[[AsyncSession, Proceeding, F, A, G], Awaitable[G]] | None = None
    # What was given, read again as the record now stands: after a correction elsewhere.
    refresh: Callable[[AsyncSession, F | None, A, G], Awaitable[G]] | None = None
    # Our own keys of its cases that lean on what others tell, which is corrected from a day on.
    # Those others are all of one noun: one act may change a hundred of them.
    leaning: (
        Callable[[AsyncSession, Sequence[Proceeding], date], Awaitable[Collection[int]]] | None
    ) = None

    def moved(self, facts: F | None, act: A, given: G, ruling: Ruling, despite: str | None) -> F:
        """What is known after the act. One that was not let through opens no later step; an
        opening always counts, as there is no proceeding without it."""
        stands = ruling.stands(despite)
        if facts is not None and not stands:
            return self.happened(facts, act)
        told = self.step(facts, act, given, ruling)
        return told if stands else self.unopened(told)
