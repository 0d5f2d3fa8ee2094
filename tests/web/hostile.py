"""Requests as nobody means well would send them: thousands, the same ones for the same seed."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chamber.web.questions import API, QUESTIONS

Headers = list[tuple[str, bytes]]

VALUES = [
    b"", b"%00", b"%", b"%zz", b"%u0041", b"%ff", b"%fe%ff", b"%c0%af", b"%ed%a0%80", b"%ed%b0%80",
    b"\xff\xfe", "ә".encode(), b"%D3%99", b"%E2%80%AE", b"%EF%BF%BF", b"%F4%90%80%80", b"%0d%0aX:1",
    b"+", b"%20", b"%2B", b"..%2f..%2f", b"%252e", b"'%20OR%201=1--", b"%27)%3Bpg_sleep(9)--",
    b"$1",
    b"-1", b"0", b"1", b"20", b"100", b"101", b"1e9", b"NaN", b"0x10", b"%D9%A3", b"9" * 40,
    b"9" * 400,
    b"1.5", b"1_0", b"true", b"null", b"[]", b"{}", b"*", b"json", b"csv", b"kk", b"ru", b"en",
    b"senate",
    b"mazhilis", b"planned", b"held", b"cancelled", b"2026-04-01", b"2026-02-30", b"0000-00-00",
    b"9999-12-31", b"2026-4-1", b"20260401", b"2026-04-01T00:00:00Z",
    b"2026-04-01T00:00:00%2B05:00",
    b"2026-04-01T25:00:00Z", b"0001-01-01T00:00:00%2B23:59", b"9999-12-31T23:59:59-23:59",
    b"2026-04-01T00:00:00", b"2026-04-01T00:00:00.0000000001Z", b"_", b"00000000", b"T" * 300,
    b"a" * 3_000, b"%F0%9F%98%80" * 40, b"\xd0" * 50,
]  # fmt: skip
PLAIN = [
    b"1", b"2", b"20", b"100", b"senate", b"mazhilis", b"planned", b"held", b"2026-04-01", b"kk",
    b"ru", b"2026-01-01T00:00:00Z", b"2026-04-01T05:00:00%2B05:00", b"json", b"csv", b"true",
]  # fmt: skip
NAMES = [
    b"lang", b"chamber", b"committee", b"page", b"after", b"limit", b"format", b"on", b"q", b"from",
    b"until", b"state", b"updated_since", b"updated-since", b"dry_run", b"debug", b"", b"%00",
    b"%ff", b"before",
    b"a[]", b"__proto__", b"limit%00", "шек".encode(), b"%D3%99", b"x" * 500,
]  # fmt: skip
WORDS = [
    b"", b"*", b'"', b'""', b'"x"', b'W/"x"', b"W/", b'"' * 400, b'"x", ' * 400, b"," * 400, b";",
    b"=",
    b"gzip", b"gzip;q=0", b"gzip" + b" " * 20_000 + b"x", b"gzip, " * 2_000, b"*;q=0", b"br;q=1e9",
    b"identity;q=0, *;q=0", b"text/html", b"text/csv", b"application/json", b"application/json;q=0",
    b"application/xml", b"*/*;q=" + b"0" * 5_000, b";" + b" " * 20_000 + b"q=0", b"a/b" * 3_000,
    b"bytes=0-", b"bytes=-1", b"bytes=5-2", b"bytes=0-0,-1,9-", b"bytes=" + b"0-1," * 2_000,
    b"Sun, 06 Nov 1994 08:49:37 GMT", b"Sun, 99 Nov 0000 99:99:99 GMT", b"Bearer", b"Bearer x",
    b"Bearer " + b"\xff" * 40, b"Bearer " + b"A" * 60_000, b"Basic eDp5", b"Negotiate",
    b"chamber=x", b"chamber=", b"chamber=x; chamber=y", b"=; =;", b"\x00", b"\xff\xfe",
    b"\xed\xa0\x80",
    b"a\tb", b"x" * 60_000, b"100-continue", b"chunked", b"-1", b"9" * 40, b"cross-site",
    b"same-site",
    b"same-origin", b"evil.example", b"127.0.0.1:99999", b"[::1", b"a@b", b"../..", b"'--",
]  # fmt: skip
FIELDS = [
    "If-None-Match", "If-Match", "If-Modified-Since", "If-Range", "Range", "Accept",
    "Accept-Encoding", "Accept-Language", "Accept-Charset", "Host", "Cookie", "Authorization",
    "Content-Type", "Content-Length", "Expect", "Transfer-Encoding", "Sec-Fetch-Site", "Origin",
    "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
    "Forwarded",
    "X-HTTP-Method-Override", "X-Original-URL", "Idempotency-Key", "Upgrade", "x" * 500,
]  # fmt: skip
METHODS = [
    "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "get", "BREW",
    "G" * 300,
]  # fmt: skip
BODIES = [b"", b"{}", b"\xff", b"[" * 5_000, b'{"act": null}', b"lang=kk", b"\x00" * 100]
IDS = [
    b"00000000-0000-0000-0000-000000000000", b"ffffffff-ffff-ffff-ffff-ffffffffffff", b"0", b"-1",
    b"%7B00000000-0000-0000-0000-000000000000%7D", b"00000000000000000000000000000000", b"x" * 36,
    b"urn:uuid:00000000-0000-0000-0000-000000000000", b"%00", b"%ff", b"..", b"%2e%2e",
    b"a" * 7_000,
    b"0000000\xd9\xa3-0000-0000-0000-000000000000", b"*", b"1;2", b"1%2F2", b"null",
]  # fmt: skip
ENDS = [
    b"",
    b"",
    b"",
    b"/",
    b"//",
    b"/.",
    b"/..",
    b";x",
    b"%00",
    b"%2f",
    b"#x",
    b".json",
    b"\xff",
    b"%",
]
QUERIES = [b"&" * 4_000, b"=" * 4_000, b"a&" * 3_000, b"a=1;b=2", b"?" * 9_000, b"#", b"a=1#b"]
FEEDS = [b"/feeds/hearings.atom", b"/feeds/hearings.ics", b"/feeds/hearings.json"]
PAGES = [b"/kk", b"/kk/", b"/ru/", b"/en/", b"/kk/hearings/{}", b"/en/hearings/{}"]


@dataclass(frozen=True)
class Hostile:
    method: str
    path: bytes
    headers: Headers
    body: bytes


class Crowd:
    """Asks of every public address, and of what looks like one."""

    def __init__(self, seed: int, routes: Sequence[str], known: Sequence[UUID]) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- nothing is secret here
        self.known = [str(uid).encode() for uid in known]
        self.routes = [re.sub(r"\{[^}]*\}", "{}", route).encode() for route in routes]
        self.asked = {
            re.sub(r"\{[^}]*\}", "{}", API + place).encode(): [name.encode() for name in names]
            for place, names in QUESTIONS.items()
        }

    def requests(self, number: int) -> Iterator[Hostile]:
        for _ in range(number):
            place = self.one([*FEEDS, *FEEDS, *PAGES, *self.routes])
            address = self.path(place) + self.query(self.asked.get(place, NAMES))
            method = self.one(METHODS) if self.chance.random() < 0.15 else "GET"
            body = self.one(BODIES) if method in ("POST", "PUT", "PATCH") else b""
            yield Hostile(method, address, self.headers(), body)

    def one(self, some: Sequence[Any]) -> Any:
        return self.chance.choice(some)

    def path(self, place: bytes) -> bytes:
        while b"{}" in place:
            uid = self.one(IDS) if self.chance.random() < 0.6 else self.one(self.known)
            place = place.replace(b"{}", uid, 1)
        if self.chance.random() < 0.1:  # Some of its bytes are cut out, doubled, or others.
            start = self.chance.randrange(1, len(place) + 1)
            end = min(len(place), start + self.chance.randrange(8))
            place = place[:start] + self.one([b"", *VALUES]) + place[end:]
        return bytes(place + (self.one(ENDS) if self.chance.random() < 0.3 else b""))

    def query(self, names: Sequence[bytes]) -> bytes:
        """Mostly what may be asked there; also what may not, twice, and not as one writes it."""
        if self.chance.random() < 0.25:
            return b""
        if self.chance.random() < 0.03:
            return bytes(b"?" + self.one(QUERIES))
        pairs = []
        for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
            name = self.one(names or NAMES) if self.chance.random() < 0.85 else self.one(NAMES)
            pairs.append(name + self.one([b"=", b"=", b"=", b""]) + self.value())
        pairs += pairs[:1] if self.chance.random() < 0.1 else []
        return bytes(b"?" + b"&".join(pairs))

    def value(self) -> bytes:
        turn = self.chance.random()
        if turn < 0.15:
            return bytes(self.one(self.known))
        if turn < 0.5:
            return bytes(self.one(PLAIN))
        if turn < 0.6:  # What a cursor of our own may look like.
            return bytes(self.one(VALUES) + b"_" + self.one([*self.known, *VALUES]))
        return bytes(self.one(VALUES))

    def headers(self) -> Headers:
        some: Headers = []
        for _ in range(self.chance.choice((0, 0, 1, 1, 2, 4))):
            some.append((self.one(FIELDS), self.one(WORDS)))
        if self.chance.random() < 0.05:
            some.append(("If-None-Match", b"*"))
        if some and self.chance.random() < 0.1:
            some.append((some[0][0], self.one(WORDS)))  # The same field twice.
        if self.chance.random() < 0.01:
            some += [(f"X-{number}", b"x") for number in range(500)]
        return some
