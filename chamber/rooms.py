"""Every room of the house, by the noun in its address."""

from collections.abc import Mapping
from typing import Any

from chamber.appointments.procedure import APPOINTMENTS
from chamber.hearings.procedure import HEARINGS
from chamber.immunity.procedure import IMMUNITY
from chamber.mandates.procedure import MANDATES
from chamber.record.bodies.procedure import BODIES
from chamber.record.convocations.procedure import CONVOCATIONS
from chamber.record.people.procedure import PEOPLE
from chamber.record.procedure.room import Room
from chamber.record.recorded.procedure import RECORDED
from chamber.record.sittings.procedure import SITTINGS
from chamber.reports.procedure import REPORTS

Rooms = Mapping[str, Room[Any, Any, Any]]

ALL = (
    PEOPLE, BODIES, CONVOCATIONS, SITTINGS, RECORDED, APPOINTMENTS, HEARINGS, IMMUNITY, MANDATES,
    REPORTS,
)  # fmt: skip
ROOMS: Rooms = {room.noun: room for room in ALL}
