"""What the facts tell of signatures, of what was decided by show of hands, and of the sitting."""

from collections.abc import Mapping
from typing import Any

from chamber.law.ruling import Ruling
from chamber.reports.acts import (
    Access,
    FormCommission,
    Heard,
    Initiative,
    NameRapporteur,
    Notification,
    Receipt,
    SetDate,
    Withdrawal,
)
from chamber.reports.acts_heard import Adjourned
from chamber.reports.facts import Asked, Facts, Formed, Given, Named, Notice, Signature
from chamber.reports.facts_heard import Day, Step

INITIATIVE = "A57-6.01"
OF_INITIATIVE = {"chamber", "member", "office", "prime_minister", "subject", "own_activity"}


def signed(act: Initiative, given: Given, ruling: Ruling, defects: tuple[str, ...]) -> Facts:
    own = set(given.own)
    return Facts(
        **act.model_dump(include=OF_INITIATIVE),
        opened_on=act.on,
        signatures=tuple(Signature(deputy=one, counts=one in own) for one in act.signatures),
        # Where there was no law, or no Chamber, nobody could begin anything.
        enough=False if INITIATIVE in defects else ruling.adopted,
        doubted=len({one.adopted for one in ruling.readings}) > 1,
        defects=defects,
    )


def withdrawn(facts: Facts, act: Withdrawal) -> Facts:
    signatures = tuple(
        one.model_copy(update={"withdrawn_on": act.on}) if one.deputy == act.deputy else one
        for one in facts.signatures
    )
    return facts.model_copy(update={"signatures": signatures})


def named(act: NameRapporteur) -> Named:
    return Named(deputy=act.deputy, named_on=act.on, sitting=act.sitting, tally=act.tally)


def formed(act: FormCommission, given: Given) -> Formed:
    assert given.body is not None, "the act names a body"
    return Formed(
        body=act.body, members=given.body.members, formed_on=act.on, sitting=act.sitting,
        tally=act.tally,
    )  # fmt: skip


def moved(facts: Facts, act: SetDate) -> Facts:
    return with_day(facts, {"heard_on": act.heard_on, "set_on": act.on})


def notified(facts: Facts, act: Notification) -> Facts:
    told = act.model_dump(exclude={"kind", "on"})
    place = {"number": len(facts.notices) + 1, "for_day": len(facts.days), "sent_on": act.on}
    return facts.with_more("notices", Notice.model_validate(told | place))


def received(facts: Facts, act: Receipt) -> Facts:
    proof = {"received_on": act.received_on, "proof": act.proof}
    notices = tuple(
        one.model_copy(update=proof) if one.number == act.notification else one
        for one in facts.notices
    )
    return facts.model_copy(update={"notices": notices})


def asked(facts: Facts, act: Access) -> Facts:
    request = Asked(asked_on=act.on, granted=act.granted, documents=act.documents)
    return facts.with_more("asked", request)


def done(facts: Facts, act: Heard) -> Facts:
    assert facts.day is not None, "a report is heard on a day"
    if isinstance(act, Adjourned):
        told = {"adjourned_on": act.on, "adjourned_at": act.sitting, "reason": act.reason}
        return with_day(facts, told).with_more("days", Day(set_on=act.on))
    said = act.model_dump(exclude={"on"})
    if "deputy" in said:
        said["speaker"] = said.pop("deputy")
    taken = Step.model_validate(said | {"done_on": act.on})
    return with_day(facts, {"steps": (*facts.day.steps, taken)})


def with_day(facts: Facts, told: Mapping[str, Any]) -> Facts:
    """The day for which the report stands now, changed."""
    *before, day = facts.days
    return facts.model_copy(update={"days": (*before, day.model_copy(update=dict(told)))})
