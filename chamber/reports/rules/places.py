"""Where things are done: at the Chamber's sitting, by its deputies, once it decided to hear."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Breach, Finding, Verdict
from chamber.record.sittings.hall import Hall
from chamber.record.votes.place import is_own, later
from chamber.reports.facts import HEAR, Facts, Given
from chamber.reports.sentences import SAID

INITIATIVE, HEARD, RELEASED = "A57-6.01", "A57-6.03", "A57-6.18"


def check_begun(law: Law, facts: Facts, breach: Breach | None = None) -> Iterator[Finding]:
    """Nothing rests on an initiative that is none."""
    if facts.never_begun:
        sentence = SAID.never_begun
        yield finding(law, INITIATIVE, Verdict.INVALID, sentence, breach=breach)


def check_released(law: Law, facts: Facts, on: date) -> Iterator[Finding]:
    """Once the President has released the member nothing is left to be heard or decided."""
    if facts.released_on is not None and facts.released_on <= on:
        sentence = SAID.member_released
        yield finding(law, RELEASED, Verdict.INVALID, sentence, breach=Breach.DEFECT)


def check_decided(
    law: Law, facts: Facts, on: date, breach: Breach | None = None
) -> Iterator[Finding]:
    """Nothing is heard without a decision of the Chamber to hear it."""
    resolution = facts.resolution_on(HEAR)
    if resolution is None or resolution.adopted_on > on:
        opens = later(on, resolution.adopted_on) if resolution is not None else None
        yield finding(
            law, HEARD, Verdict.INVALID, SAID.hear_first, breach=breach, earliest_lawful=opens
        )


def check_deputy(law: Law, rule: str, deputy: UUID, given: Given) -> Iterator[Finding]:
    if not given.speaks:
        yield finding(law, rule, Verdict.INVALID, SAID.not_a_deputy, breach=Breach.DEFECT)
    elif is_known_away(given.hall, deputy):
        yield finding(law, rule, Verdict.INVALID, SAID.not_present, breach=Breach.DEFECT)


def is_known_away(hall: Hall | None, deputy: UUID) -> bool:
    """Not among those registered by name, where all of them are."""
    assert hall is not None, "the act names a sitting"
    all_named = 0 < hall.registered <= len(hall.present)
    return all_named and deputy not in hall.present


def in_own_hall(law: Law, hall: Hall | None) -> bool:
    """Those at another sitting are not counted."""
    assert hall is not None, "the act names a sitting"
    return is_own(law, hall)
