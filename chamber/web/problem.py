"""A problem is how we say no: RFC 9457, with a plain sentence in three languages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from litestar import Request

from chamber.law.act import Sentence

Asked = Request[Any, Any, Any]
MEDIA_TYPE = "application/problem+json"
DESCRIBED_AT = "/api/v1/docs#problem-"


@dataclass(frozen=True, slots=True)
class Problem:
    status: int
    kind: str  # Stable, and described on the page of the interface.
    sentence: Sentence
    title: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def body(self, request_id: str) -> bytes:
        told = {
            "type": DESCRIBED_AT + self.kind,
            "title": self.title or HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.sentence.en,
            "instance": f"urn:uuid:{request_id}",
            "sentence": self.sentence.model_dump(),
            **self.more,
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def saying(kk: str, ru: str, en: str) -> Sentence:
    return Sentence(kk=kk, ru=ru, en=en)


def request_id(asked: Asked) -> str:
    return str(asked.scope["state"]["request_id"])


def body_of(asked: Asked) -> Any:
    """The body as JSON; it has been read before."""
    return json.loads(asked.scope["state"].get("body") or b"null")
