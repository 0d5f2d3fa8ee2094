"""What somebody did on the way and nobody can undo: it is entered, and marks what rests on it."""

from collections.abc import Iterator

from chamber.law.rulebook import LAW, Law
from chamber.reports.facts import HEAR, Facts
from chamber.reports.facts_heard import Step
from chamber.reports.rules.length import REPORTED, check_length
from chamber.reports.rules.telling import DOCUMENTS

SPOKEN = "A57-6.13"


def of_conduct(facts: Facts, subject: int | None) -> Iterator[str]:
    """The rules that were offended. Before the decision to hear nothing rests on any of them."""
    if subject == HEAR:
        return
    if facts.asked and not facts.asked[-1].granted:
        yield DOCUMENTS
    report = facts.done("report")
    if report is not None and is_too_long(facts.chamber, report):
        yield REPORTED
    if any(not one.admitted for one in last_told(facts).values()):
        yield SPOKEN


def is_too_long(chamber: str, report: Step) -> bool:
    law = Law(LAW, chamber, report.done_on)
    return law.find(REPORTED) is not None and any(check_length(law, report.minutes or 0))


def last_told(facts: Facts) -> dict[object, Step]:
    """Whoever was refused the floor may have been given it later."""
    speeches = (one for one in facts.steps if one.kind in ("question", "opinion"))
    return {(one.speaker, one.for_faction, one.for_group): one for one in speeches}
