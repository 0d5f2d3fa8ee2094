"""A clerk who leads reports of members of the Government: mostly rightly, and at random."""

from datetime import timedelta
from uuid import UUID

from tests.walk.here import TEXTS, Here, Told
from tests.walk.model_reports import Report
from tests.walk.model_reports_known import AGAIN, APPEAL, HEAR, SUBJECTS, TAKE_NOTE

ABOUT = {number: name for name, number in SUBJECTS.items()}
LIMITS = {"rapporteur": 10, "report": 30, "questions": 20}
SPOKEN = ("opening_word", "attendance", "reasons", "report", "question", "opinion", "debate_closed")
AT_SITTING = (*SPOKEN, "question_received", "adjourned", "rapporteur", "commission", "set_date")
OTHERS = ("withdrawal", "notification", "receipt", "access", "appeal_sent", "released", "refused",
          "resolution", "resolution_days")  # fmt: skip
VOTES = ("open_vote", "close_vote")


def begin(here: Here) -> Told:
    """Signatures near a third, now and then with a stranger's among them."""
    number = here.edges()[0] + here.one_of(-2, -1, 0, 0, 0, 1, 3)
    signed = here.deputies[:number]
    if here.chance(0.1):
        signed = [*signed, here.town.ministers[0]]
    return here.act(
        "initiative", chamber=here.chamber, member=here.one_of(*here.town.ministers),
        office="Министр", subject="Жолдар", own_activity=here.chance(0.95),
        prime_minister=here.chance(0.05), signatures=signed or here.deputies[:1],
    )  # fmt: skip


def go_on(case: Report, here: Here) -> Told | None:
    """The step that is due by the law."""
    if not case.rounds.adopted(HEAR):
        return vote_on(case, here, "hear")
    if HEAR not in case.resolved:
        return act_of("resolution", case, here, "hear")
    if case.day is not None and case.day < here.today and not case.at.reported:
        return act_of("adjourned", case, here)
    if case.day is None:
        return act_of("set_date", case, here)
    return prepare(case, here) or (hear(case, here) if case.day <= here.today else None)


def prepare(case: Report, here: Here) -> Told | None:
    if case.rapporteur is None:
        return act_of("rapporteur", case, here)
    if not case.commission:
        return act_of("commission", case, here)
    sent = case.notices[case.good_from :]
    if not any(one.good and one.day == case.day for one in sent):
        return act_of("notification", case, here)
    if not any(one.received_on for one in sent):
        return act_of("receipt", case, here)
    return None


def hear(case: Report, here: Here) -> Told | None:
    at, received = case.at, [name for name, _ in case.at.received]
    steps = (
        ("opening_word", at.opened), ("attendance", at.came), ("reasons", at.reasoned),
        ("report", at.reported), ("question", at.debated or here.chance(0.6)),
    )  # fmt: skip
    for kind, done in steps:
        if not done:
            return act_of(kind, case, here)
    for about in here.r.sample(["take_note", "appeal"], 2):
        if about not in received:
            return act_of("question_received", case, here, about)
    if not at.debated:
        return act_of("debate_closed", case, here)
    for about in dict.fromkeys(received if here.chance(0.8) else ["take_note", "appeal"]):
        if case.rounds.deciding(SUBJECTS[about]) is None:
            return vote_on(case, here, about)
    return follow_up(case, here)


def follow_up(case: Report, here: Here) -> Told | None:
    for subject in (TAKE_NOTE, APPEAL):
        if case.rounds.adopted(subject) and subject not in case.resolved:
            return act_of("resolution", case, here, ABOUT[subject])
    subject = AGAIN if case.refused_on is not None else APPEAL
    if subject == AGAIN and case.rounds.deciding(AGAIN) is None:
        return vote_on(case, here, "appeal")
    if subject in case.resolved and subject not in case.sent_appeals:
        return act_of("appeal_sent", case, here)
    if subject in case.sent_appeals:
        return act_of(here.one_of("refused", "released", "refused"), case, here)
    return None


