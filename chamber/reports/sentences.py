"""What is said for and against an act of a report, in three languages."""

import tomllib
from datetime import date
from pathlib import Path

from chamber.law.act import Sentence, Value
from chamber.law.sentences import fill
from chamber.law.words import english_noun, russian_noun, written


class Said(Value):
    others_signed: Sentence
    prime_minister: Sentence
    not_own_activity: Sentence
    never_begun: Sentence
    below_third: Sentence
    hear_first: Sentence
    vote_first: Sentence
    resolve_first: Sentence
    not_adopted: Sentence
    already_open: Sentence
    already_resolved: Sentence
    no_date: Sentence
    no_limits: Sentence
    not_that_day: Sentence
    adjourn_first: Sentence
    too_long: Sentence
    too_long_for_chamber: Sentence
    rapporteur_not_of_group: Sentence
    rapporteur_first: Sentence
    not_the_rapporteur: Sentence
    not_a_commission: Sentence
    no_members: Sentence
    members_not_initiators: Sentence
    no_commission: Sentence
    told_before_decision: Sentence
    not_in_writing: Sentence
    decision_not_stated: Sentence
    day_not_stated: Sentence
    another_day_stated: Sentence
    notify_first: Sentence
    access_refused: Sentence
    did_not_come: Sentence
    no_report: Sentence
    never_heard: Sentence
    open_first: Sentence
    reasons_first: Sentence
    come_first: Sentence
    report_first: Sentence
    close_debate_first: Sentence
    already_done: Sentence
    debate_is_closed: Sentence
    not_a_deputy: Sentence
    not_present: Sentence
    faction_refused: Sentence
    group_refused: Sentence
    deputy_refused: Sentence
    take_note_first: Sentence
    earlier_first: Sentence
    not_received: Sentence
    no_laws: Sentence
    appeal_first: Sentence
    send_first: Sentence
    already_sent: Sentence
    already_answered: Sentence
    must_release: Sentence
    member_released: Sentence
    crosses_editions: Sentence
    rests_on: Sentence
    report_day: Sentence
    no_release_day: Sentence


PATH = Path(__file__).with_suffix(".toml")
SAID = Said.model_validate(tomllib.loads(PATH.read_text(encoding="utf-8")))


def of_several(sentence: Sentence, count: int) -> Sentence:
    return fill(sentence, {"count": count})


def below_third(count: int, needed: int) -> Sentence:
    return fill(SAID.below_third, {"count": count, "needed": needed})


def too_long(minutes: int, most: int) -> Sentence:
    return fill(SAID.too_long, {"minutes": minutes, "most": most})


def too_long_for_chamber(minutes: int, allowed: int) -> Sentence:
    return fill(
        SAID.too_long_for_chamber,
        {"minutes": minutes},
        kk={"allowed": f"{allowed} минут"},
        ru={"allowed": f"{allowed} {russian_noun(allowed, 'minutes allowed')}"},
        en={"allowed": f"{allowed} {english_noun(allowed, 'minutes')}"},
    )


def of_day(sentence: Sentence, day: date) -> Sentence:
    return fill(sentence, written(day).model_dump())


def rests_on(rule: Sentence) -> Sentence:
    return fill(SAID.rests_on, rule.model_dump())
