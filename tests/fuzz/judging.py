"""Judging an answer: nothing of ours breaks, and nothing is said that the description does not."""

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema_rs import validator_for

from tests.web.hostile import Hostile
from tests.web.test_hostile_public import INSIDES

Headers = dict[bytes, bytes]
PROBLEM = "application/problem+json"
HTML = b"text/html; charset=utf-8"
PAGES = re.compile(rb"/(kk|ru|en)(/|$|[^a-z])")
PLAIN = {b"OPTIONS": (204,)}


@dataclass
class Judge:
    """By the description that the house gives of itself."""

    schema: Any
    kinds: frozenset[str]  # Of problems, as the page of the interface lists them.

    def __post_init__(self) -> None:
        self.places = [
            (re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)) + "/?"), item)
            for path, item in self.schema["paths"].items()
        ]
        self.validate = cache(self.validator)

    def complaint(self, asked: Hostile, status: int, headers: Headers, body: bytes) -> str:
        """What is wrong with the answer; nothing, where all is well."""
        if status >= 500:
            return f"answered {status}"
        if headers.get(b"content-encoding") == b"gzip" and body:
            body = gzip.decompress(body)
        if asked.method == "HEAD" or status in (204, 304):
            return f"a body with {status} to {asked.method}" if body else ""
        kind = headers.get(b"content-type", b"")
        if status >= 300 and not (status == 404 and kind == HTML and PAGES.match(asked.path)):
            return self.wrong_problem(status, kind, body)
        return self.unlike_the_description(asked, status, kind, body)

    def wrong_problem(self, status: int, kind: bytes, body: bytes) -> str:
        if kind != PROBLEM.encode():
            return f"a refusal ({status}) of the type {kind!r}"
        told = json.loads(body)
        if told["status"] != status or told["type"].partition("#problem-")[2] not in self.kinds:
            return f"no problem that is described: {told['type']}"
        # What somebody has sent may look like anything, and is told back in a detail.
        said = json.dumps({name: told[name] for name in ("type", "title", "instance")})
        if INSIDES.search(said):
            return "a refusal that tells of our insides"
        return self.unlike("Problem", body)

    def unlike_the_description(self, asked: Hostile, status: int, kind: bytes, body: bytes) -> str:
        path = asked.path.partition(b"?")[0].decode("latin-1")
        item = next((item for place, item in self.places if place.fullmatch(path)), None)
        operation = (item or {}).get(asked.method.lower())
        if operation is None:
            return ""  # Pages and feeds are described by formats of their own.
        answers = operation["responses"]
        answer = answers.get(str(status))
        if answer is None:
            return f"{status} is not described: {sorted(answers)}"
        media = kind.decode().partition(";")[0]
        content = answer.get("content", {})
        if media not in content and "*/*" not in content:
            return f"the type {media} is not described: {sorted(content)}"
        if media != "application/json":
            return ""
        return self.unlike(json.dumps(content[media]["schema"]), body)

    def unlike(self, form: str, body: bytes) -> str:
        wrong = next(self.validate(form).iter_errors(json.loads(body)), None)
        return f"not as described: {wrong.message[:300]}" if wrong else ""

    def validator(self, form: str) -> Any:
        """`form` is the name of a part, or a whole schema as text."""
        whole = json.loads(form) if "{" in form else {"$ref": f"#/components/schemas/{form}"}
        kind: Callable[..., Any] = validator_for
        return kind(whole | {"components": self.schema["components"]})
