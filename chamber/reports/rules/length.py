"""How long a report may take: the Mazhilis has a limit of its own, and the Chamber sets one."""

from collections.abc import Iterator

from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.law.terms import Term
from chamber.reports.facts import Facts
from chamber.reports.sentences import too_long, too_long_for_chamber

LIMITED, REPORTED = "A57-6.04", "A57-6.12"


def check_length(law: Law, minutes: int, breach: Breach | None = None) -> Iterator[Finding]:
    term = law[REPORTED].term
    if term is not None and minutes > (most := Term.parse(term).amount):
        numbers = (("minutes", minutes), ("most", most))
        yield finding(
            law, REPORTED, Verdict.INVALID, too_long(minutes, most), breach=breach,
            numbers=numbers,
        )  # fmt: skip


def check_allowed(law: Law, facts: Facts, minutes: int) -> Iterator[Finding]:
    """The time that the Chamber allowed has passed already: that it took longer is only told."""
    allowed = facts.limits.report if facts.limits is not None else None
    if allowed is not None and minutes > allowed:
        yield finding(
            law, LIMITED, Verdict.DISPUTED, too_long_for_chamber(minutes, allowed),
            breach=Breach.INFORMS, numbers=(("minutes", minutes), ("allowed", allowed)),
        )  # fmt: skip
