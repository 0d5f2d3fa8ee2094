"""What may be entered of a person. Pure: facts and an act go in, a ruling comes out."""

from typing import assert_never

from chamber.law.judging import recorded
from chamber.law.ruling import Impossible, Ruling
from chamber.record.people.acts import (
    Mandate,
    MandateEnd,
    Membership,
    MembershipEnd,
    Person,
    PersonAct,
    Post,
    PostEnd,
    Renamed,
)
from chamber.record.people.ending import judge_end
from chamber.record.people.facts import Facts, Given
from chamber.record.people.mandates import judge_mandate
from chamber.record.people.posts import judge_joining, judge_leaving, judge_post, judge_post_end
from chamber.record.people.telling import alive


def judge(told: Facts | None, act: PersonAct, given: Given) -> Ruling:
    if isinstance(act, Person):
        return judge_entering(told, act)
    if told is None:
        raise Impossible("kind", "a person is entered first")
    facts = alive(told, given)
    match act:
        case Renamed():
            ruling = judge_name(facts, act)
        case Mandate():
            ruling = judge_mandate(facts, act, given)
        case MandateEnd():
            ruling = judge_end(facts, act, given)
        case Membership():
            ruling = judge_joining(facts, act, given)
        case MembershipEnd():
            ruling = judge_leaving(facts, act)
        case Post():
            ruling = judge_post(facts, act, given)
        case PostEnd():
            ruling = judge_post_end(facts, act)
        case _:
            assert_never(act)
    return ruling


def judge_entering(told: Facts | None, act: Person) -> Ruling:
    if told is not None:
        raise Impossible("kind", "the person is on the record already")
    if act.born_on is not None and act.born_on >= act.on:
        raise Impossible("born_on", f"{act.born_on} is not before {act.on}")
    return recorded()


def judge_name(facts: Facts, act: Renamed) -> Ruling:
    last = facts.names[-1].starts_on
    if act.on <= last:
        raise Impossible("on", f"the name of {last} is newer")
    return recorded()


def next_acts(facts: Facts) -> list[str]:
    """The acts that are open, in the order in which a clerk thinks of them."""
    deputy = any(one.ends_on is None for one in facts.mandates)
    posted = any(one.ends_on is None for one in facts.posts)
    seated = any(one.ends_on is None for one in facts.memberships)
    open_now = {
        "mandate": not deputy,
        "mandate_end": deputy,
        "membership": True,
        "membership_end": seated,
        "post": deputy and not posted,
        "post_end": posted,
        "renamed": True,
    }
    return [kind for kind, is_open in open_now.items() if is_open]
