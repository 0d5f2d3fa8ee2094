"""Where in the body that was sent a field stands: RFC 6901, as a fragment."""

import re
from collections.abc import Iterable
from typing import Any


def pointer_to(field: str, body: Any, detail: str = "") -> str:
    """To the field of an act that is wrong; to what is nearest where no such field was sent."""
    place = field.split(".")
    if isinstance(body, dict) and place[0] in body:
        return "#/" + "/".join(place)
    act = body.get("act") if isinstance(body, dict) else None
    missing = detail.startswith(("is missing", "are missing"))
    if missing or len(place) > 1 or not isinstance(act, dict) or field in act:
        return "#/act/" + "/".join(place)
    if field == act.get("kind"):
        return "#/act/kind"
    many = act.get(f"{field}s")
    return in_list(f"#/act/{field}s", many, detail) if isinstance(many, list) else "#/act"


def in_list(place: str, items: list[Any], detail: str) -> str:
    """To the number in a list that is spoken of."""
    spoken = re.findall(r"\b[0-9]+\b", detail)
    found = (number for number, one in enumerate(items) if str(one) in spoken)
    return f"{place}/{next(found)}" if any(str(one) in spoken for one in items) else place


def pointer_to_value(value: str, body: Any, place: str = "#") -> str | None:
    """Where a value, such as an id, stands in the body."""
    if body == value:
        return place
    pairs: Iterable[tuple[Any, Any]] = ()
    if isinstance(body, dict):
        pairs = body.items()
    elif isinstance(body, list):
        pairs = enumerate(body)
    found = (pointer_to_value(value, inner, f"{place}/{step}") for step, inner in pairs)
    return next((one for one in found if one), None)
