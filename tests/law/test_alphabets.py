"""A name is found by its letters, so none of them may be another that only looks like it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamber.law.alphabets import check_alphabets, check_name, stranger
from chamber.law.ruling import Impossible
from chamber.record.people.acts import Person

RIGHT = [
    "Жиһангер Әбенова", "Ыбырай Алтынсарин", "Абаев-Төре", "Қазыбек би Kazybek", "AMANAT-тың",
    "IT-комитеті", "№ 5-II", "Ол. 2-ші", "DʼArtagnan", "Өтеғұлов І.", "Σωκράτης", "王小明 Уаң",
]  # fmt: skip
WRONG = [
    ("Жиhангер", "'h' is a Latin letter"),  # Latin h for һ.
    ("Iлияс", "'I' is a Latin letter"),
    ("Қасымoв Ержан", "'o' is a Latin letter"),
    ("Аbenova", "'А' is a Cyrillic letter"),
    ("Karimοv", "'ο' is a Greek letter"),
]
CYRILLIC, LATIN = "әғқңөұүһіаорсу", "abcehiopxy"


@pytest.mark.parametrize("name", RIGHT)
def test_whole_words_may_stand_in_any_alphabet(name: str) -> None:
    check_name(name, "name")


@pytest.mark.parametrize(("name", "said"), WRONG, ids=[name for name, _ in WRONG])
def test_a_strange_letter_within_a_word_is_refused_and_named(name: str, said: str) -> None:
    with pytest.raises(Impossible, match=said):
        check_name(name, "name")


@given(st.text(CYRILLIC, min_size=2), st.sampled_from(LATIN), st.data())
def test_one_strange_letter_is_found_wherever_it_stands(word: str, letter: str, data: Any) -> None:
    place = data.draw(st.integers(0, len(word)))

    assert stranger(word) is None
    assert stranger(word[:place] + letter + word[place:]) == letter


@pytest.mark.parametrize("language", ["kk", "ru", "latin"])
def test_the_field_that_is_wrong_is_named(language: str) -> None:
    name = {"kk": "Әлия", "ru": "Алия", "latin": "Aliya"} | {language: "Aлия"}
    act = Person.model_validate({"kind": "person", "on": "2026-03-01", "name": name})

    with pytest.raises(Impossible) as wrong:
        check_alphabets(act, within="act.")
    assert wrong.value.field == f"act.name.{language}"
