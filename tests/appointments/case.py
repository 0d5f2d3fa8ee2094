"""A case told without a database: what the record would give is given here. Invented people."""

from copy import copy
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from chamber.appointments.acts import AnyAct, OpenVote
from chamber.appointments.facts import Committee, Facts, Given, Held
from chamber.appointments.rules import judge, step
from chamber.law.ruling import Breach, Finding, Ruling, Unlawful, Verdict
from chamber.record.resolutions.facts import Numbered
from chamber.record.sittings.hall import Hall
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.repeating import Before, so_far
from chamber.record.votes.rules import AtOpening

ACT: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)

DAY = date(2026, 3, 25)
DEPUTIES = tuple(UUID(int=n) for n in range(1, 99))
SENATORS = tuple(UUID(int=n) for n in range(201, 251))
CHAIR, DEPUTY = DEPUTIES[0], DEPUTIES[1]
A, B, C, D = (UUID(int=n) for n in range(501, 505))  # Candidates.
COMMITTEE, PLENARY, COMMITTEE_SITTING = UUID(int=600), UUID(int=700), UUID(int=701)
TEXTS = {"kk": "Қаулы", "ru": "Постановление"}
JUDGES = {"chamber": "mazhilis", "body": "constitutional_court"}


def hall(kind: str = "plenary", registered: int = 98, **more: object) -> Hall:
    told = {
        "sitting": COMMITTEE_SITTING if kind == "committee" else PLENARY,
        "chamber": "mazhilis", "kind": kind, "body": COMMITTEE if kind == "committee" else None,
        "planned_on": DAY, "opened_on": DAY, "closed_on": None,
        "present": DEPUTIES[:registered], "registered": registered,
        "commission": DEPUTIES[10:13],
    }  # fmt: skip
    return Hall.model_validate(told | more)


def held(person: UUID, start: date, over: date, chamber: str = "mazhilis") -> Held:
    return Held(person=person, chamber=chamber, starts_on=start, over_on=over)


def act(kind: str, on: date = DAY, **told: Any) -> AnyAct:
    return ACT.validate_python({"kind": kind, "on": on} | DEFAULTS.get(kind, {}) | told)


DEFAULTS: dict[str, dict[str, Any]] = {
    "submission": JUDGES | {
        "candidates": [{"person": A}, {"person": B}, {"person": C}],
        "submitted_by": CHAIR, "document": "№ 1", "committee": COMMITTEE,
    },
    "conclusion": {
        "candidates": [1], "sitting": COMMITTEE_SITTING, "recommends": True,
        "tally": {"for": 9, "against": 0}, "text": "Ұсынылды",
    },
    "announcement": {"candidate": 1, "sitting": PLENARY},
    "question": {"candidate": 1, "sitting": PLENARY, "deputy": DEPUTY},
    "opinion": {"candidate": 1, "sitting": PLENARY, "deputy": DEPUTY, "stance": "for"},
    "debate_demand": {"candidate": 1, "sitting": PLENARY, "deputy": DEPUTY},
    "debate": {"candidate": 1, "sitting": PLENARY},
    "ballot_order": {"sitting": PLENARY, "form": "secret", "tally": {"for": 60, "against": 3}},
    "open_vote": {"candidates": [1], "sitting": PLENARY, "method": "totals"},
    "resolution": {"candidates": [1], "decision": "appoint", "text": TEXTS},
    "resolution_days": {"candidate": 1},
    "new_submission": {"submitted_by": CHAIR, "document": "№ 2"},
    "left_office": {"candidate": 1, "ground": "өз еркімен"},
}  # fmt: skip


class Case:
    """An appointment that is told act by act, as the four steps would do it."""

    facts: Facts | None = None

    def __init__(self, **first: Any) -> None:
        self.hall, self.rounds, self.numbers = hall(), 0, 0
        self.held: tuple[Held, ...] = ()
        if first.pop("opened", True):
            self.take(act("submission", **first))

    def given(self, asked: AnyAct, **more: Any) -> Given:
        seen = more.pop("hall", None)
        if seen is None:
            seen = hall("committee", 9) if asked.kind == "conclusion" else self.hall
        electorate = SENATORS if seen.chamber == "senate" else DEPUTIES
        opening = AtOpening(
            vote=UUID(int=900 + self.rounds), hall=seen, electorate=electorate,
            **self.rounds_before(asked).model_dump(),
        )  # fmt: skip
        told = {
            "chairs": (CHAIR,), "in_office": len(electorate), "speaks": True, "hall": seen,
            "committee": Committee(chamber="mazhilis", kind="committee", members=11),
            "question": {"kk": "Сұрақ", "ru": "Вопрос"}, "opening": opening,
            "closing": AtClosing(hall=seen, electorate=electorate, ballots={}),
            "held": self.held,
            "numbered": Numbered(
                resolution=UUID(int=800 + self.numbers), convocation=8, number=self.numbers + 1
            ),
        }  # fmt: skip
        return Given.model_validate(told | more)

    def rounds_before(self, asked: AnyAct) -> Before:
        if self.facts is None or not isinstance(asked, OpenVote):
            return Before()
        return so_far(self.facts.rounds_on(asked.candidates[0]))

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
        stands = self.facts is None or ruling.stands(despite)
        return self.told(asked, ruling, **more) if stands else ruling

    def told(self, asked: AnyAct, ruling: Ruling, **more: Any) -> Ruling:
        self.facts = step(self.facts, asked, self.given(asked, **more), ruling)
        self.rounds += asked.kind == "open_vote"
        self.numbers += asked.kind == "resolution"
        return ruling

    def known(self) -> Facts:
        assert self.facts is not None
        return self.facts

    def announced(self, *numbers: int) -> "Case":
        for number in numbers or (1,):
            self.take(act("conclusion", candidates=[number]))
            self.take(act("announcement", candidate=number))
        return self

    def voted(self, number: int = 1, on: date = DAY, *, for_: int, against: int = 0) -> Ruling:
        self.take(act("open_vote", on, candidates=[number]))
        vote = self.known().rounds[-1].vote
        totals = {"for": for_, "against": against}
        return self.take(act("close_vote", on, vote=vote, totals=totals))

    def resolved(self, number: int = 1, decision: str = "appoint", **more: Any) -> Ruling:
        return self.take(act("resolution", candidates=[number], decision=decision, **more))


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
    found = {one.rule: one for one in refused.value.ruling.findings}
    assert rule in found, f"found {sorted(found)}"
    assert (found[rule].breach, found[rule].verdict) == (breach, verdict)

    opens = before is None  # Only an opening makes a proceeding whatever the law says of it.
    entered = copy(case)
    assert entered.tell(asked, **more).verdict is not Verdict.VALID
    assert (entered.facts == before) is not opens

    overridden = copy(case)
    if breach is Breach.VOID and verdict is Verdict.INVALID:
        with pytest.raises(Unlawful):
            overridden.take(asked, despite="a reason", **more)
    elif all(one.breach is not Breach.VOID for one in found.values()):
        overridden.take(asked, despite="a reason", **more)
        assert any(rule in one.defects for one in overridden.known().candidates)
    return found[rule]
