"""What is due in a hearing: the notice to the media, in time on every reading."""

from collections.abc import Sequence
from datetime import date

from chamber.hearings.facts import Hearing
from chamber.hearings.rules.certificate import Certificate, certificate, clock_of, timed
from chamber.hearings.sentences import SAID
from chamber.law.act import Sentence
from chamber.law.clocks import NOTICE
from chamber.law.rulebook import LAW
from chamber.law.seats import NoEdition
from chamber.law.sentences import no_edition
from chamber.law.terms import local_day
from chamber.law.timing import check_act_on
from chamber.record.deadlines.facts import Due, What


def due(hearing: Hearing) -> Sequence[Due]:
    """None where nobody can be told in time any more: what was missed stands in the certificate."""
    is_over = hearing.told is not None or hearing.cancelled_on is not None
    if is_over or (hearing.decision is not None and not hearing.decision.adopted):
        return ()
    if hearing.starts_at is None:
        return () if hearing.begun_on else (unknown(hearing, SAID.no_time_yet),)
    try:
        told = certificate(hearing)
    except NoEdition as none:
        return (unknown(hearing, no_edition(none.day)),)
    assert told is not None, "the hearing has a time"
    return notice(hearing, told)


def notice(hearing: Hearing, told: Certificate) -> Sequence[Due]:
    assert hearing.starts_at is not None
    clock, best = clock_of(hearing.chamber, hearing.starts_at), told.decisive
    is_given = best is not None and best.satisfies
    if hearing.begun_on is not None and not is_given:
        return ()
    given_on = local_day(best.sent_at) if best is not None and is_given else None
    timing = timed(clock, best.sent_at) if best is not None and is_given else check_act_on(clock)
    return (
        Due(
            what=What.NOTICE, rule=clock.rule.id, cite=clock.rule.cite, since=since(hearing),
            timing=timing, done_on=given_on,
        ),
    )  # fmt: skip


def unknown(hearing: Hearing, why: Sentence) -> Due:
    day = since(hearing)
    cite = LAW.last_cite(NOTICE, hearing.chamber, day)
    return Due(what=What.NOTICE, rule=NOTICE, cite=cite, since=day, why=why)


def since(hearing: Hearing) -> date:
    """When the time was set last; before that, when the case was opened."""
    if hearing.moves:
        return hearing.moves[-1].moved_on
    return hearing.decision.decided_on if hearing.decision is not None else hearing.opened_on
