"""What a list is asked for: each parameter once, in one form, and nothing that we do not know."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from chamber.law.act import FIRST_YEAR, LAST_YEAR
from chamber.law.asking import BadQuestion, day, only, whole

MOST, USUAL = 100, 20
WHOLE = 10_000  # A sheet is the whole list, as far as one answer goes.
MOST_WORDS = 10
MOST_EDITIONS = 32_767
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[ +-]\d\d:\d\d)"
FORMATS = ("json", "csv")
PAGING = ("after", "limit", "format")


class Asked:
    """The parameters of one request. Raises BadQuestion, which names the field."""

    def __init__(
        self,
        given: Iterable[tuple[str, str]],
        known: Collection[str],
        paging: Collection[str] = PAGING,
    ) -> None:
        pairs = list(given)
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise BadQuestion(ascii(name)[1:-1], "is given twice")
        self.words = only(dict(pairs), {*known, *paging})

    def text(self, field: str) -> str | None:
        words = self.words.get(field)
        if words is not None and not re.fullmatch(r"[\w().-]{1,40}", words):
            raise BadQuestion(field, f"{words!a} is not one that we know")
        return words

    def one_of(self, field: str, known: Collection[str]) -> str | None:
        words = self.words.get(field)
        if words is not None and words not in known:
            raise BadQuestion(field, f"{words!a} is not one of {', '.join(known)}")
        return words

    def day(self, field: str) -> date | None:
        if field not in self.words:
            return None
        asked = day(self.words, field)
        if not FIRST_YEAR <= asked.year <= LAST_YEAR:
            raise BadQuestion(field, f"must lie between {FIRST_YEAR} and {LAST_YEAR}")
        return asked

    def instant(self, field: str) -> datetime | None:
        """With its zone. In an address a plus that was not escaped arrives as a space."""
        words = self.words.get(field)
        if words is None:
            return None
        if not re.fullmatch(INSTANT, words, re.ASCII):
            raise BadQuestion(field, f"{words!a} is no instant: write 2026-05-01T10:00:00Z")
        try:
            at = datetime.fromisoformat(words.replace(" ", "+"))
        except ValueError:
            raise BadQuestion(field, f"{words!a} is not of the calendar and the clock") from None
        if not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise BadQuestion(field, f"must lie between {FIRST_YEAR} and {LAST_YEAR}")
        return at.astimezone(UTC)

    def uid(self, field: str) -> UUID | None:
        words = self.words.get(field)
        if words is None:
            return None
        if not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", words):
            raise BadQuestion(field, f"{words!a} is not an id")
        return UUID(words)

    def limit(self) -> int:
        asked = whole(self.words, "limit")
        if asked is None:
            return WHOLE if self.words.get("format") == "csv" else USUAL
        if not 1 <= asked <= MOST:
            raise BadQuestion("limit", f"{asked} is not from 1 to {MOST}")
        return asked

    def edition(self) -> int | None:
        asked = whole(self.words, "edition")
        if asked is not None and not 1 <= asked <= MOST_EDITIONS:
            raise BadQuestion("edition", f"{asked} is not from 1 to {MOST_EDITIONS}")
        return asked

    def search(self, field: str = "q") -> list[str] | None:
        """The words that are looked for."""
        if field not in self.words:
            return None
        text = unicodedata.normalize("NFC", self.words[field])
        words = re.findall(r"\w{2,}", text)
        if not 1 <= len(words) <= MOST_WORDS:
            raise BadQuestion(field, f"give from 1 to {MOST_WORDS} words of two letters or more")
        return words

    def as_csv(self, accept: str | None) -> bool:
        asked = self.one_of("format", FORMATS)
        if asked is not None:
            return asked == "csv"
        return accept is not None and accept.partition(",")[0].strip().lower().startswith(
            "text/csv"
        )
