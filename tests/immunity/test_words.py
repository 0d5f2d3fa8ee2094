"""To each measure the Chamber consents, or refuses to, in words of its own."""

from typing import Any, get_args

import pytest

from chamber.immunity.acts import Exempt, Measure, Submitter
from chamber.immunity.sentences import SAID, question
from chamber.law.act import Sentence
from chamber.record.wording import WORDS
from tests.immunity.case import Case, act

NAME = Sentence(kk="Ерлан Сейітов", ru="Ерлан Сеитов", en="Yerlan Seiitov")


@pytest.mark.parametrize(
    ("measure", "kk", "ru", "en"),
    [
        (
            "detention", "Депутатты ұстауға", "задержание депутата", "the deputy's detention",
        ),
        (
            "custody", "Депутатты қамауда ұстауға", "содержание депутата под стражей",
            "the deputy's custody",
        ),
        (
            "house_arrest", "Депутатты үйқамаққа алуға", "домашний арест депутата",
            "the deputy's house arrest",
        ),
        (
            "forced_appearance", "Депутатты күштеп әкелуге", "привод депутата",
            "the deputy's forced appearance",
        ),
        (
            "criminal_liability", "Депутатты қылмыстық жауаптылыққа тартуға",
            "привлечение депутата к уголовной ответственности",
            "holding the deputy criminally liable",
        ),
        (
            "administrative_penalty",
            "Депутатқа сот тәртібімен қолданылатын әкімшілік жазалау шараларын қолдануға",
            "применение к депутату мер административного взыскания, налагаемых в судебном порядке",
            "an administrative penalty applied to the deputy by a court",
        ),
    ],
)  # fmt: skip
def test_the_consent_to_each_measure_is_told_as_the_golden_sentences_tell_it(
    measure: str, kk: str, ru: str, en: str
) -> None:
    case = Case(measures=[{"measure": measure}]).prepared()

    given = case.voted(50, measure=measure).sentence
    again: dict[str, Any] = {"reason": "қайта", "repeat": {"for": 60, "against": 0}}
    case.take(act("open_vote", measure=measure, **again))
    refused = case.counted(49).sentence

    assert given.kk.startswith(f"{kk} келісім берілді: жақтап 50 дауыс берілді,")
    assert given.ru.startswith(f"Согласие на {ru} дано: «за» — 50,")
    assert given.en.startswith(f"Consent to {en} was given: 50 for;")
    assert refused.kk.startswith(f"{kk} келісім берілмеді: жақтап 49 дауыс берілді,")
    assert refused.ru.startswith(f"В согласии на {ru} отказано: «за» — 49,")
    assert refused.en.startswith(f"Consent to {en} was refused: 49 for;")
    assert question(Measure(measure), NAME).kk == f"{kk} келісім беру туралы: {NAME.kk}"


def test_every_code_of_an_act_is_known_in_words() -> None:
    codes = [*Measure, *get_args(Exempt), *get_args(Submitter), "consent", "refuse"]

    assert not set(codes) - set(WORDS)
    assert set(SAID.exceptions) == set(get_args(Exempt))
