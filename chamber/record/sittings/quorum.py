"""The quorum of a sitting: by the rule of its kind, of each Chamber, and what lacks of it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from pydantic import Field

from chamber.law.act import Value
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding
from chamber.law.period import Period
from chamber.law.rulebook import LAW
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.record.sittings.facts import Booked, Kind, Roll, Sitting
from chamber.record.sittings.presence import chair_there, here, number

UNLAWFUL_SITTING = "A57-8.09"
RULES = {
    Kind.PLENARY: "F-2.02",
    Kind.JOINT: "F-2.02",
    Kind.COMMITTEE: "F-2.12",
    Kind.COMMISSION: "A57-2.14",
    Kind.BUREAU: "A57-7.10",
}


class Place(Period):
    """The body that is to sit: whose it is, and since when and until when it exists."""

    chamber: str
    kind: str


class Given(Value):
    """What the rules need to know from elsewhere on the record."""

    place: Place | None = None
    # Deputies in office that day, by Chamber.
    in_office: dict[str, int] = Field(default_factory=dict)
    members: int | None = None  # Of the body that sits, where it is not the Chamber.
    chairs: tuple[UUID, ...] = ()  # Who is in that body's chair.
    # Those the act names who have a seat here, each with the Chamber.
    people: dict[UUID, str] = Field(default_factory=dict)
    gone: tuple[UUID, ...] = ()  # Registered, but no longer in office, or no member any more.
    clashes: int = 0  # Other sittings of the whole Chamber at the hour it is planned for.
    open_votes: int = 0  # At this sitting.
    day: date | None = None  # For which a sitting of the Chambers is planned.
    booked: tuple[Booked, ...] = ()  # What that day is booked for.


def quorums(sitting: Sitting, on: date, given: Given, roll: Roll) -> tuple[Ruling, ...]:
    """Whether enough are present: one ruling for each Chamber that sits."""
    rule = RULES[sitting.kind]
    if sitting.kind is Kind.JOINT:
        return tuple(
            decide(LAW.on(chamber, on), rule, of_chamber(roll, chamber, given))
            for chamber in sorted(given.in_office)
        )
    law = LAW.on(sitting.chamber, on)
    if sitting.kind is Kind.PLENARY:
        return (decide(law, rule, of_chamber(roll, sitting.chamber, given)),)
    if not given.members:
        raise Impossible("on", f"the body had no members on {on}")
    counts = Counts(
        present=number(roll, gone=given.gone),
        members=given.members,
        chair_present=chair_there(here(roll, given.gone), given.chairs),
    )
    return (decide(law, rule, counts),)


def of_chamber(roll: Roll, chamber: str, given: Given) -> Counts:
    present = number(roll, chamber, given.gone)
    return Counts(present=present, in_office=given.in_office.get(chamber) or None)


def missing(
    sitting: Sitting, on: date, given: Given, roll: Roll, breach: Breach | None = None
) -> Iterator[Finding]:
    """A gathering below its quorum is no lawful sitting, and decides nothing (A57-8.09, 8.10)."""
    for ruling in quorums(sitting, on, given, roll):
        against = tuple(answer.name for answer in ruling.readings if not answer.adopted)
        if ruling.adopted is None or (ruling.adopted and not against):
            continue
        disputed = ruling.adopted or len(against) < len(ruling.readings)
        yield finding(
            LAW.on(sitting.chamber, on),
            UNLAWFUL_SITTING if ruling.rule == RULES[Kind.PLENARY] else ruling.rule,
            Verdict.DISPUTED if disputed else Verdict.INVALID,
            ruling.sentence,
            breach=breach,
            readings=against if disputed else (),
            numbers=(("present", ruling.count or 0), ("needed", ruling.needed or 0)),
        )


def told(sitting: Sitting, on: date, given: Given, roll: Roll) -> Ruling:
    """The quorum as it is now; at a joint sitting of the Chamber that lacks it, if one does."""
    rulings = quorums(sitting, on, given, roll)
    return next((ruling for ruling in rulings if not ruling.adopted), rulings[0])
