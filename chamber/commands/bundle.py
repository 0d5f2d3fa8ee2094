"""`chamber bundle`: what the public needs to check the record, in a folder."""

import asyncio
import shutil
import time
from pathlib import Path

import asyncpg
import click
from sqlalchemy.exc import DBAPIError

from chamber.commands.meter import meter
from chamber.database import running_database
from chamber.seal.bundling import NotCovered, write_bundle
from chamber.settings import settings

WAITS_SECONDS = 3  # A checkpoint follows an act within one.


@click.command("bundle")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def bundle_command(folder: Path) -> None:
    """Write the public package of the record into FOLDER, which must be empty.

    The database must be running: it is neither started nor changed. Ends with 1 while no checkpoint
    covers the whole record. `chamber verify FOLDER` checks the package, anywhere and without us.
    """
    dsn = running_database(settings())
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty.")
    was_there = folder.exists()
    try:
        leaves = written(dsn, folder)
    except BaseException as failed:
        clear(folder, keep=was_there)
        if isinstance(failed, NotCovered):
            raise click.ClickException(
                "No checkpoint covers the whole record: is it being sealed (chamber seal)?"
            ) from None
        if isinstance(failed, OSError | DBAPIError | asyncpg.PostgresError):
            raise click.ClickException(
                f"The database is away, or {folder} cannot be written ({type(failed).__name__})."
            ) from None
        raise
    click.echo(f"{leaves} leaves are in {folder}.")


def written(dsn: str, folder: Path) -> int:
    until = time.monotonic() + WAITS_SECONDS
    with meter() as progress:
        task = progress.add_task("Writing the bundle", total=None)
        while True:
            try:
                return asyncio.run(
                    write_bundle(
                        dsn, folder,
                        lambda done, of: progress.update(task, completed=done, total=of),
                    )
                )  # fmt: skip
            except NotCovered:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)


def clear(folder: Path, *, keep: bool) -> None:
    """A bundle that was begun is no bundle."""
    if not folder.exists():
        return
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    if not keep:
        folder.rmdir()
