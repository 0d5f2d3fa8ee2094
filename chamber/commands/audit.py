"""`chamber audit`: judge the whole record again, and say what is not as it should be."""

import asyncio
import json
import sys

import click
from sqlalchemy.ext.asyncio import AsyncSession

from chamber.audit import Fault, audit, how_many
from chamber.commands.meter import meter
from chamber.database import database
from chamber.record.engine import connect_engine
from chamber.rooms import ROOMS
from chamber.settings import settings


@click.command("audit")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable answer.")
def audit_command(as_json: bool) -> None:
    """Judge every entry again by its day's law, and compare the rows with the acts."""
    with database(settings()) as at:
        read, faults = asyncio.run(run(at.owner))
    if as_json:
        click.echo(json.dumps({"entries": read, "faults": [vars(f) for f in faults]}))
    else:
        tell(read, faults)
    sys.exit(1 if faults else 0)


async def run(dsn: str) -> tuple[int, list[Fault]]:
    engine = connect_engine(dsn)
    try:
        async with AsyncSession(engine) as session:
            total = await how_many(session)
            with meter() as progress:
                task = progress.add_task("Judging again", total=total)
                return total, await audit(
                    session, ROOMS, lambda entries: progress.advance(task, entries)
                )
    finally:
        await engine.dispose()


def tell(read: int, faults: list[Fault]) -> None:
    for fault in faults:
        where = f"entry {fault.entry} of " if fault.entry else ""
        click.echo(f"{where}{fault.proceeding}: {fault.what}")
    click.echo(f"{read} entries judged again, {len(faults)} faults.")
