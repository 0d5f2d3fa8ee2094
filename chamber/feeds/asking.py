"""What may be asked of the feeds and pages: which document, which language, whose hearings."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from chamber.feeds.announcements import Whose
from chamber.law.asking import BadQuestion, chamber


class Form(StrEnum):
    ATOM = "atom"
    CALENDAR = "ics"
    JSON = "json"
    LIST = "list"  # The page of a language.
    HEARING = "hearing"  # The page of one hearing.


class Language(StrEnum):
    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"


FEEDS = "/feeds/hearings."
FORMS = {form.value: form for form in (Form.ATOM, Form.CALENDAR, Form.JSON)}
FURTHER = {Form.ATOM: ("page",), Form.JSON: ("before",)}  # What leads to older ones.
# Nothing can be sent to these.
ONLY_READ = re.compile(r"/feeds/hearings\.(atom|ics|json)/?|/(kk|ru|en)(/?|/hearings/[^/]+/?)")
PLACE = re.compile(r"/(kk|ru|en)(?:/?|/hearings/([0-9a-fA-F-]{36}))")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document. Two questions that mean the same are the same."""

    form: Form
    language: Language = Language.KAZAKH
    whose: Whose = field(default_factory=Whose)
    page: int | None = None  # An archive.
    before: int | None = None  # Only what was last changed before that place on the board.
    hearing: UUID | None = None
    place: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        told = (self.form, self.language, self.whose, self.page, self.before, self.hearing)
        object.__setattr__(self, "place", hash(told))

    def __hash__(self) -> int:
        """Known once: what is asked for all day long is looked up each time."""
        return self.place

    @property
    def path(self) -> str:
        """Where it is found: always written in the same way."""
        if self.form is Form.LIST:
            return f"/{self.language}/"
        if self.form is Form.HEARING:
            return f"/{self.language}/hearings/{self.hearing}"
        told = {
            "lang": self.language.value, "chamber": self.whose.chamber,
            "committee": self.whose.committee, "page": self.page, "before": self.before,
        }  # fmt: skip
        query = urlencode({name: words for name, words in told.items() if words is not None})
        return f"{FEEDS}{self.form}?{query}"


def wanted(path: str, query: str) -> Wanted | None:
    """None where no document of ours lies at that address. Raises BadQuestion."""
    if path.startswith(FEEDS) and (form := FORMS.get(path.removeprefix(FEEDS))):
        return of_feed(form, query)
    if (place := PLACE.fullmatch(path)) is None:
        return None
    only_once(query, ())
    language = Language(place[1])
    if place[2] is None:
        return Wanted(Form.LIST, language)
    hearing = as_uuid(place[2])
    return Wanted(Form.HEARING, language, hearing=hearing) if hearing else None


def of_feed(form: Form, query: str) -> Wanted:
    asked = only_once(query, ("lang", "chamber", "committee", *FURTHER.get(form, ())))
    committee = as_uuid(asked["committee"]) if "committee" in asked else None
    if "committee" in asked and committee is None:
        raise BadQuestion("committee", f"{asked['committee']!a} is not an id")
    whose = Whose(chamber(asked).value if "chamber" in asked else None, committee)
    spoken = language(asked.get("lang", "kk"))
    return Wanted(form, spoken, whose, number(asked, "page"), number(asked, "before"))


def only_once(query: str, known: tuple[str, ...]) -> dict[str, str]:
    asked: dict[str, str] = {}
    for name, words in parse_qsl(query, keep_blank_values=True):
        field = ascii(name)[1:-1]
        if name not in known:
            raise BadQuestion(field, "is not an argument of this question")
        if name in asked:
            raise BadQuestion(field, "is given twice")
        asked[name] = words
    return asked


def language(words: str) -> Language:
    if words not in list(Language):
        raise BadQuestion("lang", f"{words!a} is not one of kk, ru, en")
    return Language(words)


def number(asked: dict[str, str], name: str) -> int | None:
    if (words := asked.get(name)) is None:
        return None
    if re.fullmatch(r"[1-9][0-9]{0,8}", words) is None:
        raise BadQuestion(name, f"{words!a} is not the number of a page")
    return int(words)


def as_uuid(words: str) -> UUID | None:
    # UUID() reads more spellings than the one that is ours.
    if re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", words) is None:
        return None
    return UUID(words)
