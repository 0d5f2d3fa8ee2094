"""The one way in which an entry becomes bytes, so that it can be committed to and checked for ever.

RFC 8785 for what we allow: strings, whole numbers, booleans, null, lists, and objects with ASCII
keys. No floats, which are the one hard part of that standard. Strings are composed (NFC).
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

PREFIX = b"chamber-record/v1\n"
GREATEST = 2**53 - 1  # Beyond it, other readers of JSON lose digits.


def canonical(entry: Mapping[str, Any]) -> bytes:
    told = allowed(entry)
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def commitment(salt: bytes, body: bytes) -> bytes:
    """What may be shown of an entry without showing it: SHA-256 of a salt and its bytes."""
    return hashlib.sha256(PREFIX + salt + body).digest()


def allowed(value: object) -> object:
    """The same with its texts composed. Raises ValueError for what cannot stand in an entry."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case bool() | None:
            return value
        case int():
            if abs(value) > GREATEST:
                raise ValueError(f"{value} is too great a number for an entry")
            return value
        case Mapping():
            return {key_of(key): allowed(inner) for key, inner in value.items()}
        case list() | tuple():
            return [allowed(inner) for inner in value]
        case _:
            raise ValueError(f"a {type(value).__name__} cannot stand in an entry")


def key_of(key: object) -> str:
    if not (isinstance(key, str) and key.isascii()):
        raise ValueError(f"{key!r} cannot be a key of an entry")
    return key
