"""Which methods an address knows: the answer to OPTIONS, and to a method that it does not know."""

from collections.abc import Iterable

from litestar.types import HTTPScope


def allowed(told: bytes, inside: HTTPScope) -> bytes:
    """What Allow should say, where Litestar says `told`: it forgets the handlers of a second
    router at one address, and does not know that the gate answers HEAD wherever it answers GET."""
    methods = {one.strip() for one in told.decode().split(",")}
    if inside["method"] == "OPTIONS" and "path_template" in inside:
        methods |= {*known_at(inside)}
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set()))).encode()


def known_at(inside: HTTPScope) -> Iterable[str]:
    for route in inside["litestar_app"].routes:
        if route.path_format == inside["path_template"]:
            yield from getattr(route, "methods", ())
