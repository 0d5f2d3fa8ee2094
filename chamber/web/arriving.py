"""Where a request comes from: which network, through which proxy, from a page of which site."""

import ipaddress
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from litestar.types import HTTPScope, Send

from chamber.web.answering import Came

READS = ("GET", "HEAD", "OPTIONS")
ORIGIN = re.compile(rb"https?://([\w.~%!$&'()*+,;=:-]+|\[[0-9A-Fa-f:.]+\](:[0-9]+)?)", re.ASCII)
OURS = (b"same-origin", b"none")  # `none`: typed in, or from a bookmark.
BY_HTTPS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
Trusted = Callable[[str], bool]


class Street:
    """What is known of the way to us: our own name for browsers, and the proxies before us."""

    def __init__(self, origin: str = "", proxies: Sequence[str] = ()) -> None:
        self.origin = origin.encode()
        self.secure = origin.startswith("https://")
        self.trusted = trusting(proxies) if proxies else None

    def seen(self, scope: HTTPScope) -> HTTPScope:
        return as_told(scope, self.trusted) if self.trusted else scope

    def dressed(self, send: Send) -> Send:
        """Behind https every answer tells browsers to come by https alone."""
        return by_https_alone(send) if self.secure else send


def by_https_alone(send: Send) -> Send:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], BY_HTTPS]}
        await send(message)

    return sending


def trusting(proxies: Sequence[str]) -> Trusted:
    """Whether an address is that of a proxy of our own, whose word is taken."""
    networks = [ipaddress.ip_network(one) for one in proxies]

    @lru_cache(65_536)
    def trusted(address: str) -> bool:
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(found in one for one in networks)

    return trusted


def as_told(scope: HTTPScope, trusted: Trusted) -> HTTPScope:
    """The request as the proxy before us got it: from the last address that is not our own."""
    if not (peer := scope["client"]) or not trusted(peer[0]):
        return scope
    told = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    for part in reversed(told.decode("latin-1").split(",")):
        address = part.strip()
        if not is_address(address):
            break
        if not trusted(address):
            return {**scope, "client": (address, 0)}
    return scope


def is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def foreign(came: Came, own: bytes) -> bool:
    """Whether a page of another site sends this with the cookie of a reader who does not know.

    A program's token is sent by nobody but its program. A page may log nobody in either: the
    reader would go on under a name that somebody else has chosen.
    """
    cookie = came.header(b"cookie")
    if came.scope["method"] in READS:
        return bool(cookie) and came.header(b"sec-fetch-site") == b"cross-site"
    if not cookie and came.header(b"authorization"):
        return False
    site, origin = came.header(b"sec-fetch-site"), came.header(b"origin")
    return bool(site and site not in OURS) or not is_own(origin, own, came.header(b"host"))


def is_own(origin: bytes, own: bytes, host: bytes) -> bool:
    """Whether a page of our own sends this; programs name no origin, and browsers always do.

    `own` is what CHAMBER_URL says. Without it our name is the one that we are called by.
    """
    if not origin:
        return True
    if own:
        return origin.lower() == own
    found = ORIGIN.fullmatch(origin)
    return found is not None and origin.partition(b"://")[2].lower() == host.lower()
