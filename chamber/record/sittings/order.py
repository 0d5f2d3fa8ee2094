"""In which order a sitting goes: what each act needs before it, and why it is not open yet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from chamber.law.act import Sentence
from chamber.record.sittings.acts import AnySittingAct, ItemOpened, Plan, Register
from chamber.record.sittings.facts import WHOLE, Sitting
from chamber.record.sittings.sentences import FIRST, NO_LONGER


@dataclass(frozen=True)
class Condition:
    holds: Callable[[Sitting], bool]
    otherwise: Sentence


HELD: Final = Condition(lambda s: s.cancelled_on is None, NO_LONGER["cancelled"])
NOT_OPENED: Final = Condition(lambda s: s.opened_on is None, NO_LONGER["opened"])
OPENED: Final = Condition(lambda s: s.opened_on is not None, FIRST["open"])
NOT_CLOSED: Final = Condition(lambda s: s.closed_on is None, NO_LONGER["closed"])
REGISTERED: Final = Condition(lambda s: WHOLE in s.rolls, FIRST["register"])
PUBLISHED: Final = Condition(
    lambda s: any(version.voted_on is None for version in s.agenda), FIRST["agenda"]
)
GOVERNED: Final = Condition(lambda s: s.in_force() is not None, FIRST["agenda_adopted"])
NO_ITEM: Final = Condition(lambda s: s.open_item() is None, FIRST["item_closed"])
AN_ITEM: Final = Condition(lambda s: s.open_item() is not None, FIRST["item_opened"])
NO_MINUTES: Final = Condition(lambda s: s.minutes is None, NO_LONGER["minutes"])

SITTING = (HELD, OPENED, NOT_CLOSED)
NEEDS: Final[dict[str, tuple[Condition, ...]]] = {
    "agenda": (HELD, NOT_CLOSED),
    "reschedule": (HELD, NOT_OPENED),
    "cancel": (HELD, NOT_OPENED),
    "open": (HELD, NOT_OPENED),
    "register": (HELD, NOT_CLOSED),
    "leave": (HELD, NOT_CLOSED, REGISTERED),
    "arrive": (HELD, NOT_CLOSED, REGISTERED),
    "agenda_adopted": (*SITTING, REGISTERED, PUBLISHED),
    "item_opened": (*SITTING, GOVERNED, NO_ITEM),
    "speech": (*SITTING, AN_ITEM),
    "decide": (*SITTING, REGISTERED),
    "item_closed": (*SITTING, AN_ITEM),
    "close": (*SITTING, NO_ITEM),
    "minutes": (HELD, OPENED, NO_MINUTES),
}


def next_acts(sitting: Sitting) -> list[str]:
    """The acts that the order of a sitting leaves open."""
    return [kind for kind in NEEDS if unmet(sitting, kind) is None]


def unmet(sitting: Sitting, kind: str) -> Sentence | None:
    """The first thing that this kind of act still needs."""
    return next((need.otherwise for need in NEEDS[kind] if not need.holds(sitting)), None)


def why_not_now(sitting: Sitting, act: AnySittingAct) -> Sentence | None:
    """Why this act is not open at this moment, if it is not."""
    if isinstance(act, Plan):
        return NO_LONGER["planned"]
    if said := unmet(sitting, act.kind):
        return said
    item = getattr(act, "item", None)
    if isinstance(act, Register) and item is not None and WHOLE not in sitting.rolls:
        return FIRST["register"]
    if isinstance(act, ItemOpened):
        return NO_LONGER["taken"] if item in sitting.taken else None
    return FIRST["item_opened"] if item not in (None, sitting.open_item()) else None
