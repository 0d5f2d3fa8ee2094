"""The appeal goes to the President, who releases the member or, before 2017, might refuse."""

from collections.abc import Iterator
from datetime import date

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful, note
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict
from chamber.record.votes.place import later
from chamber.reports.acts import AppealSent, Presidential, Refused, Released
from chamber.reports.facts import REPEAT, Facts
from chamber.reports.rules.voting import APPEALED, REPEATED
from chamber.reports.sentences import SAID

RELEASED = "A57-6.18"


def judge_president(law: Law, facts: Facts, act: Presidential) -> Ruling:
    match act:
        case AppealSent():
            return lawful(law, APPEALED, check_resolved(law, facts, act.on))
        case Released():
            return lawful(law, RELEASED, check_sent(law, facts, act.on))
        case Refused():
            findings = [*check_sent(law, facts, act.on), *check_refusal(law, facts)]
            return lawful(law, RELEASED, findings)


def check_resolved(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    resolution = facts.last_resolution("appeal")
    if resolution is None or resolution.subject is None or resolution.adopted_on > on:
        opens = later(on, resolution.adopted_on) if resolution is not None else None
        yield void(law, APPEALED, SAID.appeal_first, opens)
    elif facts.appeal(resolution.subject) is not None:
        yield void(law, APPEALED, SAID.already_sent)


def void(law: Law, rule: str, sentence: Sentence, opens: date | None = None) -> Finding:
    return finding(
        law, rule, Verdict.INVALID, sentence, breach=Breach.VOID, earliest_lawful=opens
    )  # fmt: skip


def check_sent(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    """The President answers an appeal once, and one that was sent."""
    appeal = facts.appeals[-1] if facts.appeals else None
    if appeal is None or appeal.sent_on > on:
        opens = later(on, appeal.sent_on) if appeal is not None else None
        yield void(law, RELEASED, SAID.send_first, opens)
    elif appeal.released_on is not None or appeal.refused_on is not None:
        yield void(law, RELEASED, SAID.already_answered)


def check_refusal(law: Law, facts: Facts) -> Iterator[Finding]:
    """As long as the law knew of an appeal again, the first one might be refused."""
    if law.find(REPEATED) is None:
        yield finding(law, RELEASED, Verdict.INVALID, SAID.must_release)
    elif facts.appeals and facts.appeals[-1].subject == REPEAT:
        yield finding(
            law, REPEATED, Verdict.INVALID, SAID.must_release, breach=Breach.INFORMS
        )  # fmt: skip


def check_crossing(law: Law, facts: Facts) -> Iterator[Finding]:
    """Each step is judged by its own day, and a matter under two wordings says so (Q-36)."""
    then = Law(LAW, facts.chamber, facts.opened_on).find(APPEALED)
    if then is not None and then.since != law[APPEALED].since:
        yield note(law, APPEALED, SAID.crosses_editions)
