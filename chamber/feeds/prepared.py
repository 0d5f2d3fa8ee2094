"""A document as it is sent: its bytes plain and packed, a tag for each, and all its headers."""

import gzip
import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from chamber.record.votes.hot import ASK_AGAIN, Headers
from chamber.web.answering import HEADERS
from chamber.web.page import POLICY

ALWAYS = {name: value for name, value in HEADERS.items() if name != b"vary"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it was drawn."""

    body: bytes
    media: str
    modified: datetime | None = None
    archive: bool = False  # It stays as it is, unless a place on the board is emptied.
    page: bool = False  # A page for people may have a style; a feed may have nothing.


@dataclass(slots=True)
class Prepared:
    draft: Draft
    tag: bytes
    headers: Headers  # Of a whole answer.
    same: Headers  # Of one that says: what you have is still right.
    body: bytes
    packed: "Prepared | None" = field(default=None)

    @property
    def gzipped(self) -> "Prepared":
        """Packed when somebody asks for it."""
        if self.packed is None:
            small = gzip.compress(self.draft.body, 6, mtime=0)
            self.packed = made(self.draft, small, coding="gzip")
        return self.packed


def prepared(draft: Draft) -> Prepared:
    return made(draft, draft.body)


def made(draft: Draft, body: bytes, coding: str = "") -> Prepared:
    digest = hashlib.sha256(draft.body).hexdigest()[:32]
    tag = f'"{digest}-{coding}"' if coding else f'"{digest}"'
    same = dict(ALWAYS)
    if draft.page:
        same[b"content-security-policy"] = POLICY.encode()
    same |= {
        b"etag": tag.encode(),
        b"cache-control": ASK_AGAIN,  # Of archives too: what is taken out goes from copies as well.
        b"vary": b"Accept-Encoding",
    }
    if draft.modified is not None:
        at = draft.modified.astimezone(UTC).replace(microsecond=0)
        same[b"last-modified"] = format_datetime(at, usegmt=True).encode()
    whole = {
        **same,
        b"content-type": f"{draft.media}; charset=utf-8".encode(),
        b"content-length": str(len(body)).encode(),
    }
    if coding:
        whole[b"content-encoding"] = coding.encode()
    return Prepared(draft, tag.encode(), list(whole.items()), list(same.items()), body)
