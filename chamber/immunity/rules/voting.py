"""Each measure is put to its own vote, after the conclusion and within the two weeks."""

from collections.abc import Iterable, Iterator
from datetime import date

from chamber.immunity.acts import CloseVote, Measure, OpenVote
from chamber.immunity.facts import Facts, Given
from chamber.immunity.rules.attending import check_deputy, shut_out
from chamber.immunity.rules.preparing import DECIDED, FORWARDED, check_received
from chamber.immunity.rules.timely import check_in_time
from chamber.immunity.sentences import SAID, accepted, not_asked
from chamber.law.judging import finding, lawful, note
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict, possible
from chamber.law.seats import NoEdition
from chamber.law.sentences import result
from chamber.record.votes.place import check_own, is_own
from chamber.record.votes.rounds import judge_close as close_vote
from chamber.record.votes.rounds import round_of
from chamber.record.votes.rules import check_opening

OVER, PREPARED, ASKED, PRESENT, COUNTED = "A57-4.06", "A57-4.21", "A57-4.22", "A57-4.27", "A57-4.28"


def judge_open(law: Law, facts: Facts, act: OpenVote, given: Given) -> Ruling:
    opening = given.opening
    assert opening is not None, "a vote opens in a hall"
    findings = [
        *check_received(law, DECIDED, facts, act.on),
        *check_own(law, DECIDED, opening.hall),
    ]
    if is_own(law, opening.hall):
        # Those at another sitting are no quorum of this Chamber.
        with possible("sitting"):
            findings += check_opening(law, act, opening)
    findings += check_measure(law, facts, act.measure)
    findings += check_concluded(law, facts, act.on)
    if facts.deputy not in opening.electorate:
        findings.append(no_longer(law))
    findings += check_deputy(law, facts, opening.hall, act.on)
    findings += check_in_time(law, facts, facts.number_of(act.measure), act.on)
    findings += beside(law, facts, act.measure, findings)
    findings += shut_out(law, facts, act.sitting, act.on)
    return lawful(law, DECIDED, dict.fromkeys(findings))


def no_longer(law: Law) -> Finding:
    return finding(law, OVER, Verdict.INVALID, SAID.no_longer_a_deputy, breach=Breach.DEFECT)


def check_measure(law: Law, facts: Facts, measure: Measure) -> Iterator[Finding]:
    number = facts.number_of(measure)
    if number is None or not facts.measures[number - 1].asked:
        yield finding(law, ASKED, Verdict.INVALID, not_asked(measure))
    if number is None:
        return
    if facts.open_round(number) is not None:
        yield finding(law, ASKED, Verdict.INVALID, SAID.already_open, breach=Breach.VOID)
    if facts.resolution_on(number) is not None:
        yield finding(law, COUNTED, Verdict.INVALID, SAID.already_resolved, breach=Breach.VOID)


def check_concluded(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    """The conclusion must be there, and binds nobody (Q-33)."""
    conclusion, sent = facts.conclusion, facts.forwarded
    if conclusion is None or conclusion.received_on > on:
        opens = None if conclusion is None else conclusion.received_on
        yield finding(law, FORWARDED, Verdict.INVALID, SAID.conclude_first, earliest_lawful=opens)
        if sent is None or sent.on > on:
            yield finding(law, PREPARED, Verdict.INVALID, SAID.not_prepared)
    elif not conclusion.favours:
        yield note(law, FORWARDED, SAID.not_binding)


def beside(law: Law, facts: Facts, measure: Measure, found: Iterable[Finding]) -> Iterator[Finding]:
    """What later rulings bear of what was accepted before them."""
    number = facts.number_of(measure)
    own = facts.measures[number - 1].defects if number is not None else ()
    # Of the deputy at a sitting that sitting tells.
    of_all = (rule for rule in facts.defects if rule not in (DECIDED, PRESENT))
    told = {one.rule for one in found if one.verdict is not Verdict.VALID}
    for rule in dict.fromkeys((*of_all, *own)):
        if rule not in told and (wording := law.find(rule)) is not None:
            yield finding(law, rule, Verdict.DISPUTED, accepted(wording), breach=Breach.INFORMS)
    if crosses(law, facts):
        yield note(law, ASKED, SAID.crossing)


def crosses(law: Law, facts: Facts) -> bool:
    """Whether the list of measures was another one when the matter began (Q-36)."""
    try:
        return law[ASKED].since != LAW.on(facts.chamber, facts.opened_on)[ASKED].since
    except NoEdition:
        return False


def judge_close(law: Law, facts: Facts, act: CloseVote, given: Given) -> Ruling:
    """The count stands as it is; what speaks against the way to it is told beside."""
    counted = close_vote(law, facts.rounds, act, given, rule=COUNTED, offended=COUNTED)
    vote = round_of(facts.rounds, act.vote)
    if vote is None or vote.subject is None or counted.count is None:
        return counted
    measure = facts.measures[vote.subject - 1].measure
    findings = [
        *check_in_time(law, facts, vote.subject, act.on),
        *shut_out(law, facts, vote.sitting, act.on),
    ]
    findings += beside(law, facts, measure, (*counted.findings, *findings))
    return told_of(law, measure, counted).beside(*findings)


def told_of(law: Law, measure: Measure, ruling: Ruling) -> Ruling:
    """The count, told as the consent to this measure; a doubtful count is told as it is."""
    count, total, needed = ruling.count, ruling.total, ruling.needed
    if count is None or total is None or needed is None or ruling.adopted is None:
        return ruling
    adopted = ruling.adopted
    plain = result(law[COUNTED], count=count, total=total, needed=needed, adopted=adopted)
    if ruling.sentence != plain:
        return ruling
    sentence = result(
        law[DECIDED], count=count, total=total, needed=needed, adopted=adopted, measure=measure
    )
    return ruling.model_copy(update={"sentence": sentence})
