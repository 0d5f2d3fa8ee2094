"""A vote is repeated for a reason and, after a round that counted, by a decision (F-2.08)."""

from collections.abc import Iterator, Sequence

from chamber.law.act import Value
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Impossible, Verdict
from chamber.record.sittings.hall import Hall
from chamber.record.sittings.showing import of_those_present
from chamber.record.votes import sentences
from chamber.record.votes.acts import Opening
from chamber.record.votes.counting import of_deputies
from chamber.record.votes.facts import Outcome, Round

REPEATED, BY_THOSE_PRESENT = "F-2.08", "F-2.06"
COUNTS = (Outcome.ADOPTED, Outcome.NOT_ADOPTED)


class Before(Value):
    """What is known of the rounds already held on the same question, when one more opens."""

    rounds_before: int = 0
    after_counted: bool = False  # The last of them counted: nothing annulled it.


def so_far(held: Sequence[Round]) -> Before:
    counts = bool(held) and held[-1].outcome in COUNTS
    return Before(rounds_before=len(held), after_counted=counts)


def check_repeat(law: Law, act: Opening, hall: Hall, earlier: Before) -> Iterator[Finding]:
    """After a round that was annulled nothing was decided, and the reason is enough."""
    if earlier.rounds_before and act.reason is None:
        sentence = sentences.REPEATED_WITHOUT_REASON
        yield finding(law, REPEATED, Verdict.INVALID, sentence, breach=Breach.DEFECT)
    if not earlier.after_counted:
        return
    if act.repeat is None:
        sentence = sentences.REPEAT_NOT_DECIDED
        yield finding(law, REPEATED, Verdict.INVALID, sentence, breach=Breach.DEFECT)
        return
    shown, present = of_deputies(act.repeat, hall), hall.registered
    if shown.cast() > present:
        raise Impossible("repeat", f"{shown.cast()} votes, but {present} are present")
    # How many seats there are does not matter here, and need not be known.
    ruling = of_those_present(law[BY_THOSE_PRESENT], shown, present)
    if not ruling.adopted:
        sentence = sentences.repeat_refused(ruling.sentence)
        yield finding(law, REPEATED, Verdict.INVALID, sentence, breach=Breach.DEFECT)


def is_unfounded(law: Law, act: Opening, hall: Hall, earlier: Before) -> bool:
    """Whether a round lacks its reason or its decision. It stands only where that was accepted."""
    try:
        return any(True for _ in check_repeat(law, act, hall, earlier))
    except Impossible:  # At a sitting of others nobody has counted those present.
        return True
