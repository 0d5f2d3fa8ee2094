"""The day of a hearing: none of a plenary sitting, and one of which the media can still be told."""

from collections.abc import Iterator
from datetime import date

from chamber.hearings.acts import Cancel, Reschedule
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.telling import moved
from chamber.hearings.rules.timely import check_still_in_time, first_free
from chamber.hearings.sentences import SAID, cancelled, with_earliest
from chamber.hearings.sentences import moved as told_moved
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import LAW, Law
from chamber.law.ruling import Finding, Ruling, Verdict
from chamber.law.terms import local_day

DECIDED, NO_PLENARY = "A57-5.06", "A57-5.08"


def judge_change(law: Law, hearing: Hearing, act: Reschedule | Cancel, given: Given) -> Ruling:
    if isinstance(act, Cancel):
        return judge_cancellation(law, hearing, act)
    return judge_move(law, hearing, act, given)


def judge_move(law: Law, hearing: Hearing, act: Reschedule, given: Given) -> Ruling:
    """Whatever spoke against the former day, the new one is judged by itself."""
    assert hearing.starts_at is not None
    former, new = local_day(hearing.starts_at), local_day(act.starts_at)
    ruling = lawful(law, NO_PLENARY).model_copy(update={"sentence": told_moved(former, new)})
    return ruling.against(*check_schedule(law, moved(hearing, act), act.on, given))


def judge_cancellation(law: Law, hearing: Hearing, act: Cancel) -> Ruling:
    day = None if hearing.starts_at is None else local_day(hearing.starts_at)
    said = cancelled(day, None if hearing.closed else act.reason)
    return lawful(law, DECIDED).model_copy(update={"sentence": said})


def check_schedule(law: Law, planned: Hearing, on: date, given: Given) -> Iterator[Finding]:
    """What speaks against this time on the day on which it is set.

    Raises NoEdition or NoChamber where there is no law, or no Chamber, on the hearing's day.
    """
    assert planned.starts_at is not None
    day = local_day(planned.starts_at)
    _ = LAW.on(law.chamber, day).known_seats
    yield from check_free(law, day, on, given)
    yield from check_still_in_time(law, planned, on, given)


def check_free(law: Law, day: date, on: date, given: Given) -> Iterator[Finding]:
    """A plenary sitting of its own Chamber, or a joint one, bars a day; the other's may (Q-16)."""
    if not given.plenaries:
        return
    free = first_free(law, on, given.plenary_days, after=day)
    own = any(one.joint or one.chamber == law.chamber for one in given.plenaries)
    said = SAID.plenary_day if own else SAID.day_of_the_other
    yield finding(
        law, NO_PLENARY, Verdict.INVALID if own else Verdict.DISPUTED,
        with_earliest(said, free, SAID.next_free_day),
        readings=() if own else ("Q-16 B",), earliest_lawful=free,
    )  # fmt: skip
