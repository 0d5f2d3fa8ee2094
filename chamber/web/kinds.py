"""What a file is, seen from its first bytes: a name and a sender's word prove nothing."""

import io
import re
import zipfile

PDF, PNG, JPEG, TIFF = "application/pdf", "image/png", "image/jpeg", "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", TIFF: ".tif", DOCX: ".docx", ODT: ".odt"}
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
MOST_PARTS = 10_000
GREATEST_RATIO = 100  # How much larger than itself an archive may unpack to.


def kind_of(content: bytes) -> str | None:
    """The media type; None for what we do not take."""
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return kind_of_archive(content)
    return TEXT if content and is_text(content) else None


def kind_of_archive(content: bytes) -> str | None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return None
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > GREATEST_RATIO * len(content):
        return None
    names = {part.filename for part in parts}
    if any(name.lower().endswith((".zip", ".exe")) for name in names):
        return None
    if "word/document.xml" in names and "[Content_Types].xml" in names:
        return DOCX
    # The standard puts this part first and uncompressed, so that it can be read here.
    return ODT if content[30:].startswith(b"mimetype" + ODT.encode()) else None


def is_text(content: bytes) -> bool:
    try:
        return not CONTROL.search(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False
