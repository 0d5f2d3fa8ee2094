"""The description of the interface (OpenAPI 3.1): what Litestar sees, and what the door adds."""

from collections.abc import Iterator
from typing import Any

from chamber.record.lookup.api import QUESTIONS
from chamber.web.law import ARGUMENTS
from chamber.web.problem import MEDIA_TYPE

Json = dict[str, Any]

TITLE, VERSION = "Chamber", "0.1.0"  # As in pyproject.toml.
ABOUT = (
    "The system of record of what a chamber of Parliament decides alone. An act is sent with"
    " `POST …/acts`; the law of its day judges it; what the law forbids is answered with 409 and"
    " the reason. Reading is open; writing needs a session (`POST /api/v1/sessions`) or a token."
)
API = "/api/v1"
TEXT = {"type": "string"}
THREE = {
    "type": "object",
    "required": ["kk", "ru", "en"],
    "properties": {"kk": TEXT, "ru": TEXT, "en": TEXT},
}
PROBLEM = {
    "type": "object",
    "description": "RFC 9457. A refusal for law (409) also has rule, cite, breach, verdict,"
    " readings, numbers, findings and earliest_lawful.",
    "required": ["type", "title", "status", "detail", "instance", "sentence"],
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "instance": TEXT,
        "sentence": THREE,
        "pointer": {"type": "string", "description": "The field that is wrong."},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Your own name for this request: sent again, it is done once. Needed unless"
    " dry_run.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of the version that you have read. Needed unless dry_run.",
    "schema": TEXT,
}
DRY_RUN = {
    "name": "dry_run",
    "in": "query",
    "required": False,
    "description": "Judge the act, and write nothing.",
    "schema": {"type": "boolean"},
}
SECURITY = {
    "token": {"type": "http", "scheme": "bearer"},
    "session": {"type": "apiKey", "in": "cookie", "name": "chamber"},
}
WITHOUT_KEY = ("/sessions", "/files")


def described(schema: Json) -> Json:
    """Litestar's document, completed. It is changed in place."""
    parts = schema.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = PROBLEM
    parts["securitySchemes"] = SECURITY
    for path, method, operation in operations(schema):
        complete(path.removeprefix(API), method, operation)
    for part in parts["schemas"].values():
        if part.get("type") == "object" and "properties" in part and part is not PROBLEM:
            part["additionalProperties"] = False
    return schema


def operations(schema: Json) -> Iterator[tuple[str, str, Json]]:
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def complete(path: str, method: str, operation: Json) -> None:
    for status, answer in list(operation["responses"].items()):
        if status == "400":
            del operation["responses"][status]  # Litestar's own shape; ours is a problem.
        elif "application/json" in answer.get("content", {}):
            correct_content(answer["content"]["application/json"])
    problem = {"$ref": "#/components/schemas/Problem"}
    refused = {"description": "A problem", "content": {MEDIA_TYPE: {"schema": problem}}}
    operation["responses"]["default"] = refused
    extra: list[Json] = [
        {"name": name, "in": "query", "required": False, "schema": TEXT}
        for name in (QUESTIONS | ARGUMENTS).get(path, ())
        if method == "get"
    ]
    if method == "post" and not path.startswith(WITHOUT_KEY) and not path.endswith("/ballots"):
        extra += [IF_MATCH, KEY, DRY_RUN] if path.endswith("/acts") else [KEY, DRY_RUN]
        rehearsed = {"schema": {"type": "object"}}
        operation["responses"]["200"] = {
            "description": "What the law would say (dry_run)",
            "content": {"application/json": rehearsed},
        }
    if path == "/files" and method == "post":
        any_file = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"required": True, "content": {"*/*": any_file}}
    if method != "get" and path != "/sessions":
        operation["security"] = [{"token": []}, {"session": []}]
    if extra:
        operation["parameters"] = [*operation.get("parameters", []), *extra]


def correct_content(content: Json) -> None:
    """Documents are prepared bytes inside; outside they are JSON."""
    if content.get("schema", {}).get("type") == "string":
        content["schema"] = {}
