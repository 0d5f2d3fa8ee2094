"""What an act changes in the facts. Pure: the journal told again gives the same facts."""

from typing import assert_never

from chamber.law.ruling import Ruling
from chamber.mandates.acts import (
    ENDING,
    AnyAct,
    CloseVote,
    Conclusion,
    Dissolution,
    MandatesAct,
    Matter,
    OpenVote,
    ResolutionDays,
    Resolve,
)
from chamber.mandates.facts import Concluded, Facts, Given
from chamber.mandates.rules.order import COUNTED
from chamber.mandates.rules.resolving import first_day_out
from chamber.mandates.words import SetOffBy
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import BY_ITSELF
from chamber.record.resolutions.facts import Resolution, dated
from chamber.record.votes.facts import Round
from chamber.record.votes.rounds import begun, with_closed

POWER = "57(4)"


def step(facts: Facts | None, act: AnyAct, given: Given, ruling: Ruling) -> Facts:
    if isinstance(act, Matter):
        told = matter(act)
    elif isinstance(act, Dissolution):
        told = dissolution(act, given)
    else:
        assert facts is not None, "a matter of mandates begins with a ground"
        told = move(facts, act, given, ruling)
    defects = tuple(dict.fromkeys((*told.defects, *ruling.accepted)))
    return told.model_copy(update={"defects": defects})


def unopened(facts: Facts) -> Facts:
    """What the law did not let through ended nothing by itself."""
    return facts.model_copy(update={"ends_on": None})


def matter(act: Matter) -> Facts:
    return Facts(
        chamber=act.chamber, opened_on=act.on, deputies=(act.deputy,), ground=act.ground,
        happened_on=act.happened_on, set_off_by=act.set_off_by, document=act.document,
        activity=act.activity, ends_on=act.happened_on if act.ground in BY_ITSELF else None,
    )  # fmt: skip


def dissolution(act: Dissolution, given: Given) -> Facts:
    return Facts(
        chamber=act.chamber, opened_on=act.on, deputies=given.in_office, ground=Ground.DISSOLVED,
        happened_on=act.on, set_off_by=SetOffBy.PRESIDENT, dissolved=act.of,
        document=act.document, ends_on=act.on,
    )  # fmt: skip


def move(facts: Facts, act: MandatesAct, given: Given, ruling: Ruling) -> Facts:
    match act:
        case Conclusion():
            told = act.model_dump(exclude={"kind", "on"})
            change: dict[str, object] = {"conclusion": Concluded(received_on=act.on, **told)}
        case OpenVote():
            change = {"rounds": (*facts.rounds, round_of(facts.chamber, act, given))}
        case CloseVote():
            change = {"rounds": with_closed(facts.rounds, act, given, ruling)}
        case Resolve():
            change = resolved(facts, act, given)
        case ResolutionDays():
            change = {"resolutions": with_days(facts, act)}
        case _:
            assert_never(act)
    return facts.model_copy(update=change)


def round_of(chamber: str, act: OpenVote, given: Given) -> Round:
    return begun(chamber, act, given, power=POWER, rule=COUNTED, of=ENDING)


def resolved(facts: Facts, act: Resolve, given: Given) -> dict[str, object]:
    assert given.numbered is not None, "a resolution is given its number"
    ends = act.decision == "end_powers"
    vote = facts.decided if ends else None
    resolution = Resolution(
        resolution=given.numbered.resolution, convocation=given.numbered.convocation,
        number=given.numbered.number, official_number=act.official_number, subject=ENDING,
        decision=act.decision, vote=vote and vote.vote, text=act.text, adopted_on=act.on,
    )  # fmt: skip
    ends_on = first_day_out(act) if ends and not facts.by_itself else facts.ends_on
    return {"resolutions": (*facts.resolutions, resolution), "ends_on": ends_on}


def with_days(facts: Facts, act: ResolutionDays) -> tuple[Resolution, ...]:
    days = {"signed_on": act.signed_on, "published_on": act.published_on, "sent_on": act.sent_on}
    return tuple(dated(one, **days) for one in facts.resolutions)
