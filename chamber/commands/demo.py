"""`chamber demo`: the demonstration, from an empty database to a served one, in one command."""

import asyncio

import click
from rich.console import Console
from rich.table import Table

from chamber.commands.meter import meter
from chamber.commands.migrate import bring_up_to_date
from chamber.commands.serve import listen
from chamber.database import database
from chamber.demo.accounts import PASSWORD, logins
from chamber.demo.filling import ACTS, NotEmpty, fill
from chamber.demo.plan import TODAY
from chamber.settings import Settings, settings

SOMETHING_ELSE = (
    "The database holds something else than the demonstration, and is left as it is. Name an empty"
    " one: another folder in CHAMBER_DATA, or another database in DATABASE_URL."
)


@click.command("demo")
def demo() -> None:
    """Serve a filled demonstration. A database that holds anything else is left alone."""
    here = settings()
    if here.chamber_as_of is None:
        here = here.model_copy(update={"chamber_as_of": TODAY})
    with database(here) as at:
        bring_up_to_date(at.owner)
        fill_once(at.owner)
        announce(here)
        listen(here, at)


def fill_once(dsn: str) -> None:
    with meter() as progress:
        task = progress.add_task("Filling the demonstration", total=ACTS)
        try:
            asyncio.run(fill(dsn, lambda: progress.advance(task)))
        except NotEmpty:
            raise click.ClickException(SOMETHING_ELSE) from None


def announce(here: Settings) -> None:
    table = Table("login", "may act as", title=f"Accounts, all with the password {PASSWORD}")
    for login, role in logins().items():
        table.add_row(login, role)
    Console().print(table)
    click.echo(f"The demonstration, as of {here.chamber_as_of}: http://{here.host}:{here.port}/")
