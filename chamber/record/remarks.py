"""What is said of an entry besides its ruling: its source, despite what, and what it corrects."""

from chamber.law.act import Act, Sentence
from chamber.law.sent import Sent
from chamber.law.words import quoted
from chamber.record.wording import Names, differences

JUDGED_AGAIN = Sentence(
    kk="Басқа жазбаның түзетілуіне байланысты қайта бағаланды.",
    ru="Оценено заново в связи с исправлением другой записи.",
    en="Judged again because another entry was corrected.",
)
JUDGED_AFTER_AN_ACT = Sentence(
    kk="Басқа істе әрекет енгізілуіне байланысты қайта бағаланды.",
    ru="Оценено заново в связи с тем, что по другому делу внесено действие.",
    en="Judged again because an act was entered in another case.",
)
NOT_JUDGED_AGAIN = Sentence(
    kk="Басқа жазба түзетілді, бірақ бұл істі қайта бағалау мүмкін болмады: жазбаларын қараңыз.",
    ru="Исправлена другая запись, но оценить заново по ней это дело нельзя: сверьте его записи.",
    en="Another entry was corrected, and this case cannot be judged again by it: see its entries.",
)
OPENS_NOTHING = Sentence(
    kk="Жазба сақталады, бірақ келесі кезеңдерге жол ашпайды.",
    ru="Запись сохраняется, но следующих шагов не открывает.",
    en="The entry is kept, and opens no later step.",
)
NOTHING = Sentence(kk="әрекет болған жоқ", ru="действия не было", en="no such act")


def remarks(sent: Sent, *, opens: bool) -> list[Sentence]:
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
    if not opens:
        said.append(OPENS_NOTHING)
    return said


def corrected(entry: int, old: Act | None, new: Act | None, reason: str, names: Names) -> Sentence:
    """What an entry read, and what it should read, in the words of each language. No old one: it
    had been taken away."""
    was = NOTHING if old is None else differences(old, new, names)
    should = NOTHING if new is None else differences(new, old, names)
    why = quoted(reason)
    return Sentence(
        kk=f"№ {entry} жазба түзетілді: бұрынғысы — «{was.kk}», дұрысы — «{should.kk}». "
        f"Себебі: {why.kk}. Алғашқы жазба сақталады.",
        ru=f"Запись № {entry} исправлена: было — «{was.ru}», верно — «{should.ru}». "
        f"Причина: {why.ru}. Первоначальная запись сохраняется.",
        en=f"Entry No. {entry} was corrected: it read “{was.en}”, it should read “{should.en}”. "
        f"Reason: {why.en}. The first entry is kept.",
    )
