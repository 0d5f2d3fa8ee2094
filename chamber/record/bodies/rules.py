"""Which bodies a chamber may have. Pure."""

from typing import assert_never

from chamber.law.act import Sentence
from chamber.law.ledger import Defect, judge_entry, judge_ruled, last_day, period
from chamber.law.rulebook import LAW
from chamber.law.ruling import Impossible, Ruling
from chamber.law.seats import NoEdition
from chamber.record.bodies.acts import Body, BodyAct, BodyKind, Dissolved
from chamber.record.bodies.facts import Facts, Given

BODIES = "A57-7.01"
COMMITTEES = "F-2.12-number"


def judge(facts: Facts | None, act: BodyAct, given: Given) -> Ruling:
    match act:
        case Body():
            if facts is not None:
                raise Impossible("kind", "the body is on the record already")
            return judge_forming(act, given)
        case Dissolved():
            if facts is None:
                raise Impossible("kind", "a body is formed first")
            return judge_dissolving(facts, act)
        case _:
            assert_never(act)


def judge_forming(act: Body, given: Given) -> Ruling:
    lasting = period(act.on, act.until)
    for other in given.bureaus:
        if act.body is BodyKind.BUREAU and other.overlaps(lasting):
            raise Impossible("body", f"the {act.chamber} has a Bureau since {other.starts_on}")
    if act.body is BodyKind.COMMITTEE:
        return judge_ruled(act.chamber, act.on, COMMITTEES, too_many(act, given))
    return judge_entry(act.chamber, act.on, BODIES)


def too_many(act: Body, given: Given) -> list[Defect]:
    """A committee above the number that the law allows: a defect, not an impossibility."""
    try:
        quota = LAW.on(act.chamber, act.on)[COMMITTEES].quota
    except NoEdition:
        return []
    assert isinstance(quota, int), "the law gives the committees' number"
    there = max((number for _, number in given.committees), default=0)
    if there < quota:
        return []
    numbers = (("allowed", quota), ("there", there))
    return [Defect(COMMITTEES, told_too_many(quota, there), numbers)]


def told_too_many(quota: int, there: int) -> Sentence:
    return Sentence(
        kk=f"Палатада ең көбі {quota} тұрақты комитет құрылады, қазір {there} комитет бар.",
        ru=f"В Палате образуется не более {quota} постоянных комитетов, имеется — {there}.",
        en=f"A Chamber has at most {quota} standing committees, and there are {there}.",
    )


def judge_dissolving(facts: Facts, act: Dissolved) -> Ruling:
    if facts.ends_on is not None:
        raise Impossible("kind", f"the body was dissolved on {facts.ends_on}")
    if act.on <= facts.starts_on:
        raise Impossible("on", f"the body was formed only on {facts.starts_on}")
    return judge_entry(facts.chamber, last_day(act.on), BODIES)


def step(facts: Facts | None, act: BodyAct, _: Given, __: Ruling) -> Facts:
    match act:
        case Body():
            return Facts(
                starts_on=act.on,
                ends_on=act.until,
                chamber=act.chamber,
                body=act.body,
                name=act.name,
                convocation=act.convocation,
            )
        case Dissolved():
            assert facts is not None, "a body is formed first"
            return facts.model_copy(update={"ends_on": act.on})
        case _:
            assert_never(act)


def next_acts(facts: Facts) -> list[str]:
    return ["dissolved"] if facts.ends_on is None else []
