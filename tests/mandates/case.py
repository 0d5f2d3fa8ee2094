"""A matter told without a database: what the record would give is given here. Invented people."""

from copy import copy
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from chamber.law.ruling import Breach, Finding, Ruling, Unlawful, Verdict
from chamber.mandates.acts import AnyAct, OpenVote
from chamber.mandates.facts import Facts, Given
from chamber.mandates.rules import judge, step, unopened
from chamber.record.people.acts import Basis
from chamber.record.people.facts import MandateHeld
from chamber.record.resolutions.facts import Numbered
from chamber.record.sittings.hall import Hall
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.rules import AtOpening

ACT: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)

DAY = date(2026, 3, 25)
ONE_DAY = timedelta(days=1)
BEGAN = {"mazhilis": date(2023, 3, 29), "senate": date(2023, 1, 25)}
BODY = {"mazhilis": tuple(UUID(int=n) for n in range(1, 99)),
        "senate": tuple(UUID(int=n) for n in range(201, 251))}  # fmt: skip
DEPUTY, PLENARY = UUID(int=5), UUID(int=700)
TEXTS = {"kk": "Қаулы", "ru": "Постановление"}


def mandate(chamber: str = "mazhilis", basis: str = "list", **more: object) -> MandateHeld:
    told = {"starts_on": BEGAN.get(chamber), "ends_on": None, "convocation": 8}
    return MandateHeld.model_validate(told | {"chamber": chamber, "basis": Basis(basis)} | more)


def act(kind: str, on: date = DAY, **told: Any) -> AnyAct:
    return ACT.validate_python({"kind": kind, "on": on} | DEFAULTS.get(kind, {}) | told)


DEFAULTS: dict[str, dict[str, Any]] = {
    "matter": {
        "chamber": "mazhilis", "deputy": DEPUTY, "ground": "resigned", "happened_on": DAY,
        "set_off_by": "deputy", "document": "№ 1",
    },
    "dissolution": {"chamber": "mazhilis", "of": "mazhilis", "document": "Жарлық"},
    "conclusion": {"favours": True, "document": "№ 2"},
    "open_vote": {"sitting": PLENARY, "method": "totals"},
    "resolution": {"decision": "end_powers", "text": TEXTS},
}  # fmt: skip


class Case:
    """A matter that is told act by act, as the four steps would do it."""

    facts: Facts | None = None

    def __init__(self, ground: str | None = "resigned", on: date = DAY, **first: Any) -> None:
        self.chamber = first.get("chamber", "mazhilis")
        basis = first.pop("basis", "list" if self.chamber == "mazhilis" else "elected")
        self.mandates: tuple[MandateHeld, ...] = (mandate(self.chamber, basis),)
        self.votes, self.on = 0, on
        despite = first.pop("despite", None)
        if ground is not None:
            told = {"happened_on": on} | first
            self.take(act("matter", on, ground=ground, **told), despite=despite)

    def hall(self, **more: object) -> Hall:
        there = BODY[self.chamber]
        told = {
            "sitting": PLENARY, "chamber": self.chamber, "kind": "plenary", "body": None,
            "planned_on": self.on, "opened_on": self.on, "closed_on": None,
            "present": there, "registered": len(there),
        }  # fmt: skip
        return Hall.model_validate(told | more)

    def given(self, asked: AnyAct, **more: Any) -> Given:
        hall = more.pop("hall", None) or self.hall()
        there = BODY[self.chamber]
        before = len(self.facts.rounds) if self.facts and isinstance(asked, OpenVote) else 0
        opening = AtOpening(
            vote=UUID(int=900 + self.votes), hall=hall, electorate=there, rounds_before=before
        )
        told = {
            "mandates": self.mandates, "in_office": there, "opening": opening,
            "question": {"kk": "Сұрақ", "ru": "Вопрос"},
            "closing": AtClosing(hall=hall, electorate=there, ballots={}),
            "numbered": Numbered(resolution=UUID(int=800), convocation=8, number=1),
        }  # fmt: skip
        return Given.model_validate(told | more)

    def judge(self, asked: AnyAct, **more: Any) -> Ruling:
        return judge(self.facts, asked, self.given(asked, **more))

    def take(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Done here and now: refused where the table says so."""
        ruling = self.judge(asked, **more)
        if not ruling.stands(despite):
            raise Unlawful(ruling)
        return self.told(asked, ruling, **more)

    def tell(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Has occurred: entered whatever the law says, and opens a step only if it stands."""
        ruling = self.judge(asked, **more)
        opens, stands = self.facts is None, ruling.stands(despite)
        if opens or stands:
            self.told(asked, ruling, **more)
        if not stands and opens:
            self.facts = unopened(self.known())
        return ruling

    def told(self, asked: AnyAct, ruling: Ruling, **more: Any) -> Ruling:
        self.facts = step(self.facts, asked, self.given(asked, **more), ruling)
        self.votes += asked.kind == "open_vote"
        return ruling

    def known(self) -> Facts:
        assert self.facts is not None
        return self.facts

    def concluded(self, **more: Any) -> "Case":
        self.take(act("conclusion", self.on, **more))
        return self

    def voted(self, *, for_: int, against: int = 0, **opening: Any) -> Ruling:
        self.take(act("open_vote", self.on, **opening))
        vote, totals = self.known().rounds[-1].vote, {"for": for_, "against": against}
        return self.take(act("close_vote", self.on, vote=vote, totals=totals))

    def voted_despite(self, *, for_: int) -> Ruling:
        """On what the Chamber does not vote."""
        self.take(act("open_vote", self.on), despite="Палата солай шешті")
        vote, totals = self.known().rounds[-1].vote, {"for": for_, "against": 0}
        return self.take(act("close_vote", self.on, vote=vote, totals=totals))

    def resolved(self, **more: Any) -> Ruling:
        return self.take(act("resolution", self.on, **more))


def breaks(
    case: Case,
    asked: AnyAct,
    rule: str,
    breach: Breach = Breach.DEFECT,
    verdict: Verdict = Verdict.INVALID,
    **more: Any,
) -> Finding:
    """The act offends the rule: it is refused here, and entered with its verdict if it occurred."""
    before = case.facts
    with pytest.raises(Unlawful) as refused:
        case.take(asked, **more)
    speak = refused.value.ruling.findings
    found = {one.rule: one for one in speak if one.verdict is not Verdict.VALID}
    assert rule in found, f"found {sorted(found)}"
    assert (found[rule].breach, found[rule].verdict) == (breach, verdict)

    opens = before is None  # Only an opening makes a proceeding whatever the law says of it.
    entered = copy(case)
    assert entered.tell(asked, **more).verdict is verdict
    assert (entered.facts == before) is not opens

    overridden = copy(case)
    if breach is Breach.VOID:
        with pytest.raises(Unlawful):
            overridden.take(asked, despite="a reason", **more)
    else:
        overridden.take(asked, despite="a reason", **more)
        assert rule in overridden.known().defects
    return found[rule]


def notes(ruling: Ruling) -> set[str]:
    """The rules of which the ruling speaks without anything against the act."""
    return {one.rule for one in ruling.findings if one.verdict is Verdict.VALID}
