"""What follows from a matter: the mandate ends in the deputy's own record, and is to be noted."""

from collections.abc import Sequence

from chamber.law.following import Follow
from chamber.law.rulebook import LAW
from chamber.law.seats import Chamber
from chamber.mandates.acts import ENDING
from chamber.mandates.facts import Facts
from chamber.mandates.sentences import SAID
from chamber.record.deadlines.facts import Due, What
from chamber.record.people.acts import MandateEnd
from chamber.record.people.mandates import ENDED_BY


def follows(facts: Facts) -> Sequence[Follow]:
    if facts.ends_on is None:
        return ()
    end = MandateEnd(
        on=facts.ends_on, chamber=Chamber(facts.chamber), ground=facts.ground,
        document=document(facts),
    )  # fmt: skip
    return [Follow("people", one, end, facts.defects) for one in facts.deputies]


def document(facts: Facts) -> str | None:
    """The act by which the powers ended: the resolution's, where one was needed."""
    if facts.by_itself or facts.resolution is None:
        return facts.document
    return facts.resolution.written_number


def due(facts: Facts) -> Sequence[Due]:
    """What ended by itself is to be noted by a resolution, and the law sets no term (Q-34)."""
    if not facts.ended_by_itself or facts.dissolved:
        return ()
    rule, noted = ENDED_BY[facts.ground], facts.resolution
    cite = LAW.last_cite(rule, facts.chamber, facts.happened_on)
    return [
        Due(
            what=What.NOTING, rule=rule, cite=cite, since=facts.opened_on, subject=ENDING,
            why=SAID.no_term, done_on=noted and noted.adopted_on,
        )
    ]  # fmt: skip
