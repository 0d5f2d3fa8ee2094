import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chamber.law import sentences
from chamber.law.act import Sentence
from chamber.law.counting import Share
from chamber.law.counts import Counts
from chamber.law.deciding import decide_on
from chamber.law.rule import Base, Rule, Says
from chamber.law.rulebook import LAW

GOLDEN: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("golden_counts.toml").read_text(encoding="utf-8")
)
MAY = date(2026, 5, 1)
MAJORITY = LAW.on("mazhilis", MAY)["A57-1.17"]


@pytest.mark.parametrize("case", GOLDEN)
def test_a_ruling_says_it_letter_for_letter(case: str) -> None:
    golden = GOLDEN[case]
    asked, counts = golden["asked"], Counts(**golden["counts"])
    ruling = decide_on(LAW, asked["chamber"], asked["on"], asked["rule"], counts)
    sentence = ruling.sentence
    if "says" in asked:
        assert ruling.total is not None
        assert ruling.needed is not None
        law = LAW.on(asked["chamber"], asked["on"])
        sentence = told(
            law[asked["rule"]].model_copy(update={"says": Says(asked["says"])}),
            counts.counted(law[asked["rule"]]),
            of=ruling.total,
        )
    assert sentence == Sentence(kk=golden["kk"], ru=golden["ru"], en=golden["en"])


def told(rule: Rule, count: int, *, of: int, measure: str = "immunity") -> Sentence:
    assert rule.share is not None
    return sentences.result(
        rule,
        count=count,
        total=of,
        needed=rule.share.least(of=of),
        adopted=rule.share.met_by(count, of=of),
        measure=measure,
    )


@pytest.mark.parametrize(
    ("base", "of", "kk", "ru", "en"),
    [
        (
            Base.IN_OFFICE,
            97,
            "97 депутаттың көпшілігі",
            "большинство от 97",
            "of 97 are needed (a majority)",
        ),
        (
            Base.PRESENT,
            91,
            "қатысып отырған 91 депутаттың көпшілігі",
            "большинство от числа присутствующих депутатов — 91",
            "of the 91 deputies present are needed (a majority)",
        ),
        (
            Base.CAST,
            60,
            "жақтап және қарсы берілген 60 дауыстың көпшілігі",
            "большинство от числа голосов «за» и «против» — 60",
            "of the 60 votes for and against are needed (a majority)",
        ),
    ],
)
def test_each_base_has_its_words(base: Base, of: int, kk: str, ru: str, en: str) -> None:
    sentence = told(MAJORITY.model_copy(update={"base": base}), of, of=of)
    assert f"({kk})" in sentence.kk
    assert f"({ru})" in sentence.ru
    assert en in sentence.en


@pytest.mark.parametrize(
    ("measure", "kk", "ru", "en"),
    [
        (
            "detention",
            "Депутатты ұстауға келісім берілді",
            "Согласие на задержание депутата дано",
            "Consent to the deputy's detention was given",
        ),
        (
            "custody",
            "Депутатты қамауда ұстауға келісім берілді",
            "Согласие на содержание депутата под стражей дано",
            "Consent to the deputy's custody was given",
        ),
        (
            "house_arrest",
            "Депутатты үйқамаққа алуға келісім берілді",
            "Согласие на домашний арест депутата дано",
            "Consent to the deputy's house arrest was given",
        ),
        (
            "forced_appearance",
            "Депутатты күштеп әкелуге келісім берілді",
            "Согласие на привод депутата дано",
            "Consent to the deputy's forced appearance was given",
        ),
        (
            "criminal_liability",
            "Депутатты қылмыстық жауаптылыққа тартуға келісім берілді",
            "Согласие на привлечение депутата к уголовной ответственности дано",
            "Consent to holding the deputy criminally liable was given",
        ),
        (
            "administrative_penalty",
            "Депутатқа сот тәртібімен қолданылатын әкімшілік жазалау шараларын қолдануға келісім "
            "берілді",
            "Согласие на применение к депутату мер административного взыскания, налагаемых в "
            "судебном порядке дано",
            "Consent to an administrative penalty applied to the deputy by a court was given",
        ),
    ],
)
def test_consent_to_each_measure(measure: str, kk: str, ru: str, en: str) -> None:
    rule = LAW.on("senate", MAY)["A57-4.02"]
    given = told(rule, 26, of=50, measure=measure)
    assert (
        given.kk == f"{kk}: жақтап 26 дауыс берілді, қажеті — кемінде 26 (50 депутаттың көпшілігі)."
    )
    assert given.ru == f"{ru}: «за» — 26, требуется не менее 26 (большинство от 50)."
    assert given.en == f"{en}: 26 for; at least 26 of 50 are needed (a majority)."
    refused = told(rule, 25, of=50, measure=measure)
    assert refused.kk.startswith(f"{kk.removesuffix('берілді')}берілмеді: жақтап 25 дауыс")
    assert refused.ru.startswith(
        f"В согласии на {ru.removeprefix('Согласие на ').removesuffix(' дано')} отказано: «за» — 25"
    )
    assert refused.en.startswith(f"{en.removesuffix('given')}refused: 25 for;")


@pytest.mark.parametrize(
    ("short", "ru", "en"),
    [
        (1, "1 голоса", "1 vote short"),
        (2, "2 голосов", "2 votes short"),
        (5, "5 голосов", "5 votes short"),
        (11, "11 голосов", "11 votes short"),
        (21, "21 голоса", "21 votes short"),
        (31, "31 голоса", "31 votes short"),
    ],
)
def test_how_many_votes_were_short(short: int, ru: str, en: str) -> None:
    sentence = told(MAJORITY, 50 - short, of=98)
    assert sentence.ru.endswith(f"Не хватило {ru}.")
    assert sentence.en.endswith(f"{en}.")


def test_half_is_not_called_a_majority_where_half_suffices() -> None:
    half = MAJORITY.model_copy(update={"share": Share(1, 2, strict=False)})
    assert told(half, 49, of=98).en == "Adopted: 49 for; at least 49 of 98 are needed (one half)."


def test_no_sentence_has_an_e_with_two_dots() -> None:
    paths = [sentences.__file__.replace(".py", ".toml"), *(str(p) for p in law_files())]
    for path in paths:
        assert "ё" not in Path(path).read_text(encoding="utf-8").lower()


def law_files() -> list[Path]:
    return sorted(Path(sentences.__file__).parents[1].glob("*/*.toml"))
