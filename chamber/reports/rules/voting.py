"""Three questions are put to the vote: to hear the report, to take note of it, to appeal."""

from collections.abc import Iterable, Iterator
from datetime import date

from chamber.law.calendar import Calendar
from chamber.law.clocks import repeat_appeal
from chamber.law.judging import finding, lawful
from chamber.law.limits import day_of
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict, possible
from chamber.law.timing import check_act_on
from chamber.record.votes.facts import Round
from chamber.record.votes.place import check_own, is_own, later
from chamber.record.votes.rounds import judge_close as close_vote
from chamber.record.votes.rounds import open_round, round_of, rounds_on
from chamber.record.votes.rules import check_opening, why_annulled
from chamber.reports.acts import About, CloseVote, OpenVote
from chamber.reports.facts import APPEAL, HEAR, REPEAT, TAKE_NOTE, Facts, Given
from chamber.reports.facts_heard import Step
from chamber.reports.rules.conduct import of_conduct
from chamber.reports.rules.initiative import check_third
from chamber.reports.rules.order import DEBATE, let_pass
from chamber.reports.rules.places import check_decided, check_released
from chamber.reports.sentences import SAID

ATTENDED, PUT, LAWS = "A57-6.08", "A57-6.14", "A57-6.15"
HEARD, NOTED, APPEALED, REPEATED = "A57-6.03", "A57-6.16", "A57-6.17", "A57-6.19"
RESOLVED = "F-2.11"
NO_VOTE_WITHOUT_REPORT = "Q-27 A"


def rule_of(law: Law, facts: Facts, about: About) -> str:
    """The rule by which the vote is counted. An appeal again had one of its own until 2017."""
    subject = facts.subject_of(about)
    if subject == REPEAT:
        return REPEATED if law.find(REPEATED) is not None else APPEALED
    return {HEAR: HEARD, TAKE_NOTE: NOTED, APPEAL: APPEALED}[subject]


def judge_open(law: Law, facts: Facts, act: OpenVote, given: Given) -> Ruling:
    opening = given.opening
    assert opening is not None, "a vote opens in a hall"
    rule, subject = rule_of(law, facts, act.about), facts.subject_of(act.about)
    findings = [*check_own(law, rule, opening.hall), *check_released(law, facts, act.on)]
    if is_own(law, opening.hall):
        with possible("sitting"):
            findings += check_opening(law, act, opening)
    if open_round(facts.rounds, subject) is not None:
        findings.append(finding(law, rule, Verdict.INVALID, SAID.already_open, breach=Breach.VOID))
    if facts.resolution_on(subject) is not None:
        sentence = SAID.already_resolved
        findings.append(finding(law, RESOLVED, Verdict.INVALID, sentence, breach=Breach.VOID))
    if act.about == "hear":
        findings += check_third(law, facts, act.on, opening.electorate)
    else:
        findings += check_decided(law, facts, act.on)
        findings += check_results(law, facts, act, subject)
    return lawful(law, rule, dict.fromkeys((*findings, *carried(law, facts, subject, findings))))


def check_results(law: Law, facts: Facts, act: OpenVote, subject: int) -> Iterator[Finding]:
    """A vote on the results of the report. An appeal again needs no new report."""
    if subject == REPEAT:
        yield from check_timely(law, facts, act)
        return
    closed = facts.done("debate_closed")
    if closed is None or closed.done_on > act.on:
        opens = later(act.on, closed.done_on) if closed is not None else None
        sentence = DEBATE.otherwise
        yield finding(law, PUT, Verdict.INVALID, sentence, earliest_lawful=opens)
    yield from check_heard(law, facts, act.on)
    yield from check_turn(law, facts, act)
    if act.about == "appeal" and not any(one.laws for one in received(facts, act)):
        yield finding(law, LAWS, Verdict.INVALID, SAID.no_laws)


