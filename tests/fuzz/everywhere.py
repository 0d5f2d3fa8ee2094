"""Each kind of act, as it is on the record, asked of other cases of its room: it may fit none."""

from collections.abc import Iterator
from itertools import product

from chamber.law.roles import Role
from chamber.law.seats import Chamber
from tests.fuzz.known import API, Case, Known, Told
from tests.fuzz.mutating import JSON, as_json
from tests.web.hostile import Hostile

MOST = 10  # Cases of a room, from its first to its last.
ENVELOPES = ({"despite": "себебі бар"}, {"occurred": {"source": "хаттама № 1"}})


def everywhere(known: Known) -> Iterator[Hostile]:
    for told, *_ in known.kinds:
        if not told.opening:
            for case in spread(known.by_noun[told.noun]):
                yield from asked(told, case, known)


def spread(cases: list[Case]) -> list[Case]:
    return cases[:: len(cases) // MOST + 1]


def asked(told: Told, case: Case, known: Known) -> Iterator[Hostile]:
    """Here and now, and as something that has occurred. Nothing of it is kept."""
    path = f"{API}/{told.noun}/{case.uid}/acts?dry_run=true".encode()
    for nth, (login, envelope) in enumerate(product(colleagues(told), ENVELOPES)):
        headers = [
            JSON, ("If-Match", case.tag.encode()), ("Idempotency-Key", b"%d" % nth),
            ("Authorization", f"Bearer {known.tokens[login]}".encode()),
        ]  # fmt: skip
        yield Hostile("POST", path, headers, as_json(told.body | envelope))


def colleagues(told: Told) -> list[str]:
    """Who told it, who would have told it in the other Chamber, and both secretariats."""
    assert told.login is not None, "the demonstration is told by accounts"
    roles = {told.login.partition("-")[2], Role.SECRETARIAT}
    return sorted(f"{chamber}-{role}" for chamber in Chamber for role in roles)