def vote_on(case: Report, here: Here, about: str) -> Told | None:
    subject = AGAIN if about == "appeal" and case.refused_on is not None else SUBJECTS[about]
    for vote, held in case.rounds.held.items():
        if held.subject == subject and held.outcome is None:
            return here.closing(vote, held.sitting)
    sitting = here.sitting()
    if sitting is None:
        return None
    return here.opening(sitting, bool(case.rounds.of(subject)), about=about)


def stray(case: Report, here: Here) -> Told | None:
    kind = here.one_of(*AT_SITTING, *OTHERS, *VOTES, *VOTES)
    about = here.one_of("hear", "take_note", "appeal")
    if kind == "open_vote":
        return vote_on(case, here, about)
    if kind == "close_vote":
        return close_any(case, here)
    return act_of(kind, case, here, about)


def close_any(case: Report, here: Here) -> Told | None:
    if not case.rounds.held:
        return None
    vote = here.one_of(*case.rounds.held)
    return here.closing(vote, case.rounds.held[vote].sitting)


def act_of(kind: str, case: Report, here: Here, about: str = "hear") -> Told | None:
    """One act of this kind, with what it needs, now and then a little wrong."""
    if kind in AT_SITTING:
        sitting = here.sitting()
        return None if sitting is None else at_sitting(kind, case, here, sitting, about)
    return here.act(kind, **told_of(kind, case, here, about))


def at_sitting(kind: str, case: Report, here: Here, sitting: UUID, about: str) -> Told:
    told: Told = {"sitting": sitting}
    match kind:
        case "attendance":
            told |= {"came": here.chance(0.85)}
        case "reasons":
            told |= {"speaker": case.rapporteur if case.rapporteur and here.chance(0.9)
                     else here.deputy()}  # fmt: skip
        case "report":
            told |= {"minutes": here.one_of(20, 29, 30, 30, 31)}
        case "question" | "opinion":
            faction = here.town.factions[here.chamber] if here.chance(0.3) else None
            told |= {"deputy": here.deputies[2], "for_faction": faction,
                     "admitted": here.chance(0.9)}  # fmt: skip
        case "question_received":
            about = about if about != "hear" else "appeal"
            laws = ("Заң туралы",) if about == "appeal" and here.chance(0.85) else ()
            told |= {"about": about, "laws": laws, "deputy": here.deputies[3]}
        case "adjourned":
            told |= {"reason": "келмеді"}
        case "rapporteur":
            signer = here.one_of(*list(case.signed)[:6], here.deputies[-1])
            told |= {"deputy": signer, "tally": here.hands(sitting)}
        case "commission":
            bodies = here.town.commissions[here.chamber]
            told |= {"body": here.one_of(bodies[0], bodies[0], *bodies),
                     "tally": here.hands(sitting)}  # fmt: skip
        case "set_date":
            told |= {"heard_on": here.soon(), "tally": here.hands(sitting)}
    return here.act(kind, **told)


def told_of(kind: str, case: Report, here: Here, about: str) -> Told:
    match kind:
        case "withdrawal":
            told: Told = {"deputy": here.one_of(*case.signed, here.deputies[-1])}
        case "notification":
            day = case.day if here.chance(0.85) else here.one_of(None, here.soon())
            told = {"day": day} | {
                name: here.chance(0.9) for name in ("in_writing", "states_decision")
            }
        case "receipt":
            number = len(case.notices) if here.chance(0.9) else here.r.randint(1, 4)
            received_on = here.today - timedelta(here.one_of(0, 0, 0, 0, 1))
            told = {"notification": max(1, number), "received_on": received_on, "proof": "қолхат"}
        case "access":
            told = {"granted": here.chance(0.8), "documents": "№ 1"}
        case "appeal_sent" | "released" | "refused":
            told = {"document": "№ 7"}
        case "resolution":
            told = {"about": about, "text": TEXTS} | (when(here) if about == "hear" else {})
        case _:
            told = {"about": about, "signed_on": here.today}
    return told


def when(here: Here) -> Told:
    limits: Told | None = dict(LIMITS)
    if limits and here.chance(0.1):
        limits["report"] = here.one_of(31, None, 45)
    return {
        "heard_on": here.soon(2) if here.chance(0.95) else None,
        "limits": limits if here.chance(0.95) else None,
    }
