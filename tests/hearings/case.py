"""A hearing told without a database: what the record would give is given here. Invented people."""

from copy import copy
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from chamber.hearings.acts import AnyAct
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules import judge, next_acts, step
from chamber.law.ruling import Breach, Finding, Ruling, Unlawful, Verdict
from chamber.law.terms import ASTANA
from chamber.law.text import Words

ACT: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)

PROPOSED, DECIDED, TOLD = date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 20)
HELD = date(2026, 4, 10)  # A Friday.
AT = datetime(2026, 4, 10, 10, tzinfo=ASTANA)
TOPIC = {"kk": "Су ресурстары", "ru": "Водные ресурсы"}
PLACE = Words(kk="Парламент үйі, 301-зал", ru="Дом Парламента, зал 301")
ELSEWHERE = Words(kk="Сенат үйі", ru="Дом Сената")
WHY_MOVED = Words(kk="зал бос емес", ru="зал занят")
WHY_CANCELLED = Words(kk="баяндамашының науқастануы", ru="болезнь докладчика")
GAZETTE = Words(kk="Парламент жаршысы", ru="Ведомости Парламента")
DEPUTIES = tuple(UUID(int=n) for n in range(1, 99))
SENATORS = tuple(UUID(int=n) for n in range(201, 251))
CHAIR, STRANGER = DEPUTIES[0], UUID(int=999)
COMMITTEE, SECOND, COMMISSION, BUREAU = (UUID(int=n) for n in range(601, 605))
BUREAU_SITTING, COMMITTEE_SITTING = UUID(int=701), UUID(int=702)
SECRET: dict[str, Any] = {
    "secret": "state_secret",
    "law": "«Мемлекеттік құпиялар туралы» Заң, 11-бап",
}


def hall(kind: str = "bureau", registered: int = 14, **more: object) -> dict[str, Any]:
    told = {
        "sitting": BUREAU_SITTING if kind == "bureau" else COMMITTEE_SITTING,
        "chamber": "mazhilis", "kind": kind, "body": BUREAU if kind == "bureau" else COMMITTEE,
        "planned_on": DECIDED, "opened_on": DECIDED, "closed_on": None,
        "present": (), "registered": registered,
    }  # fmt: skip
    return told | more


def body(uid: UUID = COMMITTEE, kind: str = "committee", **more: object) -> dict[str, Any]:
    told = {"body": uid, "chamber": "mazhilis", "kind": kind, "starts_on": date(2025, 9, 1)}
    return told | {"chairs": (CHAIR,)} | more


def plenary(chamber: str = "mazhilis", *, joint: bool = False) -> dict[str, Any]:
    return {"sitting": UUID(int=800), "chamber": chamber, "joint": joint}


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ASTANA)


def act(kind: str, on: date | None = None, **told: Any) -> AnyAct:
    usual = DAYS.get(kind, HELD) if on is None else on
    return ACT.validate_python({"kind": kind, "on": usual} | DEFAULTS.get(kind, {}) | told)


def notice(sent_at: datetime, **told: Any) -> AnyAct:
    return act("notice", sent_at.astimezone(ASTANA).date(), sent_at=sent_at, **told)


DAYS = {
    "proposal": PROPOSED, "decision": DECIDED, "form": DECIDED, "commission": DECIDED,
    "invitation": DECIDED, "notice": TOLD, "reschedule": TOLD, "cancel": TOLD, "material": TOLD,
}  # fmt: skip
DEFAULTS: dict[str, dict[str, Any]] = {
    "proposal": {"chamber": "mazhilis", "topic": TOPIC, "organisers": [COMMITTEE]},
    "decision": {
        "sitting": BUREAU_SITTING, "tally": {"for": 10, "against": 0}, "starts_at": AT,
        "place": PLACE,
    },
    "form": {"form": "open", "decided_by": "committee"},
    "commission": {"commission": COMMISSION, "resolution": "№ 12"},
    "invitation": {"decided_by": COMMITTEE, "guests": [{"name": "Сарапшы"}]},
    "notice": {
        "sent_at": at(TOLD), "channel": "«Хабар» агенттігі", "text": "Тыңдау өтеді",
        "topic": "Су ресурстары", "starts_at": AT, "place": PLACE.kk,
    },
    "reschedule": {"starts_at": AT + timedelta(7), "place": PLACE, "reason": WHY_MOVED},
    "cancel": {"reason": WHY_CANCELLED},
    "begin": {"chair": CHAIR},
    "register": {"deputies": DEPUTIES[:30]},
    "recommendations": {
        "text": {"kk": "Ұсынымдар", "ru": "Рекомендации"}, "tally": {"for": 16, "against": 14},
    },
    "minutes": {"text": "Хаттама"},
    "dispatch": {"to": "deputies", "addressee": "Барлық депутатқа"},
    "publication": {"what": "report", "where": GAZETTE},
    "material": {"title": "Баяндама"},
    "hand_over": {"to": "deputy", "name": "Депутат"},
}  # fmt: skip
CLOSED: dict[str, Any] = {
    "form": "closed", "decided_by": "bureau", "sitting": BUREAU_SITTING, "ground": SECRET,
    "tally": {"for": 10, "against": 0},
}  # fmt: skip


