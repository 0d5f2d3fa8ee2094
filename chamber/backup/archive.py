"""The write-ahead log of a backup: without a gap, and readable from its first place to its last."""

import re
import struct
from pathlib import Path

from chamber.backup.folder import Folder, place_in_log
from chamber.embedded.programs import Programs
from chamber.embedded.trouble import Trouble

PIECE = re.compile(r"[0-9A-F]{24}")
PLACE = re.compile(r"(?:at|LSN) ([0-9A-F]+/[0-9A-F]+)")
WANTED = re.compile(r"could not find file \"([0-9A-F]{24})\"")
PAGE, HEADERS = 8192, 40  # Each page of the log begins with a header of up to so many bytes.


def pieces(folder: Folder) -> dict[str, Path]:
    """The files of the log by the names that recovery asks for: what was received last wins."""
    found: dict[str, Path] = {}
    for path in sorted(folder.wal.glob("*.partial")) if folder.wal.exists() else []:
        found[path.name.removesuffix(".partial")] = path
    if folder.wal.exists():
        found |= {path.name: path for path in folder.wal.iterdir() if whole(path.name)}
    of_base = folder.base / "pg_wal"
    return {path.name: path for path in of_base.iterdir() if whole(path.name)} | found


def whole(name: str) -> bool:
    return PIECE.fullmatch(name) is not None or name.endswith(".history")


def check_names(folder: Folder) -> None:
    """Raises Trouble for a piece that is missing: between two, or at either end."""
    if not folder.wal.exists():
        return
    size = next(p.stat().st_size for p in (folder.base / "pg_wal").iterdir() if whole(p.name))
    names = {entry.name.removesuffix(".partial") for entry in folder.wal.iterdir()}
    have = {number(name, size) for name in names if PIECE.fullmatch(name)}
    first = folder.start()[1] // size
    last = max(have, default=first)
    if folder.reached.exists():
        last = max(last, number(folder.reached.read_text().strip(), size))
    if have or folder.reached.exists():
        missing = [wanted for wanted in range(first, last + 1) if wanted not in have]
        if missing:
            raise Trouble(
                f"The backup is damaged: {len(missing)} pieces of its log are missing, the first"
                f" at {missing[0] * size >> 32:X}/{missing[0] * size & 0xFFFFFFFF:08X}."
            )


def number(name: str, size: int) -> int:
    return int(name[8:16], 16) * (2**32 // size) + int(name[16:24], 16)


def check_readable(programs: Programs, folder: Folder, wal: Path) -> int:
    """Reads all of `wal`, and answers where it ends. Raises Trouble for a place that is damaged."""
    timeline, start = folder.start()
    names = sorted(name for name in (path.name for path in wal.iterdir()) if PIECE.fullmatch(name))
    begin = f"{start >> 32:X}/{start & 0xFFFFFFFF:08X}"
    options = ("-q", "-p", ".", "-t", str(timeline), "-s", begin)
    _, said = programs.run("pg_waldump", *options, cwd=wal)
    size = (wal / names[-1]).stat().st_size
    places, wanted = PLACE.findall(said), WANTED.findall(said)
    end = place_in_log(places[-1]) if places else number(wanted[0], size) * size if wanted else 0
    last = number(names[-1], size)
    # It may break off in the last piece, and nowhere else; or it has come to that one's very end.
    broken = end // size < last or (end // size == last and beyond(wal / names[-1], end % size))
    if broken and int(names[-1][:8], 16) == timeline:
        raise Trouble(f"The backup is damaged: its log cannot be read to its end. {said}")
    return end


def beyond(piece: Path, offset: int) -> bool:
    """Whether there is anything after the record that breaks off here.

    The last that was received may be half a record: it was never acknowledged. After it come zeros,
    for a piece is filled with them when it is begun. Anything else was once a record like others.
    """
    content = piece.read_bytes()
    (length,) = struct.unpack_from("<I", content.ljust(offset + 4, b"\0"), offset)
    length += HEADERS * (2 + length // PAGE) if length else 0
    return content[offset + length :].strip(b"\0") != b""
