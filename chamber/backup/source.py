"""The server that is backed up, as PostgreSQL's own programs come in to it."""

import asyncio
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import asyncpg

from chamber.embedded.programs import Programs, found_programs
from chamber.embedded.trouble import Trouble
from chamber.record.engine import address

PASSWORD = re.compile(r"^(\w+://[^:@/?]*):([^@/?]*)@")
UNREACHED = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)


@dataclass(frozen=True)
class Source:
    programs: Programs
    dsn: str

    @contextmanager
    def running(
        self, program: str, *arguments: str, name: str = "chamber_backup"
    ) -> Iterator[subprocess.Popen[str]]:
        """A program that is connected to the server; it ends when we leave."""
        plain = re.sub(r"^postgresql\+asyncpg", "postgresql", self.dsn)
        found = PASSWORD.match(plain)
        where = PASSWORD.sub(r"\1@", plain) + ("&" if "?" in plain else "?")
        with self.programs.begin(
            program, "-d", f"{where}application_name={name}", "--no-password", *arguments,
            cwd=Path("/"), password=unquote(found[2]) if found else None,
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.terminate()

    def ask(self, question: str, *given: object) -> list[asyncpg.Record]:
        """Raises Trouble, with what the server says against it."""
        try:
            return asyncio.run(ask(self.dsn, question, *given))
        except UNREACHED as error:
            told = (str(error) or "it does not answer").splitlines()[0]
            raise Trouble(f"The database says: {told}") from error


async def ask(dsn: str, question: str, *given: object) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(address(dsn), timeout=10)
    try:
        answer: list[asyncpg.Record] = await connection.fetch(question, *given)
        return answer
    finally:
        await connection.close(timeout=5)


def source(dsn: str, bin_dir: Path | None) -> Source:
    # As ourselves, also when we are root: what is written belongs to who makes the backup.
    return Source(Programs(found_programs(bin_dir), None), dsn)