class Case:
    """A hearing that is told act by act, as the four steps would do it."""

    hearing: Hearing | None = None

    def __init__(self, **first: Any) -> None:
        if first.pop("opened", True):
            self.take(act("proposal", **first))

    def given(self, asked: AnyAct, **more: Any) -> Given:
        members = dict.fromkeys(DEPUTIES, "mazhilis") | dict.fromkeys(SENATORS, "senate")
        told = {
            "hall": hall(), "members": 14, "organisers": (body(),), "deputies": members,
            "commission": body(COMMISSION, "commission"), "in_office": 98,
        }  # fmt: skip
        return Given.model_validate(told | more)

    def judge(self, asked: AnyAct, **more: Any) -> Ruling:
        return judge(self.hearing, asked, self.given(asked, **more))

    def take(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Done here and now: refused where the table says so."""
        ruling = self.judge(asked, **more)
        if not ruling.stands(despite):
            raise Unlawful(ruling)
        return self.told(asked, ruling, **more)

    def tell(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Has occurred: entered whatever the law says, and opens a step only if it stands."""
        ruling = self.judge(asked, **more)
        stands = self.hearing is None or ruling.stands(despite)
        return self.told(asked, ruling, **more) if stands else ruling

    def told(self, asked: AnyAct, ruling: Ruling, **more: Any) -> Ruling:
        self.hearing = step(self.hearing, asked, self.given(asked, **more), ruling)
        return ruling

    def known(self) -> Hearing:
        assert self.hearing is not None
        return self.hearing

    def next(self) -> list[str]:
        return next_acts(self.known())

    def prepared(self, *without: str) -> "Case":
        """All that the law asks for before a hearing begins, or all but some of it."""
        for kind in ("decision", "form", "commission", "invitation", "notice"):
            if kind not in without:
                self.take(act(kind))
        return self

    def begun(self, **register: Any) -> "Case":
        self.prepared()
        self.take(act("begin"))
        self.take(act("register", **register))
        return self

    def held(self) -> "Case":
        self.begun()
        self.take(act("recommendations"))
        self.take(act("end"))
        return self


def shut() -> Case:
    """A closed hearing that is prepared."""
    case = Case(form="closed").prepared("form")
    case.take(act("form", **CLOSED))
    return case


def breaks(
    case: Case,
    asked: AnyAct,
    rule: str,
    breach: Breach = Breach.DEFECT,
    verdict: Verdict = Verdict.INVALID,
    **more: Any,
) -> Finding:
    """The act offends the rule: it is refused here, and entered with its verdict if it occurred."""
    before = case.hearing
    with pytest.raises(Unlawful) as refused:
        case.take(asked, **more)
    found = {one.rule: one for one in refused.value.ruling.findings}
    assert rule in found, f"found {sorted(found)}"
    assert (found[rule].breach, found[rule].verdict) == (breach, verdict)

    entered = copy(case)
    assert entered.tell(asked, **more).verdict is not Verdict.VALID
    # Only an opening makes a proceeding whatever the law says of it.
    assert (entered.hearing == before) is (before is not None)

    overridden = copy(case)
    if any(one.breach is Breach.VOID and one.verdict is Verdict.INVALID for one in found.values()):
        with pytest.raises(Unlawful):
            overridden.take(asked, despite="a reason", **more)
    else:
        overridden.take(asked, despite="a reason", **more)
        assert rule in overridden.known().defects
    return found[rule]


def keeps(case: Case, asked: AnyAct, rule: str, **more: Any) -> Ruling:
    """The act stands, and nothing speaks against it by this rule."""
    ruling = case.take(asked, **more)
    assert rule not in {one.rule for one in ruling.findings}
    assert rule not in case.known().defects
    return ruling
