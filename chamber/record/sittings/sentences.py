"""What is said of a step that is not open: what must come first, or why it is too late."""

from chamber.law.act import Sentence


def first(kk: str, ru: str, en: str) -> Sentence:
    return Sentence(
        kk=f"Бұл кезеңге көшуге әлі болмайды: {kk}.",
        ru=f"Перейти к этому этапу еще нельзя: {ru}.",
        en=f"This step is not open yet: {en}.",
    )


def no_longer(kk: str, ru: str, en: str) -> Sentence:
    return Sentence(
        kk=f"Бұл кезеңге енді көшуге болмайды: {kk}.",
        ru=f"Перейти к этому этапу уже нельзя: {ru}.",
        en=f"This step is no longer open: {en}.",
    )


# What must come first, by the kind of the act that is wanting.
FIRST = {
    "open": first(
        "алдымен отырыс ашылуға тиіс",
        "сначала должно быть открыто заседание",
        "the sitting must first be opened",
    ),
    "register": first(
        "алдымен отырысқа қатысушылар тіркелуге тиіс",
        "сначала должны быть зарегистрированы присутствующие",
        "those present must first be registered",
    ),
    "agenda": first(
        "алдымен күн тәртібі жариялануға тиіс",
        "сначала должна быть опубликована повестка дня",
        "the agenda must first be published",
    ),
    "agenda_adopted": first(
        "алдымен күн тәртібі бекітілуге тиіс",
        "сначала должна быть утверждена повестка дня",
        "the agenda must first be adopted",
    ),
    "item_opened": first(
        "алдымен күн тәртібінің осы мәселесін қарау басталуға тиіс",
        "сначала должно быть начато рассмотрение этого вопроса повестки дня",
        "this item of the agenda must first be taken up",
    ),
    "item_closed": first(
        "алдымен күн тәртібінің алдыңғы мәселесін қарау аяқталуға тиіс",
        "сначала должно быть завершено рассмотрение предыдущего вопроса повестки дня",
        "the item of the agenda that is open must first be closed",
    ),
    "close_vote": first(
        "алдымен жүріп жатқан дауыс беру аяқталуға тиіс",
        "сначала должно быть завершено голосование, которое идет",
        "the vote that is open must first be closed",
    ),
}

NO_LONGER = {
    "planned": no_longer(
        "отырыс жоспарланып қойған", "заседание уже запланировано", "the sitting is planned already"
    ),
    "cancelled": no_longer(
        "отырыстың өткізілмейтіні жазылған", "заседание отменено", "the sitting is cancelled"
    ),
    "opened": no_longer("отырыс ашылған", "заседание открыто", "the sitting has been opened"),
    "closed": no_longer("отырыс жабылған", "заседание закрыто", "the sitting has been closed"),
    "taken": no_longer(
        "бұл мәселе қаралған",
        "этот вопрос уже рассматривался",
        "this item has been taken up already",
    ),
    "voted": no_longer(
        "күн тәртібінің бұл нұсқасы дауысқа салынған",
        "эта редакция повестки дня уже голосовалась",
        "this version of the agenda has been voted on already",
    ),
    "minutes": no_longer(
        "отырыстың хаттамасы енгізілген",
        "протокол заседания уже внесен",
        "the minutes are on the record already",
    ),
}

HEARING_THAT_DAY = Sentence(
    kk="Бұл күнге парламенттік тыңдау белгіленген: алдымен ол ауыстырылуға тиіс.",
    ru="На этот день назначены парламентские слушания: сначала их нужно перенести.",
    en="A parliamentary hearing stands on this day: it must be moved first.",
)
DAY_NOT_FREE = Sentence(kk="Бұл күн бос емес.", ru="Этот день занят.", en="This day is not free.")

NOT_OPEN = Sentence(
    kk="Отырыс бұл күні ашық емес.",
    ru="Заседание в этот день не открыто.",
    en="The sitting is not open on this day.",
)
NOT_PLENARY = Sentence(
    kk="Бұл әрекет Палатаның жалпы отырысында жасалады.",
    ru="Это действие совершается на пленарном заседании Палаты.",
    en="This is done at a plenary sitting of the Chamber.",
)
OTHER_CHAMBER = Sentence(
    kk="Палата бұл өкілеттігін басқа Палатаның қатысуынсыз жүзеге асырады: бұл оның өз отырысы "
    "емес.",
    ru="Палата осуществляет это полномочие без участия другой Палаты: это не ее собственное "
    "заседание.",
    en="The Chamber uses this power without the other Chamber: the sitting is not its own.",
)
