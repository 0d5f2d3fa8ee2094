"""Where the law can be read in two ways: every reading, which of them count, what we adopt."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from chamber.law.act import Sentence, Value

Letter = Annotated[str, StringConstraints(pattern="^[A-D]$")]


class Question(Value):
    """A question that the law leaves open, with its readings by letter."""

    question: Sentence
    readings: dict[Letter, Sentence] = Field(min_length=2)
    counts: tuple[Letter, ...] = ()  # None: all readings are notes, and no verdict depends on them.
    adopted: tuple[Letter, ...]  # Several: an act must hold on each of them.
    rules: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()  # Touches every rule with a share of one of these.
    shares: tuple[str, ...] = ()  # Touches every rule with one of these shares.

    @model_validator(mode="after")
    def names_its_own_readings(self) -> Self:
        if unknown := {*self.counts, *self.adopted} - self.readings.keys():
            raise ValueError(f"{sorted(unknown)} are not readings of this question")
        if not (self.rules or self.bases or self.shares):
            raise ValueError("a question that touches no rule")
        return self

    def touches(self, rule: str, base: str | None, share: str | None) -> bool:
        return rule in self.rules or base in self.bases or share in self.shares


class Readings(Value):
    questions: dict[str, Question]

    @classmethod
    def load(cls, path: Path) -> "Readings":
        return cls(questions=tomllib.loads(path.read_text(encoding="utf-8")))

    def touching(self, rule: str, base: str | None, share: str | None) -> Mapping[str, Question]:
        return {
            name: question
            for name, question in self.questions.items()
            if question.touches(rule, base, share)
        }


READINGS = Readings.load(Path(__file__).with_name("readings.toml"))
