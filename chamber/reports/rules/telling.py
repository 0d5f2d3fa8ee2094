"""The member of the Government is told, in writing and in time, and may read the documents."""

from collections.abc import Iterator
from datetime import date

from chamber.law.act import Sentence
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.reports.acts import Access, Notification, Receipt, Tells
from chamber.reports.facts import HEAR, Facts, Notice
from chamber.reports.rules.places import check_begun
from chamber.reports.sentences import SAID, of_day

NOTIFIED, DOCUMENTS = "A57-6.05", "A57-6.07"


def judge_telling(law: Law, facts: Facts, act: Tells) -> Ruling:
    match act:
        case Notification():
            return lawful(law, NOTIFIED, check_notice(law, facts, act))
        case Receipt():
            check_receipt(facts, act)
            return lawful(law, NOTIFIED)
        case Access():
            begun = check_begun(law, facts, Breach.INFORMS)
            return lawful(law, DOCUMENTS, [*begun, *check_access(law, act)])


def check_notice(law: Law, facts: Facts, act: Notification) -> Iterator[Finding]:
    """Whatever was sent is entered, with what it lacks."""
    for sentence in lacking(facts, act):
        yield finding(law, NOTIFIED, Verdict.INVALID, sentence, breach=Breach.INFORMS)


def lacking(facts: Facts, act: Notification) -> Iterator[Sentence]:
    resolution, day = facts.resolution_on(HEAR), facts.day
    if resolution is None or resolution.adopted_on > act.on:
        yield SAID.told_before_decision
    if not act.in_writing:
        yield SAID.not_in_writing
    if not act.states_decision:
        yield SAID.decision_not_stated
    if act.day is None:
        yield SAID.day_not_stated
    elif day is not None and day.heard_on != act.day:
        yield of_day(SAID.another_day_stated, act.day)


def check_receipt(facts: Facts, act: Receipt) -> None:
    number, day = act.notification, act.received_on
    if number > len(facts.notices):
        raise Impossible("notification", f"there is no notification {number} here")
    notice = facts.notices[number - 1]
    if notice.received_on is not None:
        raise Impossible("notification", f"was received on {notice.received_on}")
    if day > act.on:
        raise Impossible("received_on", f"{day} is after the day of this act, {act.on}")
    if day < notice.sent_on:
        raise Impossible("received_on", f"the notification was sent on {notice.sent_on}")


def is_good(facts: Facts, notice: Notice, on: date) -> bool:
    """In writing, of the decision and of the very day, and proven to have been received by then."""
    day, decision = facts.day, facts.resolution_on(HEAR)
    told = notice.in_writing and notice.states_decision and notice.for_day == len(facts.days)
    there = day is not None and day.heard_on is not None and notice.day == day.heard_on
    after = decision is not None and decision.adopted_on <= notice.sent_on
    return told and there and after and notice.received_on is not None and notice.received_on <= on


def check_notified(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    if not any(is_good(facts, one, on) for one in facts.notices):
        yield finding(law, NOTIFIED, Verdict.INVALID, SAID.notify_first)


def check_access(law: Law, act: Access) -> Iterator[Finding]:
    if not act.granted:
        sentence = SAID.access_refused
        yield finding(law, DOCUMENTS, Verdict.INVALID, sentence, breach=Breach.INFORMS)


def check_refusal(law: Law, facts: Facts) -> Iterator[Finding]:
    """To read is a right and no duty; a refusal that was never put right stays known."""
    if facts.asked and not facts.asked[-1].granted:
        yield finding(
            law, DOCUMENTS, Verdict.INVALID, SAID.access_refused, breach=Breach.INFORMS
        )  # fmt: skip
