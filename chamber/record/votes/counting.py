"""What was counted when a vote closed: the votes, those present, and what each elector did."""

from uuid import UUID

from chamber.law.act import Value
from chamber.law.ruling import Impossible
from chamber.record.sittings.hall import Hall
from chamber.record.votes.acts import Closing
from chamber.record.votes.facts import CAST, Choice, Form, Method, Round, Totals


class AtClosing(Value):
    """What is known of the hall when a vote closes."""

    hall: Hall
    electorate: tuple[UUID, ...]  # The deputies in office now.
    ballots: dict[UUID, Choice]  # Those cast here, one by one.
    former: tuple[UUID, ...] = ()  # In office as it was told first, and found since not to be.


def tally(vote: Round, act: Closing, given: AtClosing) -> Totals:
    """The votes as they count: from the ballots, from the roll, or as the hall counted them."""
    if vote.method is not Method.BALLOTS and act.roll is None:
        if act.totals is None:
            raise Impossible("totals", "are missing: this vote was to be counted")
        return of_deputies(act.totals, given.hall)
    choices = list(named(vote, act, given).values())
    counted = Totals(
        in_favour=choices.count(Choice.FOR),
        against=choices.count(Choice.AGAINST),
        abstained=choices.count(Choice.ABSTAINED),
    )
    if act.totals not in (None, counted):
        raise Impossible("totals", "differ from the roll: send one of the two, or mend one")
    return counted


def named(vote: Round, act: Closing, given: AtClosing) -> dict[UUID, Choice]:
    """Who voted how, where that is known."""
    if vote.form is Form.SECRET and act.roll:
        raise Impossible("roll", "a secret vote has no roll: leave it out")
    roll = act.roll or {}
    known = {*vote.electorate, *given.hall.gone, *given.former}
    if strangers := sorted(set(roll) - known, key=str):
        raise Impossible("roll", f"{strangers[0]} was not in office when the vote opened")
    # Nobody else could vote. Whoever is no elector any more was found to be no deputy then.
    votes = {**roll, **given.ballots}
    return {who: choice for who, choice in votes.items() if who in vote.electorate}


def presence(vote: Round, act: Closing, given: AtClosing) -> int:
    """Present are those registered at the close, and whoever cast."""
    cast = {who for who, choice in named(vote, act, given).items() if choice in CAST}
    present = max(given.hall.registered, len(cast | set(given.hall.present)))
    counted = tally(vote, act, given).cast()
    if counted > present:
        raise Impossible("totals", f"{counted} votes, but {present} deputies are registered")
    return present


def of_deputies(counted: Totals, hall: Hall) -> Totals:
    """The votes that deputies can have cast.

    Some of those counted may have been found since to be no deputies. Where nobody can say how they
    voted, they are taken from those in favour first: so a majority that is left is one for sure.
    """
    over = min(counted.cast() - hall.registered, len(hall.gone) + hall.beyond)
    if over <= 0:
        return counted
    in_favour = min(over, counted.in_favour)
    against = min(over - in_favour, counted.against)
    return Totals(
        in_favour=counted.in_favour - in_favour,
        against=counted.against - against,
        abstained=counted.abstained - (over - in_favour - against),
    )


def full_roll(vote: Round, act: Closing, given: AtClosing) -> dict[UUID, Choice]:
    """Every elector, with what he did, if only to stay away. Empty where names are not known."""
    known = named(vote, act, given)
    if vote.form is Form.SECRET or (vote.method is not Method.BALLOTS and not known):
        return {}
    return {who: known.get(who) or without_ballot(who, given.hall) for who in vote.electorate}


def without_ballot(who: UUID, hall: Hall) -> Choice:
    if who in hall.present:
        return Choice.NOT_VOTING
    return Choice.EXCUSED if who in hall.excused else Choice.ABSENT
