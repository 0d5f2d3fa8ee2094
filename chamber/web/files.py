"""Files: sent before the act that they are attached to, and named by their SHA-256."""

import re
from typing import Any

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlalchemy import select

from chamber.law.roles import COMMITTEE
from chamber.record.desk import NotAllowed
from chamber.record.files import File, keep
from chamber.record.procedure.reading import read_file
from chamber.record.proceedings import Unknown
from chamber.record.sight import see_all
from chamber.web import refusals
from chamber.web.door import Door
from chamber.web.kinds import ENDINGS, kind_of
from chamber.web.problems import Refused
from chamber.web.telling import as_bytes

NAME = re.compile("[0-9a-f]{64}")


@post("/", summary="Send a file", status_code=201)
async def send_file(
    request: Request[Any, Any, Any], door: NamedDependency[Door]
) -> Response[bytes]:
    """The body is the file itself, of at most 20 MiB. An act names it by the answer's sha256."""
    if door.clerk.role not in COMMITTEE or door.clerk.account is None:
        raise NotAllowed(COMMITTEE)
    if request.headers.get("content-type", "").lower().startswith("multipart/"):
        raise Refused(refusals.FILE_IN_A_FORM)
    content = await request.body()
    kind = kind_of(content)
    if kind is None:
        raise Refused(refusals.FILE_TYPE)
    await see_all(door.session)  # Whether somebody else has sent it already.
    name = await keep(door.session, content, kind, door.clerk.account)
    told = as_bytes({"sha256": name, "media_type": kind, "size": len(content)})
    headers = {"Location": f"/api/v1/files/{name}"}
    return Response(told, status_code=201, media_type="application/json", headers=headers)


@get("/{sha256:str}", summary="Fetch a file")
async def fetch_file(sha256: FromPath[str], door: NamedDependency[Door]) -> Response[bytes]:
    """The file, to be saved. The public is given what is attached to a public act; who has sent a
    file is given it always."""
    if not NAME.fullmatch(sha256):
        raise Unknown
    query = select(File.media_type, File.content).where(File.sha256 == bytes.fromhex(sha256))
    found = (await door.session.execute(query)).first()
    if found is None:
        raise Unknown
    if door.clerk.account is not None:  # To the public's role there is no other file.
        await read_file(door.desk(), bytes.fromhex(sha256))
    kind, content = found
    ending = ENDINGS.get(kind, ".txt")
    headers = {
        "Content-Disposition": f'attachment; filename="{sha256[:16]}{ending}"',
        "ETag": f'"{sha256}"',
    }
    return Response(content, media_type=kind, headers=headers)


routes = [Router("/files", route_handlers=[send_file, fetch_file], tags=["files"])]
