"""Invented names, the same in each demonstration: no two alike, and none that anybody bears."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from chamber.law.act import Value
from chamber.law.text import Name

Spelt = tuple[str, str, str]  # In Kazakh, in Russian, in Latin letters.
ONE_WOMAN_IN = 5  # About as many as sit in the Mazhilis.


class Parts(Value):
    """What names are made of."""

    surname_begins: tuple[Spelt, ...]
    surname_ends: tuple[Spelt, ...]
    of_a_woman: Spelt
    men: tuple[Spelt, ...]
    women: tuple[Spelt, ...]


PARTS = Parts.model_validate(
    tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
)


def invented() -> Iterator[Name]:
    """As many names as there are surnames."""
    begins, ends = PARTS.surname_begins, PARTS.surname_ends
    for number in range(len(begins) * len(ends)):
        turn, place = divmod(number, len(begins))
        surname = joined(begins[place], ends[(turn + place) % len(ends)])
        if number % ONE_WOMAN_IN == ONE_WOMAN_IN - 1:
            surname = joined(surname, PARTS.of_a_woman)
            given = PARTS.women[number // ONE_WOMAN_IN % len(PARTS.women)]
        else:
            given = PARTS.men[number % len(PARTS.men)]
        kk, ru, latin = joined(surname, given, between=" ")
        yield Name(kk=kk, ru=ru, latin=latin)


def joined(first: Spelt, second: Spelt, *, between: str = "") -> Spelt:
    kk, ru, latin = (between.join(pair) for pair in zip(first, second, strict=True))
    return kk, ru, latin
