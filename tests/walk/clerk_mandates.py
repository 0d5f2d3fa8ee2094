"""A clerk who leads matters of mandates: mostly rightly, now and then at random."""

from datetime import timedelta

from tests.walk.here import TEXTS, Here, Told
from tests.walk.model_grounds import BY_ITSELF, RECALLS
from tests.walk.model_mandates import ENDING, Mandates

BY_VOTE = ("resigned", "incompatible", "moved_abroad", "convicted", "citizenship_lost",
           "left_party", "party_ended", "declared_missing", "declared_incapable")  # fmt: skip
RARE = (*RECALLS, "died", "other")
SETTERS = ("deputy", "cec", "president", "electors", "assembly", "court", "party", "chamber")
ACTIVITIES = ("paid_post", "business", "managing_organ", "teaching", "scientific_work")
KINDS = ("conclusion", "open_vote", "close_vote", "resolution", "resolution_days")


def begin(here: Here) -> Told:
    return dissolution(here) if here.chance(0.04) else matter(here)


def dissolution(here: Here) -> Told:
    """All deputies' powers end: seldom done, more often asked about beforehand."""
    of = here.one_of("parliament", "mazhilis")
    return here.act("dissolution", chamber=here.chamber, of=of, document="№ 7")


def matter(here: Here) -> Told:
    ground = here.one_of(*BY_VOTE, *RARE)
    setter = here.one_of("cec", "cec", *SETTERS)
    if ground in RECALLS and here.chance(0.7):
        setter = RECALLS[ground][2]
    told: Told = {"ground": ground, "set_off_by": setter}
    if (ground == "incompatible") is here.chance(0.98):
        told["activity"] = here.one_of(*ACTIVITIES)
    whose = here.deputies[20:] if here.chance(0.97) else here.elsewhere_deputies()
    day = here.today + timedelta(here.one_of(0, 0, 0, -1, -3, 1 if ground == "convicted" else 0))
    return here.act(
        "matter", chamber=here.chamber, deputy=here.one_of(*whose), happened_on=day,
        document="№ 5", **told,
    )  # fmt: skip


def go_on(case: Mandates, here: Here) -> Told | None:
    if case.resolved:
        return None
    if case.ground in BY_ITSELF or case.rounds.adopted(ENDING):
        return resolution(case, here)
    if not case.concluded:
        return act_of("conclusion", case, here)
    if case.rounds.deciding(ENDING) is None:
        return vote_on(case, here)
    return None


def stray(case: Mandates, here: Here) -> Told | None:
    return act_of(here.one_of(*KINDS), case, here)


def vote_on(case: Mandates, here: Here) -> Told | None:
    for vote, held in case.rounds.held.items():
        if held.outcome is None:
            return here.closing(vote, held.sitting)
    sitting = here.sitting()
    return None if sitting is None else here.opening(sitting, bool(case.rounds.held))


def resolution(case: Mandates, here: Here) -> Told:
    by_itself = case.ground in BY_ITSELF
    decision = "note_end" if by_itself is here.chance(0.92) else "end_powers"
    told: Told = {"decision": decision, "text": TEXTS}
    if decision == "end_powers" and here.chance(0.3):
        told["ends_on"] = here.today + timedelta(here.one_of(1, 2, 5))
    return here.act("resolution", **told)


def act_of(kind: str, case: Mandates, here: Here) -> Told | None:
    match kind:
        case "open_vote":
            told = vote_on(case, here)
        case "close_vote":
            held = case.rounds.held
            vote = here.one_of(*held) if held else None
            told = here.closing(vote, held[vote].sitting) if vote else None
        case "resolution":
            told = resolution(case, here)
        case "conclusion":
            told = here.act("conclusion", favours=here.chance(0.5), document="№ 9")
        case _:
            told = here.act("resolution_days", signed_on=here.today)
    return told
