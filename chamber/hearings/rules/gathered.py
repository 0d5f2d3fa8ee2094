"""A decision by show of hands: at whose sitting, before how many, and what it comes to."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from chamber.hearings.facts import Given
from chamber.hearings.sentences import SAID
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict, possible
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.presence import chair_there
from chamber.record.sittings.showing import BY_THOSE_PRESENT, of_those_present
from chamber.record.votes.facts import Totals

BUREAU, COMMITTEE, COMMITTEE_VOTE = "A57-7.10", "F-2.12", "F-2.12-vote"


def sits_elsewhere(law: Law, hall: Hall, bodies: Collection[UUID]) -> bool:
    """Whether it is neither the Bureau of the Chamber nor one of these bodies that sits."""
    if hall.chamber != law.chamber:
        return True
    return hall.kind != "bureau" and hall.body not in bodies


def check_open(law: Law, rule: str, hall: Hall, on: date) -> Iterator[Finding]:
    if not hall.is_open(on):
        yield finding(law, rule, Verdict.INVALID, SAID.not_open)


def shown(law: Law, hall: Hall, tally: Totals, members: int | None) -> Ruling:
    """What the hands come to, and whether enough of the body were there to raise them."""
    if tally.cast() > hall.registered:
        raise Impossible("tally", f"{tally.cast()} votes, but {hall.registered} are present")
    counts = Counts(
        count=tally.in_favour, against=tally.against, abstained=tally.abstained,
        present=hall.registered, members=members,
    )  # fmt: skip
    with possible("sitting"):
        if hall.kind == "bureau":
            hands = of_those_present(law[BY_THOSE_PRESENT], tally, hall.registered)
        else:
            hands = decide(law, COMMITTEE_VOTE, counts)
    return hands


def quorum_of(law: Law, rule: str, hall: Hall, given: Given) -> Ruling:
    with possible("sitting"):
        counts = Counts(
            present=hall.registered,
            members=given.members,
            chair_present=chair_there(hall.present, given.chairs),
        )
        return decide(law, rule, counts)


def too_few(law: Law, rule: str, quorum: Ruling) -> Iterator[Finding]:
    """Nothing, where the quorum is there on every reading."""
    against = tuple(answer.name for answer in quorum.readings if not answer.adopted)
    if quorum.adopted and not against:
        return
    disputed = len(against) < len(quorum.readings)
    yield finding(
        law, rule, Verdict.DISPUTED if disputed else Verdict.INVALID, quorum.sentence,
        readings=against if disputed else (),
        numbers=(("present", quorum.count or 0), ("needed", quorum.needed or 0)),
    )  # fmt: skip