def check_heard(
    law: Law, facts: Facts, on: date, breach: Breach | None = None
) -> Iterator[Finding]:
    """Whether a report was heard by the day on which the question is put."""
    report = facts.done("report")
    if report is None or report.done_on > on:
        yield finding(
            law, ATTENDED, Verdict.DISPUTED, SAID.no_report, breach=breach,
            readings=(NO_VOTE_WITHOUT_REPORT,),
            earliest_lawful=later(on, report.done_on) if report is not None else None,
        )  # fmt: skip


def check_turn(law: Law, facts: Facts, act: OpenVote) -> Iterator[Finding]:
    """The Senate puts the questions as they are numbered, the Mazhilis as they were received."""
    other: About = "take_note" if act.about == "appeal" else "appeal"
    rounds = rounds_on(facts.rounds, facts.subject_of(other))
    put = any(one.opened_on <= act.on for one in rounds)
    if law[PUT].order == "as numbered":
        if act.about == "appeal" and not put:
            yield finding(law, PUT, Verdict.INVALID, SAID.take_note_first)
        return
    known = received(facts, act)
    if act.about not in {one.about for one in known}:
        yield finding(law, PUT, Verdict.INVALID, SAID.not_received)
    elif not put and known[0].about != act.about:
        yield finding(law, PUT, Verdict.INVALID, SAID.earlier_first)


def received(facts: Facts, act: OpenVote) -> list[Step]:
    """The questions received by the day of the vote, in that order."""
    return [one for one in facts.received() if one.done_on <= act.on]


def check_timely(law: Law, facts: Facts, act: OpenVote) -> Iterator[Finding]:
    """Six months from the first appeal, as long as the law knew of an appeal again."""
    first = facts.decided(APPEAL)
    if law.find(REPEATED) is None or first is None or first.closed_on is None:
        return
    clock = repeat_appeal(law, first.closed_on, Calendar.as_known_on(act.on))
    timing = check_act_on(clock, act.on)
    if timing.verdict in (Verdict.DISPUTED, Verdict.INVALID):
        missed = tuple(one.name for one in clock.readings if day_of(one.limit) > act.on)
        yield finding(
            law, REPEATED, timing.verdict, timing.sentence, breach=Breach.DEFECT, readings=missed,
            earliest_lawful=timing.earliest,
        )  # fmt: skip


def carried(
    law: Law, facts: Facts, subject: int | None, told: Iterable[Finding]
) -> Iterator[Finding]:
    """What was once let pass, or done to somebody, is told of whatever rests on it."""
    known = {one.rule for one in told}
    for rule in dict.fromkeys((*facts.borne(subject), *of_conduct(facts, subject))):
        if rule not in known and law.find(rule) is not None:
            yield let_pass(law, rule)


def judge_close(law: Law, facts: Facts, act: CloseVote, given: Given) -> Ruling:
    vote = round_of(facts.rounds, act.vote) or (given.void.vote if given.void else None)
    rule = vote.rule if vote is not None else HEARD
    ruling = close_vote(law, facts.rounds, act, given, rule=rule, offended=rule)
    if vote is None or is_annulled(vote, act, given):
        return ruling
    beside: list[Finding] = []
    if vote.subject == HEAR and given.closing is not None:
        third = list(check_third(law, facts, act.on, given.closing.electorate))
        ruling = ruling.against(*(one for one in third if one.breach is not Breach.INFORMS))
        beside += third
    elif vote.subject != REPEAT:
        beside += check_heard(law, facts, vote.opened_on, Breach.INFORMS)
    known = {one.rule for one in ruling.findings}
    beside += carried(law, facts, vote.subject, beside)
    return ruling.beside(*(one for one in beside if one.rule not in known))


def is_annulled(vote: Round, act: CloseVote, given: Given) -> bool:
    """Such a round decides nothing: there is no decision at which to test anything."""
    return given.closing is not None and why_annulled(vote, act, given.closing) is not None
