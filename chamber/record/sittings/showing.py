"""A show of hands: what it comes to, and whether the sitting had the quorum to decide."""

from chamber.law import sentences
from chamber.law.counts import Counts
from chamber.law.deciding import decide
from chamber.law.rule import Rule
from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Quorum, Ruling
from chamber.record.sittings.acts import AgendaAdopted, Decide
from chamber.record.sittings.facts import Kind, Sitting
from chamber.record.sittings.presence import number, standing
from chamber.record.sittings.quorum import Given, missing, told
from chamber.record.votes.facts import Totals

BY_THOSE_PRESENT = "F-2.06"
OF = {"A57-8.02": Kind.PLENARY, "F-2.12-vote": Kind.COMMITTEE}  # Whose rule it is.


def judge_show(sitting: Sitting, act: AgendaAdopted | Decide, given: Given) -> Ruling:
    """The count; and against it the quorum, if the sitting lacks it."""
    rule, item = (act.rule, act.item) if isinstance(act, Decide) else (BY_THOSE_PRESENT, None)
    if OF.get(rule, sitting.kind) is not sitting.kind:
        raise Impossible("rule", f"{rule} is no rule of a {sitting.kind} sitting")
    roll = standing(sitting, item)
    present = number(roll, gone=given.gone)
    if act.tally.cast() > present:
        raise Impossible("tally", f"{act.tally.cast()} votes, but {present} are present")
    law = LAW.on(sitting.chamber, act.on)
    if rule == BY_THOSE_PRESENT:
        ruling = of_those_present(law[rule], act.tally, present)
    else:
        ruling = decide(law, rule, counts(sitting, act.tally, present, given))
    quorum = quorum_now(told(sitting, act.on, given, roll))
    ruling = ruling.model_copy(update={"quorum": quorum})
    return ruling.against(*missing(sitting, act.on, given, roll))


def of_those_present(rule: Rule, tally: Totals, present: int) -> Ruling:
    """So every kind of sitting decides. At a joint one more are present than a Chamber has."""
    assert rule.share is not None, f"{rule.id} counts nothing"
    count, needed = tally.in_favour, rule.share.least(of=present)
    adopted = rule.share.met_by(count, of=present)
    return Ruling(
        rule=rule.id,
        cite=rule.cite,
        edition=rule.since,
        base=rule.base,
        total=present,
        needed=needed,
        count=count,
        adopted=adopted,
        sentence=sentences.result(rule, count=count, total=present, needed=needed, adopted=adopted),
    )


def counts(sitting: Sitting, tally: Totals, present: int, given: Given) -> Counts:
    return Counts(
        count=tally.in_favour,
        against=tally.against,
        abstained=tally.abstained,
        present=present,
        in_office=given.in_office.get(sitting.chamber) or None,
        members=given.members,
    )


def quorum_now(now: Ruling) -> Quorum | None:
    if now.needed is None:
        return None
    return Quorum(present=now.count, needed=now.needed, met=now.adopted)
