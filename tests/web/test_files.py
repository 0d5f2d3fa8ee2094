"""A file is kept whole under its own hash, and is seen by those who may see its act."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from chamber.law.roles import Role
from chamber.web.kinds import DOCX, ODT
from tests.web.conftest import Client, add, begin, begun, send

FILES = "/api/v1/files"
PDF = b"%PDF-1.7\nwhatever"


def archive(*names: str, mimetype: str | None = None, fat: int = 0) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name in names:
            made.writestr(name, b"\0" * fat, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


async def upload(client: Client, content: bytes) -> httpx.Response:
    return await client.post(FILES, content=content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (b"II*\x00rest", "image/tiff"),
        (b"MM\x00*rest", "image/tiff"),
        ("Қорытынды\n".encode(), "text/plain"),
        (archive("[Content_Types].xml", "word/document.xml"), DOCX),
        (archive("content.xml", mimetype=ODT), ODT),
    ],
)
async def test_a_file_is_known_by_what_is_in_it(clerk: Client, content: bytes, kind: str) -> None:
    answer = await upload(clerk, content)

    assert answer.status_code == 201
    name = hashlib.sha256(content).hexdigest()
    assert answer.json() == {"sha256": name, "media_type": kind, "size": len(content)}
    kept = await clerk.get(f"{FILES}/{name}")
    assert kept.content == content
    assert kept.headers["Content-Type"].startswith(kind)
    assert kept.headers["Content-Disposition"].startswith("attachment;")
    assert kept.headers["ETag"] == f'"{name}"'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x7fELF",
        b"GIF89a\x01\x00",
        b"text\x00with NUL",
        b"\xff\xfe broken",
        b"PK\x03\x04 no archive",
        archive("anything.txt"),
        archive("[Content_Types].xml", "word/document.xml", "inner.zip"),
        archive("[Content_Types].xml", "word/document.xml", fat=5_000_000),
    ],
)
async def test_what_we_do_not_know_is_not_taken(clerk: Client, content: bytes) -> None:
    assert (await upload(clerk, content)).status_code == 415


async def test_twenty_megabytes_are_taken_and_a_byte_more_is_not(clerk: Client) -> None:
    most = PDF + b"x" * (20 * 1024 * 1024 - len(PDF))

    assert (await upload(clerk, most)).status_code == 201
    assert (await upload(clerk, most + b"x")).status_code == 413


async def test_the_same_file_is_kept_once(clerk: Client) -> None:
    first, again = await upload(clerk, PDF), await upload(clerk, PDF)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()


async def test_the_public_sees_a_file_once_an_act_has_it(clerk: Client, public: Client) -> None:
    name = (await upload(clerk, PDF)).json()["sha256"]

    assert (await public.get(f"{FILES}/{name}")).status_code == 404
    address, tag = await begun(clerk)
    sent = {**add(), "files": [name]}
    entered = await send(clerk, f"{address}/acts", sent, tag)
    assert entered.json()["entry"]["files"] == [name]
    assert (await public.get(f"{FILES}/{name}")).content == PDF
    assert (await public.get(address)).json()["entries"][1]["files"] == [name]


@pytest.mark.parametrize("names", [["0" * 64], ["x"], ["A" * 64], ["0" * 64] * 21])
async def test_an_act_names_only_files_that_were_sent(clerk: Client, names: list[str]) -> None:
    answer = await send(clerk, "/api/v1/notes", begin(files=names))

    assert answer.status_code == 422
    assert answer.json()["pointer"].startswith("#/files")


async def test_a_rehearsal_too_asks_whether_the_files_were_sent(clerk: Client) -> None:
    sent = begin(files=["0" * 64])
    answer = await clerk.post("/api/v1/notes?dry_run=true", json=sent)

    assert answer.status_code == 422
    assert answer.json()["pointer"] == "#/files/0"


async def test_a_file_is_named_once_in_an_act(clerk: Client) -> None:
    name = (await upload(clerk, PDF)).json()["sha256"]

    answer = await send(clerk, "/api/v1/notes", begin(files=[name, name]))
    assert answer.status_code == 422
    assert answer.json()["pointer"] == "#/files/1"
    assert answer.json()["sentence"]["kk"].startswith("«Файлдар»")


async def test_a_file_is_sent_bare_and_in_no_form(clerk: Client) -> None:
    answer = await clerk.post(FILES, files={"file": ("minutes.txt", b"text")})

    assert answer.status_code == 415
    assert answer.json()["type"].endswith("#problem-file-in-a-form")


async def test_a_file_that_never_was_is_unknown(clerk: Client, public: Client) -> None:
    for name in ("0" * 64, "x", "../etc/passwd", "%2e%2e"):
        for client in (clerk, public):
            assert (await client.get(f"{FILES}/{name}")).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 401), (Role.OFFICE, 403), (Role.DEPUTY, 403), (Role.COMMITTEE, 201), (Role.ADMIN, 403)],
)
async def test_who_may_send_a_file(
    visitors: Callable[..., Any], role: Role | None, status: int
) -> None:
    assert (await upload(await visitors(role), PDF)).status_code == status
