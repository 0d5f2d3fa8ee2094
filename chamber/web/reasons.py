"""Why a field cannot be as it was sent: the rules say it in English, and here it is said in three
languages, with days in words and chambers by their names."""

import re
import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path

from chamber.law.act import Sentence
from chamber.law.words import quoted, written

NAMES = {
    field: Sentence.model_validate(name)
    for field, name in tomllib.loads(
        (Path(__file__).parent / "fields.toml").read_text("utf-8")
    ).items()
}
WORDS = {
    "senate": Sentence(kk="Сенат", ru="Сенат", en="Senate"),
    "mazhilis": Sentence(kk="Мәжіліс", ru="Мажилис", en="Mazhilis"),
    "adopted": Sentence(kk="қабылданған", ru="принято", en="adopted"),
    "signed": Sentence(kk="қол қойылған", ru="подписано", en="signed"),
    "plenary": Sentence(kk="жалпы отырыс", ru="пленарное заседание", en="plenary"),
    "joint": Sentence(kk="бірлескен отырыс", ru="совместное заседание", en="joint"),
    "committee": Sentence(kk="комитет", ru="комитет", en="committee"),
    "commission": Sentence(kk="комиссия", ru="комиссия", en="commission"),
    "bureau": Sentence(kk="Бюро", ru="Бюро", en="Bureau"),
    "faction": Sentence(kk="фракция", ru="фракция", en="faction"),
    "chair": Sentence(kk="төраға", ru="председатель", en="chair"),
    "deputy_chair": Sentence(
        kk="төраға орынбасары", ru="заместитель председателя", en="deputy chair"
    ),
    "secretary": Sentence(kk="хатшы", ru="секретарь", en="secretary"),
    "member": Sentence(kk="мүше", ru="член", en="member"),
    "latin": Sentence(kk="латын", ru="латинская", en="Latin"),
    "cyrillic": Sentence(kk="кирилл", ru="кириллическая", en="Cyrillic"),
    "greek": Sentence(kk="грек", ru="греческая", en="Greek"),
}


def pattern(said: str) -> re.Pattern[str]:
    """{n} is a number, {r} another reason; any other letter in braces stands for words."""
    form = re.sub(r"\\\{n\\\}", r"(?P<n>[0-9]+)", re.escape(said))
    return re.compile(re.sub(r"\\\{([a-z])\\\}", r"(?P<\1>.+?)", form))


REASONS = sorted(
    (
        (pattern(said), Sentence(en=said, **reason))
        for said, reason in tomllib.loads(
            Path(__file__).with_suffix(".toml").read_text("utf-8")
        ).items()
    ),
    # What holds another reason comes first, and then what is said in more words: "{a} is before
    # {b}" would take them all.
    key=lambda one: ("{r}" not in one[1].en, -len(re.sub(r"\{.\}", "", one[1].en))),
)


def in_three_languages(detail: str) -> Sentence | None:
    """None where nobody has said it in other languages yet."""
    for form, reason in REASONS:
        if found := form.fullmatch(detail):
            words = {hole: in_words(said) for hole, said in found.groupdict().items()}
            return Sentence(
                kk=reason.kk.format_map({hole: one.kk for hole, one in words.items()}),
                ru=reason.ru.format_map({hole: one.ru for hole, one in words.items()}),
                en=reason.en.format_map({hole: one.en for hole, one in words.items()}),
            )
    return None


def in_words(said: str) -> Sentence:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
        with suppress(ValueError):  # What people sent may be no day of the calendar.
            return written(date.fromisoformat(said))
    if said[0] == said[-1] == "'" and len(said) > 1:
        return quoted(said[1:-1])
    known = WORDS.get(said.lower()) or NAMES.get(said) or in_three_languages(said)
    return known or Sentence(kk=said, ru=said, en=said)
