"""A problem told by hand, where no handler of the house tells it."""

from uuid import uuid4

from litestar.types import HTTPScope, Send

from chamber.web.answering import Answering, Came
from chamber.web.problem import MEDIA_TYPE, Problem


async def refuse(problem: Problem, scope: HTTPScope, send: Send) -> None:
    came = Came(scope, send, str(uuid4()))
    await say_no(problem, came.request_id, Answering(came))


async def say_no(problem: Problem, request_id: str, send: Send) -> None:
    body = problem.body(request_id)
    headers = [(key.lower().encode(), value.encode()) for key, value in problem.headers.items()]
    headers += [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
