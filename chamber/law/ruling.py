"""A ruling: what the law says of one act, with all that is needed to judge it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import Any

from chamber.law.act import Sentence, Value


class Verdict(StrEnum):
    """Lawful on every reading that counts, on some of them, or on none."""

    VALID = "valid"
    DISPUTED = "disputed"
    INVALID = "invalid"


GRAVITY = list(Verdict).index  # From valid to invalid.


class Breach(StrEnum):
    """What follows when a rule is broken (law catalogue, section 1)."""

    VOID = "V"  # No such act in law.
    DEFECT = "D"  # A defect whose sanction the law does not state.
    NOT_ADOPTED = "N"  # The decision is simply not adopted.
    INFORMS = "I"


class Answer(Value):
    """What one reading of the law says of a count."""

    name: str  # For example "Q-04 A".
    total: int
    needed: int
    adopted: bool


class Quorum(Value):
    """Whether enough deputies were present. None where the numbers do not tell."""

    present: int | None
    needed: int
    met: bool | None


class Finding(Value):
    """One thing that speaks against an act: the rule it offends, and on which readings."""

    rule: str
    cite: str
    breach: Breach
    verdict: Verdict  # Disputed or invalid; valid where it is only to be noted.
    sentence: Sentence
    readings: tuple[str, ...] = ()  # The readings on which the act is unlawful, if not on all.
    numbers: tuple[tuple[str, int], ...] = ()  # For example ("in office", 3).
    earliest_lawful: date | None = None  # Where only a later day would cure it.

    @property
    def grave(self) -> bool:
        """An act against which this speaks stands only if that was accepted, with a reason."""
        return self.breach in (Breach.DEFECT, Breach.VOID)


class Ruling(Value):
    """What the law said of an act. Kept with the act, so that anyone can judge again."""

    rule: str
    cite: str
    edition: date | None = None  # The first day of the wording that was applied.
    base: str | None = None
    total: int | None = None
    needed: int | None = None
    count: int | None = None
    adopted: bool | None = None  # None: nothing was counted, or the counts or seats are unknown.
    verdict: Verdict | None = Verdict.VALID  # None: not judged.
    readings: tuple[Answer, ...] = ()
    quorum: Quorum | None = None
    both_needed: bool = False  # The other Chamber must reach its own threshold too.
    findings: tuple[Finding, ...] = ()
    sentence: Sentence
    reason: str | None = None  # Why there is no answer: no edition, no chamber, seats not known.

    def against(self, *findings: Finding) -> "Ruling":
        """The same ruling with more that speaks against the act."""
        if not findings:
            return self
        verdict = max((self.verdict or Verdict.VALID, *(f.verdict for f in findings)), key=GRAVITY)
        told = {"findings": (*self.findings, *findings), "verdict": verdict}
        against = next((one for one in findings if one.verdict is not Verdict.VALID), None)
        return self.model_copy(update=told | ({"sentence": against.sentence} if against else {}))

    def beside(self, *findings: Finding) -> "Ruling":
        """The same ruling with what is to be known beside it: its own sentence stays."""
        return self.against(*findings).model_copy(update={"sentence": self.sentence})

    @property
    def accepted(self) -> tuple[str, ...]:
        """The rules whose breach was accepted, if the act stands: they are borne for ever."""
        return tuple(dict.fromkeys(one.rule for one in self.findings if one.grave))

    def stands(self, despite: str | None) -> bool:
        """Whether an act with this ruling opens later steps (design 3.4, the table)."""
        return all(passes(finding, despite) for finding in self.findings)


def passes(finding: Finding, despite: str | None) -> bool:
    match finding.breach:
        case Breach.INFORMS | Breach.NOT_ADOPTED:
            return True
        case Breach.DEFECT:
            return despite is not None
        case Breach.VOID:
            return despite is not None and finding.verdict is Verdict.DISPUTED


def by_name(told: Any) -> Any:
    """The record keeps numbers in their order, as pairs; whoever reads them looks for a name."""
    if isinstance(told, list):
        return [by_name(one) for one in told]
    if not isinstance(told, dict):
        return told
    return {
        name: dict(value) if name == "numbers" else by_name(value) for name, value in told.items()
    }


class Impossible(Exception):
    """What is said cannot be true, whatever the law: more votes than deputies, and the like."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


@contextmanager
def possible(field: str) -> Iterator[None]:
    """Numbers that cannot be are a mistake in this field of the act, if not in one within."""
    try:
        yield
    except Impossible as wrong:
        if isinstance(wrong.__cause__, Impossible):
            raise
        raise Impossible(field, wrong.message) from wrong


class Unlawful(Exception):
    """The law does not allow this act; the ruling says why, and what would cure it."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(ruling.sentence.en)
        self.ruling = ruling
