"""What is known of a report of a member of the Government, and whether a third still demand it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tests.walk.model_house import House, Seen
from tests.walk.model_law import INFORMS, INITIATIVE, VOID, Expected, Offence, seats
from tests.walk.model_matter import Act, Matter

HEAR, TAKE_NOTE, APPEAL, AGAIN = 1, 2, 3, 4
SUBJECTS = {"hear": HEAR, "take_note": TAKE_NOTE, "appeal": APPEAL}
NO_LIMIT = 24 * 60
NO_REFUSAL_SINCE = date(2017, 3, 14)  # The President may no longer refuse; 6.19 is gone.
HALF_AN_HOUR_SINCE = date(2020, 12, 23)  # Mazhilis Regulation, par. 108 and 109.


@dataclass
class Notice:
    sent_on: date
    good: bool  # In writing, and of the decision.
    day: date | None
    received_on: date | None = None


@dataclass
class Day:
    """What was done at the sitting, in its order (6.10 to 6.14)."""

    begun: bool = False  # Something was done of all that follows.
    opened: bool = False
    came: bool = False
    away: bool = False  # Told of as not having come.
    reasoned: bool = False
    reported: bool = False
    debated: bool = False
    received: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    places: list[tuple[date, UUID]] = field(default_factory=list)  # On which day, at which sitting.


# The order of the sitting. Where a part of it was let pass, the law no longer says what is lacking.
ORDER = {"A57-6.08", "A57-6.10", "A57-6.11", "A57-6.12", "A57-6.13", "A57-6.14"}
IN_ORDER = {
    "opening_word", "attendance", "reasons", "report", "question", "opinion", "debate_closed",
    "question_received", "adjourned", "open_vote",
}  # fmt: skip


class Known(Matter):
    def __init__(self, house: House) -> None:
        super().__init__(house)
        self.signed: dict[UUID, date | None] = {}  # With the day of the withdrawal.
        self.own: set[UUID] = set()  # Those who were deputies of this Chamber when they signed.
        self.start: Offence | None = None  # What was wrong with the initiative itself.
        self.doubt_accepted = False  # Somebody has entered it all the same, and said why.
        self.rapporteur: UUID | None = None
        self.commission = False
        self.resolved: dict[int, date] = {}
        self.day: date | None = None  # For which the report is set.
        self.allowed = NO_LIMIT  # The minutes that the Chamber allowed for the report.
        self.notices: list[Notice] = []  # All that were sent.
        self.good_from = 0  # Only those sent since the last adjournment call to the new day.
        self.at = Day()
        self.sent_appeals: set[int] = set()
        self.refused_on: date | None = None
        self.released = False

    def expect(self, act: Act, seen: Seen | None) -> Expected:
        told = super().expect(act, seen)
        told.unsettled |= self.released  # What is left to be done after it, nobody says.
        if act["kind"] in IN_ORDER:
            told.unsettled |= bool(self.passed & ORDER) or self.is_elsewhere(act)
            told.then = self.placed(act, told.then)
        return told

    def placed(self, act: Act, then: Callable[[], None]) -> Callable[[], None]:
        def both() -> None:
            then()
            self.at.places.append((act["on"], act["sitting"]))

        return both

    def not_begun(self, breach: str = VOID) -> Iterator[Offence]:
        """6.01: nothing rests on an initiative that a third did not sign."""
        if self.start is not None and self.start.sure and self.start.rule == "A57-6.01":
            yield Offence("A57-6.01", breach)

    def marking(self, then: Callable[[], None], wrong: bool) -> Callable[[], None]:
        """6.07, 6.12, 6.13: what has happened is told of whatever rests on it."""

        def both() -> None:
            then()
            self.marked |= wrong

        return both

    def is_elsewhere(self, act: Act) -> bool:
        """6.10 to 6.14: what is done on an earlier day than another step, or at another sitting."""
        a_vote = act["kind"] == "open_vote"
        return any(
            on > act["on"] or (sitting != act["sitting"] and not a_vote)
            for on, sitting in self.at.places
        )

    def a_third(self, signers: int, on: date) -> Offence | None:
        """At least a third of all deputies: of the seats (Q-04 A), or of those in office (B)."""
        whole, deputies = seats(self.chamber, on), len(self.house.in_office(on))
        if whole is None or INITIATIVE.reached(signers, whole):
            return None
        return Offence("A57-6.01", VOID, sure=not INITIATIVE.reached(signers, deputies))

    def signers(self, on: date) -> set[UUID]:
        """Deputies who have not withdrawn their signature."""
        still = {who for who in self.own if (gone := self.signed[who]) is None or gone > on}
        return still & self.house.in_office(on)

    def at_decision(self, on: date) -> Iterator[Offence]:
        """Q-24: enough at filing (A), and enough still when the Chamber decides (B)."""
        doubt = Offence("A57-6.01", INFORMS if self.doubt_accepted else VOID, sure=False)
        if self.start is not None:
            yield self.start if self.start.sure else doubt
        elif self.a_third(len(self.signers(on)), on):
            yield doubt

    def of_the_regulation(self, on: date) -> bool:
        """Whether the Mazhilis has its half-hour, its floor for factions, its order of receipt."""
        return self.chamber == "mazhilis" and on >= HALF_AN_HOUR_SINCE
