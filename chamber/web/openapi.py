"""The description of the interface (OpenAPI 3.1): what Litestar sees, and what the door adds."""

from collections.abc import Iterator
from typing import Any

from chamber.web.forms import TEXT, part
from chamber.web.problem import MEDIA_TYPE
from chamber.web.questions import API, QUESTIONS, SHEETS
from chamber.web.schemas import answer_of, components, form_of

Json = dict[str, Any]

TITLE, VERSION = "Chamber", "0.1.0"  # As in pyproject.toml.
ABOUT = (
    "The system of record of what a chamber of Parliament decides alone. An act is sent with"
    " `POST …/acts`; the law of its day judges it; what the law forbids is answered with 409 and"
    " the reason. Reading is open; writing needs a session (`POST /api/v1/sessions`) or a token."
)
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "Your own name for this request: sent again, it is done once. A rehearsal"
    " (dry_run) does without.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The ETag of the version that you have read. A rehearsal (dry_run) does"
    " without.",
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
    "password": {
        "type": "http",
        "scheme": "basic",
        "description": "For programs that can send no token otherwise: the token is the password,"
        " beside any name. It only reads.",
    },
    "session": {"type": "apiKey", "in": "cookie", "name": "chamber"},
}
ANY_FILE = {"*/*": {"schema": {"type": "string", "format": "binary"}}}
WITHOUT_KEY = ("/sessions", "/files")


def described(schema: Json) -> Json:
    """Litestar's document, completed. It is changed in place."""
    parts = schema.setdefault("components", {})
    parts["securitySchemes"] = SECURITY
    for path, method, operation in operations(schema):
        complete(path.removeprefix(API), method, operation)
    for one in parts.setdefault("schemas", {}).values():  # What is sent has no unknown fields.
        if one.get("type") == "object" and "properties" in one:
            one["additionalProperties"] = False
    parts["schemas"] |= components()
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
            answer["content"]["application/json"] = {"schema": answer_of(method, path)}
            if path in (*SHEETS, "/votes", "/deputies/{uid}/record") and method == "get":
                answer["content"]["text/csv"] = {"schema": TEXT}
    operation["responses"]["default"] = refused("A problem")
    extra: list[Json] = [
        {"name": name, "in": "query", "required": False, "schema": form_of(name)}
        for name in QUESTIONS.get(path, ())
        if method == "get"
    ]
    if method == "post" and path.endswith("/ballots"):
        before = {"description": "The same ballot was cast before: it stands"}
        operation["responses"]["200"] = operation["responses"]["201"] | before
    elif method == "post" and not path.startswith(WITHOUT_KEY):
        extra += [IF_MATCH, KEY, DRY_RUN] if path.endswith("/acts") else [KEY, DRY_RUN]
        operation["responses"] |= REHEARSED
    if path == "/files" and method == "post":
        operation["requestBody"] = {"required": True, "content": ANY_FILE}
    if path == "/files/{sha256}":
        operation["responses"]["200"]["content"] = ANY_FILE
    if shown := shown_at(method, path):
        operation["security"] = [{one: []} for one in shown]
    if extra:
        operation["parameters"] = [*operation.get("parameters", []), *extra]


def shown_at(method: str, path: str) -> tuple[str, ...]:
    """One of these must be shown there. What else is read may be open to all."""
    if path == "/deadlines.ics":
        return "token", "password", "session"
    return ("token", "session") if method != "get" and path != "/sessions" else ()


def refused(why: str) -> Json:
    return {"description": why, "content": {MEDIA_TYPE: {"schema": part("Problem")}}}


REHEARSED: Json = {
    "409": refused("The law does not allow it"),
    "200": {
        "description": "What the law would say (dry_run)",
        "content": {"application/json": {"schema": part("Rehearsed")}},
    },
}
