"""What the law says in numbers, told a second time: from which day, what share, how many, how long.

The table is the catalogue's, not the files' of rules: a number stands here as the law has it.
"""

from datetime import date, timedelta

import pytest

from chamber.law.rule import Wording
from chamber.law.rulebook import LAW
from chamber.law.seats import CHAMBERS

BEGINNING, DAY = date(1995, 9, 5), timedelta(days=1)

# The days on which the law changed after its first day, and what changed, for whom.
CHANGED = {
    "2007-05-22": {("", "A57-4.12"), ("", "A57-6.17"), ("", "A57-6.19")},
    "2015-01-01": {("", "A57-4.04"), ("", "A57-4.22"), ("", "A57-4.24")},
    "2017-03-14": {("", f"A57-6.{number}") for number in (17, 18, 19, 20)},
    "2019-12-26": {("senate", "F-2.05")},
    "2020-12-23": {("mazhilis", f"A57-6.{number}") for number in (12, 13, 14)},
    "2022-06-08": {("", "A57-1.03")},
    "2023-01-01": {("", "A57-1.01"), ("", "A57-2.07"), ("", "F-2.09")},
    "2023-03-29": {("", "A57-4.12")},
}
BEGAN_LATER = {"A57-4.12", "A57-6.20"}

MAJORITY, TWO_THIRDS = "more than 1/2", "at least 2/3"
# Each wording with a number: the rule, whose it is, from when, and the number.
SHARES = {
    **dict.fromkeys(
        [
            "A57-1.16", "A57-1.17", "A57-2.11", "A57-2.13", "A57-4.01", "A57-4.02", "A57-4.28",
            "A57-6.03", "A57-6.16", "A57-7.01", "A57-8.01", "A57-8.02",
            "F-2.03", "F-2.11", "F-2.13",
        ],
        (MAJORITY, "seats"),
    ),
    "A57-2.08": ("at least 3/4", "seats"),
    "A57-6.01": ("at least 1/3", "seats"),
    "A57-6.17": (TWO_THIRDS, "seats"),
    "A57-6.17 since 2007-05-22": (MAJORITY, "seats"),
    "A57-6.17 since 2017-03-14": (TWO_THIRDS, "seats"),
    "A57-6.19": (TWO_THIRDS, "seats"),
    "A57-6.19 since 2007-05-22": (MAJORITY, "seats"),
    "F-2.02": (TWO_THIRDS, "seats"),
    "F-2.06": (MAJORITY, "present"),
    "A57-5.16": (MAJORITY, "taking_part"),
    **dict.fromkeys(
        ["A57-2.14", "A57-3.12", "A57-5.06", "A57-7.10", "F-2.12"], (TWO_THIRDS, "members")
    ),
    "F-2.12-vote": (MAJORITY, "members"),
}  # fmt: skip
QUOTAS = {
    "A57-1.01": 2,
    "A57-1.01 since 2023-01-01": 3,
    "A57-1.02": 2,
    "A57-1.03": 3,
    "A57-1.03 since 2022-06-08": 3,
    "A57-2.01": "1/2",
    "A57-3.01": "1/2",
    "A57-3.05": "1/2",
    "F-2.12-number": 7,  # Standing committees of one Chamber, at most.
}
TERMS = {
    "A57-1.01": "6 years",
    "A57-1.01 since 2023-01-01": "8 years",
    "A57-1.02": "5 years",
    "A57-1.03": "5 years",
    "A57-1.03 since 2022-06-08": "5 years",
    "A57-4.25": "2 weeks",
    "A57-5.11": "7 days",
    "A57-6.12 mazhilis since 2020-12-23": "30 minutes",
    "A57-6.19": "6 months",
    "A57-6.19 since 2007-05-22": "6 months",
    "F-2.05 senate": "7 days",
    "F-2.09": "6 years",
    "F-2.09 since 2023-01-01": "8 years",
}


def wordings() -> dict[tuple[str, str, date], Wording | str]:
    """Every wording by its rule, its Chamber where only one has it, and its first day."""
    return {
        (rule, chamber, since): wording
        for rule, dated in LAW.rules.items()
        for chamber, begun in {"": dated.since, **dated.differs}.items()
        for since, wording in begun.items()
    }


def told(field: str) -> dict[str, object]:
    """What the wordings say in one field, by rule, chamber and first day where they matter."""
    found = {}
    for (rule, chamber, since), wording in wordings().items():
        said = getattr(wording, field, None)
        if said is not None:
            day = f"since {since}" if since != BEGINNING else ""
            found[" ".join(filter(None, (rule, chamber, day)))] = said
    return found


def test_the_law_changed_on_these_days_and_on_no_other() -> None:
    changed: dict[str, set[tuple[str, str]]] = {}
    for rule, chamber, since in wordings():
        if since != BEGINNING:
            changed.setdefault(since.isoformat(), set()).add((chamber, rule))
    assert changed == CHANGED


@pytest.mark.parametrize("rule", sorted(LAW.rules.keys() - BEGAN_LATER))
def test_what_did_not_begin_later_was_law_from_the_first_day(rule: str) -> None:
    held = [LAW.on(chamber, BEGINNING).find(rule) for chamber in CHAMBERS.chambers]
    assert any(held)
    assert all(wording.since == BEGINNING for wording in held if wording)


@pytest.mark.parametrize("rule", sorted(BEGAN_LATER))
def test_what_began_later_was_not_law_the_day_before(rule: str) -> None:
    first = min(date.fromisoformat(day) for day, rules in CHANGED.items() if ("", rule) in rules)
    assert LAW.on("mazhilis", first - DAY).find(rule) is None
    assert LAW.on("mazhilis", first)[rule].since == first


@pytest.mark.parametrize("rule", ["A57-7.03", "F-2.05"])
def test_what_differed_from_the_first_day_differed_on_it(rule: str) -> None:
    senate, mazhilis = (LAW.on(chamber, BEGINNING)[rule] for chamber in ("senate", "mazhilis"))
    assert (senate.items, senate.term) != (mazhilis.items, mazhilis.term)


def test_every_share_of_the_law_and_of_what_it_is_a_share() -> None:
    shares = {rule: str(share) for rule, share in told("share").items()}
    assert shares == {rule: share for rule, (share, _) in SHARES.items()}
    assert told("base") == {rule: base for rule, (_, base) in SHARES.items()}


def test_how_many_each_chamber_appoints_delegates_and_elects() -> None:
    assert told("quota") == QUOTAS


def test_every_term_of_the_law() -> None:
    assert told("term") == TERMS
