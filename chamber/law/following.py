"""What an act brings about in another matter is an act there, which names the one it came from."""

from typing import NamedTuple
from uuid import UUID

from chamber.law.act import Act, Value


class Because(Value):
    """The matter and the entry from which an act followed."""

    matter: UUID
    entry: int
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted there.


class Following(Act):
    """An act that may follow from a matter elsewhere. Nobody sends where it came from."""

    because: Because | None = None


class Follow(NamedTuple):
    """What follows: an act in a case, named by its noun and id."""

    noun: str
    case: UUID
    act: Following
    defects: tuple[str, ...] = ()
