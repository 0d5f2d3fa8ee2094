"""The page of the interface, made from its own description, without a script."""

import json
import re
from html import escape
from typing import Any

from litestar import Request, Response, Router, get
from litestar.routes import BaseRoute
from litestar.types import ControllerRouterHandler
from pydantic_core import to_json

from chamber.record.votes.api import REFUSALS as OF_BALLOTS
from chamber.web import guarded, refusals
from chamber.web.openapi import Json, described, operations
from chamber.web.page import page
from chamber.web.problem import Problem
from chamber.web.questions import API

MORE = (
    ("unlawful", 409, "The law does not allow this act: rule, provision, numbers, and a cure."),
    ("not-allowed", 403, "Your role may not do this."),
    ("field", 422, "A field is missing or malformed; the pointer names it."),
    ("unreadable", 400, "What was sent cannot be read."),
    ("too-many-tries", 429, "Too many wrong passwords."),
    ("too-many-requests", 429, "Too many requests come from your network."),
)
DEEPEST = 6


class NoPages(Router):
    """Where Litestar puts its own pages, which fetch their scripts from other hosts: nowhere."""

    def register(self, value: ControllerRouterHandler) -> list[BaseRoute]:
        return []


@get("/openapi.json", include_in_schema=False)
async def openapi_json(request: Request[Any, Any, Any]) -> Response[bytes]:
    return Response(description(request), media_type="application/json")


@get("/docs", include_in_schema=False)
async def docs(request: Request[Any, Any, Any]) -> Response[bytes]:
    schema = json.loads(description(request))
    return page("Chamber: the interface", content(schema), language="en")


routes = [openapi_json, docs]


def description(request: Request[Any, Any, Any]) -> bytes:
    """Made once; it is the same for all."""
    state = request.app.state
    if "openapi" not in state:
        told = described(request.app.openapi_schema.to_schema())
        state.openapi = to_json(told)  # Defaults in it may be values of ours.
    made: bytes = state.openapi
    return made


def content(schema: Json) -> str:
    tags: dict[str, list[str]] = {}
    for path, method, operation in operations(schema):
        tag = (operation.get("tags") or ["other"])[0]
        tags.setdefault(tag, []).append(told_operation(schema, path, method, operation))
    sections = "".join(
        f'<h2 id="{escape(tag)}">{escape(tag.capitalize())}</h2>{"".join(told)}'
        for tag, told in sorted(tags.items())
    )
    links = " · ".join(f'<a href="#{escape(tag)}">{escape(tag)}</a>' for tag in sorted(tags))
    about = words(schema["info"].get("description", ""))
    return (
        f"<h1>Chamber: the interface</h1><p>{about}</p>"
        f'<p>{links} · <a href="#problems">problems</a> ·'
        f' <a href="{API}/openapi.json">openapi.json</a></p>{sections}{problems()}'
    )


def told_operation(schema: Json, path: str, method: str, operation: Json) -> str:
    body = operation.get("requestBody", {}).get("content", {})
    sent = "".join(
        f"<h3>Body ({escape(kind)})</h3>{told_schema(schema, one.get('schema', {}))}"
        for kind, one in body.items()
    )
    answers = "".join(
        f"<tr><td><code>{escape(status)}</code></td><td>{escape(one.get('description', ''))}</td>"
        "</tr>"
        for status, one in operation["responses"].items()
    )
    return (
        f'<details><summary><b class="{method}">{method.upper()}</b> <code>{escape(path)}</code>'
        f" <span>{escape(operation.get('summary') or '')}</span></summary>"
        f"<p>{words(operation.get('description') or '')}</p>"
        f"{told_parameters(operation)}{sent}<h3>Answers</h3><table>{answers}</table></details>"
    )


def told_parameters(operation: Json) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{escape(one['in'])}"
        f"{', needed' if one.get('required') else ''}</td>"
        f"<td>{escape(one.get('description') or in_short(one.get('schema', {})))}</td></tr>"
        for one in operation.get("parameters", [])
    )
    return f"<h3>Parameters</h3><table>{rows}</table>" if rows else ""


def told_schema(schema: Json, part: Json, depth: int = 0) -> str:
    """A type as a list of its fields; a type of several kinds as one list for each."""
    name = part.get("$ref", "").rpartition("/")[2]
    part = schema["components"]["schemas"][name] if name else part
    if depth > DEEPEST:
        return ""
    kinds = part.get("oneOf") or part.get("anyOf") or []
    if kinds:
        return "".join(told_schema(schema, kind, depth + 1) for kind in kinds)
    needed = part.get("required", [])
    fields = "".join(
        f"<li><code>{escape(field)}</code> {escape(in_short(inner))}"
        f"{', needed' if field in needed else ''} {told_schema(schema, inner, depth + 1)}</li>"
        for field, inner in part.get("properties", {}).items()
    )
    inside = told_schema(schema, part["items"], depth + 1) if "items" in part else ""
    about = f"<p>{escape(part['description'])}</p>" if depth and part.get("description") else ""
    title = f"<strong>{escape(name)}</strong>" if name and depth else ""
    return f'{title}{about}<ul class="fields">{fields}</ul>' if fields else inside


def in_short(part: Json) -> str:
    """The type of one field, in a few words."""
    if "const" in part:
        return json.dumps(part["const"])
    if "enum" in part:
        return " | ".join(map(str, part["enum"]))
    kind = part.get("type")
    known = " or ".join(kind) if isinstance(kind, list) else kind or ""
    return f"{known} ({part['format']})" if "format" in part else str(known)


def problems() -> str:
    known = (*vars(refusals).values(), *vars(guarded).values(), *OF_BALLOTS.values())
    kinds = [(p.kind, p.status, p.sentence.en) for p in known if is_problem(p)]
    rows = "".join(
        f'<tr id="problem-{kind}"><td><code>{kind}</code></td><td>{status}</td>'
        f"<td>{escape(sentence)}</td></tr>"
        for kind, status, sentence in sorted([*kinds, *MORE], key=lambda row: row[1])
    )
    return f'<h2 id="problems">Problems</h2><table>{rows}</table>'


def is_problem(value: object) -> bool:
    return isinstance(value, Problem)


def words(text: str) -> str:
    """Plain text as HTML; what stands in backticks is shown as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(text))
