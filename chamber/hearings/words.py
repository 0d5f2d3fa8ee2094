"""The words of a hearing: its form and its ground, who proposes, who comes, who is told."""

from enum import StrEnum

from chamber.law.act import Value
from chamber.law.text import Line, Words


class Form(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Proposer(StrEnum):
    """F-2.14: who may propose a hearing."""

    COMMITTEE = "committee"
    CHAIR = "chair"
    FACTION = "faction"
    DEPUTIES = "deputies"


class Secret(StrEnum):
    """A57-5.14: what may close a hearing."""

    STATE = "state_secret"
    OTHER = "other_secret"  # Another one that a law protects.


class Ground(Value):
    """Why a hearing is closed: the kind of secret, and the law that protects it."""

    secret: Secret
    law: Line


class Topic(Words):
    en: Line | None = None


class Audience(StrEnum):
    """A57-5.13: to whom a hearing is open."""

    MEDIA = "media"
    PUBLIC = "public"


class Capacity(StrEnum):
    """As what somebody comes who is no deputy."""

    PRESIDENT = "president"  # A representative of the President of the Republic.
    GOVERNMENT = "government"
    STATE_BODY = "state_body"
    ASSOCIATION = "association"  # A public association.
    EXPERT = "expert"
    MEDIA = "media"
    OTHER = "other"


class Guest(Value):
    name: Line
    of: Line | None = None  # The body that the guest represents.
    capacity: Capacity = Capacity.OTHER


class Addressee(StrEnum):
    """A57-5.17: to whom recommendations are conveyed."""

    DEPUTIES = "deputies"  # All of them.
    STATE_BODIES = "state_bodies"
    ASSOCIATIONS = "associations"


class Product(StrEnum):
    REPORT = "report"  # A57-5.20.
    RECOMMENDATIONS = "recommendations"  # A57-5.18.


class Reader(StrEnum):
    """A57-5.21: who may see the materials of a closed hearing, and anybody else."""

    DEPUTY = "deputy"
    PRESIDENT = "president"
    GOVERNMENT = "government"
    STATE_BODY = "state_body"  # One whose representative took part.
    OTHER = "other"
