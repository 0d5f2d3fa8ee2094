"""A correction is told in a clerk's words, in three languages, and only what differs is told."""

from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.appointments.procedure import APPOINTMENTS
from chamber.hearings.words import (
    Addressee,
    Audience,
    Capacity,
    Form,
    Product,
    Reader,
    Secret,
)
from chamber.law.act import Act, Sentence
from chamber.law.sent import Sent
from chamber.record.procedure.correcting import Correction, correct
from chamber.record.remarks import corrected
from chamber.record.votes.acts import Closing, Opening
from chamber.record.votes.facts import Choice, Method, Protocol, Totals
from chamber.record.wording import WORDS, in_words
from tests.appointments.seated import DAY, desk, opened, seated, submission

A, B, VOTE = (UUID(int=n) for n in (1, 2, 9))
NAMES = {A: Sentence(kk="Әсем", ru="Асем", en="Asem"), B: Sentence(kk="Бек", ru="Бек", en="Bek")}
CLOSING = Closing(on=DAY, vote=VOTE, totals=Totals(in_favour=49, against=2, abstained=15))
PROTOCOL = Protocol(commission=(A,), on_roll=98, issued=80, found=80, valid=79, invalid=1)


def told(old: Act, new: Act | None) -> Sentence:
    return corrected(5, old, new, "теру қатесі", NAMES)


def test_the_counts_of_a_vote_are_told_in_words() -> None:
    right = CLOSING.model_copy(update={"totals": Totals(in_favour=50, against=2, abstained=15)})

    sentence = told(CLOSING, right)

    assert "«жақтап — 49, қарсы — 2, қалыс қалды — 15»" in sentence.kk
    assert "«за» — 50, «против» — 2, воздержались — 15" in sentence.ru
    assert sentence.en == (
        "Entry No. 5 was corrected: it read “for 49, against 2, abstained 15”, it should read "
        "“for 50, against 2, abstained 15”. Reason: “теру қатесі”. The first entry is kept."
    )


def test_days_and_hours_are_told_in_words_and_in_the_time_of_astana() -> None:
    at = datetime(2026, 3, 25, 5, 30, tzinfo=UTC)

    assert in_words(DAY, None, {}).ru == "25 марта 2026 года"
    assert in_words(at, None, {}).en == "25 March 2026, 10:30"


def test_the_method_of_a_vote_is_told_in_words() -> None:
    opening = Opening(on=DAY, sitting=VOTE)

    sentence = told(opening, opening.model_copy(update={"method": Method.TOTALS}))

    assert "«отдельными голосами»" in sentence.ru
    assert "“by a count”" in sentence.en


def test_people_are_told_by_their_names_and_only_those_that_differ() -> None:
    assert in_words((A, B), (A,), NAMES).ru == "Бек"
    assert in_words((A,), (A, B), NAMES).ru == "—"
    assert in_words((B, A), (A, B), NAMES).kk == "Бек, Әсем"
    assert in_words((UUID(int=7),), (), NAMES).en == str(UUID(int=7))


def test_of_a_roll_only_the_choices_that_differ_are_told() -> None:
    mine = {A: Choice.FOR, B: Choice.AGAINST}

    assert in_words(mine, {A: Choice.FOR, B: Choice.FOR}, NAMES).en == "Bek — against"
    assert in_words(mine, None, NAMES).ru == "Асем — за, Бек — против"
    assert in_words({}, mine, NAMES).ru == "—"


def test_the_figures_of_a_secret_vote_are_told_by_their_names() -> None:
    assert in_words(PROTOCOL, None, NAMES).en == (
        "deputies on the roll 98, ballot papers issued 80, found in the box 80, valid 79, invalid 1"
    )


@pytest.mark.parametrize(("value", "word"), [(None, "—"), (True, "да"), (False, "нет"), (12, "12")])
def test_what_is_no_word_is_told_in_words(value: object, word: str) -> None:
    assert in_words(value, None, {}).ru == word


def test_an_act_that_never_was_is_told_without_the_words_of_programs() -> None:
    sentence = told(CLOSING, None)

    assert "действия не было" in sentence.ru
    for slip in ("UUID", "datetime", "close_vote", "None", "in_favour"):
        assert slip not in sentence.en


async def test_a_corrected_submission_names_the_candidates(session: AsyncSession) -> None:
    here = await seated(session)
    asked = submission(here, *here.candidates[:2])
    case = await opened(session, APPOINTMENTS, asked)
    told = asked.model_dump(mode="json")
    told["candidates"][0]["person"] = str(here.candidates[3])
    slip = Correction(on=DAY, entry=1, act=told, reason="теру қатесі")

    done = await correct(APPOINTMENTS, desk(session), case, slip, Sent())

    assert done.ruling.sentence.ru.startswith(
        "Запись № 1 исправлена: было — «Айдос Бекенов», верно — «Ләззат Өмірова»."
    )


def test_what_a_hearing_keeps_as_codes_is_told_in_words() -> None:
    assert in_words(Secret.STATE, None, {}).kk == "мемлекеттік құпия"
    both = frozenset({Audience.PUBLIC, Audience.MEDIA})
    assert in_words(both, None, {}).ru == "средства массовой информации, общественность"
    assert in_words(both, frozenset({Audience.MEDIA}), {}).en == "the public"


@pytest.mark.parametrize("codes", [Form, Secret, Audience, Capacity, Addressee, Product, Reader])
def test_no_code_of_a_hearing_is_told_as_it_is(codes: type[StrEnum]) -> None:
    assert not [code for code in codes if str(code) not in WORDS]
