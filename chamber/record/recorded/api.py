"""Votes of the past over HTTP: recorded from a source, with every other source beside it."""

from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import Field

from chamber.law.sent import Sent
from chamber.record.procedure.reminding import OnAnyCase
from chamber.record.recorded.acts import AnotherSource, RecordedVote
from chamber.record.recorded.procedure import RECORDED
from chamber.web.door import Door


class RecordedOpening(Sent):
    act: RecordedVote


class RecordedSending(Sent):
    act: AnotherSource | OnAnyCase = Field(discriminator="kind")


@post("/votes", summary="Record a vote of the past", status_code=201, tags=["votes"])
async def record_vote(
    data: JSONBody[RecordedOpening], door: NamedDependency[Door]
) -> Response[bytes]:
    """From its sources. It is judged by the law of its day; where counts are unknown, it is not."""
    return await door.open(RECORDED, data.act, data)


@post("/votes/{uid:uuid}/acts", summary="Add a source", status_code=201, tags=["votes"])
async def add_to_vote(
    uid: FromPath[UUID], data: JSONBody[RecordedSending], door: NamedDependency[Door]
) -> Response[bytes]:
    """Another source of a recorded vote. Where sources differ, the conflict is shown."""
    return await door.do(RECORDED, uid, data.act, data)


@get("/votes/{uid:uuid}/record", summary="How a vote was recorded", tags=["votes"])
async def show_recorded(uid: FromPath[UUID], door: NamedDependency[Door]) -> Response[bytes]:
    """The acts by which a vote of the past entered the record, for those who keep it."""
    return await door.show(RECORDED, uid)


routes = [record_vote, add_to_vote, show_recorded]
