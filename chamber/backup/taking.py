"""A base backup: every file of the database with its checksum, and verified when it is written."""

import re
import secrets
import subprocess
from collections.abc import Callable
from pathlib import Path

from chamber.backup.folder import Folder, written_whole
from chamber.backup.source import Source
from chamber.embedded.programs import Programs
from chamber.embedded.trouble import Trouble

Told = Callable[[str, int, int], None]  # What is done, how much of it, and of how much.
PROGRESS = re.compile(r"(\d+)/(\d+) kB")


def take(source: Source, path: Path, *, to_be_followed: bool, told: Told) -> Folder:
    """A backup in the new folder `path`. Raises Trouble, and leaves nothing behind then."""
    slot: str | None = None
    try:
        with written_whole(path.absolute()) as part:
            if to_be_followed:
                # Before the base: from here on the server keeps for us all that it writes.
                slot = f"chamber_{secrets.token_hex(8)}"
                source.ask("SELECT pg_create_physical_replication_slot($1, true)", slot)
                part.slot.write_text(f"{slot}\n")
                part.wal.mkdir(mode=0o700)
            receive(source, part, told)
            verify(source.programs, part, told)
    except BaseException:
        if slot:
            source.ask("SELECT pg_drop_replication_slot($1)", slot)
        raise
    return Folder(path.absolute())


def receive(source: Source, part: Folder, told: Told) -> None:
    options = ("-X", "stream", "-c", "fast", "-P", "--manifest-checksums=SHA256")
    with source.running("pg_basebackup", "-D", str(part.base), *options) as process:
        status, said = heard(process, "Receiving", told)
    if status:
        raise Trouble(f"The backup was not taken: {said}")


def verify(programs: Programs, folder: Folder, told: Told) -> None:
    """Each file against the manifest, and the log that belongs to it."""
    begun = programs.begin("pg_verifybackup", "-P", "-e", ".", cwd=folder.base)
    with begun as process:
        try:
            status, said = heard(process, "Verifying", told)
        finally:
            process.terminate()
    if status:
        raise Trouble(f"The backup is damaged: {said}")


def heard(process: subprocess.Popen[str], what: str, told: Told) -> tuple[int, str]:
    """The exit status, and the first line that was more than progress."""
    assert process.stdout
    said = ""
    for line in process.stdout:
        if found := PROGRESS.search(line):
            told(what, int(found[1]), int(found[2]))
        elif line.strip() and not said:
            said = line.strip()
    return process.wait(), said
