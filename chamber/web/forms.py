"""The pieces from which the forms of our answers are put together."""

from typing import Any

from pydantic import BaseModel

Json = dict[str, Any]

PARTS = "#/components/schemas/"
TEXT: Json = {"type": "string"}
WHOLE: Json = {"type": "integer"}
DAY: Json = {"type": "string", "format": "date"}
INSTANT: Json = {"type": "string", "format": "date-time"}
ID: Json = {"type": "string", "format": "uuid"}
FLAG: Json = {"type": "boolean"}
SOMETHING: Json = {"type": "object"}
NUMBERS: Json = {"type": "object", "additionalProperties": WHOLE}


def part(name: str) -> Json:
    return {"$ref": PARTS + name}


def many(items: Json) -> Json:
    return {"type": "array", "items": items}


def maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def fields(about: str, optional: Json | None = None, /, **needed: Json) -> Json:
    told = {"type": "object", "description": about, "required": list(needed)}
    return told | {"properties": needed | (optional or {})}


def model(told: type[BaseModel]) -> dict[str, Json]:
    """The form of a value of ours, and of those that it is made of, by name."""
    form = told.model_json_schema(mode="serialization", ref_template=PARTS + "{model}")
    parts: dict[str, Json] = form.pop("$defs", {})
    return {**parts, told.__name__: form}
