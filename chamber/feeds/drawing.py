"""Drawing a document from the board."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from chamber.feeds import atom, ical, jsonfeed, showing
from chamber.feeds.announcements import (
    EPOCH,
    Announcement,
    Board,
    Leaf,
    Sheet,
    Whose,
    leaf_of,
    sheet_of,
)  # fmt: skip
from chamber.feeds.asking import Form, Wanted
from chamber.feeds.headings import Heading
from chamber.feeds.prepared import Draft
from chamber.feeds.telling import name_of
from chamber.law.terms import ASTANA

BY_THE_DAY = (Form.CALENDAR, Form.LIST)  # They change at midnight too.


@dataclass(frozen=True, slots=True)
class Site:
    """What a document needs to know beside the board."""

    base: str
    as_of: date | None


def draw(wanted: Wanted, board: Board, today: date, site: Site) -> Draft | None:
    """None where there is no such document."""
    match wanted.form:
        case Form.ATOM:
            leaf = leaf_of(board.of(wanted.whose), wanted.page)
            return drawn_leaf(Heading(wanted, site.base), leaf, board) if leaf else None
        case Form.JSON:
            sheet = sheet_of(board, wanted.whose, wanted.before)
            return drawn_sheet(headed(wanted, board, site), sheet, board) if sheet else None
        case Form.CALENDAR:
            chosen = ical.chosen_for(board.standing_of(wanted.whose), today)
            body = ical.calendar(headed(wanted, board, site), chosen)
            changed = max(last_change(board, wanted.whose), midnight(today))
            return Draft(body, ical.MEDIA, changed)
        case Form.LIST:
            body = showing.list_page(wanted, board, today, site.as_of)
            return Draft(body, showing.MEDIA, page=True)
        case Form.HEARING:
            one = board.standing.get(wanted.hearing) if wanted.hearing else None
            return drawn_hearing(wanted, one, site) if one else None


def drawn_leaf(heading: Heading, leaf: Leaf, board: Board) -> Draft:
    whole = leaf.number is not None
    # An archive takes the name from its own posters, as nothing in it may ever change.
    posters = leaf.shown if whole else board.standing_of(heading.wanted.whose)
    heading = replace(heading, committee=committee_named(heading.wanted, posters))
    return Draft(atom.atom(heading, leaf), atom.MEDIA, leaf.updated, archive=whole)


def drawn_sheet(heading: Heading, sheet: Sheet, board: Board) -> Draft:
    changed = last_change(board, heading.wanted.whose)
    return Draft(jsonfeed.json_feed(heading, sheet), jsonfeed.MEDIA, changed)


def headed(wanted: Wanted, board: Board, site: Site) -> Heading:
    name = committee_named(wanted, board.standing_of(wanted.whose))
    return Heading(wanted, site.base, name)


def drawn_hearing(wanted: Wanted, one: Announcement, site: Site) -> Draft:
    return Draft(showing.hearing_page(wanted, one, site.as_of), showing.MEDIA, one.at, page=True)


def committee_named(wanted: Wanted, posters: Iterable[Announcement]) -> str | None:
    """The committee by the name it has on the newest of these posters."""
    for one in sorted(posters, key=lambda one: -one.serial):
        for holder in one.poster.organisers:
            if holder.id == wanted.whose.committee:
                return name_of(holder, wanted.language)
    return None


def last_change(board: Board, whose: Whose) -> datetime:
    return max((one.at for one in board.of(whose)), default=EPOCH)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ASTANA)
