"""Who recalls only deputies of the other Chamber, or recalls none any more, and why nobody does."""

from datetime import date

from chamber.law.act import Sentence
from chamber.law.judging import unanswerable
from chamber.law.rulebook import Law
from chamber.law.ruling import Ruling
from chamber.law.seats import Chamber, NoEdition
from chamber.mandates.acts import Matter
from chamber.mandates.sentences import SAID, ceased
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import ENDED_BY

# Whose deputies are recalled on the ground, and what is said of those of the other Chamber.
ONLY_OF = {
    Ground.RECALLED_BY_PRESIDENT: (Chamber.SENATE, SAID.recalls_appointed),
    Ground.RECALLED_BY_ELECTORS: (Chamber.SENATE, SAID.recalls_elected),
    Ground.RECALLED_BY_ASSEMBLY: (Chamber.MAZHILIS, SAID.recalls_of_assembly),
}


def judge_without_recall(law: Law, act: Matter) -> Ruling | None:
    """None: somebody may recall such a deputy that day, or no other answer is known."""
    if act.ground not in ONLY_OF or law.find(ENDED_BY[act.ground]) is not None:
        return None
    why = why_not(law, act)
    if why is None:
        return None
    ruling = unanswerable(ENDED_BY[act.ground], NoEdition(law.chamber, law.day), law.book)
    against = tuple(one.model_copy(update={"sentence": why}) for one in ruling.findings)
    return ruling.model_copy(update={"sentence": why, "findings": against, "reason": None})


def why_not(law: Law, act: Matter) -> Sentence | None:
    chamber, sentence = ONLY_OF[act.ground]
    if act.chamber is not chamber:
        return sentence
    since = ceased_on(law, ENDED_BY[act.ground])
    return ceased(since) if since is not None else None


def ceased_on(law: Law, rule: str) -> date | None:
    """The first day without the rule, if it was there before."""
    wordings = law.book.rules[rule].all_for(law.chamber)
    gone = [day for day, one in wordings.items() if one == "repealed" and day <= law.day]
    return max(gone, default=None)
