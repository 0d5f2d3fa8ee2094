"""The acts by which a person enters the record, and becomes and ceases to be a deputy."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, PositiveInt

from chamber.law.act import Act
from chamber.law.following import Following
from chamber.law.seats import Chamber
from chamber.law.text import Line, Name


class Basis(StrEnum):
    LIST = "list"  # Elected by a party's list.
    SINGLE_MANDATE = "single_mandate"
    ELECTED = "elected"  # A senator, by the electors of a region or city.
    APPOINTED = "appointed"  # A senator, by the President.
    ASSEMBLY = "assembly"  # Elected by the Assembly of the People, until 2023.


class Ground(StrEnum):
    """Why a mandate ends: the catalogue's list, and the end of the term itself."""

    TERM_ENDED = "term_ended"
    RESIGNED = "resigned"  # A57-4.08, and the four that follow.
    DIED = "died"
    DECLARED_INCAPABLE = "declared_incapable"
    DECLARED_DEAD = "declared_dead"
    DECLARED_MISSING = "declared_missing"
    INCOMPATIBLE = "incompatible"  # A57-4.11
    RECALLED_BY_ASSEMBLY = "recalled_by_assembly"  # A57-4.12
    RECALLED_BY_PRESIDENT = "recalled_by_president"  # A57-4.13
    RECALLED_BY_ELECTORS = "recalled_by_electors"  # A57-4.14
    MOVED_ABROAD = "moved_abroad"  # A57-4.15
    CONVICTED = "convicted"  # A57-4.16
    CITIZENSHIP_LOST = "citizenship_lost"  # A57-4.17
    LEFT_PARTY = "left_party"  # A57-4.18
    PARTY_ENDED = "party_ended"  # A57-4.19
    DISSOLVED = "dissolved"  # A57-4.20
    OTHER = "other"  # Not in the list: a defect, unless the law names it elsewhere.


class BodyRole(StrEnum):
    MEMBER = "member"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"


class Office(StrEnum):
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"


# What has ended long ago is entered by one act, with its end.
Until = Annotated[
    date | None, Field(description="The first day out, where the end is known already")
]


class Person(Act):
    """A person is entered on the record."""

    kind: Literal["person"] = "person"
    name: Name
    born_on: date | None = None


class Renamed(Act):
    """A person's name has changed."""

    kind: Literal["renamed"] = "renamed"
    name: Name


class Mandate(Act):
    """A deputy's powers begin."""

    kind: Literal["mandate"] = "mandate"
    chamber: Chamber
    convocation: PositiveInt
    basis: Basis
    until: Until = None
    ground: Ground | None = None  # Given with `until`.
    document: Line | None = None


class MandateEnd(Following):
    """A deputy's powers end; `on` is the first day out, and posts and memberships end with it."""

    kind: Literal["mandate_end"] = "mandate_end"
    chamber: Chamber
    ground: Ground
    document: Line | None = None


class Membership(Act):
    """A person joins a body: a faction, a committee, a commission, the Bureau."""

    kind: Literal["membership"] = "membership"
    body: UUID
    role: BodyRole = BodyRole.MEMBER
    until: Until = None


class MembershipEnd(Act):
    """A person leaves a body, or a role in it; `on` is the first day out."""

    kind: Literal["membership_end"] = "membership_end"
    body: UUID


class Post(Act):
    """A deputy takes a post in the chamber."""

    kind: Literal["post"] = "post"
    chamber: Chamber
    post: Office
    until: Until = None


class PostEnd(Act):
    """A post in the chamber ends; `on` is the first day out."""

    kind: Literal["post_end"] = "post_end"
    chamber: Chamber
    post: Office
    reason: Line


Later = Renamed | Mandate | MandateEnd | Membership | MembershipEnd | Post | PostEnd
PersonAct = Annotated[Person | Later, Field(discriminator="kind")]
