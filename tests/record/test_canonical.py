"""An entry becomes bytes in one way only, and what is committed to cannot be changed unseen."""

import json
import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.record.canonical import GREATEST, canonical, commitment

WHOLE = st.integers(-GREATEST, GREATEST)
COMPOSED = partial(unicodedata.normalize, "NFC")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(COMPOSED)
KEYS = st.text(st.characters(max_codepoint=127), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
)


@given(st.dictionaries(KEYS, VALUES))
def test_the_same_entry_is_the_same_bytes_and_can_be_read_back(entry: dict[str, object]) -> None:
    shuffled = dict(reversed(entry.items()))

    assert canonical(entry) == canonical(shuffled)
    assert json.loads(canonical(entry)) == entry


@pytest.mark.parametrize(
    ("sent", "kept"), [("и\u0306", "й"), ("e\u0301", "é"), ("\n\u0301", "\n\u0301")]
)
def test_a_letter_is_kept_in_one_form_however_it_was_sent(sent: str, kept: str) -> None:
    assert json.loads(canonical({"text": sent})) == {"text": kept}


def test_keys_are_in_order_and_nothing_stands_between() -> None:
    assert (
        canonical({"b": 1, "a": {"d": None, "c": "Ә"}}) == '{"a":{"c":"Ә","d":null},"b":1}'.encode()
    )


@pytest.mark.parametrize("number", [1.0, 0.1, float("nan")])
def test_a_float_never_enters(number: float) -> None:
    with pytest.raises(ValueError, match="float cannot stand in an entry"):
        canonical({"share": [number]})


@pytest.mark.parametrize(("number", "enters"), [(GREATEST, True), (GREATEST + 1, False)])
def test_no_number_enters_that_other_readers_would_round(number: int, enters: bool) -> None:
    if enters:
        assert canonical({"n": number})
    else:
        with pytest.raises(ValueError, match="too great"):
            canonical({"n": number})


def test_a_commitment_depends_on_the_salt_and_on_every_byte() -> None:
    salt, body = bytes(32), canonical({"for": 50})

    assert commitment(salt, body) == commitment(salt, body)
    assert commitment(salt, body) != commitment(bytes(31) + b"\1", body)
    assert commitment(salt, body) != commitment(salt, canonical({"for": 51}))
