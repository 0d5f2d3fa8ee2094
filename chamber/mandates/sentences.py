"""What is said against an act of a matter of mandates, in three languages."""

import tomllib
from datetime import date
from pathlib import Path

from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.words import kazakh_on, written


class Said(Value):
    not_its_deputy: Sentence
    not_of_this_basis: Sentence
    ends_anyway: Sentence
    ended_before: Sentence
    not_by_list: Sentence
    not_by_party: Sentence
    only_assembly: Sentence
    only_president: Sentence
    only_electors: Sentence
    only_commission: Sentence
    recalls_appointed: Sentence
    recalls_elected: Sentence
    recalls_of_assembly: Sentence
    recall_ceased: Sentence
    not_in_force: Sentence
    allowed: Sentence
    incompatible: Sentence
    senate_stays: Sentence
    noting_asked: Sentence
    by_itself: Sentence
    never_ended: Sentence
    not_by_itself: Sentence
    conclude_first: Sentence
    submit_first: Sentence
    already_concluded: Sentence
    not_binding: Sentence
    already_open: Sentence
    already_resolved: Sentence
    vote_first: Sentence
    not_adopted: Sentence
    resolve_first: Sentence
    accepted: Sentence
    no_term: Sentence


PATH = Path(__file__).with_suffix(".toml")
SAID = Said.model_validate(tomllib.loads(PATH.read_text(encoding="utf-8")))


def not_in_force(day: date) -> Sentence:
    words = written(day)
    told = {"kk": {"on": kazakh_on(day)}, "ru": {"day": words.ru}, "en": {"day": words.en}}
    return fill(SAID.not_in_force, **told)


def ceased(since: date) -> Sentence:
    return fill(SAID.recall_ceased, {"day": written(since)})
