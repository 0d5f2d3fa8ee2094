"""The law's numbers as the catalogue gives them: seats by day, shares by rule, and what is broken.

Nothing here is read from the code that it judges: section 0.2, 2.1, 3 and 4 of the catalogue.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

THIRD, TWO_THIRDS, HALF = Fraction(1, 3), Fraction(2, 3), Fraction(1, 2)
LAST_DAY = date(2026, 6, 30)  # Section 4: the new Constitution is in force from 1 July 2026.

# Section 4 and the note above it. None: nobody knows. Nought: there was no such Chamber.
SEATS: dict[str, list[tuple[date, int | None]]] = {
    "mazhilis": [
        (date(1996, 1, 30), 67), (date(1999, 1, 1), None), (date(1999, 12, 1), 77),
        (date(2007, 8, 1), None), (date(2007, 9, 2), 107), (date(2023, 1, 19), 0),
        (date(2023, 3, 29), 98),
    ],
    "senate": [
        (date(1995, 9, 5), None), (date(1997, 1, 1), 39), (date(2007, 1, 1), None),
        (date(2008, 1, 1), 47), (date(2018, 6, 1), None), (date(2018, 7, 1), 49),
        (date(2022, 6, 1), None), (date(2023, 1, 25), 50),
    ],
}  # fmt: skip


class NoLaw(Exception):
    """No edition is in force on this day, or the Chamber does not exist."""


def seats(chamber: str, day: date) -> int | None:
    """How many seats the Chamber has on a day; None where the sources do not say."""
    begun = [number for since, number in SEATS[chamber] if since <= day]
    if day > LAST_DAY or not begun or begun[-1] == 0:
        raise NoLaw
    return begun[-1]


@dataclass(frozen=True)
class Share:
    part: Fraction
    more: bool = False  # "More than", not "at least".

    def reached(self, count: int, of: int) -> bool:
        if count == 0:
            return False  # Nobody is no share, even where there are no deputies.
        return count > self.part * of if self.more else count >= self.part * of


MAJORITY, TWO = Share(HALF, more=True), Share(TWO_THIRDS)
QUORUM, INITIATIVE = TWO, Share(THIRD)


def appeal(day: date) -> Share:
    """A57-6.17 in its editions: two thirds; a majority from 2007; two thirds again from 2017."""
    return MAJORITY if date(2007, 5, 22) <= day < date(2017, 3, 14) else TWO


# By the rule that decides; of all seats (the default of art. 62(5) is a majority of them).
SHARES: dict[str, Callable[[date], Share]] = {
    "A57-6.03": lambda day: MAJORITY,
    "A57-6.16": lambda day: MAJORITY,
    "A57-6.17": appeal,
    "A57-6.19": appeal,
    "A57-4.28": lambda day: MAJORITY,
    "F-2.11": lambda day: MAJORITY,
    "A57-6.01": lambda day: INITIATIVE,
    "F-2.02": lambda day: QUORUM,
}  # fmt: skip


@dataclass(frozen=True)
class Count:
    """What a count comes to: of the seats (Q-04 A, which we adopt), and of those in office (B)."""

    adopted: bool | None  # None: the seats are not known.
    disputed: bool = False


def count(
    rule: str, chamber: str, day: date, votes: int, in_office: int, *, shown: int | None = None
) -> Count:
    """`shown`: with those who were counted, and are no deputies."""
    share, whole = SHARES[rule](day), seats(chamber, day)
    if whole is None:
        return Count(adopted=None)
    answers = [share.reached(votes, whole), share.reached(votes, in_office)]
    hangs = shown is not None and share.reached(shown, whole) is not answers[0]
    return Count(adopted=answers[0], disputed=hangs or answers[0] != answers[1])


VOID, DEFECT, INFORMS = "V", "D", "I"
ANY_RULE = "*"


@dataclass(frozen=True)
class Offence:
    """A rule that an act breaks. Not sure: it breaks the rule on some readings only."""

    rule: str
    breach: str = DEFECT
    sure: bool = True


@dataclass
class Expected:
    """What the law says of an act, and what the act changes if it is let through."""

    offences: frozenset[Offence] = frozenset()
    impossible: bool = False
    count: Count | None = None
    verdict_open: bool = False  # Something is to be marked beside it, and how gravely is not said.
    may_be_impossible: bool = False  # It may be told as a mistake in the act, and is never let by.
    unsettled: bool = False  # The catalogue does not say what becomes of such an act.
    then: Callable[[], None] = field(default=lambda: None)
    though: Callable[[], None] = field(default=lambda: None)  # If it is not, and has occurred.

    def stands(self, despite: str | None) -> bool:
        return all(
            one.breach == INFORMS or (despite is not None and not (one.breach == VOID and one.sure))
            for one in self.offences
        )

    def verdict(self) -> str:
        if any(one.sure for one in self.offences):
            return "invalid"
        in_doubt = bool(self.offences) or (self.count is not None and self.count.disputed)
        return "disputed" if in_doubt else "valid"

    def refusing(self) -> frozenset[Offence]:
        return frozenset(one for one in self.offences if one.breach != INFORMS)


def impossible() -> Expected:
    return Expected(impossible=True)


def expect(offences: Iterable[Offence] = (), **more: object) -> Expected:
    return Expected(offences=frozenset(offences), **more)  # type: ignore[arg-type]
