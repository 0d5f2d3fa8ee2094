"""Screening JSON: what other readers might read differently, or choke on, is turned away here."""

import json
import re
from collections.abc import Iterable
from typing import NoReturn
from urllib.parse import unquote_to_bytes

DEEPEST = 64
MOST_ITEMS = 10_000
GREATEST = 2**53 - 1  # Beyond it, other readers of JSON lose digits.
UNFIT = re.compile("[\x00\ud800-\udfff]")
BAD_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")


class Unfit(ValueError):
    """What was sent cannot be read in one way only; the text says why."""


def screen(body: bytes) -> None:
    """Raises Unfit, unless the body is plain JSON in UTF-8."""
    try:
        value = READER.decode(body.decode("utf-8"))
    except UnicodeDecodeError:
        raise Unfit("the body is not UTF-8") from None
    except RecursionError:
        raise Unfit(f"nested deeper than {DEEPEST}") from None
    except json.JSONDecodeError as error:
        raise Unfit(f"no JSON at character {error.pos}") from None
    check_value(value)


def check_value(value: object) -> None:
    items = depth = 0
    level = [value]
    while level:
        items += len(level)
        if items > MOST_ITEMS:
            raise Unfit(f"more than {MOST_ITEMS} items")
        if depth == DEEPEST and any(isinstance(one, dict | list) for one in level):
            raise Unfit(f"nested deeper than {DEEPEST}")
        if any(isinstance(one, str) and UNFIT.search(one) for one in level):
            raise Unfit("a character that no text holds (NUL or half a surrogate pair)")
        level, depth = [inner for one in level for inner in inside(one)], depth + 1


def inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list) else ()


def each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unfit("a key stands twice in one object")
    return found


def whole(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > GREATEST:
        raise Unfit("a number that is too great")
    return int(digits)


def no_fraction(number: str) -> NoReturn:
    raise Unfit("a number that is not whole")


READER = json.JSONDecoder(
    object_pairs_hook=each_key_once,
    parse_int=whole,
    parse_float=no_fraction,
    parse_constant=no_fraction,
)


def screen_address(path: str, query: bytes) -> None:
    """Raises Unfit, unless path and query hold nothing but text."""
    if "\x00" in path or BAD_PERCENT.search(query):
        raise Unfit("the address is not well-formed")
    try:
        asked = unquote_to_bytes(query).decode("utf-8")
    except UnicodeDecodeError:
        raise Unfit("the address is not UTF-8") from None
    if UNFIT.search(asked) or UNFIT.search(path):
        raise Unfit("the address holds a character that no text holds")
