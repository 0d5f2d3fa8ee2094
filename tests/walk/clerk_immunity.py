"""A clerk who leads matters of immunity: mostly rightly, now and then at random."""

from datetime import timedelta

from tests.walk.here import TEXTS, Here, Told
from tests.walk.model_immunity import Immunity

MEASURES = ("criminal_liability", "custody", "forced_appearance", "administrative_penalty",
            "detention", "house_arrest")  # fmt: skip
KINDS = ("forwarding", "conclusion", "information_request", "information", "told", "attendance",
         "open_vote", "open_vote", "close_vote", "resolution", "resolution_days",
         "measure_taken")  # fmt: skip


def begin(here: Here) -> Told:
    measures = [asked(one, here) for one in here.r.sample(MEASURES, here.one_of(1, 1, 2, 3))]
    if here.chance(0.03):
        measures = here.one_of([], [*measures, measures[0]])
    others = here.one_of("deputies", "other")
    return here.act(
        "submission", chamber=here.chamber, deputy=here.deputy(), document="№ 12-3",
        submitted_by="prosecutor_general" if here.chance(0.95) else others, measures=measures,
    )  # fmt: skip


def asked(measure: str, here: Here) -> Told:
    told: Told = {"measure": measure}
    if here.chance(0.12):
        told["taken_on"] = here.today - timedelta(here.one_of(0, 0, 1, 5))
        if here.chance(0.5):
            told["exception"] = here.one_of("scene_of_crime", "grave_crime")
    return told


def go_on(case: Immunity, here: Here) -> Told | None:
    if not case.forwarded:
        return act_of("forwarding", case, here)
    if case.concluded_on is None:
        return act_of("conclusion", case, here)
    if here.today not in case.told_of and not case.was_there:
        return act_of(here.one_of("told", "attendance"), case, here)
    for measure in list(case.asked):
        if case.rounds.deciding(case.subject(measure)) is None:
            return vote_on(case, here, measure)
        if measure not in case.resolved:
            return resolution(case, here, measure)
    return None


def vote_on(case: Immunity, here: Here, measure: str) -> Told | None:
    subject = case.subject(measure)
    for vote, held in case.rounds.held.items():
        if held.subject == subject and held.outcome is None:
            return here.closing(vote, held.sitting)
    sitting = here.sitting()
    if sitting is None:
        return None
    return here.opening(sitting, bool(case.rounds.of(subject)), measure=measure)


def resolution(case: Immunity, here: Here, measure: str) -> Told:
    adopted = case.rounds.adopted(case.subject(measure))
    decision = "consent" if adopted is here.chance(0.9) else "refuse"
    return here.act("resolution", measure=measure, decision=decision, text=TEXTS)


def stray(case: Immunity, here: Here) -> Told | None:
    return act_of(here.one_of(*KINDS), case, here)


def act_of(kind: str, case: Immunity, here: Here) -> Told | None:
    measure = here.one_of(*(case.asked or MEASURES), *here.r.sample(MEASURES, 1))
    if kind == "open_vote":
        return vote_on(case, here, measure)
    if kind == "resolution":
        return resolution(case, here, measure)
    if kind == "close_vote":
        if not case.rounds.held:
            return None
        vote = here.one_of(*case.rounds.held)
        return here.closing(vote, case.rounds.held[vote].sitting)
    if kind == "attendance":
        return attendance(here)
    return here.act(kind, **told_of(kind, measure, here))


def attendance(here: Here) -> Told | None:
    sitting = here.sitting()
    if sitting is None:
        return None
    wished = here.chance(0.8)
    admitted = here.chance(0.85) or not wished
    return here.act("attendance", sitting=sitting, wished=wished, admitted=admitted)


def told_of(kind: str, measure: str, here: Here) -> Told:
    match kind:
        case "conclusion":
            told: Told = {"favours": here.chance(0.5), "text": "Қорытынды"}
        case "information_request":
            told = {"to": "Тергеуші", "text": "Мәлімет"}
        case "information":
            told = {"request": here.r.randint(1, 2)}
        case "told":
            told = {"sitting_on": here.soon(2)}
        case "resolution_days":
            told = {"measure": measure, "signed_on": here.today}
        case "measure_taken":
            exception = here.one_of(None, "grave_crime", "especially_grave_crime")
            told = {"measure": measure, "exception": exception}
        case _:
            told = {}
    return told
