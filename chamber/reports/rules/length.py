"""How long a report may take: the Mazhilis has a limit of its own."""

from collections.abc import Iterator

from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Verdict
from chamber.law.terms import Term
from chamber.reports.sentences import too_long

REPORTED = "A57-6.12"


def check_length(law: Law, minutes: int) -> Iterator[Finding]:
    term = law[REPORTED].term
    if term is not None and minutes > (most := Term.parse(term).amount):
        numbers = (("minutes", minutes), ("most", most))
        yield finding(
            law, REPORTED, Verdict.INVALID, too_long(minutes, most), numbers=numbers
        )  # fmt: skip
