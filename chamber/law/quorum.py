"""Whether enough deputies were there when they voted."""

from chamber.law.counts import Counts
from chamber.law.rule import Base, Rule, Says
from chamber.law.rulebook import Law
from chamber.law.ruling import Quorum, Verdict
from chamber.law.seats import SeatsUnknown


def quorum_of(law: Law, rule: Rule, counts: Counts, *, adopted: bool) -> Quorum | None:
    """None where the rule knows no quorum: signatures and hearings."""
    if rule.says is Says.QUORUM:  # The count is the presence, and its result the quorum.
        assert rule.share is not None
        needed = rule.share.least(of=whole(law, rule, counts))
        return Quorum(present=counts.counted(rule), needed=needed, met=adopted)
    if rule.quorum is None:
        return None
    least = law[rule.quorum]
    assert least.share is not None
    total = whole(law, least, counts)
    needed = least.share.least(of=total)
    met = None
    if counts.presence is not None:
        met = least.share.met_by(counts.presence, of=total)
    elif counts.votes >= needed:
        met = True  # Whoever voted was there.
    return Quorum(present=counts.presence, needed=needed, met=met)


def whole(law: Law, least: Rule, counts: Counts) -> int:
    assert least.base is not None
    total = counts.base(least.base, law.known_seats)
    if total is None:
        raise SeatsUnknown(law.chamber, law.day)
    return total


def below_quorum(least: Rule, counts: Counts) -> Verdict:
    """Below the quorum of the seats there may still be one of the deputies in office (Q-04 B)."""
    assert least.share is not None
    assert counts.presence is not None, "only a known presence can be too small"
    if counts.in_office is None or least.base is not Base.SEATS:
        return Verdict.INVALID
    reached = least.share.met_by(counts.presence, of=counts.in_office)
    return Verdict.DISPUTED if reached else Verdict.INVALID
