"""The words of a matter of mandates: who set it off, and what a deputy does besides."""

from enum import StrEnum


class SetOffBy(StrEnum):
    """Who set the matter off."""

    DEPUTY = "deputy"
    CEC = "cec"  # The Central Election Commission.
    PRESIDENT = "president"
    ELECTORS = "electors"
    ASSEMBLY = "assembly"
    COURT = "court"
    PARTY = "party"
    CHAMBER = "chamber"


class Activity(StrEnum):
    """What a deputy does beside the mandate."""

    OTHER_BODY = "other_representative_body"  # A57-4.09, and the three that follow.
    PAID_POST = "paid_post"
    BUSINESS = "business"
    MANAGING_ORGAN = "managing_organ"  # Or a supervisory board, of a commercial organisation.
    TEACHING = "teaching"  # A57-4.10: allowed, and so are the two that follow.
    SCIENTIFIC_WORK = "scientific_work"
    CREATIVE_WORK = "creative_work"


ALLOWED = frozenset({Activity.TEACHING, Activity.SCIENTIFIC_WORK, Activity.CREATIVE_WORK})
