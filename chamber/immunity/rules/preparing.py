"""Before the sitting: the Commission's conclusion, more information, the word to the deputy."""

from collections.abc import Iterator
from datetime import date

from chamber.immunity.acts import Conclusion, Forwarding, Information, InformationRequest, Told
from chamber.immunity.facts import Facts
from chamber.immunity.sentences import SAID, of_day
from chamber.law.judging import finding, gravest_first, lawful, note
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict

DECIDED, FORWARDED, DEMANDED, PRESENT = "A57-4.02", "A57-4.23", "A57-4.26", "A57-4.27"


def check_received(law: Law, rule: str, facts: Facts, on: date) -> Iterator[Finding]:
    """Nothing is done on a submission that is none, or before it has arrived."""
    if DECIDED in facts.defects:
        yield finding(law, DECIDED, Verdict.INVALID, SAID.not_receivable)
    if on < facts.opened_on:
        opens, breach = facts.opened_on, law[rule].breach
        if breach is Breach.INFORMS:
            breach = Breach.DEFECT
        yield finding(
            law, rule, Verdict.INVALID, SAID.submit_first, breach=breach, earliest_lawful=opens
        )


def judge_forwarding(law: Law, facts: Facts, act: Forwarding) -> Ruling:
    findings = list(check_received(law, FORWARDED, facts, act.on))
    if facts.forwarded is not None:
        findings.append(finding(law, FORWARDED, Verdict.INVALID, SAID.already_forwarded))
    return lawful(law, FORWARDED, findings)


def judge_conclusion(law: Law, facts: Facts, act: Conclusion) -> Ruling:
    findings = [
        *check_received(law, FORWARDED, facts, act.on),
        *check_forwarded(law, facts, act.on),
    ]
    if facts.conclusion is not None:
        findings.append(finding(law, FORWARDED, Verdict.INVALID, SAID.already_concluded))
    return lawful(law, FORWARDED, findings)


def check_forwarded(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    sent = facts.forwarded
    if sent is None or sent.on > on:
        opens = None if sent is None else sent.on
        yield finding(law, FORWARDED, Verdict.INVALID, SAID.forward_first, earliest_lawful=opens)


def judge_request(law: Law, facts: Facts, act: InformationRequest) -> Ruling:
    findings = [*check_received(law, DEMANDED, facts, act.on), note(law, DEMANDED, SAID.no_stop)]
    return lawful(law, DEMANDED, findings)


def judge_information(law: Law, facts: Facts, act: Information) -> Ruling:
    if act.request > len(facts.demands):
        raise Impossible("request", f"there is no request {act.request} here")
    demand = facts.demands[act.request - 1]
    if act.on < demand.asked_on:
        before = f"{act.on} is before {demand.asked_on}, the day of what went before"
        raise Impossible("on", before)
    if demand.answer is None:
        return lawful(law, DEMANDED)
    twice = finding(law, DEMANDED, Verdict.INVALID, SAID.already_answered, breach=Breach.DEFECT)
    return lawful(law, DEMANDED, [twice])


def judge_telling(law: Law, facts: Facts, act: Told) -> Ruling:
    findings = list(check_received(law, PRESENT, facts, act.on))
    if act.sitting_on < act.on:
        sentence = of_day(SAID.told_too_late, act.sitting_on)
        findings.append(finding(law, PRESENT, Verdict.DISPUTED, sentence))
    return lawful(law, PRESENT, gravest_first(findings))
