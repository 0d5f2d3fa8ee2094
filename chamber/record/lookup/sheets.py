"""Lists as CSV, for those who work with spreadsheets."""

import csv
import io
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from uuid import UUID

from chamber.record.lookup.votes import Item, Page

BOM = "\ufeff"  # Without it, Excel takes Cyrillic in UTF-8 for something else.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "id", "on", "chamber", "convocation", "question_kk", "question_ru", "power", "rule", "form",
    "method", "round", "outcome", "official_outcome", "verdict", "for", "against", "abstained",
    "present", "in_office", "seats",
)  # fmt: skip


async def sheet(first: Page, next_page: Callable[[UUID], Awaitable[Page]]) -> AsyncIterator[str]:
    """The whole list from this page on, in parts."""
    columns = (*COLUMNS, *first.columns)
    yield BOM + lines([columns]) + part(first, columns)
    page = first
    while page.after is not None:
        page = await next_page(page.after)
        yield part(page, columns)


def part(page: Page, columns: Sequence[str]) -> str:
    rows = (flat(item) for item in page.items)
    return lines([[cell(row.get(column)) for column in columns] for row in rows])


def flat(item: Item) -> dict[str, object]:
    question, totals = item["question"], item["totals"]
    faction = {f"faction_{choice}": n for choice, n in item.get("faction", {}).items()}
    words = {"question_kk": question["kk"], "question_ru": question["ru"]}
    return {**item, **words, **totals, **faction}


def cell(value: object) -> str:
    """A spreadsheet must not take a question for a formula: an apostrophe in front prevents it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def lines(rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue()
