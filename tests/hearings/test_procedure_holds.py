"""Whatever is tried, in whatever order: the rules refuse and accept what the law does."""

from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chamber.hearings.acts import AnyAct
from chamber.law.ruling import Impossible, Ruling, Unlawful, Verdict
from chamber.law.text import Words
from tests.hearings.case import DEPUTIES, STRANGER, Case, act, at, hall, plenary
from tests.hearings.told_again import Model, Offences, Told, majority

START = date(2026, 3, 2)
# One differs from another in either language, or in both.
WHERE = tuple(
    Words(kk=kk, ru=ru) for kk in ("301-зал", "Сенат үйі") for ru in ("зал 301", "Дом Сената")
)
# What may stand in a notice, and which of those it names; the first names none.
TOLD_PLACES: dict[str | None, frozenset[str]] = {
    None: frozenset(),
    "Зал": frozenset(),
    "Астана, СЕНАТ  ҮЙІ": frozenset({"Сенат үйі"}),
    "Дом Сената, зал 301": frozenset({"Дом Сената", "зал 301"}),
    "301-зал": frozenset({"301-зал"}),
    "зал 3012": frozenset(),
}
# Days from the last step of the hearing, mostly forwards; and from there to the day that is set.
ON, AHEAD = st.integers(-1, 5), st.integers(0, 14) | st.sampled_from([7, 8])
PLACES, DESPITE = st.sampled_from(WHERE), st.sampled_from([None, None, "a reason"])
# Votes for, of those of the Bureau who are present.
HANDS = st.tuples(st.integers(4, 11), st.sampled_from([9, 10, 14]))
PEOPLE = st.sets(st.integers(0, 7), min_size=1)
SITTINGS = st.dictionaries(
    st.integers(0, 36), st.sampled_from(["own", "other", "joint"]), max_size=8
)
BARS = {"own": plenary(), "other": plenary("senate"), "joint": plenary("senate", joint=True)}
ADDRESSEES = st.sampled_from(["deputies", "state_bodies", "associations"])


def day(number: int) -> date:
    return START + timedelta(number)


