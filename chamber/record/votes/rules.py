"""What the law says of opening and closing a vote, whatever the vote is about."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from chamber.law.act import Sentence
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Ruling, Verdict
from chamber.law.seats import SeatsUnknown
from chamber.record.sittings.hall import Hall
from chamber.record.votes import sentences
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.counting import AtClosing, full_roll, presence, tally
from chamber.record.votes.facts import Form, Method, Outcome, Round
from chamber.record.votes.place import check_counted
from chamber.record.votes.protocol import VOTING, check_protocol
from chamber.record.votes.repeating import COUNTS, Before, check_repeat, is_unfounded

QUORUM, UNLAWFUL_SITTING = "F-2.02", "A57-8.09"


class AtOpening(Before):
    """What is known of the hall when a vote opens, and is frozen for it."""

    vote: UUID
    hall: Hall
    electorate: tuple[UUID, ...]  # The deputies in office.
    others: int = 0  # Votes that are open at the sitting already.


def check_opening(law: Law, act: Opening, given: AtOpening) -> Iterator[Finding]:
    """What speaks against opening this vote, at this sitting, now."""
    if not given.hall.is_open(act.on):
        yield finding(law, UNLAWFUL_SITTING, Verdict.INVALID, sentences.NOT_SITTING)
    yield from check_quorum(law, given.hall.registered, len(given.electorate))
    if given.others:
        yield finding(law, UNLAWFUL_SITTING, Verdict.INVALID, sentences.ANOTHER_IS_OPEN)
    yield from check_form(law, act, given.hall)
    yield from check_repeat(law, act, given.hall, given)


def check_form(law: Law, act: Opening, hall: Hall) -> Iterator[Finding]:
    """A secret vote needs those who count it, elected by open vote before it (F-2.08)."""
    if (act.form is Form.SECRET) != (act.method is Method.PROTOCOL):
        sentence = sentences.SECRET_NEEDS_COMMISSION
        yield finding(law, VOTING, Verdict.INVALID, sentence, breach=Breach.VOID)
    if act.form is Form.SECRET and not hall.commission:
        sentence = sentences.COMMISSION_FIRST
        yield finding(law, VOTING, Verdict.INVALID, sentence, breach=Breach.DEFECT)


def check_quorum(law: Law, present: int, in_office: int) -> Iterator[Finding]:
    """A sitting below its quorum decides nothing: whatever it adopts is invalid (A57-8.10)."""
    ruling = decide(law, QUORUM, Counts(count=present, in_office=in_office))
    met_on = [answer.name for answer in ruling.readings if answer.adopted]
    if len(met_on) < len(ruling.readings):
        verdict = Verdict.DISPUTED if met_on else Verdict.INVALID
        against = tuple(answer.name for answer in ruling.readings if not answer.adopted)
        yield finding(law, UNLAWFUL_SITTING, verdict, ruling.sentence, readings=against)


def opened(act: Opening, given: AtOpening, law: Law, *, power: str, rule: str) -> Round:
    """The facts of a vote that was opened, with its base frozen."""
    assert act.question is not None, "the room gives the question its words"
    return Round(
        vote=given.vote, sitting=act.sitting, item=act.item, power=power, rule=rule,
        question=act.question, form=act.form, method=act.method,
        number=given.rounds_before + 1, reason=act.reason, opened_on=act.on,
        repeat=act.repeat if given.after_counted else None,
        unfounded=is_unfounded(law, act, given.hall, given),
        seats=seats_if_known(law), in_office=len(given.electorate), electorate=given.electorate,
    )  # fmt: skip


def judge_closing(law: Law, vote: Round, act: Closing, given: AtClosing) -> Ruling:
    """What the count comes to. A round during which a mandate began or ended is annulled."""
    if annulment := why_annulled(vote, act, given):
        rule = law[vote.rule]
        return Ruling(rule=rule.id, cite=rule.cite, edition=rule.since, sentence=annulment)
    counted, present = tally(vote, act, given), presence(vote, act, given)
    findings = tuple(check_protocol(law, vote, act, given.hall, present))
    counts = Counts(
        count=counted.in_favour, against=counted.against, abstained=counted.abstained,
        present=present, in_office=vote.in_office,
    )  # fmt: skip
    ruling = decide(law, vote.rule, counts)
    quorum = tuple(check_quorum(law, present, vote.in_office))
    strangers = check_counted(law, act.totals or counted, counted, ruling.needed)
    return ruling.against(*findings, *quorum).beside(*strangers)


def closed(vote: Round, act: Closing, given: AtClosing, ruling: Ruling) -> Round:
    """The facts of a vote that was closed."""
    kept = {"closed_on": act.on, "protocol": act.protocol, "ruling": ruling}
    if why_annulled(vote, act, given):
        return vote.model_copy(update=kept | {"outcome": Outcome.ANNULLED})
    found = {
        "totals": tally(vote, act, given),
        "present": presence(vote, act, given),
        "roll": full_roll(vote, act, given),
        "outcome": outcome(ruling),
    }
    return vote.model_copy(update=kept | found)


def outcome(ruling: Ruling) -> Outcome:
    if ruling.adopted is None:
        return Outcome.NOT_JUDGED
    return Outcome.ADOPTED if ruling.adopted else Outcome.NOT_ADOPTED


def seats_if_known(law: Law) -> int | None:
    try:
        return law.seats
    except SeatsUnknown:
        return None


def why_annulled(vote: Round, act: Closing, given: AtClosing) -> Sentence | None:
    if set(vote.electorate) - set(given.electorate):
        return sentences.MANDATE_ENDED
    if set(given.electorate) - set(vote.electorate):
        return sentences.MANDATE_BEGAN
    return sentences.ANNULLED if act.annulled else None


def last_lawful(rounds: Sequence[Round]) -> Round | None:
    """The round that decides: the last one that was not annulled."""
    counted = [r for r in rounds if r.outcome in COUNTS]
    return counted[-1] if counted else None
