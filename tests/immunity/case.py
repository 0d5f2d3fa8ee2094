"""A matter told without a database: what the record would give is given here. Invented people."""

from copy import copy
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from chamber.immunity.acts import AnyAct, OpenVote
from chamber.immunity.facts import Facts, Given
from chamber.immunity.rules import happened, judge, step
from chamber.law.ruling import Breach, Finding, Ruling, Unlawful, Verdict
from chamber.record.resolutions.facts import Numbered
from chamber.record.sittings.hall import Hall
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.repeating import Before, so_far
from chamber.record.votes.rounds import rounds_on
from chamber.record.votes.rules import AtOpening

ACT: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)

RECEIVED, FORWARDED, CONCLUDED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)
DAY = date(2026, 3, 11)  # Of the sitting.
MEMBERS = {
    "mazhilis": tuple(UUID(int=n) for n in range(1, 99)),
    "senate": tuple(UUID(int=n) for n in range(201, 251)),
}
DEPUTY = {chamber: people[4] for chamber, people in MEMBERS.items()}
PLENARY = UUID(int=700)
TEXTS = {"kk": "Қаулы", "ru": "Постановление"}
DETENTION = {"measure": "detention"}


def hall(chamber: str = "mazhilis", on: date = DAY, **more: object) -> Hall:
    present = tuple(one for one in MEMBERS[chamber] if one != DEPUTY[chamber])
    told = {
        "sitting": PLENARY, "chamber": chamber, "kind": "plenary", "body": None,
        "planned_on": on, "opened_on": on, "closed_on": None, "present": present,
        "registered": len(present), "commission": present[10:13],
    }  # fmt: skip
    return Hall.model_validate(told | more)


def act(kind: str, on: date = DAY, **told: Any) -> AnyAct:
    return ACT.validate_python({"kind": kind, "on": on} | DEFAULTS.get(kind, {}) | told)


DEFAULTS: dict[str, dict[str, Any]] = {
    "submission": {
        "chamber": "mazhilis", "deputy": DEPUTY["mazhilis"], "document": "№ 7",
        "measures": [DETENTION],
    },
    "conclusion": {"favours": True, "text": "Қорытынды"},
    "information_request": {"to": "Тергеуші", "text": "Сұрақ"},
    "information": {"request": 1, "text": "Жауап"},
    "told": {"sitting_on": DAY},
    "attendance": {"sitting": PLENARY, "wished": True},
    "open_vote": DETENTION | {"sitting": PLENARY, "method": "totals"},
    "resolution": DETENTION | {"decision": "consent", "text": TEXTS},
    "resolution_days": DETENTION,
    "measure_taken": DETENTION,
}  # fmt: skip


class Case:
    """A matter that is told act by act, as the four steps would do it."""

    facts: Facts | None = None

    def __init__(self, chamber: str = "mazhilis", on: date = RECEIVED, **first: Any) -> None:
        self.chamber, self.votes, self.numbers = chamber, 0, 0
        self.electorate, self.hall = MEMBERS[chamber], hall(chamber)
        if first.pop("opened", True):
            whose = {"chamber": chamber, "deputy": DEPUTY[chamber]}
            self.take(act("submission", on, **whose | first))

    def given(self, asked: AnyAct, **more: Any) -> Given:
        seen = more.pop("hall", None) or self.hall
        opening = AtOpening(
            vote=UUID(int=900 + self.votes), hall=seen, electorate=self.electorate,
            **self.before(asked).model_dump(),
        )  # fmt: skip
        number = self.numbers + 1
        told = {
            "holds": True, "hall": seen, "question": {"kk": "Сұрақ", "ru": "Вопрос"},
            "opening": opening,
            "closing": AtClosing(hall=seen, electorate=self.electorate, ballots={}),
            "numbered": Numbered(resolution=UUID(int=800 + number), convocation=8, number=number),
        }  # fmt: skip
        return Given.model_validate(told | more)

    def before(self, asked: AnyAct) -> Before:
        if self.facts is None or not isinstance(asked, OpenVote):
            return Before()
        number = self.facts.number_of(asked.measure)
        return so_far(rounds_on(self.facts.rounds, number)) if number else Before()

    def judge(self, asked: AnyAct, **more: Any) -> Ruling:
        return judge(self.facts, asked, self.given(asked, **more))

    def take(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Done here and now: refused where the table says so."""
        ruling = self.judge(asked, **more)
        if not ruling.stands(despite):
            raise Unlawful(ruling)
        return self.enter(asked, ruling, **more)

    def tell(self, asked: AnyAct, despite: str | None = None, **more: Any) -> Ruling:
        """Has occurred: entered whatever the law says, and opens a step only if it stands."""
        ruling = self.judge(asked, **more)
        if self.facts is None or ruling.stands(despite):
            return self.enter(asked, ruling, **more)
        self.facts = happened(self.facts, asked)
        return ruling

    def enter(self, asked: AnyAct, ruling: Ruling, **more: Any) -> Ruling:
        self.facts = step(self.facts, asked, self.given(asked, **more), ruling)
        self.votes += asked.kind == "open_vote"
        self.numbers += asked.kind == "resolution"
        return ruling

    def known(self) -> Facts:
        assert self.facts is not None
        return self.facts

    def prepared(self, concluded: date = CONCLUDED, *, favours: bool = True) -> "Case":
        """Forwarded, concluded, and the deputy told of the day."""
        self.take(act("forwarding", min(FORWARDED, concluded)))
        self.take(act("conclusion", concluded, favours=favours))
        return self.told_of(DAY, concluded)

    def told_of(self, sitting_on: date, on: date = CONCLUDED) -> "Case":
        self.take(act("told", on, sitting_on=sitting_on))
        return self

    def counted(self, for_: int, against: int = 0, abstained: int = 0, **more: Any) -> Ruling:
        """The vote that was opened last is closed."""
        vote = self.known().rounds[-1]
        totals = {"for": for_, "against": against, "abstained": abstained}
        closing = act("close_vote", vote.opened_on, vote=vote.vote, totals=totals)
        return self.take(closing, **more)

    def voted(self, for_: int, against: int = 0, on: date = DAY, **more: Any) -> Ruling:
        self.take(act("open_vote", on, **more))
        return self.counted(for_, against)


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
    found = {one.rule: one for one in reversed(refused.value.ruling.findings)}
    assert rule in found, f"found {sorted(found)}"
    assert (found[rule].breach, found[rule].verdict) == (breach, verdict)

    opens = before is None  # Only an opening makes a proceeding whatever the law says of it.
    entered = copy(case)
    assert entered.tell(asked, **more).verdict is not Verdict.VALID
    kept = before if before is None else happened(before, asked)
    assert (entered.facts == kept) is not opens

    overridden = copy(case)
    if breach is Breach.VOID and verdict is Verdict.INVALID:
        with pytest.raises(Unlawful):
            overridden.take(asked, despite="a reason", **more)
    elif all(one.breach is not Breach.VOID for one in found.values()):
        overridden.take(asked, despite="a reason", **more)
        assert rule in borne(overridden)
    return found[rule]


def borne(case: Case) -> set[str]:
    """All defects that the matter and its measures bear."""
    facts = case.known()
    return {*facts.defects, *(rule for one in facts.measures for rule in one.defects)}
