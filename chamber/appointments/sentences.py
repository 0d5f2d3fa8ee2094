"""What is said against an act of an appointment, in three languages."""

import tomllib
from datetime import date
from pathlib import Path

from chamber.appointments.bodies import Office
from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.words import kazakh_of, written


class Said(Value):
    announce_first: Sentence
    quota_full: Sentence
    conclude_first: Sentence
    debate_first: Sentence
    vote_first: Sentence
    reject_first: Sentence
    resolve_first: Sentence
    not_by_chair: Sentence
    not_in_writing: Sentence
    other_chambers_committee: Sentence
    not_a_committee: Sentence
    not_the_committees_sitting: Sentence
    no_members: Sentence
    one_conclusion_each: Sentence
    already_concluded: Sentence
    already_announced: Sentence
    question_refused: Sentence
    not_a_deputy: Sentence
    not_present: Sentence
    one_vote_each: Sentence
    one_resolution_each: Sentence
    no_order: Sentence
    order_disputed: Sentence
    ballot_is_open: Sentence
    ballot_is_secret: Sentence
    not_twice: Sentence
    no_such_body: Sentence
    already_open: Sentence
    already_resolved: Sentence
    not_adopted: Sentence
    adopted: Sentence
    no_reasons: Sentence
    wrong_end: Sentence
    no_such_candidate: Sentence
    not_judged: Sentence
    told_by_sources: Sentence


PATH = Path(__file__).with_suffix(".toml")
SAID = Said.model_validate(tomllib.loads(PATH.read_text(encoding="utf-8")))


def of_several(sentence: Sentence, count: int) -> Sentence:
    return fill(sentence, {"count": count})


def quota_full(office: Office, *, quota: int, held: int) -> Sentence:
    seat = office.seat
    numbers = {"quota": quota, "held": held}
    words = {"kk": {"seat": seat.kk}, "ru": {"seat": seat.ru}, "en": {"seat": seat.en}}
    return fill(SAID.quota_full, numbers, **words)


def not_twice(office: Office) -> Sentence:
    post = office.post
    words = {"kk": {"post": post.kk}, "ru": {"post": post.ru}, "en": {"post": post.en}}
    return fill(SAID.not_twice, **words)


def no_such_body(day: date) -> Sentence:
    words = written(day)
    return fill(
        SAID.no_such_body, kk={"of": kazakh_of(day)}, ru={"day": words.ru}, en={"day": words.en}
    )


def wrong_end(last: date) -> Sentence:
    return fill(SAID.wrong_end, written(last).model_dump())
