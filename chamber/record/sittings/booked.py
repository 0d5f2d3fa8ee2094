"""Whether the day of a plenary sitting is free: no hearing of the Chambers stands on it."""

from collections.abc import Iterator

from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.record.sittings.facts import Kind
from chamber.record.sittings.quorum import Given
from chamber.record.sittings.sentences import DAY_NOT_FREE, HEARING_THAT_DAY

NO_HEARING, ORDER = "A57-5.08", "A57-8.03"
OF_EITHER_CHAMBER = ("Q-16 B",)  # On Q-16 A only the Chamber's own hearing is in the way.


def not_free(law: Law, kind: Kind, given: Given) -> Iterator[Finding]:
    """The sitting waits until the hearing is moved."""
    if kind not in (Kind.PLENARY, Kind.JOINT):
        return
    for disputed in (False, True):
        if any(
            disputed == (kind is Kind.PLENARY and one.chamber != law.chamber)
            for one in given.booked
        ):
            yield finding(
                law,
                NO_HEARING,
                Verdict.DISPUTED if disputed else Verdict.INVALID,
                HEARING_THAT_DAY,
                breach=Breach.VOID,
                readings=OF_EITHER_CHAMBER if disputed else (),
            )


def barred(law: Law) -> Finding:
    """Of a hearing that not all may know of it is only said that the day is not free: not why, nor
    for whom, and to everyone alike, who asks for it. On the record nothing is said at all.
    """
    return finding(law, ORDER, Verdict.INVALID, DAY_NOT_FREE, breach=Breach.VOID)
