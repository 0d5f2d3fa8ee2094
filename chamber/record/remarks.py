"""What is said of an entry besides its ruling: its source, despite what, and what it corrects."""

from datetime import date

from chamber.law.act import Act, Sentence
from chamber.law.sent import Sent
from chamber.law.words import quoted, written

JUDGED_AGAIN = Sentence(
    kk="Басқа жазбаның түзетілуіне байланысты қайта бағаланды.",
    ru="Оценено заново в связи с исправлением другой записи.",
    en="Judged again because another entry was corrected.",
)
NOTHING = Sentence(kk="әрекет болған жоқ", ru="действия не было", en="no such act")


def remarks(sent: Sent) -> list[Sentence]:
    said = []
    if sent.occurred is not None:
        source = quoted(sent.occurred.source)
        said.append(
            Sentence(
                kk=f"Бұрын болған әрекет ретінде енгізілді. Дереккөз: {source.kk}.",
                ru=f"Действие внесено как уже состоявшееся. Источник: {source.ru}.",
                en=f"The act was entered as one that has already occurred. Source: {source.en}.",
            )
        )
    if sent.despite is not None:
        reason = quoted(sent.despite)
        said.append(
            Sentence(
                kk=f"Әрекет рәсімдік кемшілікке қарамастан енгізілді. Себебі: {reason.kk}.",
                ru=f"Действие внесено, несмотря на процедурный недостаток. Причина: {reason.ru}.",
                en=f"The act was entered despite a defect. Reason: {reason.en}.",
            )
        )
    return said


def corrected(entry: int, old: Act, new: Act | None, reason: str) -> Sentence:
    """What an entry read, and what it should read, in the words of each language."""
    was, should, why = differences(old, new), differences(new, old), quoted(reason)
    return Sentence(
        kk=f"№ {entry} жазба түзетілді: бұрынғысы — «{was.kk}», дұрысы — «{should.kk}». "
        f"Себебі: {why.kk}. Алғашқы жазба сақталады.",
        ru=f"Запись № {entry} исправлена: было — «{was.ru}», верно — «{should.ru}». "
        f"Причина: {why.ru}. Первоначальная запись сохраняется.",
        en=f"Entry No. {entry} was corrected: it read “{was.en}”, it should read “{should.en}”. "
        f"Reason: {why.en}. The first entry is kept.",
    )


def differences(one: Act | None, other: Act | None) -> Sentence:
    """The values in which one act differs from another, in the order of its fields."""
    if one is None:
        return NOTHING
    fields = [name for name in type(one).model_fields if not same(one, other, name)]
    said = [in_words(getattr(one, name)) for name in fields]
    return Sentence(
        kk="; ".join(s.kk for s in said),
        ru="; ".join(s.ru for s in said),
        en="; ".join(s.en for s in said),
    )


def same(one: Act, other: Act | None, name: str) -> bool:
    return other is not None and getattr(one, name) == getattr(other, name, None)


def in_words(value: object) -> Sentence:
    if isinstance(value, date):
        return written(value)
    text = str(value)
    return Sentence(kk=text, ru=text, en=text)
