"""Whether the person is a deputy of the Chamber on the day."""

from collections.abc import Iterator
from datetime import date

from chamber.law.judging import finding
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Verdict
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules.grounds import OWN
from chamber.mandates.sentences import SAID
from chamber.record.people.facts import MandateHeld


def held_on(given: Given, chamber: str, day: date) -> MandateHeld | None:
    """The mandate in the Chamber that the person has on the day."""
    of_chamber = (one for one in given.mandates if one.chamber == chamber)
    return next((one for one in of_chamber if lasts_on(one, day)), None)


def lasts_on(held: MandateHeld, day: date) -> bool:
    return held.starts_on <= day and (held.ends_on is None or day < held.ends_on)


def check_own(law: Law, facts: Facts, given: Given, on: date) -> Iterator[Finding]:
    """The Chamber decides of its own deputies, while they are."""
    if not facts.by_itself and held_on(given, facts.chamber, on) is None:
        yield finding(law, OWN, Verdict.INVALID, SAID.not_its_deputy)
