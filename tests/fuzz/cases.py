"""Requests made from the description of the interface by schemathesis: right ones, and wrong."""

import json
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from tests.web.hostile import Hostile


def cases(
    schema: Any,
    dressed: Callable[[Hostile], Hostile],
    seed_of_all: str,
    number: int,
    try_it: Callable[[Hostile], None],
) -> None:
    """Hands out so many of them, the same ones for the same seed."""
    described = schemathesis.openapi.from_dict(schema).get_all_operations()
    operations = [one.ok() for one in described]  # type: ignore[union-attr]
    strategies = [
        operation.as_strategy(generation_mode=mode)
        for operation in operations
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
        if mode is GenerationMode.POSITIVE or operation.body or operation.query
    ]

    @seed(zlib.crc32(seed_of_all.encode()))
    @settings(
        max_examples=number, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )  # fmt: skip
    @given(st.data())
    def each(data: st.DataObject) -> None:
        case = data.draw(data.draw(st.sampled_from(strategies)))
        try_it(dressed(as_sent(case)))

    each()


def as_sent(case: Any) -> Hostile:
    told = case.as_transport_kwargs(base_url="http://chamber")
    body = told.get("data")
    if "json" in told:
        body = json.dumps(told["json"]).encode()
    request = httpx.Request(
        told["method"], told["url"], params=told["params"] or None,
        content=body.encode("utf-8", "replace") if isinstance(body, str) else body,
    )  # fmt: skip
    headers = [
        (name, str(value).encode("utf-8", "replace")) for name, value in told["headers"].items()
    ]
    return Hostile(told["method"], request.url.raw_path, headers, request.read())
