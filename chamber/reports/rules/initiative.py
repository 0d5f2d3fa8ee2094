"""A third of the deputies may demand a report; a signature may be withdrawn."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict, possible
from chamber.reports.acts import Initiative, Withdrawal
from chamber.reports.facts import HEAR, Facts, Given
from chamber.reports.sentences import SAID, below_third, of_several

INITIATIVE, OWN_ACTIVITY = "A57-6.01", "A57-6.02"
AT_DECISION, NOT_OF_GOVERNMENT = "Q-24 B", "Q-26 B"  # Readings.


def judge_initiative(law: Law, act: Initiative, given: Given) -> Ruling:
    if len(set(act.signatures)) < len(act.signatures):
        raise Impossible("signatures", "somebody is named twice")
    ruling = count(law, len(given.own), given.in_office)
    findings = [
        *check_enough(law, ruling), *check_subject(law, act), *check_signers(law, act, given)
    ]  # fmt: skip
    return ruling.against(*gravest_first(findings))


def count(law: Law, signatures: int, in_office: int | None) -> Ruling:
    return decide(law, INITIATIVE, Counts(count=signatures, in_office=in_office))


def check_enough(law: Law, ruling: Ruling) -> Iterator[Finding]:
    """Where the seats of the day are not known, nobody says that a third did not sign."""
    if ruling.adopted is False:
        against = tuple(one.name for one in ruling.readings if not one.adopted)
        disputed = len(against) < len(ruling.readings)
        verdict = Verdict.DISPUTED if disputed else Verdict.INVALID
        yield finding(law, INITIATIVE, verdict, ruling.sentence, readings=against)


def check_subject(law: Law, act: Initiative) -> Iterator[Finding]:
    if not act.own_activity:
        yield finding(law, OWN_ACTIVITY, Verdict.INVALID, SAID.not_own_activity)
    if act.prime_minister:
        yield finding(
            law, OWN_ACTIVITY, Verdict.DISPUTED, SAID.prime_minister, breach=Breach.INFORMS,
            readings=(NOT_OF_GOVERNMENT,),
        )  # fmt: skip


def check_signers(law: Law, act: Initiative, given: Given) -> Iterator[Finding]:
    """To be known only: the initiative is valid by those signatures that count."""
    others = len(act.signatures) - len(given.own)
    if others:
        yield finding(
            law, INITIATIVE, Verdict.VALID, of_several(SAID.others_signed, others),
            breach=Breach.INFORMS, numbers=(("others", others),),
        )  # fmt: skip


def judge_withdrawal(law: Law, facts: Facts, act: Withdrawal, given: Given) -> Ruling:
    signed = next((one for one in facts.signatures if one.deputy == act.deputy), None)
    if signed is None:
        raise Impossible("deputy", "has not signed the initiative")
    if signed.withdrawn_on is not None:
        raise Impossible("deputy", "has withdrawn the signature already")
    return lawful(law, INITIATIVE, check_remaining(law, facts, given))


def check_remaining(law: Law, facts: Facts, given: Given) -> Iterator[Finding]:
    """How many signatures are left, until the Chamber has decided; `own`: whose they are."""
    vote, left = facts.decided(HEAR), len(given.own)
    if facts.enough is False or (vote is not None and vote.closed_on is not None):
        return
    ruling = count(law, left, given.in_office)
    numbers = (("left", left), ("needed", ruling.needed or 0))
    if ruling.adopted is False:
        yield finding(
            law, INITIATIVE, Verdict.DISPUTED, below_third(left, ruling.needed or 0),
            breach=Breach.INFORMS, readings=(AT_DECISION,), numbers=numbers,
        )  # fmt: skip
    elif ruling.adopted:
        yield finding(
            law, INITIATIVE, Verdict.VALID, ruling.sentence, breach=Breach.INFORMS, numbers=numbers
        )  # fmt: skip


def check_third(law: Law, facts: Facts, on: date, deputies: Collection[UUID]) -> Iterator[Finding]:
    """The third is measured at filing, and on another reading also at the decision (Q-24)."""
    still = [one for one in facts.signers(on) if one in deputies]
    signed = facts.signers(facts.opened_on) if facts.enough is False else still
    # Who signed was a deputy then: a dissolution since leaves fewer in office than have signed.
    in_office = len(deputies) if len(deputies) >= len(signed) else None
    with possible("sitting"):
        ruling = count(law, len(signed), in_office)
    if facts.enough is False and not facts.doubted:
        yield finding(law, INITIATIVE, Verdict.INVALID, ruling.sentence)
    elif facts.enough is False or ruling.adopted is False:
        known = INITIATIVE in facts.defects  # Accepted before: the vote rests on it.
        sentence = ruling.sentence
        if facts.enough:
            sentence = below_third(len(signed), ruling.needed or 0)
        yield finding(
            law, INITIATIVE, Verdict.DISPUTED, sentence, breach=Breach.INFORMS if known else None,
            readings=() if facts.enough is False else (AT_DECISION,),
        )  # fmt: skip
