"""What is on a record: its cases and their tags, every act as it was sent, files, votes, clerks."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class Case:
    noun: str
    uid: UUID
    tag: str


@dataclass(frozen=True, slots=True)
class Told:
    """One act of the record: where it was sent, and with which body."""

    noun: str
    uid: UUID
    opening: bool
    body: Any
    login: str | None  # Who told it.

    @classmethod
    def of(cls, noun: str, uid: UUID, seq: int, body: bytes, login: str | None) -> "Told":
        data = json.loads(body)["data"]
        sent = {
            name: data[name] for name in ("act", "occurred", "despite", "files") if name in data
        }
        return cls(noun, uid, seq == 1, sent, login)

    @property
    def path(self) -> str:
        return f"{API}/{self.noun}" if self.opening else f"{API}/{self.noun}/{self.uid}/acts"


@dataclass
class Known:
    cases: list[Case]
    told: list[Told]
    files: list[str]
    votes: list[UUID]
    tokens: dict[str, str]  # By login.

    def __post_init__(self) -> None:
        self.by_noun: dict[str, list[Case]] = {}
        self.tags = {case.uid: case.tag for case in self.cases}
        for case in self.cases:
            self.by_noun.setdefault(case.noun, []).append(case)
        kinds: dict[tuple[str, str], list[Told]] = {}
        for one in self.told:
            kinds.setdefault((one.noun, one.body["act"]["kind"]), []).append(one)
        self.kinds = list(kinds.values())  # Each kind as likely as the next.
