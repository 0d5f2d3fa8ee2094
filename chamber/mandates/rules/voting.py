"""The Commission prepares the matter, and the Chamber votes on the end of the powers."""

from collections.abc import Iterator
from datetime import date

from chamber.law.judging import lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, possible
from chamber.mandates.acts import CloseVote, Conclusion, OpenVote
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules.grounds import OWN, check_in_force, not_accepted, with_accepted
from chamber.mandates.rules.holding import check_own
from chamber.mandates.rules.order import COUNTED, PREPARED, check_concluded, unmet
from chamber.mandates.sentences import SAID
from chamber.record.votes.place import check_own as check_place
from chamber.record.votes.place import is_own
from chamber.record.votes.rounds import judge_close as close_vote
from chamber.record.votes.rules import check_opening


def judge_conclusion(law: Law, facts: Facts, act: Conclusion) -> Ruling:
    return lawful(law, PREPARED, unmet(law, facts, act.kind))


def judge_open(law: Law, facts: Facts, act: OpenVote, given: Given) -> Ruling:
    opening = given.opening
    assert opening is not None, "a vote opens in a hall"
    findings = [
        *check_own(law, facts, given, act.on),
        *unmet(law, facts, act.kind),
        *check_concluded(law, facts, act.on),
        *notes_on(law, facts, act.on),
        *not_accepted(facts, check_in_force(law, facts.ground, facts.happened_on, act.on)),
        *check_place(law, OWN, opening.hall),
    ]
    if is_own(law, opening.hall):
        # Those at another sitting are no quorum of this Chamber.
        with possible("sitting"):
            findings += check_opening(law, act, opening)
    return lawful(law, OWN, with_accepted(law, facts, findings))


def notes_on(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    """What the Commission concluded binds nobody."""
    heard = facts.conclusion
    if heard is not None and not heard.favours and heard.received_on <= on:
        yield note(law, PREPARED, SAID.not_binding)


def judge_close(law: Law, facts: Facts, act: CloseVote, given: Given) -> Ruling:
    ruling = close_vote(law, facts.rounds, act, given, rule=COUNTED, offended=OWN)
    return ruling.beside(*with_accepted(law, facts))