class Procedure(RuleBasedStateMachine):
    """The law's order against a clerk who presses every button, with and without an excuse."""

    @initialize(sittings=SITTINGS)
    def propose(self, sittings: dict[int, str]) -> None:
        self.sittings, self.case, self.model = sittings, Case(opened=False), Model()
        self.case.take(act("proposal", START))

    def attempt(
        self, asked: AnyAct, expected: Offences, despite: str | None = None, **given: Any
    ) -> Ruling | None:
        """The ruling, where the act was done: which it must be as the model expects."""
        try:
            ruling = self.case.take(asked, despite, **given)
        except (Unlawful, Impossible):
            assert expected is None or (expected and despite is None), f"{asked} was refused"
            return None
        assert expected is not None, f"{asked} is none"
        assert not expected or despite is not None, f"{asked} offends {expected}"
        self.model.defects |= expected
        return ruling

    def calendar(self, number: int) -> dict[str, Any]:
        there = self.sittings.get(number)
        return {"plenaries": (BARS[there],) if there else ()}

    @rule(on=ON, ahead=AHEAD, place=PLACES, hands=HANDS, despite=DESPITE)
    def decide(
        self, on: int, ahead: int, place: Words, hands: tuple[int, int], despite: str | None
    ) -> None:
        votes, present = hands
        on += self.model.last
        when = on + ahead
        asked = act(
            "decision", day(on), starts_at=at(day(when)), place=place,
            tally={"for": votes, "against": 0},
        )  # fmt: skip
        expected = self.model.decide(on, when, place, hands, when in self.sittings)
        seen = hall(registered=present, opened_on=day(on))
        if self.attempt(asked, expected, despite, hall=seen, **self.calendar(when)):
            self.model.last = max(self.model.last, on)
            if majority(votes, present):
                self.model.day, self.model.place = when, place

    @rule(on=ON, ahead=AHEAD, place=PLACES, despite=DESPITE)
    def move(self, on: int, ahead: int, place: Words, despite: str | None) -> None:
        model = self.model
        on += model.last
        # Often it is only the place that changes.
        when = model.day if ahead % 3 == 0 and model.day is not None else on + ahead
        asked = act("reschedule", day(on), starts_at=at(day(when)), place=place)
        expected = model.move(on, when, place, when in self.sittings)
        kept = model.defects - {"A57-5.08", "A57-5.11"}
        if self.attempt(asked, expected, despite, **self.calendar(when)):
            model.defects = kept | (expected or set())
            model.last, model.day, model.place = on, when, place
            model.here, model.came, model.started = None, set(), set()

    @rule(on=ON, kind=st.sampled_from(["form", "commission", "invitation"]))
    def prepare(self, on: int, kind: str) -> None:
        on += self.model.last
        open_ = self.model.state == "draft" and on >= 0
        if self.attempt(act(kind, day(on)), set() if open_ else None):
            if kind == "invitation":
                self.model.invited.append(on)
            else:
                setattr(self.model, kind, on)

    @rule(sent=ON, ahead=AHEAD, place=st.sampled_from(list(TOLD_PLACES)))
    def tell(self, sent: int, ahead: int, place: str | None) -> None:
        """What was sent is entered; half of the time it tells of the day that is planned."""
        sent += self.model.last
        known = self.model.day
        told = known if known is not None and ahead % 2 else sent + ahead
        asked = act(
            "notice", day(sent), sent_at=at(day(sent)), starts_at=at(day(told)),
            place=place,
        )  # fmt: skip
        if self.attempt(asked, set() if self.model.state != "done" else None):
            self.model.notices.append(Told(sent, told, TOLD_PLACES[place]))

    @rule(on=ON, planned=st.booleans(), chairs=st.booleans(), despite=DESPITE)
    def begin(self, on: int, planned: bool, chairs: bool, despite: str | None) -> None:
        on = self.model.day if planned and self.model.day is not None else self.model.last + on
        asked = act("begin", day(on), **({} if chairs else {"chair": STRANGER}))
        expected = self.model.begin(on, chairs, on in self.sittings)
        if self.attempt(asked, expected, despite, **self.calendar(on)):
            self.model.state, self.model.last = "begun", on

    @rule(on=ON, planned=st.booleans(), who=PEOPLE)
    def register(self, on: int, planned: bool, who: set[int]) -> None:
        model = self.model
        on = model.day if planned and model.day is not None else model.last + on
        named = [DEPUTIES[one] for one in sorted(who)]
        if self.attempt(act("register", day(on), deputies=named), model.register(on)):
            if model.here is None or model.state == "draft":
                model.started, model.came = set(who), set()
            model.came, model.here = model.came | who, set(who)

    @rule(who=PEOPLE, kind=st.sampled_from(["arrive", "leave"]))
    def come_or_go(self, who: set[int], kind: str) -> None:
        model, on = self.model, self.model.last
        there, coming = model.here or set(), kind == "arrive"
        if 1 in who:  # Those who can; else whoever is named.
            who = (who - there if coming else who & there) or who
        fits = not who & there if coming else who <= there
        asked = act(kind, day(on), deputies=[DEPUTIES[one] for one in sorted(who)])
        if self.attempt(asked, set() if model.present(on) and fits else None):
            model.here = there | who if coming else there - who
            model.came |= who

    @rule(votes=st.integers(0, 8), guests=st.integers(0, 40))
    def recommend(self, votes: int, guests: int) -> None:
        model, on = self.model, self.model.last
        wholes = model.readings()
        fits = model.present(on) and votes <= wholes[2]
        asked = act(
            "recommendations", day(on), tally={"for": votes, "against": 0},
            others={"for": guests, "against": 0},
        )  # fmt: skip
        ruling = self.attempt(asked, set() if fits else None)
        if ruling is not None:
            answers = [majority(votes, whole) for whole in wholes]
            assert ruling.adopted is answers[0]
            differ = len(set(answers)) > 1
            assert ruling.verdict is (Verdict.DISPUTED if differ else Verdict.VALID)
            model.adopted |= answers[0]

    @rule(kind=st.sampled_from(["end", "end", "end", "cancel"]), later=st.integers(0, 9))
    def close(self, kind: str, later: int) -> None:
        """Called off now and then, and mostly tried too soon."""
        model, on = self.model, self.model.last
        if kind == "cancel" and later < 7:
            return
        ready = model.state == ("begun" if kind == "end" else "draft")
        if self.attempt(act(kind, day(on)), set() if ready else None):
            model.state, model.last = ("ended" if kind == "end" else "cancelled"), on

    @rule(to=ADDRESSEES, despite=DESPITE)
    def convey(self, to: str, despite: str | None) -> None:
        on = self.model.last
        if self.attempt(act("dispatch", day(on), to=to), self.model.dispatch(on), despite):
            self.model.reached.add(to)

    @rule(ahead=st.integers(8, 14), who=PEOPLE, place=PLACES)
    def go_on(self, ahead: int, who: set[int], place: Words) -> None:
        """The step that is due, so that the whole way is often gone."""
        model = self.model
        if model.state == "begun" and model.here is None:
            self.register(on=0, planned=False, who=who)
        elif model.state == "ended" and not model.minutes:
            self.keep_minutes()
        elif model.state == "ended":
            self.complete(despite=None)
        elif model.state == "begun":
            self.recommend(votes=len(model.here or ()), guests=40)
        elif model.day is None:
            self.decide(on=0, ahead=ahead, place=place, hands=(9, 10), despite=None)
        elif model.form is None or model.commission is None or not model.invited:
            for kind in ("form", "commission", "invitation"):
                self.prepare(on=0, kind=kind)
        elif not model.ready():
            fits = {model.place.kk, model.place.ru} if model.place is not None else set()
            told = next(one for one, named in TOLD_PLACES.items() if named & fits)
            self.tell(sent=0, ahead=1, place=told)
        else:
            self.begin(on=0, planned=True, chairs=True, despite=None)

    @rule()
    def keep_minutes(self) -> None:
        on = self.model.last
        if self.attempt(act("minutes", day(on)), self.model.keep_minutes(on)):
            self.model.minutes = True

    @rule(despite=DESPITE)
    def complete(self, despite: str | None) -> None:
        on = self.model.last
        if self.attempt(act("complete", day(on)), self.model.complete(on), despite):
            self.model.state = "done"

    @invariant()
    def what_was_accepted_is_borne_and_nothing_else(self) -> None:
        if hasattr(self, "model"):
            known = self.case.known()
            assert set(known.defects) == self.model.defects
            assert known.starts_at == (None if self.model.day is None else at(day(self.model.day)))
            assert (known.begun_on is not None) == (self.model.state in ("begun", "ended", "done"))


Procedure.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestProcedure = Procedure.TestCase
