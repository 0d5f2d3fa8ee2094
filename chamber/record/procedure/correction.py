"""That an entry was wrong: the act by which any entry, of whatever room, is put right."""

from typing import Any, ClassVar, Literal

from pydantic import PositiveInt

from chamber.law.act import Act
from chamber.law.roles import SECRETARIAT, Role
from chamber.law.text import Line


class Correction(Act):
    """An entry was wrong. What it should read stands beside it; the first entry is kept."""

    by: ClassVar[frozenset[Role]] = SECRETARIAT

    kind: Literal["correction"] = "correction"
    entry: PositiveInt  # The number of the entry that was wrong.
    act: dict[str, Any] | None  # What was really done. None: it was not done at all.
    reason: Line
