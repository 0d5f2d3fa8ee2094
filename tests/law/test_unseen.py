"""No name and no title holds a mark that turns the direction of text, or cannot be seen."""

import unicodedata

import pytest
from pydantic import TypeAdapter, ValidationError

from chamber.law.text import Line, Name, Text, Words

BIDI = [
    chr(code) for code in range(0x110000)
    if unicodedata.bidirectional(chr(code)) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI",
                                                "FSI", "PDI")
] + ["\u061c", "\u200e", "\u200f"]  # fmt: skip
OTHERS = ["\x00", "\x7f", "\x85", "\ud800", "\udfff"]


def test_every_mark_of_direction_is_known_here() -> None:
    assert {f"{ord(one):04X}" for one in BIDI} >= {
        "202A", "202B", "202C", "202D", "202E", "2066", "2067", "2068", "2069",
    }  # fmt: skip


@pytest.mark.parametrize("kind", [Line, Text])
@pytest.mark.parametrize("mark", [*BIDI, *OTHERS], ids=lambda mark: f"U+{ord(mark):04X}")
def test_such_a_mark_is_refused(kind: type, mark: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(f"Аб{mark}ай")


@pytest.mark.parametrize("letter", "әғқңөұүһіӘҒҚҢӨҰҮҺІёЁ—«»№\n\t")
def test_what_people_write_passes(letter: str) -> None:
    assert TypeAdapter(Line).validate_python(f"а{letter}б") == f"а{letter}б"


def test_names_and_titles_are_lines() -> None:
    for model in (Name, Words):
        for field in model.model_fields.values():
            assert (field.annotation, *field.metadata)[1:] == Line.__metadata__  # type: ignore[attr-defined]
