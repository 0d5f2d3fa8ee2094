"""The rounds of the votes of one matter: which is open, which decides, what came of each. Pure."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from chamber.law.act import Value
from chamber.law.judging import finding, gravest_first, lawful
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Breach, Finding, Impossible, Ruling, Verdict
from chamber.law.seats import NoChamber, NoEdition
from chamber.law.text import Words
from chamber.record.resolutions.facts import Numbered
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.facts import Method, Outcome, Round
from chamber.record.votes.place import is_own
from chamber.record.votes.rules import AtOpening, closed, judge_closing, last_lawful, opened
from chamber.record.votes.sentences import OPENED_UNLAWFULLY, VOTE_NOT_OPEN


class Void(Value):
    """A vote that has occurred, though it was not opened lawfully."""

    vote: Round
    findings: tuple[Finding, ...]  # What speaks against its opening.


class AtVote(Value):
    """What the record gives to the acts of a vote, and to the resolution on it, in every room."""

    question: Words | None = None  # What is put to the vote, in words.
    opening: AtOpening | None = None
    closing: AtClosing | None = None
    void: Void | None = None  # The vote that is closed, where it does not stand.
    numbered: Numbered | None = None  # The resolution.


def begun(chamber: str, act: Opening, given: AtVote, *, power: str, rule: str, of: int) -> Round:
    """The vote on a subject, as it opens. Raises NoEdition or NoChamber on a day without law."""
    assert given.opening is not None, "a vote opens in a hall"
    worded = act.model_copy(update={"question": act.question or given.question})
    vote = opened(worded, given.opening, LAW.on(chamber, act.on), power=power, rule=rule)
    return vote.model_copy(update={"subject": of})


def void(begin: Callable[[], Round], ruling: Ruling) -> Void | None:
    """A vote that does not stand, with what speaks against it. Nobody could cast a ballot in it."""
    try:
        vote = begin()
    except (NoEdition, NoChamber):
        return None
    if vote.method is Method.BALLOTS:
        vote = vote.model_copy(update={"method": Method.TOTALS})
    return Void(vote=vote, findings=ruling.findings)


def round_of(rounds: Iterable[Round], vote: UUID) -> Round | None:
    return next((one for one in rounds if one.vote == vote), None)


def rounds_on(rounds: Iterable[Round], subject: int) -> list[Round]:
    return [one for one in rounds if one.subject == subject]


def open_round(rounds: Iterable[Round], subject: int) -> Round | None:
    return next((one for one in rounds_on(rounds, subject) if one.closed_on is None), None)


def decided(rounds: Iterable[Round], subject: int) -> Round | None:
    """The round that decides: the last one that counts, and none is open after it."""
    held = rounds_on(rounds, subject)
    counted = [one for one in held if one.outcome is Outcome.NOT_JUDGED]
    return last_lawful(held) or (counted[-1] if counted else None)


def judge_close(
    law: Law, rounds: Sequence[Round], act: Closing, given: AtVote, *, rule: str, offended: str
) -> Ruling:
    """What the count comes to. `offended`: the rule against a vote that was not opened lawfully."""
    vote = round_of(rounds, act.vote)
    if vote is None and given.void is not None and given.closing is not None:
        ruling = count_void(law, act, given.void, given.closing, rule=rule)
        shut = finding(law, offended, Verdict.INVALID, OPENED_UNLAWFULLY, breach=Breach.VOID)
        against = dict.fromkeys((*given.void.findings, *ruling.findings, shut))
        return ruling.model_copy(update={"findings": ()}).against(*gravest_first(against))
    if vote is None or vote.closed_on is not None or given.closing is None:
        shut = finding(law, offended, Verdict.INVALID, VOTE_NOT_OPEN, breach=Breach.VOID)
        return lawful(law, rule, [shut])
    check_days(vote, act)
    return judge_closing(law, vote, act, given.closing)


def check_days(vote: Round, act: Closing) -> None:
    if act.on < vote.opened_on:
        raise Impossible("on", f"the vote was opened on {vote.opened_on}")


def count_void(law: Law, act: Closing, told: Void, closing: AtClosing, *, rule: str) -> Ruling:
    """What a vote that was not opened lawfully came to: it is counted, and decides nothing."""
    check_days(told.vote, act)
    if not is_own(law, closing.hall):
        return lawful(law, rule)
    return judge_closing(law, told.vote, act, closing)


def with_closed(
    rounds: Sequence[Round], act: Closing, given: AtVote, ruling: Ruling
) -> tuple[Round, ...]:
    assert given.closing is not None, "a vote closes in a hall"
    closing = given.closing
    return tuple(
        closed(one, act, closing, ruling) if one.vote == act.vote else one for one in rounds
    )
