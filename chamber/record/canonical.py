"""The one way in which an entry becomes bytes, so that it can be committed to and checked for ever.

RFC 8785 for what we allow: strings, whole numbers, booleans, null, lists, and objects with ASCII
keys. No floats, which are the one hard part of that standard.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

PREFIX = b"chamber-record/v1\n"
GREATEST = 2**53 - 1  # Beyond it, other readers of JSON lose digits.


def canonical(entry: Mapping[str, Any]) -> bytes:
    check(entry)
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def commitment(salt: bytes, body: bytes) -> bytes:
    """What may be shown of an entry without showing it: SHA-256 of a salt and its bytes."""
    return hashlib.sha256(PREFIX + salt + body).digest()


def check(value: object) -> None:
    match value:
        case str() | bool() | None:
            return
        case int():
            if abs(value) > GREATEST:
                raise ValueError(f"{value} is too great a number for an entry")
        case Mapping():
            for key, inner in value.items():
                if not (isinstance(key, str) and key.isascii()):
                    raise ValueError(f"{key!r} cannot be a key of an entry")
                check(inner)
        case list() | tuple():
            for inner in value:
                check(inner)
        case _:
            raise ValueError(f"a {type(value).__name__} cannot stand in an entry")
