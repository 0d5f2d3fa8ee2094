"""What cannot be true of a hearing, whatever the law: strangers in it, days that run backwards."""

from collections.abc import Collection, Iterable
from uuid import UUID

from chamber.hearings.acts import (
    Arrive,
    Begin,
    Cancel,
    Complete,
    Decision,
    Dispatch,
    End,
    FormDecided,
    HearingAct,
    KeepMinutes,
    Leave,
    Notice,
    Publish,
    Recommend,
    Register,
    Reschedule,
)
from chamber.hearings.facts import Attendance, Given, Hearing
from chamber.hearings.rules.order import milestone
from chamber.hearings.words import Form
from chamber.law.ruling import Impossible
from chamber.law.terms import local_day

Dated = (
    Decision | Reschedule | Cancel | Begin | Register | Arrive | Leave | Recommend | End
    | KeepMinutes | Dispatch | Publish | Complete
)  # fmt: skip


def check(hearing: Hearing, act: HearingAct, given: Given) -> None:
    """Raises Impossible, and names the field."""
    check_day(hearing, act)
    match act:
        case Decision() | FormDecided():
            check_form(hearing, act.form)
            if isinstance(act, Decision):
                check_to_come(act)
        case Reschedule():
            check_to_come(act)
            if (act.starts_at, act.place) == (hearing.starts_at, hearing.place):
                raise Impossible("starts_at", "the hearing is at that time and place already")
        case Register():
            check_people(hearing, act, given)
            check_count(hearing, act, given)
        case Arrive():
            check_people(hearing, act, given)
            check_not_here(hearing, act)
        case Leave():
            check_here(hearing, act)


def check_day(hearing: Hearing, act: HearingAct) -> None:
    """What prepares a hearing may be entered late; its own steps follow one another."""
    last = milestone(hearing) if isinstance(act, Dated) else hearing.opened_on
    if act.on < last and not isinstance(act, Notice):
        raise Impossible("on", f"{act.on} is before {last}, the day of what went before")
    if isinstance(act, Notice) and local_day(act.sent_at) != act.on:
        raise Impossible("on", f"the notice was sent on {local_day(act.sent_at)}")
    early = isinstance(act, Begin | Register) and hearing.begun_on is None
    if early and hearing.starts_at is not None and act.on != local_day(hearing.starts_at):
        planned = local_day(hearing.starts_at)
        raise Impossible("on", f"the hearing is planned for {planned}: reschedule it first")


def check_form(hearing: Hearing, form: Form | None) -> None:
    """What the public was told of does not vanish, and what was said in secret is not told."""
    if form is Form.OPEN and hearing.closed:
        raise Impossible("form", "what was closed stays closed: cancel it, and propose an open one")
    if form is Form.CLOSED and hearing.goes_out:
        raise Impossible(
            "form",
            "the hearing has been announced as open: cancel it, and propose a closed one;"
            " if it was closed from the first, correct the proposal",
        )


def check_to_come(act: Decision | Reschedule) -> None:
    if (day := local_day(act.starts_at)) < act.on:
        raise Impossible("starts_at", f"{day} is past on {act.on}")


def check_people(hearing: Hearing, act: Register | Arrive, given: Given) -> None:
    for who in act.deputies:
        if given.deputies.get(who) != hearing.chamber:
            raise Impossible("deputies", f"{who} is no deputy of this Chamber")
    for who in act.other_chamber:
        if given.deputies.get(who) in (None, hearing.chamber):
            raise Impossible("other_chamber", f"{who} is no deputy of the other Chamber")


def check_count(hearing: Hearing, act: Register, given: Given) -> None:
    most = given.in_office or 0
    if act.count is not None and act.count > most:
        raise Impossible("count", f"{act.count} are counted, but {most} have a seat")
    before = hearing.attendance
    if before is None or hearing.begun_on is None:
        return
    if (act.count is not None) != bool(before.count):
        field = "deputies" if act.count is None else "count"
        raise Impossible(field, "those who take part are known by name, or by number, but not both")


def check_not_here(hearing: Hearing, act: Arrive) -> None:
    attendance = attended(hearing)
    if act.deputies:
        only_by_name(attendance)
    check_absent("deputies", act.deputies, attendance.here)
    check_absent("other_chamber", act.other_chamber, attendance.other_chamber)


def check_absent(field: str, people: Iterable[UUID], there: Collection[UUID]) -> None:
    if already := [who for who in people if who in there]:
        raise Impossible(field, f"{already[0]} is there already")


def check_here(hearing: Hearing, act: Leave) -> None:
    attendance = attended(hearing)
    only_by_name(attendance)
    if absent := [who for who in act.deputies if who not in attendance.here]:
        raise Impossible("deputies", f"{absent[0]} is not there")


def attended(hearing: Hearing) -> Attendance:
    assert hearing.attendance is not None, "those who take part are registered first"
    return hearing.attendance


def only_by_name(attendance: Attendance) -> None:
    if attendance.count:
        raise Impossible("deputies", "only the number of those present is known, not their names")
