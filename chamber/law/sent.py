"""How an act is sent in: done here and now, or as one that has already occurred elsewhere."""

from typing import Annotated

from pydantic import Field, StringConstraints

from chamber.law.act import Value
from chamber.law.text import Line

Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class Occurred(Value):
    """The act has happened: paper minutes, a gazette or another system tells of it."""

    source: Line


class Sent(Value):
    """An act in its envelope. A room adds the field `act` with its own kinds of act.

    `occurred`: never refused for law, only for impossible data; kept with its verdict.
    `despite`: why a defect is accepted; kept with the act and shown for ever.
    `files`: what is attached, named by the SHA-256 of files that were sent before.
    """

    occurred: Occurred | None = None
    despite: Line | None = None
    files: Annotated[tuple[Sha256, ...], Field(max_length=20)] = ()
