"""What may come next, as far as the order of the procedure tells. No stage is stored."""

from chamber.appointments.facts import Facts

AT_THE_SITTING = ("question", "opinion", "debate_demand", "debate", "ballot_order", "open_vote")


def next_acts(facts: Facts) -> list[str]:
    """The acts that the order of the procedure leaves open, in that order."""
    numbers = range(1, len(facts.candidates) + 1)
    found: set[str] = set()
    for number in numbers:
        found.update(next_for(facts, number))
    return [kind for kind in IN_ORDER if kind in found]


IN_ORDER = (
    "conclusion", "announcement", *AT_THE_SITTING, "close_vote", "resolution",
    "resolution_days", "new_submission", "left_office",
)  # fmt: skip


def next_for(facts: Facts, number: int) -> set[str]:
    resolution, term = facts.resolution_on(number), facts.term_of(number)
    if resolution is not None or facts.candidates[number - 1].submitted_on is None:
        leaves = {"left_office"} if term is not None and term.left_on is None else set()
        return after_resolution(facts, number) | leaves
    candidate = facts.candidates[number - 1]
    if facts.open_round(number) is not None:
        return {"close_vote"}
    if facts.decided(number) is not None:
        return {"resolution", "open_vote"}
    if candidate.announced_on is not None:
        return set(AT_THE_SITTING)
    return {"conclusion"} if candidate.conclusion is None else {"announcement"}


def after_resolution(facts: Facts, number: int) -> set[str]:
    resolution = facts.resolution_on(number)
    found: set[str] = set()
    if resolution is not None and not (resolution.published_on and resolution.sent_on):
        found.add("resolution_days")
    if facts.rejected(number) and number not in {one.instead_of for one in facts.candidates}:
        found.add("new_submission")
    return found
