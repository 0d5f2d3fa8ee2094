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
from chamber.record.votes.counting import of_deputies
from chamber.record.votes.facts import Totals
from chamber.record.votes.sentences import no_deputies

ALONE, IN_PERSON = "A57-0.01", "F-2.07"


def check_sitting(law: Law, rule: str, hall: Hall | None, on: date) -> Iterator[Finding]:
    """What is done at a sitting is done at an open one."""
    assert hall is not None, "the act names a sitting"
    yield from check_own(law, rule, hall)
    if not hall.is_open(on):
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


def counted(law: Law, rule: str, shown: Totals, hall: Hall, **wholes: int | None) -> Ruling:
    """What a show of hands comes to. Raises Impossible for more votes than people."""
    tally = of_deputies(shown, hall)
    numbers = {"count": tally.in_favour, "against": tally.against, "abstained": tally.abstained}
    numbers["present"] = hall.registered
    with possible("tally"):
        ruling = decide(law, rule, Counts.model_validate({**numbers, **wholes}))
    return ruling.beside(*check_counted(law, shown, tally, ruling.needed))


def check_counted(law: Law, shown: Totals, tally: Totals, needed: int | None) -> Iterator[Finding]:
    """Whether some were counted who were no deputies, and whether the outcome hangs on them."""
    over = shown.cast() - tally.cast()
    if over <= 0:
        return
    hangs = needed is not None and tally.in_favour < needed <= shown.in_favour
    verdict = Verdict.DISPUTED if hangs else Verdict.VALID
    numbers = (("no_deputies", over),)
    yield finding(
        law, IN_PERSON, verdict, no_deputies(over), breach=Breach.INFORMS, numbers=numbers
    )
