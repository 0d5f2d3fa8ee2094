"""Rules as dated data. A wording is in force from its day until the next one, or its repeal."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import model_validator

from chamber.law.act import Value
from chamber.law.readings import READINGS, Question, Readings
from chamber.law.rule import DatedRule, Rule, Wording
from chamber.law.seats import CHAMBERS, Chambers, NoEdition, SeatsUnknown, in_force

ROOMS = sorted(Path(__file__).parents[1].glob("*/rules.toml"))


class RuleFile(Value):
    """One `rules.toml`: the edition of the law it belongs to, and its rules."""

    edition: str
    rules: dict[str, DatedRule]


class Lawbook(Value):
    """All rules of all rooms, with the chambers and the readings: one law."""

    chambers: Chambers
    readings: Readings
    editions: dict[str, str]  # The edition of each rule.
    rules: dict[str, DatedRule]

    @classmethod
    def load(
        cls,
        paths: Iterable[Path] = ROOMS,
        chambers: Chambers = CHAMBERS,
        readings: Readings = READINGS,
    ) -> "Lawbook":
        editions: dict[str, str] = {}
        rules: dict[str, DatedRule] = {}
        for path in paths:
            file = RuleFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
            if twice := rules.keys() & file.rules.keys():
                raise ValueError(f"{path}: {sorted(twice)} already stand in another file")
            rules |= file.rules
            editions |= dict.fromkeys(file.rules, file.edition)
        return cls(chambers=chambers, readings=readings, editions=editions, rules=rules)

    @model_validator(mode="after")
    def names_only_what_exists(self) -> Self:
        for rule, dated in self.rules.items():
            if self.editions[rule] not in self.chambers.editions:
                raise ValueError(f"{rule}: there is no edition {self.editions[rule]!r}")
            named = dated.chambers | dated.differs.keys()
            if unknown := named - self.chambers.editions[self.editions[rule]].chambers:
                raise ValueError(f"{rule}: {sorted(unknown)} is no chamber of its edition")
            for wording in wordings_of(dated):
                if wording.quorum is not None and wording.quorum not in self.rules:
                    raise ValueError(f"{rule}: there is no quorum rule {wording.quorum!r}")
        return self

    def on(self, chamber: str, day: date) -> "Law":
        if not self.chambers.in_session(chamber, day):
            raise NoEdition(chamber, day)
        return Law(self, chamber, day)

    def in_force(self, chamber: str, day: date) -> "Law":
        """The law under which the chamber acts that day.

        Raises NoEdition, or NoChamber while the chamber is dissolved.
        """
        law = self.on(chamber, day)
        _ = law.known_seats
        return law

    def last_cite(self, rule: str, chamber: str, day: date) -> str:
        """The citation nearest to a day on which the rule is not in force."""
        cites = {
            since: wording.cite
            for since, wording in self.rules[rule].all_for(chamber).items()
            if wording != "repealed"
        }
        return in_force(cites, day) or cites[min(cites)]


def wordings_of(dated: DatedRule) -> Iterator[Wording]:
    for wordings in (dated.since, *dated.differs.values()):
        yield from (wording for wording in wordings.values() if wording != "repealed")


@dataclass(frozen=True)
class Law:
    """What is in force for one chamber on one day."""

    book: Lawbook
    chamber: str
    day: date

    @cached_property
    def seats(self) -> int:
        """Raises NoChamber or SeatsUnknown where there is no number."""
        return self.book.chambers.seats_on(self.chamber, self.day)

    @cached_property
    def known_seats(self) -> int | None:
        """None where the number is not known: a count of another base does not need it."""
        try:
            return self.seats
        except SeatsUnknown:
            return None

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule in force, in the order of the catalogue."""
        found = ((rule, self.find(rule)) for rule in sorted(self.book.rules, key=in_order))
        return {rule: wording for rule, wording in found if wording is not None}

    def __getitem__(self, rule: str) -> Rule:
        """The rule in the wording of the day. KeyError: there is no such rule in any edition."""
        wording = self.find(rule)
        if wording is None:
            raise NoEdition(self.chamber, self.day)
        return wording

    def find(self, rule: str) -> Rule | None:
        edition = self.book.chambers.editions[self.book.editions[rule]]
        covered = edition.covers(self.chamber, self.day)
        return self.book.rules[rule].on(rule, self.chamber, self.day) if covered else None

    def questions(self, rule: Rule) -> Mapping[str, Question]:
        """The questions of reading that touch this rule."""
        share = str(rule.share) if rule.share is not None else None
        return self.book.readings.touching(rule.id, rule.base, share)


def in_order(rule: str) -> tuple[str, int, int, str]:
    """A57-6.9 before A57-6.17, and the facts (F-2.02) after the rules."""
    family, _, number = rule.partition("-")
    chapter, _, rest = number.partition(".")
    place, _, suffix = rest.partition("-")
    return family, int(chapter), int(place), suffix


LAW = Lawbook.load()
