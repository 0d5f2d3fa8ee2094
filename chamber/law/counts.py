"""What was counted at a sitting, and what no count can be."""

from pydantic import NonNegativeInt

from chamber.law.act import Value
from chamber.law.rule import Base, Rule, Says
from chamber.law.ruling import Impossible

NAMES = {"count": "for", "abstained": "abstain"}  # What the arguments are called outside.


class Counts(Value):
    """The numbers of one vote, of one list of signatures, or of those who came."""

    count: NonNegativeInt | None = None  # Votes for; signatures; those present.
    against: NonNegativeInt | None = None
    abstained: NonNegativeInt | None = None
    present: NonNegativeInt | None = None
    registered: NonNegativeInt | None = None
    in_office: NonNegativeInt | None = None
    members: NonNegativeInt | None = None
    taking_part: NonNegativeInt | None = None
    # Of the Bureau: whether the Chair is among those present. Where nobody says, who calls the
    # meeting is there.
    chair_present: bool = True

    @property
    def cast(self) -> int:
        """For and against: what the base "cast" means."""
        return (self.count or 0) + (self.against or 0)

    @property
    def votes(self) -> int:
        return self.cast + (self.abstained or 0)

    @property
    def presence(self) -> int | None:
        return self.present if self.present is not None else self.registered

    def counted(self, rule: Rule) -> int:
        """What the rule counts: a quorum counts those present, so nobody need vote for it."""
        if self.count is not None:
            return self.count
        if rule.says is not Says.QUORUM:
            raise impossible("count", "is missing")
        if self.presence is None:
            raise impossible("count", "is missing: give those present")
        return self.presence

    def base(self, base: Base, seats: int | None) -> int | None:
        """The whole of which the rule asks a share. None: the seats are not known."""
        match base:
            case Base.SEATS:
                return seats
            case Base.CAST:
                return self.cast
            case Base.PRESENT:
                return self.needed("present", self.presence)
            case Base.IN_OFFICE:
                return self.needed("in_office", self.in_office)
            case Base.MEMBERS:
                return self.needed("members", self.members)
            case Base.TAKING_PART:
                return self.needed("taking_part", self.taking_part)

    @staticmethod
    def needed(field: str, number: int | None) -> int:
        if not number:
            raise impossible(field, "is missing" if number is None else "must be at least 1")
        return number


def check(counts: Counts, rule: Rule, seats: int | None) -> None:
    """Refuse what cannot be: more votes than people, more people than seats."""
    asked = max(counts.counted(rule), counts.votes)
    bounds = {name: getattr(counts, name) for name in wholes(rule, counts)}
    for name, bound in bounds.items():
        if bound is not None and asked > bound:
            raise impossible("count", f"{asked} are counted, but {ONLY[name].format(bound)}")
    for name in ("present", "registered"):
        for whole in bounds.keys() - {"present", "registered"}:
            above(counts, name, whole)
    if seats is not None:
        for name in NUMBERS:
            number = asked if name == "count" else getattr(counts, name)
            if number is not None and number > seats:
                raise impossible(name, f"{number}, but the Chamber has {seats} seats")


ONLY = {
    "members": "there are only {} members",
    "taking_part": "only {} take part",
    "present": "only {} are present",
    "registered": "only {} are registered",
    "in_office": "only {} are in office",
}
NUMBERS = ("in_office", "present", "registered", "members", "taking_part", "count")


def wholes(rule: Rule, counts: Counts) -> tuple[str, ...]:
    """The numbers above which this rule's count cannot be."""
    if rule.base is Base.MEMBERS:
        return ("members", *presence(counts))
    if rule.base is Base.TAKING_PART:
        # Those registered at the start may be fewer than those who vote at the end.
        return ("taking_part", "present")
    if rule.says is Says.INITIATIVE:
        return ("in_office",)  # Those who sign need not be at a sitting.
    return ("in_office", *presence(counts))


def presence(counts: Counts) -> tuple[str, ...]:
    return ("present",) if counts.present is not None else ("registered",)


def above(counts: Counts, part: str, whole: str) -> None:
    number, bound = getattr(counts, part), getattr(counts, whole)
    if number is not None and bound is not None and number > bound:
        raise impossible(part, f"{number}, but {whole} is {bound}")


def impossible(field: str, message: str) -> Impossible:
    return Impossible(NAMES.get(field, field), message)
