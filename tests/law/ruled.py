"""What counts come to under a rule, in either Chamber on a day of the last edition."""

from datetime import date

from chamber.law.counts import Counts
from chamber.law.deciding import decide_on
from chamber.law.rulebook import LAW
from chamber.law.ruling import Ruling, Verdict

MAY = date(2026, 5, 1)
VALID, DISPUTED, INVALID = Verdict.VALID, Verdict.DISPUTED, Verdict.INVALID


def ruled(chamber: str, rule: str, on: date, **counts: int) -> Ruling:
    return decide_on(LAW, chamber, on, rule, Counts(**counts))


def mazhilis(rule: str, **counts: int) -> Ruling:
    return ruled("mazhilis", rule, MAY, **counts)


def senate(rule: str, **counts: int) -> Ruling:
    return ruled("senate", rule, MAY, **counts)


def named(ruling: Ruling) -> dict[str, tuple[int, int, bool]]:
    return {a.name: (a.total, a.needed, a.adopted) for a in ruling.readings}
