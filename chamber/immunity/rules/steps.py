"""What an act changes in the facts. Pure: the journal told again gives the same facts."""

from typing import assert_never

from chamber.immunity.acts import (
    AnyAct,
    Attendance,
    CloseVote,
    Conclusion,
    Forwarding,
    Information,
    InformationRequest,
    MatterAct,
    MeasureTaken,
    OpenVote,
    ResolutionDays,
    Resolve,
    Submission,
    Told,
)
from chamber.immunity.facts import (
    Answer,
    Attended,
    Concluded,
    Demand,
    Facts,
    Forwarded,
    Given,
    Notice,
    Taken,
    Wanted,
)
from chamber.immunity.rules.results import (
    marked,
    resolution_dated,
    resolved,
    vote_closed,
    vote_opened,
)
from chamber.law.ruling import Ruling


def step(facts: Facts | None, act: AnyAct, given: Given, ruling: Ruling) -> Facts:
    if isinstance(act, Submission):
        return marked(submitted(act), act, ruling)
    assert facts is not None, "a matter of immunity begins with a submission"
    return marked(move(facts, act, given, ruling), act, ruling)


def happened(facts: Facts, act: AnyAct) -> Facts:
    """That the deputy was refused is a fact, even if nobody has given a reason for it."""
    if isinstance(act, Attendance) and act.wished and not act.admitted:
        return facts.with_more("attended", attended(act))
    return facts


def submitted(act: Submission) -> Facts:
    return Facts(
        chamber=act.chamber, deputy=act.deputy, submitted_by=act.submitted_by,
        document=act.document, opened_on=act.on,
        measures=tuple(Wanted(**one.model_dump()) for one in act.measures),
    )  # fmt: skip


def move(  # noqa: PLR0911 -- one for each kind of act
    facts: Facts, act: MatterAct, given: Given, ruling: Ruling
) -> Facts:
    match act:
        case Forwarding():
            return facts.model_copy(update={"forwarded": forwarded(act)})
        case Conclusion():
            return facts.model_copy(update={"conclusion": concluded(act)})
        case InformationRequest():
            return facts.with_more("demands", Demand(asked_on=act.on, to=act.to, text=act.text))
        case Information():
            return answered(facts, act)
        case Told():
            notice = Notice(told_on=act.on, sitting_on=act.sitting_on, document=act.document)
            return facts.with_more("notices", notice)
        case Attendance():
            return facts.with_more("attended", attended(act))
        case OpenVote():
            return vote_opened(facts, act, given)
        case CloseVote():
            return vote_closed(facts, act, given, ruling)
        case Resolve():
            return resolved(facts, act, given)
        case ResolutionDays():
            return resolution_dated(facts, act)
        case MeasureTaken():
            taken = Taken(on=act.on, measure=act.measure, exception=act.exception)
            return facts.with_more("taken", taken)
        case _:
            assert_never(act)


def forwarded(act: Forwarding) -> Forwarded:
    return Forwarded(on=act.on, document=act.document)


def concluded(act: Conclusion) -> Concluded:
    return Concluded(received_on=act.on, favours=act.favours, text=act.text, document=act.document)


def attended(act: Attendance) -> Attended:
    return Attended(
        on=act.on, sitting=act.sitting, wished=act.wished, admitted=act.admitted, text=act.text
    )


def answered(facts: Facts, act: Information) -> Facts:
    answer = Answer(received_on=act.on, document=act.document, text=act.text)
    demands = tuple(
        one.model_copy(update={"answer": answer}) if nth == act.request else one
        for nth, one in enumerate(facts.demands, start=1)
    )
    return facts.model_copy(update={"demands": demands})
