"""An invented chamber of any age: 98 deputies, and as many votes as are wanted."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from chamber.law.act import Sentence
from chamber.law.ruling import Answer, Quorum, Ruling
from chamber.law.text import Name
from chamber.record.votes.facts import CAST, Choice
from chamber.record.votes.tables import Vote
from chamber.record.votes.telling import Elector, Place

DEPUTIES, FACTIONS = 98, 6
FIRST_PERSON, FIRST_FACTION, FIRST_CASE, FIRST_VOTE = 1, 101, 1001, 1
BEGAN = date(2000, 1, 1)
PER_DAY = 20
SYLLABLES = re.findall(r"\w+", "ай бе ға да ер жан зе ис қай ла ма нұр об са те ұл әл ерк дан бек")
LATIN = re.findall(r"\w+", "ai be ga da er zhan ze is qai la ma nur ob sa te ul al erk dan bek")
MATTERS = (
    ("Судьяны тағайындау туралы", "О назначении судьи"),
    ("Есеп туралы", "Об отчете"),
    ("Тыңдау өткізу туралы", "О проведении слушаний"),
    ("Комиссия құру туралы", "Об образовании комиссии"),
)
RULES = (("57(1)", "A57-1.17"), ("57(6)", "A57-6.17"), ("57(7)", "A57-7.10"))
LIKELY = (0.72, 0.08, 0.05, 0.05, 0.07, 0.03)  # In the order of the choices.


@dataclass(frozen=True)
class Chamber:
    electors: list[Elector]
    lines: list[dict[Choice, Elector]]  # Each deputy with each choice, made once.

    def vote(self, number: int) -> tuple[Vote, list[Elector]]:
        """The same vote each time it is asked for, and its roll."""
        chance = random.Random(number)  # noqa: S311 -- nothing is secret here
        choices = chance.choices(list(Choice), LIKELY, k=DEPUTIES)
        roll = [line[choice] for line, choice in zip(self.lines, choices, strict=True)]
        return vote(number, chance, choices), roll


def chamber() -> Chamber:
    chance = random.Random(57)  # noqa: S311
    electors = [elector(number, chance) for number in range(DEPUTIES)]
    lines = [{c: one.model_copy(update={"choice": c}) for c in Choice} for one in electors]
    return Chamber(electors, lines)


def elector(number: int, chance: random.Random) -> Elector:
    faction = number % FACTIONS
    return Elector(
        person_id=FIRST_PERSON + number,
        deputy=uid(chance),
        name=name(chance),
        choice=Choice.FOR,
        faction_id=FIRST_FACTION + faction,
        faction=UUID(int=57 * 2**64 + faction),
        faction_name=Name(
            kk=f"«{faction + 1}» фракциясы", ru=f"Фракция «{faction + 1}»",
            latin=f"Faction {faction + 1}",
        ),
    )  # fmt: skip


def uid(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def name(chance: random.Random) -> Name:
    words = [chance.choices(range(len(SYLLABLES)), k=3) for _ in range(3)]
    kk, latin = (
        " ".join("".join(of[n] for n in word).capitalize() for word in words)
        for of in (SYLLABLES, LATIN)
    )
    return Name(kk=kk, ru=kk.replace("ұ", "у").replace("ғ", "г").replace("қ", "к"), latin=latin)


def vote(number: int, chance: random.Random, choices: list[Choice]) -> Vote:
    day = BEGAN + timedelta(days=number // PER_DAY)
    power, rule = chance.choice(RULES)
    about, about_ru = chance.choice(MATTERS)
    word = f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}{chance.randrange(500)}"
    told = ruling(rule, choices)
    return Vote(
        id=FIRST_VOTE + number, uid=uid(chance), proceeding_id=FIRST_CASE + number // PER_DAY,
        chamber=chance.choices(("mazhilis", "senate"), (3, 1))[0], convocation=8, power=power,
        rule=rule, question_kk=f"{about} {word}", question_ru=f"{about_ru} {word}",
        form="open", method="ballots", number=1, opened_on=day, seats=98, in_office=DEPUTIES,
        electorate=list(range(FIRST_PERSON, FIRST_PERSON + DEPUTIES)), closed_on=day,
        in_favour=choices.count(Choice.FOR), against=choices.count(Choice.AGAINST),
        abstained=choices.count(Choice.ABSTAINED),
        present=DEPUTIES - choices.count(Choice.ABSENT) - choices.count(Choice.EXCUSED),
        outcome="adopted" if told.adopted else "not_adopted", verdict=told.verdict,
        ruling=told.model_dump(mode="json"), edition=1,
    )  # fmt: skip


def ruling(rule: str, choices: list[Choice]) -> Ruling:
    count, needed = choices.count(Choice.FOR), 70
    cast = sum(choice in CAST for choice in choices)
    adopted = count >= needed
    return Ruling(
        rule=rule, cite="Constitution, art. 57", edition=BEGAN, base="seats", total=98,
        needed=needed, count=count, adopted=adopted,
        readings=tuple(
            Answer(name=name, total=98, needed=needed, adopted=adopted)
            for name in ("Q-04 A", "Q-04 B")
        ),
        quorum=Quorum(present=cast, needed=66, met=cast >= 66),
        sentence=Sentence(
            kk=f"Шешім қабылданды: 98 мандаттың {count} дауысы, қажеті {needed}.",
            ru=f"Решение принято: {count} голосов из 98 мандатов, требуется {needed}.",
            en=f"Adopted: {count} of 98 seats, {needed} needed.",
        ),
    )  # fmt: skip


def place(of: Vote) -> Place:
    case = of.proceeding_id
    return Place(
        case=UUID(int=case), noun="appointments", case_number=f"senate/{case}",
        nth=of.id % PER_DAY + 1, sitting=None,
    )  # fmt: skip


def numbers(votes: int, size: int) -> Iterator[range]:
    for start in range(0, votes, size):
        yield range(start, min(start + size, votes))
