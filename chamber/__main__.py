"""The `chamber` program: everything that is done from the command line."""

from typing import Any

import click

from chamber.commands.law import law


class Program(click.Group):
    """A mistake in the command itself is told in one line too, without a page of usage."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.UsageError as mistake:
            message = mistake.format_message()  # A group without a command answers with its help.
            click.echo(message if "\n" in message else f"chamber: {message}", err=True)
            raise SystemExit(2) from None
        except click.ClickException as refused:
            refused.show()
            raise SystemExit(refused.exit_code) from None
        except click.Abort:
            raise SystemExit(130) from None


@click.group(cls=Program, name="chamber")
def main() -> None:
    """The system of record of what a chamber of Parliament decides alone."""


main.add_command(law)

if __name__ == "__main__":
    raise SystemExit(main(prog_name="chamber"))
