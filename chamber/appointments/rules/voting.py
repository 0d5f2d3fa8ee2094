"""Each candidate is voted on alone, openly unless the Chamber decided otherwise before."""

from collections.abc import Iterable, Iterator
from datetime import date

from chamber.appointments.acts import CloseVote, OpenVote
from chamber.appointments.facts import Facts, Given, Order
from chamber.appointments.rules.committee import check_concluded
from chamber.appointments.rules.offices import check_office
from chamber.appointments.sentences import SAID, of_several
from chamber.law.judging import finding, lawful
from chamber.law.rulebook import Law
from chamber.law.ruling import Finding, Ruling, Verdict, possible
from chamber.record.votes.facts import Form
from chamber.record.votes.place import check_own, later
from chamber.record.votes.rounds import judge_close as close_vote
from chamber.record.votes.rules import check_opening

ANNOUNCED, DEBATED = "A57-1.10", "A57-1.13"
SEPARATELY, OPENLY, OTHER_ORDER, COUNTED = "A57-1.14", "A57-1.15", "A57-1.16", "A57-1.17"
RESOLVED = "A57-1.18"


def judge_open(law: Law, facts: Facts, act: OpenVote, given: Given) -> Ruling:
    opening = given.opening
    assert opening is not None, "a vote opens in a hall"
    findings = [*check_one_by_one(law, act), *check_own(law, ANNOUNCED, opening.hall)]
    if opening.hall.chamber == law.chamber and opening.hall.kind == "plenary":
        # Those at another sitting are no quorum of this Chamber.
        with possible("sitting"):
            findings += check_opening(law, act, opening)
    for number in act.candidates:
        findings += check_candidate(law, facts, number, act.on)
        findings += check_form(law, facts, number, act)
        starts_on = max(facts.candidates[number - 1].starts_on or act.on, act.on)
        findings += check_office(law, facts, number, given, starts_on)
    # What is found of several candidates is told once.
    return lawful(law, SEPARATELY, dict.fromkeys(findings))


def check_one_by_one(law: Law, act: OpenVote) -> Iterator[Finding]:
    count = len(act.candidates)
    if count > 1:
        sentence = of_several(SAID.one_vote_each, count)
        numbers = (("candidates", count),)
        yield finding(law, SEPARATELY, Verdict.INVALID, sentence, numbers=numbers)


def check_candidate(law: Law, facts: Facts, number: int, on: date) -> Iterator[Finding]:
    """What must have come before the vote on a candidate."""
    candidate = facts.candidates[number - 1]
    announced_on = candidate.announced_on
    yield from check_concluded(law, candidate, on)
    if announced_on is None or announced_on > on:
        yield finding(
            law, ANNOUNCED, Verdict.INVALID, SAID.announce_first, earliest_lawful=announced_on
        )
    demanded = [one for one in facts.said("debate_demand", number) if one.said_on <= on]
    debated = [one.said_on for one in facts.said("debate", number)]
    if demanded and min(debated, default=date.max) > on:
        # One deputy is enough.
        opens = later(on, *debated)
        yield finding(law, DEBATED, Verdict.INVALID, SAID.debate_first, earliest_lawful=opens)
    if facts.open_round(number) is not None:
        yield finding(law, SEPARATELY, Verdict.INVALID, SAID.already_open)
    if facts.resolution_on(number) is not None:
        yield finding(law, RESOLVED, Verdict.INVALID, SAID.already_resolved)


def check_form(law: Law, facts: Facts, number: int, act: OpenVote) -> Iterator[Finding]:
    """The ballot is as the Chamber last ordered it, and open if it ordered nothing."""
    known = [one for one in facts.orders if one.candidate in (None, number)]
    orders = [one for one in known if one.decided_on <= act.on]
    settled = last_settled(orders)
    if settled is not None and settled.disputed:
        yield from check_disputed_order(law, settled, act)
    elif act.form is Form.SECRET and settled is None and not orders:
        binds = later(act.on, *(one.decided_on for one in known if one.adopted))
        yield finding(law, OTHER_ORDER, Verdict.INVALID, SAID.no_order, earliest_lawful=binds)
    elif act.form is Form.SECRET and (settled is None or settled.form is Form.OPEN):
        yield finding(law, OPENLY, Verdict.INVALID, SAID.ballot_is_open)
    elif act.form is Form.OPEN and settled is not None and settled.form is Form.SECRET:
        yield finding(law, OTHER_ORDER, Verdict.INVALID, SAID.ballot_is_secret)


def last_settled(orders: Iterable[Order]) -> Order | None:
    """The last order that binds, if only on some readings."""
    settled: Order | None = None
    for order in orders:
        # Where the ballot is open, an order of an open one that is in doubt leaves it open.
        secret = Form.SECRET in (order.form, settled and settled.form)
        if order.adopted or (order.disputed and secret):
            settled = order
    return settled


def check_disputed_order(law: Law, order: Order, act: OpenVote) -> Iterator[Finding]:
    """An order adopted on some readings only binds on those, and on no other."""
    against = order.against if act.form is order.form else order.in_favour
    yield finding(law, OTHER_ORDER, Verdict.DISPUTED, SAID.order_disputed, readings=against)


def judge_close(law: Law, facts: Facts, act: CloseVote, given: Given) -> Ruling:
    return close_vote(law, facts.rounds, act, given, rule=COUNTED, offended=SEPARATELY)
