"""Dates, numbers of things, shares and quotations, as the three languages write them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from babel import Locale

from chamber.law.act import Sentence

# Month, and the ending of "on a day of the month": the ending falls on the month, never the day.
KAZAKH_MONTHS = (
    ("қаңтар", "да"),
    ("ақпан", "да"),
    ("наурыз", "да"),
    ("сәуір", "де"),
    ("мамыр", "да"),
    ("маусым", "да"),
    ("шілде", "де"),
    ("тамыз", "да"),
    ("қыркүйек", "те"),
    ("қазан", "да"),
    ("қараша", "да"),
    ("желтоқсан", "да"),
)
RUSSIAN_MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

RUSSIAN, ENGLISH = Locale("ru"), Locale("en")

# The nouns that follow a number, by the plural category of CLDR.
RUSSIAN_NOUNS: Mapping[str, Mapping[str, str]] = {
    "votes short of": {"one": "голоса", "other": "голосов"},
    "signatures short of": {"one": "подписи", "other": "подписей"},
    "deputies": {"one": "депутат", "few": "депутата", "other": "депутатов"},
    "members": {"one": "член", "few": "члена", "other": "членов"},
    "clear days": {"one": "полный день", "few": "полных дня", "other": "полных дней"},
    "minutes allowed": {"one": "минуту", "few": "минуты", "other": "минут"},
}
ENGLISH_NOUNS: Mapping[str, Mapping[str, str]] = {
    "votes": {"one": "vote", "other": "votes"},
    "signatures": {"one": "signature", "other": "signatures"},
    "deputies": {"one": "deputy", "other": "deputies"},
    "members": {"one": "member", "other": "members"},
    "clear days": {"one": "clear day", "other": "clear days"},
    "minutes": {"one": "minute", "other": "minutes"},
}

SHARES: Mapping[Fraction, Sentence] = {
    Fraction(1, 3): Sentence(kk="үштен бірі", ru="одна треть", en="one third"),
    Fraction(1, 2): Sentence(kk="көпшілігі", ru="большинство", en="a majority"),
    Fraction(2, 3): Sentence(kk="үштен екісі", ru="две трети", en="two thirds"),
    Fraction(3, 4): Sentence(kk="төрттен үші", ru="три четверти", en="three quarters"),
}


def written(day: date) -> Sentence:
    """2026 жылғы 13 наурыз · 13 марта 2026 года · 13 March 2026"""
    return Sentence(
        kk=f"{day.year} жылғы {day.day} {KAZAKH_MONTHS[day.month - 1][0]}",
        ru=f"{day.day} {RUSSIAN_MONTHS[day.month - 1]} {day.year} года",
        en=f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}",
    )


def kazakh_on(day: date) -> str:
    """2026 жылғы 2 наурызда: on that day."""
    return written(day).kk + KAZAKH_MONTHS[day.month - 1][1]


def kazakh_of(day: date) -> str:
    """2026 жылғы 2 наурыздағы: of that day, or as it stood on that day."""
    on = kazakh_on(day)
    return on + ("гі" if on.endswith("е") else "ғы")


def russian_noun(number: int, noun: str) -> str:
    forms = RUSSIAN_NOUNS[noun]
    return forms.get(RUSSIAN.plural_form(number), forms["other"])


def english_noun(number: int, noun: str) -> str:
    forms = ENGLISH_NOUNS[noun]
    return forms.get(ENGLISH.plural_form(number), forms["other"])


def share_named(share: Fraction) -> Sentence:
    """The name of a share. A share without a name of its own is written in digits."""
    digits = f"{share.numerator}/{share.denominator}"
    return SHARES.get(share, Sentence(kk=digits, ru=digits, en=digits))


def quoted(words: str) -> Sentence:
    """What people wrote: as it was entered, untranslated, in quotation marks."""
    return Sentence(kk=f"«{words}»", ru=f"«{words}»", en=f"“{words}”")
