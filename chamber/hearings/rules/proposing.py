"""A hearing is proposed by committees or commissions of one Chamber, or told by its sources."""

from collections.abc import Iterator

from chamber.hearings.acts import Proposal, Recorded
from chamber.hearings.facts import Given
from chamber.hearings.sentences import SAID
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Impossible, Ruling, Verdict

ALONE, BY_COMMITTEES = "A57-5.01", "A57-5.05"
OF_THE_CHAMBER = ("committee", "commission")


def judge_proposal(law: Law, act: Proposal, given: Given) -> Ruling:
    if len(set(act.organisers)) < len(act.organisers):
        raise Impossible("organisers", "the same body is named twice")
    if any(not body.covers(act.on) for body in given.organisers):
        raise Impossible("organisers", f"does not exist on {act.on}")
    # Each is told once, however many bodies it is true of.
    return lawful(law, ALONE, dict.fromkeys(check_organisers(law, given)))


def check_organisers(law: Law, given: Given) -> Iterator[Finding]:
    """Those of one Chamber; a hearing of both is two hearings that are linked (Q-32)."""
    for body in given.organisers:
        if body.chamber != law.chamber:
            yield finding(law, ALONE, Verdict.INVALID, SAID.not_its_own_body)
        if body.kind not in OF_THE_CHAMBER:
            yield finding(law, BY_COMMITTEES, Verdict.INVALID, SAID.not_an_organising_body)


def judge_recorded(law: Law, act: Recorded) -> Ruling:
    if act.first_day > act.on:
        raise Impossible("first_day", f"{act.first_day} is after the day of this act, {act.on}")
    rule = law[ALONE]
    return Ruling(
        rule=rule.id,
        cite=rule.cite,
        edition=rule.since,
        verdict=None,
        sentence=SAID.not_judged,
        reason="told by sources",
    )
