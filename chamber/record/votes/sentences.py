"""What is said of a vote besides its count."""

from chamber.law.act import Sentence

FIGURES = {
    "in_office": Sentence(
        kk="өкілеттігі бар депутат", ru="депутатов с полномочиями", en="deputies in office"
    ),
    "present": Sentence(
        kk="қатысып отырған депутат", ru="присутствует депутатов", en="deputies present"
    ),
    "on_roll": Sentence(kk="тізімдегі депутат", ru="депутатов в списке", en="deputies on the roll"),
    "issued": Sentence(kk="берілген бюллетень", ru="выдано бюллетеней", en="ballot papers issued"),
    "found": Sentence(kk="жәшіктен алынған бюллетень", ru="изъято из урны", en="found in the box"),
    "valid": Sentence(kk="жарамды бюллетень", ru="действительных", en="valid"),
    "invalid": Sentence(kk="жарамсыз бюллетень", ru="недействительных", en="invalid"),
    "options": Sentence(
        kk="нұсқалар бойынша дауыс", ru="голосов по вариантам", en="votes by option"
    ),
    "papers": Sentence(
        kk="жарамды және жарамсыз бюллетень",
        ru="действительных и недействительных",
        en="valid and invalid",
    ),
}

MANDATE_ENDED = Sentence(
    kk="Бұл дауыс берудің күші жойылды: дауыс беру кезінде депутаттың өкілеттігі тоқтатылды. "
    "Қайта дауыс беру қажет.",
    ru="Тур голосования аннулирован: во время голосования прекратились полномочия депутата. "
    "Требуется повторное голосование.",
    en="The round was annulled: a deputy's mandate ended while the vote was open. "
    "The vote must be repeated.",
)
MANDATE_BEGAN = Sentence(
    kk="Бұл дауыс берудің күші жойылды: дауыс беру кезінде депутаттың өкілеттігі басталды. "
    "Қайта дауыс беру қажет.",
    ru="Тур голосования аннулирован: во время голосования начались полномочия депутата. "
    "Требуется повторное голосование.",
    en="The round was annulled: a deputy's mandate began while the vote was open. "
    "The vote must be repeated.",
)
ANNULLED = Sentence(
    kk="Бұл дауыс берудің күші жойылды. Қайта дауыс беру қажет.",
    ru="Тур голосования аннулирован. Требуется повторное голосование.",
    en="The round was annulled. The vote must be repeated.",
)
NOT_SITTING = Sentence(
    kk="Дауыс беруге болмайды: отырыс бұл күні ашық емес.",
    ru="Голосование невозможно: заседание в этот день не открыто.",
    en="No vote can be held: the sitting is not open on this day.",
)
SITTING_OVER = Sentence(
    kk="Дауыс беруге болмайды: отырыс сол күні жабылды. Дауыс беру бұған дейін өткен болса, ол"
    " хаттама бойынша болған іс ретінде енгізіледі.",
    ru="Голосование невозможно: заседание в этот день закрыто. Если оно состоялось до закрытия, оно"
    " вносится по протоколу как состоявшееся.",
    en="No vote can be held: the sitting was closed on this day. A vote held before that is entered"
    " from the minutes, as something that has occurred.",
)
ANOTHER_IS_OPEN = Sentence(
    kk="Бұл отырыста басқа мәселе бойынша дауыс беру жүріп жатыр: алдымен сол аяқталуға тиіс.",
    ru="На этом заседании идет другое голосование: сначала должно завершиться оно.",
    en="No vote can be held: another vote is open at this sitting and must first be closed.",
)
REPEATED_WITHOUT_REASON = Sentence(
    kk="Қайта дауыс берудің себебі көрсетілмеген.",
    ru="Не указана причина повторного голосования.",
    en="The reason for repeating the vote is not stated.",
)
REPEAT_NOT_DECIDED = Sentence(
    kk="Алдыңғы дауыс беру нәтижелі болған: қайта дауыс беру туралы Палата отырысқа қатысып "
    "отырғандардың көпшілік даусымен бөлек шешім қабылдауға тиіс.",
    ru="Предыдущий тур состоялся: о повторном голосовании Палата должна принять отдельное решение "
    "большинством присутствующих.",
    en="The round before this one counted: to vote again the Chamber needs a decision of its own, "
    "by a majority of those present.",
)
SECRET_NEEDS_COMMISSION = Sentence(
    kk="Жасырын дауыс беру есеп комиссиясының хаттамасымен ғана ресімделеді.",
    ru="Тайное голосование оформляется только протоколом счетной комиссии.",
    en="A secret ballot is recorded only by the protocol of a counting commission.",
)

COMMISSION_FIRST = Sentence(
    kk="Жасырын дауыс беруге әлі болмайды: алдымен отырыста есеп комиссиясы сайлануға тиіс.",
    ru="Тайное голосование еще невозможно: сначала на заседании должна быть избрана счетная "
    "комиссия.",
    en="No secret vote can be held yet: the sitting must first elect a counting commission.",
)
COMMISSION_NOT_ELECTED = Sentence(
    kk="Хаттамадағы есеп комиссиясы бұл отырыста сайланбаған.",
    ru="Счетная комиссия, указанная в протоколе, на этом заседании не избиралась.",
    en="The counting commission named in the protocol was not elected at this sitting.",
)
VOTE_NOT_OPEN = Sentence(
    kk="Бұл дауыс беру ашық емес.",
    ru="Это голосование не открыто.",
    en="This vote is not open.",
)
OPENED_UNLAWFULLY = Sentence(
    kk="Бұл дауыс беру заңсыз ашылған: оның нәтижесі ештеңе шешпейді.",
    ru="Это голосование было открыто незаконно: его результат ничего не решает.",
    en="This vote was not opened lawfully: its result decides nothing.",
)


def repeat_refused(counted: Sentence) -> Sentence:
    """The show of hands on voting again, and what it came to."""
    return Sentence(
        kk=f"Қайта дауыс беру туралы шешім жоқ. {counted.kk}",
        ru=f"Решения о повторном голосовании нет. {counted.ru}",
        en=f"There is no decision to vote again. {counted.en}",
    )


def does_not_reconcile(left: str, greater: int, right: str, smaller: int) -> Sentence:
    """Two figures of a secret protocol that cannot both be true."""
    one, other = FIGURES[left], FIGURES[right]
    return Sentence(
        kk="Жасырын дауыс беру хаттамасындағы сандар сәйкес келмейді: "
        f"{one.kk} — {greater}, {other.kk} — {smaller}. "
        "Мұндай дауыс беру күші жойылған дауыс беру ретінде ғана енгізіледі.",
        ru="Данные протокола тайного голосования не сходятся: "
        f"{one.ru} — {greater}, {other.ru} — {smaller}. "
        "Такой тур голосования вносится только как аннулированный.",
        en="The figures in the protocol of the secret ballot do not reconcile: "
        f"{one.en} — {greater}, {other.en} — {smaller}. "
        "Such a round can only be entered as annulled.",
    )


def no_deputies(count: int) -> Sentence:
    """Some were counted whose mandates turned out to have ended before."""
    return Sentence(
        kk=f"Саналған дауыстың арасында өкілеттігі бұған дейін тоқтатылған адамның дауысы бар: "
        f"{count}. Олардың қалай дауыс бергені белгісіз.",
        ru="Среди подсчитанных голосов есть голоса лиц, чьи полномочия прекратились ранее: "
        f"{count}. Как они голосовали, неизвестно.",
        en="Among the votes counted are votes of people whose powers had ended before: "
        f"{count}. How they voted is not known.",
    )
