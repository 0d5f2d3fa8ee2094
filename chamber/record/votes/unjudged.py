"""A resolution on a count of which nobody can tell whether it reached the majority. Pure."""

from collections.abc import Iterator

from chamber.law.act import Sentence
from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.record.votes.facts import Outcome, Round

RESOLVED = "F-2.11"

NOT_KNOWN = Sentence(
    kk="Шешімге қажет көпшілік дауыстың жиналғаны белгісіз: Палатадағы орындар саны белгісіз.",
    ru="Неизвестно, набрано ли нужное большинство: число мест в Палате неизвестно.",
    en="It is not known whether the majority was reached: the seats of the Chamber are not known.",
)
OF_NO_MAJORITY = Sentence(
    kk="Дауыс бергендердің жартысынан көбі жақтамаған: Палатада қанша орын болса да, бұл көпшілік "
    "емес.",
    ru="За проголосовали не больше половины голосовавших: это не большинство при любом числе мест.",
    en="No more than half of those who voted were for it: no majority of however many seats.",
)


def check_judged(law: Law, vote: Round | None, *, adopted: bool = True) -> Iterator[Finding]:
    """`adopted`: what the resolution says came of the vote."""
    if vote is None or vote.outcome is not Outcome.NOT_JUDGED:
        return
    if may_be_adopted(vote):
        yield finding(law, RESOLVED, Verdict.DISPUTED, NOT_KNOWN, breach=Breach.DEFECT)
    elif adopted:
        yield finding(law, RESOLVED, Verdict.INVALID, OF_NO_MAJORITY, breach=Breach.VOID)


def may_be_adopted(vote: Round) -> bool:
    shown = vote.totals
    return shown is None or shown.in_favour * 2 > shown.cast()
