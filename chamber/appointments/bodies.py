"""The bodies whose members a Chamber appoints, each under the name it had at its time."""

import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path

from chamber.law.act import Sentence, Value


class Body(StrEnum):
    CONSTITUTIONAL_COURT = "constitutional_court"
    CEC = "cec"
    AUDIT_CHAMBER = "audit_chamber"
    CONSTITUTIONAL_COUNCIL = "constitutional_council"  # Until the end of 2022.
    ACCOUNTS_COMMITTEE = "accounts_committee"  # Until 7 June 2022.


class Office(Value):
    """What is appointed to: the rule with the quota, the rule with the term, and the words."""

    first_day: date
    last_day: date | None = None
    quota: str  # The rule that says how many the Chamber appoints.
    term: str  # The rule that says for how long.
    once: str | None = None  # The rule by which nobody is appointed twice.
    not_term: str | None = None  # The rule by which the term of the others is not this one's.
    name: Sentence
    post: Sentence  # To what somebody is appointed: "to the post of judge of …".
    seat: Sentence  # The word after a number of seats.

    def existed_on(self, day: date) -> bool:
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


OFFICES = {
    Body(name): Office.model_validate(told)
    for name, told in tomllib.loads(
        Path(__file__).with_name("bodies.toml").read_text(encoding="utf-8")
    ).items()
}
