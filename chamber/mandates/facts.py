"""All that the acts of a matter of mandates have told: whose powers end, why, and when."""

from datetime import date
from uuid import UUID

from chamber.law.act import Value
from chamber.law.text import Line, Text
from chamber.mandates.acts import ENDING
from chamber.mandates.words import Activity, SetOffBy
from chamber.record.people.acts import Ground
from chamber.record.people.facts import MandateHeld
from chamber.record.people.mandates import BY_ITSELF
from chamber.record.resolutions.facts import Resolution
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import AtVote, decided, open_round


class Concluded(Value):
    """What the Central Election Commission said."""

    received_on: date
    favours: bool
    document: Line | None = None
    text: Text | None = None


class Facts(Value):
    chamber: str
    opened_on: date
    deputies: tuple[UUID, ...]  # Whose powers end: one, unless the Chamber is dissolved.
    ground: Ground
    happened_on: date
    set_off_by: SetOffBy
    dissolved: str | None = None  # "parliament" or "mazhilis".
    document: Line | None = None
    activity: Activity | None = None
    conclusion: Concluded | None = None
    rounds: tuple[Round, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    ends_on: date | None = None  # The first day out, once the powers have ended.
    defects: tuple[str, ...] = ()  # The rules whose breach was accepted, with a recorded reason.

    @property
    def ended_by_itself(self) -> bool:
        """An opening that was not let through ends nothing."""
        return self.by_itself and self.ends_on is not None

    @property
    def by_itself(self) -> bool:
        return self.ground in BY_ITSELF

    @property
    def open_round(self) -> Round | None:
        return open_round(self.rounds, ENDING)

    @property
    def decided(self) -> Round | None:
        return decided(self.rounds, ENDING)

    @property
    def resolution(self) -> Resolution | None:
        return next((one for one in self.resolutions if one.subject == ENDING), None)


class Given(AtVote):
    """What the rest of the record tells of the day of the act."""

    mandates: tuple[MandateHeld, ...] = ()  # All that the deputy has held, in either Chamber.
    in_office: tuple[UUID, ...] = ()  # Where a Chamber is dissolved: its deputies until that day.
