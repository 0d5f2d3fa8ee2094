"""Requests made by changing real ones: of every kind of act and every list, by every role."""

import json
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any
from uuid import UUID

from tests.fuzz.known import API, Known
from tests.fuzz.spoiling import spoil_bytes, spoil_value
from tests.web.hostile import Crowd, Headers, Hostile

ROOMS = ("people", "bodies", "convocations", "sittings", "votes", "appointments", "hearings",
         "immunity", "reports", "mandates")  # fmt: skip
JSON = ("Content-Type", b"application/json")
TYPES = (
    b"application/json; charset=utf-8",
    b"text/plain",
    b"",
    b"application/json, application/json",
    b"multipart/form-data; boundary=",
    b"multipart/form-data; boundary=x",
    b"application/json;",
    b"application/x-www-form-urlencoded",
    b"application/JSON",
    b"\xff",
    b"application/json;x=\x00",
)
ORIGINS = (b"null", b"http://chamber", b"https://evil.example", b"http://chamber:80", b"\xff", b"")
BEGINNINGS = (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\xff\xd8\xff", b"text", b"")
Kind = Callable[[], Hostile]


class Mutator:
    """The same requests for the same seed, of the same record."""

    def __init__(self, seed: str, routes: Sequence[str], known: Known) -> None:
        self.chance, self.known = Random(seed), known  # noqa: S311 -- dice, no secret
        ids = [case.uid for case in known.cases]
        self.crowd = Crowd(self.chance.getrandbits(32), routes, [*ids, *known.votes])
        self.kinds: list[Kind] = [
            *[self.bytes_of_act] * 20, *[self.act] * 8, *[self.public] * 8, self.ballot, self.file,
            self.login,
        ]  # fmt: skip

    def requests(self, number: int) -> Iterator[Hostile]:
        for _ in range(number):
            yield self.chance.choice(self.kinds)()

    def maybe(self, likely: float) -> bool:
        return self.chance.random() < likely

    def public(self) -> Hostile:
        """Any address, with any query; by anybody."""
        asked = next(self.crowd.requests(1))
        headers = [*asked.headers, *(self.clerk() if self.maybe(0.5) else [])]
        return Hostile(asked.method, asked.path, headers, asked.body)

    def act(self) -> Hostile:
        """An act of the record once more, with some of its values changed."""
        told = self.chance.choice(self.chance.choice(self.known.kinds))
        body = json.loads(json.dumps(told.body))
        for _ in range(self.chance.choice((0, 1, 1, 1, 2, 3, 6))):
            body = spoil_value(self.chance, body, self.known)
        path, uid = told.path, told.uid
        if not told.opening and self.maybe(0.4):
            uid = self.chance.choice(self.known.by_noun[told.noun]).uid
            path = f"{API}/{told.noun}/{uid}/acts"
        if self.maybe(0.02):
            path = path.replace(told.noun, self.chance.choice(ROOMS), 1)
        clerk = self.clerk(told.login if self.maybe(0.6) else None)
        return self.sent(path, uid, clerk, as_json(body, self.maybe(0.5)))

    def bytes_of_act(self) -> Hostile:
        good = self.act()
        return Hostile(good.method, good.path, good.headers, spoil_bytes(self.chance, good.body))

    def sent(self, path: str, uid: UUID, clerk: Headers, body: bytes) -> Hostile:
        headers = [self.media(), *clerk]
        if self.maybe(0.95):
            headers.append(("Idempotency-Key", b"%x" % self.chance.getrandbits(64)))
        if self.maybe(0.9):
            headers.append(("If-Match", self.known.tags.get(uid, "x").encode()))
        if self.maybe(0.1):
            headers += self.crowd.headers()
        if self.maybe(0.1):
            headers.append(("Origin", self.chance.choice(ORIGINS)))
        asked = path.encode()
        if self.maybe(0.5):
            asked += b"?dry_run=true"
        elif self.maybe(0.05):
            asked += self.crowd.query([b"dry_run"])
        return Hostile("POST" if self.maybe(0.98) else "PUT", asked, headers, body)

    def media(self) -> tuple[str, bytes]:
        return JSON if self.maybe(0.95) else ("Content-Type", self.chance.choice(TYPES))

    def clerk(self, login: str | None = None) -> Headers:
        """Mostly somebody of some role; sometimes nobody, or one whom nobody knows."""
        if self.maybe(0.03):
            return []
        login = login or self.chance.choice(self.clerks())
        shown = f"Bearer {self.known.tokens[login]}".encode()
        if self.maybe(0.03):
            shown = spoil_bytes(self.chance, shown)
        return [("Authorization", shown)]

    def clerks(self) -> list[str]:
        """Those who may do most come most."""
        staff = [one for one in self.known.tokens if one.endswith(("secretariat", "presiding"))]
        return [*self.known.tokens, *staff, *staff, *staff]

    def ballot(self) -> Hostile:
        vote = self.chance.choice(self.known.votes)
        choice = self.chance.choice(["for", "against", "abstained", "", None, 1, "für"])
        deputy = self.chance.choice([None, *(str(one.uid) for one in self.known.cases[-3:])])
        body: Any = {"choice": choice, "deputy": deputy}
        if self.maybe(0.3):
            body = spoil_value(self.chance, body, self.known)
        told = as_json(body)
        path = f"{API}/votes/{vote}/ballots".encode()
        return Hostile("POST", path, [self.media(), *self.clerk(), *self.crowd.headers()], told)

    def file(self) -> Hostile:
        """A file that is not what it says; or a name of one."""
        if self.maybe(0.5) and self.known.files:
            name = spoil_bytes(self.chance, self.chance.choice(self.known.files).encode())
            path = f"{API}/files/".encode() + name.replace(b"?", b"")
            return Hostile("GET", path, self.clerk(), b"")
        body = self.chance.choice(BEGINNINGS) + self.chance.randbytes(self.chance.randrange(300))
        kind = ("Content-Type", self.chance.choice(TYPES))
        return Hostile("POST", f"{API}/files".encode(), [kind, *self.clerk()], body)

    def login(self) -> Hostile:
        login = self.chance.choice([*self.known.tokens, "nobody", "\x00", "ә", "x" * 2_000])
        body: Any = {"login": login, "password": "\u202e" * 12}
        if self.maybe(0.7):
            body = spoil_value(self.chance, body, self.known)
        told = as_json(body)
        return Hostile("POST", f"{API}/sessions".encode(), [self.media()], told)


def as_json(body: Any, in_ascii: bool = True) -> bytes:
    return json.dumps(body, ensure_ascii=in_ascii).encode("utf-8", "surrogatepass")
