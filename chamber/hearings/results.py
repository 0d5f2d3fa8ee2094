"""What comes of a hearing: recommendations, minutes, and what was sent, published and shown."""

from datetime import date

from chamber.hearings.words import Addressee, Product, Reader
from chamber.law.act import Value
from chamber.law.text import Line, Text, Texts, Words
from chamber.record.votes.facts import Totals


class Recommended(Value):
    text: Texts
    tally: Totals
    others: Totals | None = None
    put_on: date
    adopted: bool | None


class Minutes(Value):
    text: Text | None = None
    source: Line | None = None
    kept_on: date


class Dispatched(Value):
    to: Addressee
    addressee: Line
    document: Line | None = None
    sent_on: date


class Published(Value):
    what: Product
    where: Words
    text: Text | None = None
    published_on: date


class Material(Value):
    title: Line
    added_on: date


class HandedOver(Value):
    to: Reader
    name: Line
    of: Line | None = None
    handed_on: date
