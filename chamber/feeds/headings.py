"""What a feed says of itself: its address, its name, and an id that never changes."""

from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from chamber.feeds.asking import Form, Language, Wanted
from chamber.feeds.telling import say

# Ids are made from it, so it names no place: an installation may move to another address.
OURS = uuid5(NAMESPACE_URL, "urn:chamber:hearings")


@dataclass(frozen=True, slots=True)
class Place:
    """From where, and in which language, a feed leads to its hearings."""

    base: str
    language: Language

    def hearing(self, uid: UUID) -> str:
        return self.base + Wanted(Form.HEARING, self.language, hearing=uid).path

    def record(self, uid: UUID) -> str:
        return f"{self.base}/api/v1/hearings/{uid}"


@dataclass(frozen=True, slots=True)
class Heading:
    wanted: Wanted
    base: str  # The public address of the house, without a slash at its end.
    committee: str | None = None  # The name of the committee whose hearings these are.

    @property
    def title(self) -> str:
        language, whose = self.wanted.language, self.wanted.whose
        of = [say(whose.chamber, language)] if whose.chamber else []
        if whose.committee:
            of.append(self.committee or say("one_committee", language))
        return say("hearings_of", language, of=", ".join(of)) if of else say("hearings", language)

    @property
    def id(self) -> UUID:
        return uuid5(OURS, replace(self.wanted, page=None, before=None).path)

    def at(self, page: int | None = None, *, before: int | None = None) -> str:
        return self.base + replace(self.wanted, page=page, before=before).path

    @property
    def home(self) -> str:
        return self.base + Wanted(Form.LIST, self.wanted.language).path

    @property
    def place(self) -> Place:
        return Place(self.base, self.wanted.language)

    def in_other_languages(self) -> dict[Language, str]:
        others = [one for one in Language if one is not self.wanted.language]
        return {
            one: self.base + replace(self.wanted, language=one, page=None).path for one in others
        }
