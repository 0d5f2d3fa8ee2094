"""What may come next, as far as the order of the procedure tells. No stage is stored."""

from chamber.record.votes.rounds import open_round
from chamber.reports.facts import APPEAL, HEAR, REPEAT, SUBJECTS, TAKE_NOTE, Facts
from chamber.reports.rules.order import NEEDS, ONCE

IN_ORDER = (
    "withdrawal", "resolution", "open_vote", "close_vote", "resolution_days", "rapporteur",
    "commission", "set_date", "notification", "receipt", "access", *NEEDS, "appeal_sent",
    "released", "refused",
)  # fmt: skip


def next_acts(facts: Facts) -> list[str]:
    """The acts that the order of the procedure leaves open, in that order."""
    if facts.never_begun:
        return []
    found = {*of_votes(facts), *of_president(facts)}
    if facts.released_on is not None:
        found &= {"close_vote", "resolution_days"}
    elif facts.resolution_on(HEAR) is None:
        found |= {"withdrawal"}
    elif not is_over(facts):
        found |= {"set_date", "notification", "access", *of_group(facts)}
        found |= of_sitting(facts) if may_sit(facts) else set()
        found |= {"receipt"} if any(one.received_on is None for one in facts.notices) else set()
    return [kind for kind in IN_ORDER if kind in found]


def of_group(facts: Facts) -> set[str]:
    if facts.done("reasons") is not None:
        return set()
    named = {"rapporteur": facts.rapporteur, "commission": facts.commission}
    return {kind for kind, told in named.items() if told is None}


def may_sit(facts: Facts) -> bool:
    """A report that was put off waits for its new day; one that was heard waits for none."""
    day_set = facts.day is not None and facts.day.heard_on is not None
    return day_set or facts.done("report") is not None


def is_over(facts: Facts) -> bool:
    """The debate was closed and both questions were voted on."""
    voted = all(facts.decided(subject) is not None for subject in (TAKE_NOTE, APPEAL))
    return facts.done("debate_closed") is not None and voted


def of_sitting(facts: Facts) -> set[str]:
    closed = facts.done("debate_closed") is not None
    found: set[str] = set()
    for kind, needs in NEEDS.items():
        again = kind not in ONCE or not any(one.kind == kind for one in facts.steps)
        late = closed and kind in ("question", "opinion", "attendance")
        if again and not late and all(need.met(facts.steps) for need in needs):
            found.add(kind)
    return found


def of_votes(facts: Facts) -> set[str]:
    found: set[str] = set()
    one_open = any(one.closed_on is None for one in facts.rounds)
    if one_open:
        found.add("close_vote")
    for about in SUBJECTS:
        subject = facts.subject_of(about)
        if facts.resolution_on(subject) is not None or open_round(facts.rounds, subject):
            continue
        if subject in (HEAR, REPEAT) or facts.done("debate_closed") is not None:
            found |= set() if one_open else {"open_vote"}
        if facts.adopted(subject):
            found.add("resolution")
    if any(not (one.published_on and one.sent_on) for one in facts.resolutions):
        found.add("resolution_days")
    return found


def of_president(facts: Facts) -> set[str]:
    resolution = facts.last_resolution("appeal")
    if resolution is None or resolution.subject is None:
        return set()
    appeal = facts.appeal(resolution.subject)
    if appeal is None:
        return {"appeal_sent"}
    answered = appeal.released_on is not None or appeal.refused_on is not None
    return set() if answered else {"released", "refused"}
