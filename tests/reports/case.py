"""A report told without a database: what the record would give is given here. Invented people."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from chamber.law.ruling import Ruling, Unlawful
from chamber.record.resolutions.facts import Numbered
from chamber.record.sittings.hall import Hall
from chamber.record.votes.counting import AtClosing
from chamber.record.votes.repeating import so_far
from chamber.record.votes.rounds import rounds_on
from chamber.record.votes.rules import AtOpening
from chamber.reports.acts import AnyAct, Initiative, OpenVote, Withdrawal
from chamber.reports.facts import Body, Facts, Given
from chamber.reports.rules import judge, step

ACT: TypeAdapter[AnyAct] = TypeAdapter(AnyAct)

FILED, DECIDED, DAY = date(2026, 3, 2), date(2026, 3, 11), date(2026, 3, 25)
PEOPLE = tuple(UUID(int=n) for n in range(1, 155))
MINISTER, STRANGER = UUID(int=500), UUID(int=501)
COMMISSION, FACTION, PLENARY = UUID(int=600), UUID(int=601), UUID(int=700)
TEXTS = {"kk": "Қаулы", "ru": "Постановление"}
LIMITS = {"rapporteur": 10, "report": 30, "questions": 40}
HANDS = {"for": 60, "against": 3}


def act(kind: str, on: date = DAY, **told: Any) -> AnyAct:
    return ACT.validate_python({"kind": kind, "on": on} | DEFAULTS.get(kind, {}) | told)


DEFAULTS: dict[str, dict[str, Any]] = {
    "initiative": {
        "chamber": "mazhilis", "member": MINISTER, "office": "Министр",
        "subject": "Бюджеттің атқарылуы", "signatures": PEOPLE[:33],
    },
    "withdrawal": {"deputy": PEOPLE[0]},
    "rapporteur": {"deputy": PEOPLE[1], "sitting": PLENARY, "tally": HANDS},
    "commission": {"body": COMMISSION, "sitting": PLENARY, "tally": HANDS},
    "open_vote": {"sitting": PLENARY, "method": "totals"},
    "resolution": {"text": TEXTS},
    "set_date": {"sitting": PLENARY, "tally": HANDS},
    "notification": {"in_writing": True, "states_decision": True, "document": "№ 7"},
    "receipt": {"notification": 1, "proof": "Қолы"},
    "access": {"granted": True, "documents": "Анықтама"},
    "opening_word": {"sitting": PLENARY},
    "attendance": {"sitting": PLENARY, "came": True},
    "reasons": {"sitting": PLENARY, "speaker": PEOPLE[1]},
    "report": {"sitting": PLENARY, "minutes": 30},
    "question": {"sitting": PLENARY, "deputy": PEOPLE[2]},
    "opinion": {"sitting": PLENARY, "deputy": PEOPLE[2]},
    "debate_closed": {"sitting": PLENARY},
    "question_received": {"sitting": PLENARY, "about": "take_note"},
    "adjourned": {"sitting": PLENARY, "reason": "Министр келмеді"},
    "appeal_sent": {"document": "№ 9"},
    "released": {"document": "Жарлық"},
}  # fmt: skip


class Case:
    """A report that is told act by act, as the four steps would do it."""

    facts: Facts | None = None

    def __init__(self, filed: date = FILED, seats: int = 98, **first: Any) -> None:
        self.people, self.rounds, self.numbers = PEOPLE[:seats], 0, 0
        self.hands = {"for": seats * 3 // 5, "against": 3}
        if first.pop("opened", True):
            self.take(act("initiative", filed, **first))

    @property
    def chamber(self) -> str:
        return self.facts.chamber if self.facts is not None else "mazhilis"

    def hall(self, on: date, registered: int | None = None, **more: Any) -> Hall:
        present = self.people[:registered]
        told: dict[str, Any] = {
            "sitting": PLENARY, "chamber": self.chamber, "kind": "plenary", "body": None,
            "planned_on": on, "opened_on": on, "closed_on": None, "present": present,
            "registered": len(present),
        }  # fmt: skip
        return Hall.model_validate(told | more)

    def given(self, asked: AnyAct, **more: Any) -> Given:
        own: tuple[UUID, ...] = ()
        if isinstance(asked, Initiative):
            own = tuple(one for one in asked.signatures if one in self.people)
        if isinstance(asked, Withdrawal) and self.facts is not None:
            left = (one for one in self.facts.signers(asked.on) if one != asked.deputy)
            own = tuple(one for one in left if one in self.people)
        seen = more.pop("hall", None) or self.hall(asked.on, more.pop("registered", None))
        electorate = more.pop("electorate", self.people)
        before = so_far(self.held(asked))
        opening = AtOpening(
            vote=UUID(int=900 + self.rounds), hall=seen, electorate=electorate,
            **before.model_dump(),
        )  # fmt: skip
        told = {
            "in_office": len(self.people), "own": own, "speaks": True, "hall": seen,
            "body": Body(chamber=self.chamber, kind="commission", members=PEOPLE[3:8]),
            "question": {"kk": "Сұрақ", "ru": "Вопрос"}, "opening": opening,
            "closing": AtClosing(hall=seen, electorate=electorate, ballots={}),
            "numbered": Numbered(
                resolution=UUID(int=800 + self.numbers), convocation=8, number=self.numbers + 1
            ),
        }  # fmt: skip
        return Given.model_validate(told | more)

    def held(self, asked: AnyAct) -> list[Any]:
        if self.facts is None or not isinstance(asked, OpenVote):
            return []
        return rounds_on(self.facts.rounds, self.facts.subject_of(asked.about))

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

    def voted(self, about: str, on: date, *, for_: int, against: int = 0, **more: Any) -> Ruling:
        """Opened and closed; `more` is for the opening."""
        self.take(act("open_vote", on, about=about, **more.pop("told", {})), **more)
        vote = self.known().rounds[-1].vote
        totals = {"for": for_, "against": against}
        return self.take(act("close_vote", on, vote=vote, totals=totals), "a reason")

    def decided(self, on: date = DECIDED, heard_on: date = DAY, **more: Any) -> "Case":
        """The Chamber has decided to hear the report."""
        self.voted("hear", on, for_=self.hands["for"])
        told = {"heard_on": heard_on, "limits": LIMITS} | more
        self.take(act("resolution", on, about="hear", **told), "a reason")
        return self

    def prepared(self, on: date = DECIDED, heard_on: date = DAY) -> "Case":
        """Decided, with a rapporteur, a commission, and a notice that was received."""
        self.decided(on, heard_on)
        self.take(act("rapporteur", on, tally=self.hands))
        self.take(act("commission", on, tally=self.hands))
        return self.notified(on + timedelta(days=1), heard_on)

    def notified(self, on: date, day: date) -> "Case":
        self.take(act("notification", on, day=day))
        number = len(self.known().notices)
        self.take(act("receipt", on, notification=number, received_on=on))
        return self

    def heard(self, on: date = DAY) -> "Case":
        """From the opening word to the report."""
        for kind in ("opening_word", "attendance", "reasons", "report"):
            self.take(act(kind, on))
        return self

    def debated(self, on: date = DAY) -> "Case":
        """Heard, both questions received, and the debate closed."""
        if not self.known().days:
            self.prepared(heard_on=on)
        self.heard(on)
        self.take(act("question_received", on, about="take_note"))
        self.take(act("question_received", on, about="appeal", laws=["№ 1 Заң"]))
        self.take(act("debate_closed", on))
        return self


def senate(filed: date = FILED, seats: int = 50) -> Case:
    return Case(filed, seats, chamber="senate", signatures=PEOPLE[:17])


def opens(about: str, on: date = DAY, **more: Any) -> AnyAct:
    return act("open_vote", on, about=about, **more)
