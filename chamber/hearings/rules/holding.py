"""A hearing is held: it begins when all is prepared, and those who take part may recommend."""

from collections.abc import Iterator
from datetime import date

from chamber.hearings.acts import Begin, Recommend
from chamber.hearings.facts import Given, Hearing
from chamber.hearings.rules.certificate import certificate
from chamber.hearings.rules.order import lacking
from chamber.hearings.rules.possible import attended
from chamber.hearings.rules.schedule import check_free
from chamber.hearings.rules.timely import check_notified
from chamber.hearings.sentences import SAID
from chamber.hearings.words import Audience
from chamber.law.clocks import NOTICE
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, Verdict, possible

FORM, PREPARED, INVITED = "A57-5.07", "A57-5.09", "A57-5.10"
OPEN, CLOSED, PRESIDED, RECOMMENDED = "A57-5.13", "A57-5.14", "A57-5.15", "A57-5.16"


def judge_beginning(law: Law, hearing: Hearing, act: Begin, given: Given) -> Ruling:
    findings = [
        *lacking(law, hearing, act.kind),
        *check_prepared(law, hearing, act.on),
        *check_day(law, hearing, act.on, given),
        *check_admitted(law, hearing, act),
        *check_chair(law, act, given),
    ]
    return lawful(law, PRESIDED, findings)


def check_prepared(law: Law, hearing: Hearing, on: date) -> Iterator[Finding]:
    """What must have come before: the form, the commission (Q-19), and who is invited."""
    if hearing.form is None or hearing.form.decided_on > on:
        yield finding(law, FORM, Verdict.INVALID, SAID.form_first)
    if hearing.commission is None or hearing.commission.set_up_on > on:
        readings = ("Q-19 A",)
        yield finding(law, PREPARED, Verdict.DISPUTED, SAID.no_commission, readings=readings)
    if all(one.decided_on > on for one in hearing.invited):
        yield finding(law, INVITED, Verdict.INVALID, SAID.invite_first)


def check_day(law: Law, hearing: Hearing, on: date, given: Given) -> Iterator[Finding]:
    yield from check_free(law, on, on, given)
    told = certificate(hearing)
    if told is not None:
        yield from check_notified(law, told, on, given)
    else:
        said = SAID.before_the_time_was_set if hearing.notices else SAID.no_notice
        yield finding(law, NOTICE, Verdict.INVALID, said)


def check_admitted(law: Law, hearing: Hearing, act: Begin) -> Iterator[Finding]:
    if act.admitted is None:
        return
    if hearing.closed and act.admitted:
        yield finding(law, CLOSED, Verdict.INVALID, SAID.admitted)
    if not hearing.closed and act.admitted != set(Audience):
        yield finding(law, OPEN, Verdict.INVALID, SAID.not_admitted)


def check_chair(law: Law, act: Begin, given: Given) -> Iterator[Finding]:
    """At a joint hearing the chair of any of those who hold it will do."""
    chairs = {who for body in given.organisers for who in body.chairs}
    if act.chair not in chairs:
        yield finding(law, PRESIDED, Verdict.INVALID, SAID.not_the_chair)


def judge_recommendations(law: Law, hearing: Hearing, act: Recommend) -> Ruling:
    """By the majority of the Chamber's own deputies who came (Q-15); guests never count."""
    attendance, tally = attended(hearing), act.tally
    with possible("tally"):
        counts = Counts(
            count=tally.in_favour, against=tally.against, abstained=tally.abstained,
            taking_part=attendance.taking_part, registered=attendance.registered,
            present=attendance.present,
        )  # fmt: skip
        return decide(law, RECOMMENDED, counts)
