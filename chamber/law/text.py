"""What people write: short lines and long texts, cleaned of what no reader can see."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from chamber.law.act import Value

# Control characters, surrogates, and marks that turn the direction of text: never meant.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def seen(text: str) -> str:
    """The same text in Unicode's composed form (NFC)."""
    if found := UNSEEN.search(text):
        raise ValueError(f"has an invisible character (U+{ord(found[0]):04X}): remove it")
    return unicodedata.normalize("NFC", text)


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(seen),
]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=50_000),
    AfterValidator(seen),
]


class Words(Value):
    """The same words in both languages in which the Chamber works."""

    kk: Line
    ru: Line


class Texts(Value):
    """A whole text in Kazakh and in Russian: an act of the Chamber needs both."""

    kk: Text
    ru: Text


class Name(Value):
    """The name of a person or a body, in Kazakh, Russian and Latin letters."""

    kk: Line
    ru: Line
    latin: Line = Field(description="The name in Latin letters, as in a passport or in English")
