"""How the openings hang together: nothing is missing in a stream, and nothing that is public."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chamber.seal.notes import Checkpoint
from chamber.seal.verifying.openings import Leaves, Opening, are_hashes

REGISTER = "register"


class End(NamedTuple):
    """Where a stream stands: its last entry, by number, commitment and leaf."""

    seq: int
    commitment: str | None


BEGINNING = End(0, None)


@dataclass
class Streams:
    leaves: Leaves
    ends: dict[str, End] = field(default_factory=dict)
    shown: dict[str, int] = field(default_factory=dict)  # Commitments that are opened: their leaf.
    registered: set[str] = field(default_factory=set)  # What is open as the registers say.
    registers: dict[str, int] = field(default_factory=dict)  # Those that are opened: their leaf.
    places: dict[str, int] = field(default_factory=dict)  # Of all leaves.

    def follow(self, opening: Opening) -> list[str]:
        """What is wrong with the next opening. They come in the order of their leaves."""
        body, at = opening.body, f"leaf {opening.leaf}"
        own, end = self.leaves[opening.leaf].hex(), self.ends.get(body["stream"], BEGINNING)
        faults = []
        if (body["seq"], body["prev"]) != (end.seq + 1, end.commitment):
            faults.append(
                f"{at}: in {body['stream']} number {body['seq']} follows number {end.seq}:"
                " an entry is withheld, or out of order"
            )
        self.ends[body["stream"]] = End(body["seq"], own)
        if body["stream"] != REGISTER:
            self.shown[own] = opening.leaf
            return faults
        self.registers[own] = opening.leaf
        return faults + self.register(opening)

    def register(self, opening: Opening) -> list[str]:
        data, at = opening.body["data"], f"leaf {opening.leaf}: the register"
        if (
            opening.body["kind"] != REGISTER
            or set(data) != {"opened", "closed"}
            or not (are_hashes(data["opened"]) and are_hashes(data["closed"]))
            or not (data["opened"] or data["closed"])
        ):
            return [f"{at} is not in its form"]
        opened, closed = set(data["opened"]), set(data["closed"])
        faults = [f"{at} opens again what is open: {one}" for one in opened & self.registered]
        faults += [f"{at} opens a register: {one}" for one in opened & self.registers.keys()]
        faults += [f"{at} closes what is not open: {one}" for one in closed - self.registered]
        nowhere = {one for one in opened if not self.stands_before(one, opening.leaf)}
        faults += [f"{at} opens what is no leaf before it: {one}" for one in nowhere]
        self.registered = (self.registered - closed) | opened
        return faults

    def place(self, commitment: str) -> int | None:
        if not self.places:
            every = self.leaves.between(0, len(self.leaves))
            self.places = {leaf.hex(): place for place, leaf in enumerate(every)}
        return self.places.get(commitment)

    def stands_before(self, commitment: str, leaf: int) -> bool:
        place = self.place(commitment)
        return place is not None and place < leaf

    def end(self, checkpoints: Sequence[tuple[str, Checkpoint]]) -> list[str]:
        """What is missing or too much, now that all openings were followed."""
        missing = self.registered - self.shown.keys()
        more = self.shown.keys() - self.registered
        return [
            *(f"leaf {self.place(one)}: is public, and its opening is withheld" for one in missing),
            *(f"leaf {self.shown[one]}: is opened, and no register says so" for one in more),
            *self.count(checkpoints),
        ]

    def count(self, checkpoints: Sequence[tuple[str, Checkpoint]]) -> list[str]:
        """Where other than so many registers are opened as were signed.

        With the newest all that it opens may be withheld, and looks like closed acts then: no leaf
        can be named.
        """
        faults, leaves = [], list(self.registers.values())  # They ascend.
        for name, one in checkpoints:
            opened = bisect_left(leaves, one.size)
            if one.size <= len(self.leaves) and opened != one.registers:
                faults.append(f"{name}: has {one.registers} registers, {opened} are opened")
        return faults
