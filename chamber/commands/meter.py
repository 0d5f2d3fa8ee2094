"""How far a command has come: told to a person who watches, and never among what it answers."""

import sys

from rich.console import Console
from rich.progress import Progress


def meter() -> Progress:
    """One that leaves nothing on the standard output, and nothing at all where nobody watches."""
    watched = sys.stderr.isatty()
    return Progress(transient=True, console=Console(stderr=True), disable=not watched)
