"""A page of a list, and other documents that are told by their bytes: with a tag, and 304."""

import hashlib
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response

from chamber.web.door import Door
from chamber.web.etags import known
from chamber.web.idempotency import Answer, respond
from chamber.web.sheets import sheet_of
from chamber.web.telling import as_bytes

Json = dict[str, Any]


def page_of(
    items: Sequence[Json],
    limit: int,
    door: Door,
    request: Request[Any, Any, Any],
    place: Callable[[Json], str] = itemgetter("id"),
) -> Response[bytes]:
    """`items` has one more than the limit where the list goes on; `place` is what `after` says."""
    shown = items[:limit]
    after = place(shown[-1]) if len(items) > limit else None
    if request.query_params.get("format") == "csv":
        answer = sheet_of(request.url.path.rstrip("/").rpartition("/")[2], shown)
    else:
        answer = document({"items": list(shown), "after": after}, door)
    if after is not None:
        kept = {name: words for name, words in request.query_params.items() if name != "after"}
        address = f"{request.url.path}?{urlencode(kept | {'after': after})}"
        answer.headers["Link"] = f'<{address}>; rel="next"'
    return answer


def document(told: Json, door: Door) -> Response[bytes]:
    """Tagged by the hash of its bytes."""
    body = as_bytes(told)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if known(door.asked.if_none_match, tag):
        return Response(b"", status_code=304, headers={"ETag": tag})
    return respond(Answer(status=200, body=body, etag=tag))
