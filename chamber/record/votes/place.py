"""Where an act is done: at the Chamber's own plenary sitting, while it is open."""

from collections.abc import Iterator
from datetime import date

from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict, possible
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.sentences import NOT_OPEN, NOT_PLENARY, OTHER_CHAMBER
from chamber.record.votes.facts import Totals
from chamber.record.votes.rules import is_open

ALONE = "A57-0.01"


def check_sitting(law: Law, rule: str, hall: Hall | None, on: date) -> Iterator[Finding]:
    """What is done at a sitting is done at an open one."""
    assert hall is not None, "the act names a sitting"
    yield from check_own(law, rule, hall)
    if not is_open(hall, on):
        opens = later(on, hall.opened_on)
        yield finding(
            law, rule, Verdict.INVALID, NOT_OPEN, breach=Breach.DEFECT, earliest_lawful=opens
        )


def later(on: date, *days: date | None) -> date | None:
    """The first of these days, where all of them come after the act: from then on it is lawful."""
    known = [day for day in days if day is not None]
    return min(known) if known and min(known) > on else None


def is_own(law: Law, hall: Hall) -> bool:
    return hall.chamber == law.chamber and hall.kind == "plenary"


def check_own(law: Law, rule: str, hall: Hall) -> Iterator[Finding]:
    if hall.chamber != law.chamber or hall.kind == "joint":
        yield finding(law, ALONE, Verdict.INVALID, OTHER_CHAMBER)
    elif hall.kind != "plenary":
        yield finding(law, rule, Verdict.INVALID, NOT_PLENARY, breach=Breach.DEFECT)


def counted(law: Law, rule: str, tally: Totals, **wholes: int | None) -> Ruling:
    """What a count comes to. Raises Impossible for more votes than people."""
    numbers = {"count": tally.in_favour, "against": tally.against, "abstained": tally.abstained}
    with possible("tally"):
        return decide(law, rule, Counts.model_validate({**numbers, **wholes}))
