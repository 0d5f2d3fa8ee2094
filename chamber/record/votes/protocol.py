"""The protocol of a secret vote: its figures add up, or the round does not count."""

from collections.abc import Iterator

from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.record.sittings.hall import Hall
from chamber.record.votes import sentences
from chamber.record.votes.acts import Closing
from chamber.record.votes.facts import Form, Protocol, Round, Totals

VOTING = "F-2.08"


def check_protocol(
    law: Law, vote: Round, act: Closing, hall: Hall, present: int
) -> Iterator[Finding]:
    """A secret vote is told by the commission that the Chamber elected, and its figures add up."""
    if vote.form is not Form.SECRET:
        return
    if act.protocol is None:
        sentence = sentences.SECRET_NEEDS_COMMISSION
        yield finding(law, VOTING, Verdict.INVALID, sentence, breach=Breach.VOID)
        return
    if act.totals is not None:
        for sentence in discrepancies(act.protocol, act.totals, vote.in_office, present):
            # Not a defect that a reason could cover: nobody knows what was decided.
            yield finding(law, VOTING, Verdict.INVALID, sentence, breach=Breach.VOID)
    if not set(act.protocol.commission) <= set(hall.commission):
        sentence = sentences.COMMISSION_NOT_ELECTED
        yield finding(law, VOTING, Verdict.INVALID, sentence, breach=Breach.DEFECT)


def discrepancies(
    protocol: Protocol, totals: Totals, in_office: int, present: int
) -> Iterator[Sentence]:
    """The roll is that of the electors. Papers issued are not above the roll, nor above those who
    were there; found not above issued; and the rest adds up."""
    if protocol.on_roll != in_office:
        yield sentences.does_not_reconcile("in_office", in_office, "on_roll", protocol.on_roll)
    pairs = (("on_roll", "issued"), ("issued", "found"))
    for whole, part in pairs:
        if getattr(protocol, part) > getattr(protocol, whole):
            yield sentences.does_not_reconcile(
                whole, getattr(protocol, whole), part, getattr(protocol, part)
            )
    if protocol.issued > present:
        yield sentences.does_not_reconcile("present", present, "issued", protocol.issued)
    papers = protocol.valid + protocol.invalid
    if papers != protocol.found:
        yield sentences.does_not_reconcile("found", protocol.found, "papers", papers)
    if totals.cast() != protocol.valid:
        yield sentences.does_not_reconcile("valid", protocol.valid, "options", totals.cast())
