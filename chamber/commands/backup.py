"""`chamber backup`: a copy of the whole database in a folder, and all that is written since."""

from collections.abc import Callable
from pathlib import Path

import click
from rich.progress import Progress

from chamber.backup.folder import Folder
from chamber.backup.following import follow
from chamber.backup.source import Source, source
from chamber.backup.taking import take
from chamber.commands.meter import meter
from chamber.database import database
from chamber.embedded.place import holds_a_cluster
from chamber.embedded.server import ending_on_sigterm
from chamber.embedded.trouble import Trouble
from chamber.settings import settings


@click.command("backup")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--follow", "goes_on", is_flag=True, help="Go on receiving what is written.")
@click.option("--synchronous", is_flag=True, help="With --follow: the house waits for us.")
def backup_command(folder: Path, goes_on: bool, synchronous: bool) -> None:
    """Copy the whole database into FOLDER, verified, while the house serves.

    \b
    Alone: the folder holds all that was acknowledged before the copy ended.
    With --follow: and all that is written later, until it is stopped; but the
      house does not wait, and its last moments may be lost with it.
    With --follow --synchronous: and nothing acknowledged is ever lost. The
      house waits for the folder with every act; when the program is killed,
      acts stand still until the same command is run again.

    A stopped --follow is gone on with by the same command and folder; a server
    of Chamber's own keeps up to 4 GB for it until then. Put the folder on
    another machine's disk. It holds closed materials, readable by whoever may
    open it; the signing key (CHAMBER_DATA/seal) is not in it: keep a copy of
    that elsewhere. `chamber restore` brings a backup back.
    """
    if synchronous and not goes_on:
        raise click.UsageError("--synchronous goes with --follow")
    here = settings()
    if here.database_url is None and not holds_a_cluster(here.chamber_data):
        raise Trouble(f"There is no database in {here.chamber_data}: see CHAMBER_DATA.")
    with ending_on_sigterm(), database(here) as at:
        of = source(at.owner, here.pg_bin_dir)
        kept = Folder(folder.absolute())
        if not (goes_on and kept.manifest.exists()):
            kept = taken(of, folder, to_be_followed=goes_on)
            click.echo(f"The backup is in {folder}, verified.")
        if goes_on:
            follow(of, kept, synchronous=synchronous, say=click.echo)


def taken(of: Source, folder: Path, *, to_be_followed: bool) -> Folder:
    with meter() as progress:
        return take(of, folder, to_be_followed=to_be_followed, told=shown(progress))


def shown(progress: Progress) -> Callable[[str, int, int], None]:
    """A bar for each thing that is done, made when it is first told of."""
    bars = {}

    def told(what: str, done: int, of: int) -> None:
        if what not in bars:
            bars[what] = progress.add_task(what)
        progress.update(bars[what], completed=done, total=of)

    return told
