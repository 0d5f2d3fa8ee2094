"""A word of a name is written in one alphabet: a letter that only looks alike hides it from us."""

import re
import unicodedata
from collections import Counter

from chamber.law.act import Act
from chamber.law.ruling import Impossible
from chamber.law.text import Name

WORD = re.compile(r"[^\W\d_]+")
ALPHABETS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}


def check_alphabets(act: Act, *, within: str = "") -> None:
    """Raises Impossible for a word of a name that holds letters of two alphabets.

    Asked of what is sent, not of what is on the record already: that can still be read.
    """
    for field, told in act:
        if isinstance(told, Name):
            for language, name in told:
                check_name(name, f"{within}{field}.{language}")


def check_name(name: str, field: str) -> None:
    for word in WORD.findall(name):
        if (letter := stranger(word)) is not None:
            said = (
                f"mixes alphabets in the word '{word}': '{letter}' is a {alphabet(letter)} letter"
            )
            raise Impossible(field, said)


def stranger(word: str) -> str | None:
    """The first letter of the alphabet that is the rarer one in a word; None where it has one."""
    counted = Counter(known for letter in word if (known := alphabet(letter)))
    if len(counted) < 2:
        return None
    rarest = min(counted, key=lambda one: counted[one])
    return next(letter for letter in word if alphabet(letter) == rarest)


def alphabet(letter: str) -> str | None:
    return ALPHABETS.get(unicodedata.name(letter, "").partition(" ")[0])
