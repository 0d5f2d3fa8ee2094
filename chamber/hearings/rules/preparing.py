"""A special temporary commission prepares a hearing, and an organiser decides who is invited."""

from chamber.hearings.acts import Commission, Invitation
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.sentences import SAID
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Impossible, Ruling, Verdict

PREPARED, INVITED = "A57-5.09", "A57-5.10"


def judge_preparation(
    law: Law, hearing: Hearing, act: Commission | Invitation, given: Given
) -> Ruling:
    if isinstance(act, Commission):
        return judge_commission(law, act, given)
    return judge_invitation(law, hearing, act)


def judge_commission(law: Law, act: Commission, given: Given) -> Ruling:
    body = given.commission
    assert body is not None, "the act names a commission"
    if not body.covers(act.on):
        raise Impossible("commission", f"does not exist on {act.on}")
    findings = []
    if body.chamber != law.chamber or body.kind != "commission":
        findings.append(finding(law, PREPARED, Verdict.INVALID, SAID.not_a_commission))
    return lawful(law, PREPARED, findings)


def judge_invitation(law: Law, hearing: Hearing, act: Invitation) -> Ruling:
    findings = []
    if act.decided_by not in hearing.organisers:
        findings.append(finding(law, INVITED, Verdict.INVALID, SAID.not_an_organiser))
    return lawful(law, INVITED, findings)
