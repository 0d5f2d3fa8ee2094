"""Questions about time in plain words, and their answers as other programs read them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from chamber.law.asking import BadQuestion, chamber, day, only, required, whole
from chamber.law.calendar import Calendar, CalendarEnds
from chamber.law.clocks import NOTICE, REPORT, SUBMISSION, clock, kind_of
from chamber.law.limits import Limit, Moment, NoHour, NoTerm, day_of
from chamber.law.rule import Wording
from chamber.law.rulebook import LAW
from chamber.law.seats import Chamber, NoEdition
from chamber.law.terms import ASTANA, Convention, Roll, Term, Trace, Unit, astana
from chamber.law.timing import Timing, check_act_on, no_law

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)  # Beyond these a day is a slip of the pen.
INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"
)

Word = TypeVar("Word", bound=StrEnum)
Json = dict[str, Any]


def ask_term(raw: Mapping[str, str]) -> Json:
    """Arguments: rule, from or event, conclusion, act_on, chamber."""
    asked = only(raw, ("rule", "from", "event", "conclusion", "act_on", "chamber"))
    house = chamber({"chamber": Chamber.MAZHILIS, **asked})
    rule = rule_with_a_term(required(asked, "rule"), house)
    field = start_field(asked, rule)
    start, act_on = moment(asked, field), given(asked, "act_on")
    conclusion = given(asked, "conclusion")
    if conclusion is not None and rule != SUBMISSION:
        raise BadQuestion("conclusion", f"is not an argument of {rule}")
    if conclusion is not None and day_of(conclusion) < day_of(start):
        raise BadQuestion("conclusion", f"{day_of(conclusion)} is before the submission arrived")
    timing = timed(house, rule, (field, start), conclusion and day_of(conclusion), act_on)
    return answer(timing, kind_of(rule))


def timed(
    house: Chamber,
    rule: str,
    start: tuple[str, Moment],
    conclusion_on: date | None,
    act_on: Moment | None,
) -> Timing:
    calendar, (field, begins) = Calendar.latest(), start
    try:
        law = LAW.on(house, day_of(begins))
        running = clock(law, rule, begins, calendar, conclusion_on)
    except NoEdition as problem:
        return no_law(rule, wordings(rule, house)[-1], problem.day, calendar.version)
    except (NoHour, CalendarEnds) as problem:
        raise BadQuestion(field, str(problem)) from None
    except NoTerm as problem:
        raise BadQuestion("rule", str(problem)) from None
    try:
        return check_act_on(running, act_on)
    except NoHour as problem:
        raise BadQuestion("act_on", str(problem)) from None


def answer(timing: Timing, kind: Limit) -> Json:
    """Without the limits that this clock does not have. The verdict is there even when null."""
    told = timing.model_dump(mode="json")
    limits = [limit for limit in Limit if told[limit] is not None] or [kind]
    optional = {"note", "reason", *Limit} - {*limits}
    told["readings"] = [
        {name: value for name, value in reading.items() if value is not None}
        for reading in told["readings"]
    ]
    return {
        name: value for name, value in told.items() if name not in optional or value is not None
    }


def rule_with_a_term(rule: str, house: Chamber) -> str:
    if rule not in LAW.rules:
        raise BadQuestion("rule", f"{rule!a} is unknown")
    if not LAW.rules[rule].concerns(house):
        raise BadQuestion("rule", f"{rule} is not a rule of the {house.capitalize()}")
    if not any(wording.term for wording in wordings(rule, house)):
        raise BadQuestion("rule", f"{rule} sets no time")
    return rule


def wordings(rule: str, house: Chamber) -> list[Wording]:
    """Every wording of the rule, from the first to the last."""
    dated = sorted(LAW.rules[rule].all_for(house).items())
    return [wording for _, wording in dated if wording != "repealed"]


def start_field(asked: Mapping[str, str], rule: str) -> str:
    if "from" in asked and "event" in asked:
        raise BadQuestion("event", "is given beside 'from': a term has one start")
    if "from" not in asked and "event" not in asked:
        raise BadQuestion("event" if rule in (NOTICE, REPORT) else "from", "is missing")
    return "event" if "event" in asked else "from"


def ask_days(raw: Mapping[str, str]) -> Json:
    """Arguments: start, unit, amount, convention, roll."""
    asked = only(raw, ("start", "unit", "amount", "convention", "roll"))
    start = moment(asked, "start")
    term = Term(amount(asked), word(asked, "unit", Unit))
    if term.unit is Unit.MINUTE:  # Only a rule speaks of minutes; nobody counts a term in them.
        raise BadQuestion("unit", "'minute' is not a unit of terms")
    convention = word(asked, "convention", Convention)
    roll = word({"roll": Roll.NONE, **asked}, "roll", Roll)
    calendar = Calendar.latest()
    try:
        if term.in_time_of_day:
            return days_told(hours(term, start, roll), calendar)
        within_reach(term.after(day_of(start), convention, calendar))
        return days_told(term.trace(day_of(start), convention, calendar, roll), calendar)
    except OverflowError:
        raise BadQuestion("amount", f"leads beyond {LAST}") from None
    except CalendarEnds as problem:
        raise BadQuestion("start", str(problem)) from None


def hours(term: Term, start: Moment, roll: Roll) -> Trace:
    if not isinstance(start, datetime):
        raise BadQuestion("start", f"has no hour: write {start}T10:00")
    if roll is not Roll.NONE:
        raise BadQuestion("roll", "hours run round the clock: they do not roll")
    due = term.after_instant(start)
    within_reach(due.date())
    return Trace(due, (), ())


def within_reach(due: date) -> None:
    if due > LAST:
        raise OverflowError(f"{due} is beyond {LAST}")


def days_told(trace: Trace, calendar: Calendar) -> Json:
    return {
        "due": trace.due.isoformat(),
        "counted": [counted.isoformat() for counted in trace.counted],
        "skipped": [
            {"date": skipped.day.isoformat(), "reason": skipped.reason.en}
            for skipped in trace.skipped
        ],
        "calendar": calendar.version,
    }


def amount(asked: Mapping[str, str]) -> int:
    required(asked, "amount")
    number = whole(asked, "amount")
    if not number:
        raise BadQuestion("amount", "is below 1")
    return number


def word(asked: Mapping[str, str], field: str, words: type[Word]) -> Word:
    said = required(asked, field)
    if said not in list(words):
        raise BadQuestion(field, f"{said!a} is not one of {', '.join(words)}")
    return words(said)


def given(asked: Mapping[str, str], field: str) -> Moment | None:
    return moment(asked, field) if field in asked else None


def moment(asked: Mapping[str, str], field: str) -> Moment:
    """A day, or an instant. A time without a zone is Astana time."""
    words = required(asked, field)
    written = INSTANT.fullmatch(words)
    if written is None:
        return within(field, day(asked, field))
    within(field, day({field: written[1]}, field))
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        raise BadQuestion(field, f"{words!a} is not a time of day") from None
    instant = astana(instant if instant.tzinfo else instant.replace(tzinfo=ASTANA))
    within(field, instant.date())
    return instant


def within(field: str, on: date) -> date:
    if not FIRST <= on <= LAST:
        raise BadQuestion(field, f"{on} is not between {FIRST} and {LAST}")
    return on
