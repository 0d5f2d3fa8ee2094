"""What may come next, as far as the order of the procedure tells. No stage is stored."""

from chamber.immunity.facts import Facts
from chamber.immunity.rules.preparing import DECIDED

IN_ORDER = (
    "forwarding", "conclusion", "information_request", "information", "told", "attendance",
    "resolution", "open_vote", "close_vote", "resolution_days", "measure_taken",
)  # fmt: skip


def next_acts(facts: Facts) -> list[str]:
    """The acts that the order of the procedure leaves open, in that order."""
    found = {"measure_taken"}
    if DECIDED not in facts.defects:
        found |= before_the_vote(facts)
        for number, _ in enumerate(facts.measures, start=1):
            found |= next_for(facts, number)
    if "close_vote" in found:
        found.discard("open_vote")  # One is open: the next measure waits for its end.
    return [kind for kind in IN_ORDER if kind in found]


def before_the_vote(facts: Facts) -> set[str]:
    found: set[str] = set()
    if any(one.answer is None for one in facts.demands):
        found.add("information")
    if all(facts.resolution_on(number) for number in range(1, len(facts.measures) + 1)):
        return found
    if facts.forwarded is None:
        found.add("forwarding")
    elif facts.conclusion is None:
        found.add("conclusion")
    return found | {"information_request", "told", "attendance"}


def next_for(facts: Facts, number: int) -> set[str]:
    resolution = facts.resolution_on(number)
    if resolution is not None:
        all_days = resolution.published_on and resolution.sent_on
        return set() if all_days else {"resolution_days"}
    if facts.open_round(number) is not None:
        return {"close_vote"}
    if facts.decided(number) is not None:
        return {"resolution", "open_vote"}
    return {"open_vote"} if facts.conclusion is not None else set()
