"""The `chamber` program: everything that is done from the command line."""

from importlib import import_module
from typing import Any

import click

from chamber.embedded.trouble import Trouble

# Each is fetched when it is asked for: a question to the law need not wait for a web server.
COMMANDS = {
    "law": "law",
    "migrate": "migrate_command",
    "serve": "serve",
    "user": "user",
    "audit": "audit_command",
    "seal": "seal_command",
    "bundle": "bundle_command",
    "verify": "verify_command",
    "demo": "demo",
    "backup": "backup_command",
    "restore": "restore_command",
}


class Program(click.Group):
    """A mistake in the command itself is told in one line too, without a page of usage."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"chamber.commands.{cmd_name}")
        command: click.Command = getattr(module, COMMANDS[cmd_name])
        return command

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
        except Trouble as trouble:
            click.echo(f"chamber: {trouble}", err=True)
            raise SystemExit(1) from None
        except click.Abort:
            raise SystemExit(130) from None


@click.group(cls=Program, name="chamber")
def main() -> None:
    """The system of record of what a chamber of Parliament decides alone."""


if __name__ == "__main__":
    raise SystemExit(main(prog_name="chamber"))
