"""`chamber verify`: whether a bundle is the record that was signed. Needs no database."""

from pathlib import Path

import click

from chamber.commands.meter import meter
from chamber.seal.verifying import Report, verify

PLACE = click.Path(path_type=Path)  # One that is not there cannot be read, and that is a fault.


@click.command("verify")
@click.argument("folder", type=PLACE)
@click.option(
    "--vkey", type=PLACE, multiple=True, help="The key of the record, had from elsewhere."
)
@click.option("--checkpoint", type=PLACE, multiple=True, help="One that you kept. May be repeated.")
def verify_command(folder: Path, vkey: tuple[Path, ...], checkpoint: tuple[Path, ...]) -> None:
    """Check the bundle in FOLDER: nothing changed, withheld, added or put in another order.

    Ends with 0, or with 1 and a line for each fault, which names the leaf.
    """
    if len(vkey) > 1:
        raise click.UsageError("There is one key, so --vkey stands once.")
    with meter() as progress:
        task = progress.add_task("Verifying", total=None)
        report = verify(
            folder, next(iter(vkey), None), checkpoint,
            lambda done, of: progress.update(task, completed=done, total=of),
        )  # fmt: skip
    for fault in report.faults:
        click.echo(fault)
    click.echo(summary(report))
    raise SystemExit(1 if report.faults else 0)


def summary(report: Report) -> str:
    if report.faults:
        return f"NOT VERIFIED: {len(report.faults)} faults."
    assert report.key is not None
    told = (
        f"OK: {report.leaves} leaves of {report.key.origin}, {report.opened} of them open, under"
        f" {report.checkpoints} checkpoints signed by the key {report.key.id.hex()}"
    )
    ask = "; the key is the bundle's own: compare it with one that you had from elsewhere"
    return told + ("." if report.pinned else f"{ask} (--vkey).")
