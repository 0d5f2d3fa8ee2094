"""What a count comes to: on every reading that counts, and on the one that we adopt."""

from collections.abc import Sequence
from datetime import date

from chamber.law import sentences
from chamber.law.act import Sentence
from chamber.law.counts import Counts, check
from chamber.law.quorum import below_quorum, quorum_of, whole
from chamber.law.rule import Rule
from chamber.law.rulebook import Law, Lawbook
from chamber.law.ruling import Ruling, Verdict
from chamber.law.seats import NoChamber, SeatsUnknown, Unanswerable
from chamber.law.ways import Reading, read


class NoThreshold(ValueError):
    """A rule that counts nothing was asked to decide a count."""


def decide_on(book: Lawbook, chamber: str, day: date, rule: str, counts: Counts) -> Ruling:
    """The ruling on a count of any day, also of one on which no edition is in force."""
    try:
        law = book.on(chamber, day)
    except Unanswerable as no_answer:
        return unanswered(book, rule, counts, no_answer)
    return decide(law, rule, counts)


def decide(law: Law, rule: str, counts: Counts) -> Ruling:
    """The ruling on a count. Raises Impossible for numbers that no sitting can have."""
    try:
        return ruled(law, law[rule], counts)
    except Unanswerable as no_answer:
        return unanswered(law.book, rule, counts, no_answer)


def unanswered(book: Lawbook, rule: str, counts: Counts, no_answer: Unanswerable) -> Ruling:
    """Nobody guesses: without an edition, a chamber or its seats there is no number to reach."""
    unknown = isinstance(no_answer, SeatsUnknown)
    return Ruling(
        rule=rule,
        cite=book.last_cite(rule, no_answer.chamber, no_answer.day),
        count=counts.count,
        adopted=None if unknown else False,
        verdict=None if unknown else Verdict.INVALID,
        sentence=told_unanswered(book, no_answer),
        reason=reason(no_answer),
    )


def reason(no_answer: Unanswerable) -> str:
    match no_answer:
        case SeatsUnknown():
            return "seats not known"
        case NoChamber():
            return "no chamber on this day"
        case _:
            return "no edition in force"


def told_unanswered(book: Lawbook, no_answer: Unanswerable) -> Sentence:
    match no_answer:
        case SeatsUnknown():
            inside = book.chambers.chambers[no_answer.chamber].inside
            return sentences.seats_unknown(inside, no_answer.day)
        case NoChamber():
            return sentences.no_chamber(no_answer.day)
        case _:
            return sentences.no_edition(no_answer.day)


def ruled(law: Law, rule: Rule, counts: Counts) -> Ruling:
    if rule.share is None:
        raise NoThreshold(f"{rule.id} has no threshold")
    check(counts, rule, law.known_seats)
    total, count = whole(law, rule, counts), counts.counted(rule)
    readings = tuple(read(law, rule, counts, total))
    # Where several readings are adopted, the count must be reached on each of them.
    bound = [reading.answer.adopted for reading in readings if reading.adopted]
    adopted = all(bound) if bound else rule.share.met_by(count, of=total)
    needed = rule.share.least(of=total)
    quorum = quorum_of(law, rule, counts, adopted=adopted)
    verdict = agreed(readings)
    sentence = told(rule, readings, count=count, total=total, needed=needed, adopted=adopted)
    if quorum is not None and quorum.met is False:
        verdict, sentence = inquorate(law, rule, counts, (verdict, sentence))
    return Ruling(
        rule=rule.id,
        cite=rule.cite,
        edition=rule.since,
        base=rule.base,
        total=total,
        needed=needed,
        count=count,
        adopted=adopted,
        verdict=verdict,
        readings=tuple(reading.answer for reading in readings),
        quorum=quorum,
        both_needed=rule.both_needed,
        sentence=sentence,
    )


def agreed(readings: Sequence[Reading]) -> Verdict:
    """Whether the answer is certain, adopted or not."""
    answers = {reading.answer.adopted for reading in readings}
    return Verdict.VALID if len(answers) < 2 else Verdict.DISPUTED


def told(
    rule: Rule, readings: Sequence[Reading], *, count: int, total: int, needed: int, adopted: bool
) -> Sentence:
    if agreed(readings) is Verdict.VALID:
        return sentences.result(rule, count=count, total=total, needed=needed, adopted=adopted)
    branches = dict.fromkeys(reading.branch for reading in readings)
    applied = dict.fromkeys(reading.branch.by for reading in readings if reading.adopted)
    return sentences.disputed(rule, list(branches), list(applied))


def inquorate(
    law: Law, rule: Rule, counts: Counts, found: tuple[Verdict, Sentence]
) -> tuple[Verdict, Sentence]:
    """A sitting below its quorum decides nothing, whatever the count says."""
    if rule.quorum is None:  # The count was of those present: that they are too few is certain.
        verdict, sentence = found
        return (Verdict.INVALID if verdict is Verdict.VALID else verdict), sentence
    least = law[rule.quorum]
    assert least.share is not None
    assert counts.presence is not None, "only a known presence can be too small"
    total = whole(law, least, counts)
    sentence = sentences.result(
        least,
        count=counts.presence,
        total=total,
        needed=least.share.least(of=total),
        adopted=False,
    )
    return below_quorum(least, counts), sentence
