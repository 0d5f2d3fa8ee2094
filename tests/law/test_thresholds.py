"""Real votes of another country, and tables made elsewhere: the same counting must agree."""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chamber.law.counting import Share
from chamber.law.counts import Counts
from chamber.law.deciding import decide, decide_on
from chamber.law.readings import Readings
from chamber.law.rulebook import LAW, Lawbook
from chamber.law.ruling import Verdict
from chamber.law.seats import Chambers

HERE = Path(__file__).parent
VOTES = Path(__file__).parents[2].parent / "shared" / "data" / "votes"
OWN = VOTES.parent / "kazakhstan" / "kz_votes.jsonl"
TALLIES, TABLE = VOTES / "us_congress_tallies.jsonl.gz", VOTES / "thresholds.csv"

CHAMBERS = {"US Senate": "us_senate", "US House of Representatives": "house"}
RULES = {
    "majority_of_cast": "US-1.01",
    "two_thirds_of_cast": "US-1.02",
    "three_fifths_of_cast": "US-1.03",
    "three_fifths_of_total": "US-1.04",
}

# The record is at odds with itself: the counts given do not yield the outcome given.
AT_ODDS = {
    "us-s201-102.1992": "marked as three fifths, but adopted by 51 to 42",
    "us-s14-103.1993": "the question was to table; the outcome tells of the amendment",
    "us-s245-103.1993": "the vote was on the appeal; the outcome tells of the chair's decision",
    "us-s246-103.1993": "the vote was on the appeal; the outcome tells of the chair's decision",
    "us-s118-104.1996": "marked as a majority, but a point of order asked for more",
    "us-s242-106.2000": "the question was to table; the outcome tells of the amendment",
    "us-s71-106.2000": "agreed to by 45 to 55",
    "us-s357-107.2001": "the motion to waive failed; the outcome tells of the point of order",
    "us-s349-108.2003": "a motion to table, which needs a majority, marked as three fifths",
    "us-s451-108.2003": "cloture, which needs three fifths, marked as a majority",
    "us-s12-108.2004": "the motion to waive passed; the outcome tells of the point of order",
    "us-s216-111.2009": "the question was whether it is in order; the outcome tells the reverse",
    "us-s216-116.2020": "adopted without a ballot: the record has 0 to 0",
    "us-s334-119.2025": "marked as three fifths, but adopted by 51 to 48",
}

BOOK = Lawbook.load(
    [HERE / "us_rulebook.toml"], Chambers.load(HERE / "us_chambers.toml"), Readings(questions={})
)


def votes() -> Iterator[dict[str, Any]]:
    if not TALLIES.exists():
        pytest.skip("the votes do not lie beside this repository: ../shared/data/votes")
    with gzip.open(TALLIES, "rt", encoding="utf-8") as lines:
        for line in lines:
            vote = json.loads(line)
            if vote["rule"] is not None:
                yield vote


def adopted(vote: dict[str, Any]) -> bool | None:
    counts, rule = vote["official_counts"], vote["rule"]
    of_total = rule["base"] == "seats_filled"
    law = BOOK.on(CHAMBERS[vote["chamber"]], date.fromisoformat(vote["datetime"][:10]))
    return decide(
        law,
        RULES[rule["kind"]],
        Counts(
            count=counts["yes"],
            against=counts["no"],
            abstained=counts.get("present"),
            in_office=vote["seats_filled"] if of_total else None,
        ),
    ).adopted


def test_thirty_five_thousand_real_votes_come_out_as_they_did() -> None:
    tried, wrong = 0, set()
    for vote in votes():
        tried += 1
        if adopted(vote) is not (vote["official_result"] == "adopted"):
            wrong.add(vote["id"])

    assert tried == 35_159
    assert wrong == set(AT_ODDS)


def test_real_votes_of_our_own_chambers() -> None:
    if not OWN.exists():
        pytest.skip("the votes do not lie beside this repository: ../shared/data/kazakhstan")
    unknown = []
    for line in OWN.read_text(encoding="utf-8").splitlines():
        vote = json.loads(line)
        counts = Counts(count=vote["yes"], against=vote["no"], present=vote["present"])
        day = date.fromisoformat(vote["date"])
        ruling = decide_on(LAW, vote["chamber"], day, "F-2.11", counts)
        if ruling.reason is not None:
            unknown.append((vote["id"], ruling.reason))
            continue
        assert ruling.adopted is (vote["official_result"] == "adopted"), vote["id"]
        assert (ruling.total, ruling.needed) == (vote["total_seats"], vote["threshold"])
        assert ruling.verdict is Verdict.VALID
    assert unknown == [("kz-sen-2023-01-13", "seats not known")]


def test_the_table_of_thresholds_says_the_same() -> None:
    if not TABLE.exists():
        pytest.skip("the table does not lie beside this repository: ../shared/data/votes")
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))

    assert len(rows) == 500
    for row in rows:
        total = int(row.pop("total"))
        for name, needed in row.items():
            words = name.replace("majority_more_than_half", "more than 1/2").replace("_", " ")
            assert Share.parse(words).least(of=total) == int(needed), (total, name)


def test_another_chamber_is_judged_without_our_readings() -> None:
    ruling = decide(
        BOOK.on("us_senate", date(2026, 5, 1)), "US-1.04", Counts(count=60, in_office=100)
    )
    assert (ruling.adopted, ruling.needed, ruling.readings) == (True, 60, ())
    assert ruling.sentence.en == "Adopted: 60 for; at least 60 of 100 are needed (3/5)."
