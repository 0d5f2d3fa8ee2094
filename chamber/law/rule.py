"""A rule and its wordings: what the law says from one day on, with its citation."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PositiveInt, model_validator

from chamber.law.act import Sentence, Value
from chamber.law.counting import Share
from chamber.law.ruling import Breach
from chamber.law.seats import in_force


class Base(StrEnum):
    """Of what a share is a share. It has no default: it is the mistake that everyone makes."""

    SEATS = "seats"
    IN_OFFICE = "in_office"
    PRESENT = "present"
    TAKING_PART = "taking_part"
    MEMBERS = "members"
    CAST = "cast"  # For and against only.


class Says(StrEnum):
    """Which sentence tells the result of a count."""

    DECISION = "decision"
    APPEAL = "appeal"
    NOTE = "note"
    CONSENT = "consent"
    RECOMMENDATIONS = "recommendations"
    INITIATIVE = "initiative"  # Signatures are counted, not votes.
    QUORUM = "quorum"  # Those present are counted, not votes.


def as_share(words: object) -> object:
    return Share.parse(words) if isinstance(words, str) else words


class Wording(Value):
    """What a rule says from one day on. The name is given where it differs from the rule's."""

    cite: str = Field(min_length=10)
    name: Sentence | None = None
    share: Annotated[Share, BeforeValidator(as_share)] | None = None
    base: Base | None = None
    says: Says | None = None
    quorum: str | None = None  # The rule by which the sitting is quorate.
    both_needed: bool = False  # Each Chamber must reach the share by itself.
    quota: PositiveInt | Literal["1/2"] | None = None
    term: str | None = Field(
        default=None, pattern="^[1-9][0-9]* (minute|hour|working day|day|week|month|year)s?$"
    )
    convention: Literal["inclusive", "exclusive", "clear"] | None = None
    order: Literal["as numbered", "as received"] | None = None
    items: tuple[str, ...] = ()  # A list in the law: grounds, measures, addressees.

    @model_validator(mode="after")
    def share_and_base_come_together(self) -> Self:
        if (self.share is None) != (self.base is None) or (self.share is None) != (not self.says):
            raise ValueError("share, base and says are given together, or not at all")
        if self.convention is not None and self.term is None:
            raise ValueError("a counting convention without a term")
        return self


Wordings = dict[date, Wording | Literal["repealed"]]


class Rule(Wording):
    """A rule in the wording of one day: what `law["A57-6.17"]` gives."""

    id: str
    since: date
    name: Sentence
    breach: Breach


class DatedRule(Value):
    """A rule with all its wordings; where a Chamber has its own, those count for it."""

    name: Sentence
    breach: Breach
    chambers: frozenset[str] = frozenset()  # None named: every Chamber of the edition.
    since: Wordings = Field(min_length=1)
    differs: dict[str, Wordings] = Field(default_factory=dict)

    def concerns(self, chamber: str) -> bool:
        return not self.chambers or chamber in self.chambers

    def all_for(self, chamber: str) -> Wordings:
        return self.since | self.differs.get(chamber, {})

    def texts_for(self, chamber: str) -> list[Wording]:
        """The wordings without the repeals, from the first to the last."""
        dated = sorted(self.all_for(chamber).items())
        return [wording for _, wording in dated if wording != "repealed"]

    def on(self, rule: str, chamber: str, day: date) -> Rule | None:
        wordings = self.all_for(chamber)
        wording = in_force(wordings, day) if self.concerns(chamber) else None
        if wording is None or wording == "repealed":
            return None
        since = max(begun for begun in wordings if begun <= day)
        given = {field: getattr(wording, field) for field in wording.model_fields_set}
        own = {"id": rule, "since": since, "name": self.name, "breach": self.breach}
        return Rule.model_validate(own | given)
