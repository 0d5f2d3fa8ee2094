from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from chamber.law.rule import Wording
from chamber.law.rulebook import LAW, Lawbook
from chamber.law.ruling import Breach
from chamber.law.seats import NoEdition

HEAD = 'edition = "constitution-1995"\n'
RULE = """
[rules."A57-6.16"]
breach = "N"
name = { kk = "a", ru = "b", en = "c" }
since.1995-09-05 = { cite = "Constitution, art. 57(6)", WORDING }
"""


def load(tmp_path: Path, *files: str) -> Lawbook:
    paths = [tmp_path / f"{number}.toml" for number, _ in enumerate(files)]
    for path, text in zip(paths, files, strict=True):
        path.write_text(text, encoding="utf-8")
    return Lawbook.load(paths)


def rule(wording: str = "") -> str:
    return HEAD + RULE.replace(", WORDING", f", {wording}" if wording else "")


def test_a_rule_says_what_its_file_says(tmp_path: Path) -> None:
    book = load(tmp_path, rule('share = "more than 1/2", base = "seats", says = "note"'))
    found = book.on("senate", date(2026, 6, 30))["A57-6.16"]
    assert (str(found.share), found.base, found.breach) == ("more than 1/2", "seats", "N")
    assert (found.id, found.since, found.name.en) == ("A57-6.16", date(1995, 9, 5), "c")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (rule('sahre = "more than 1/2"'), "Extra inputs"),
        (rule() + 'notes = "x"', "Extra inputs"),
        ("editor = 1\n" + rule(), "Extra inputs"),
        (RULE.replace(", WORDING", ""), "edition"),
        (rule().replace("constitution-1995", "kurultai"), "no edition"),
        (rule().replace('cite = "Constitution, art. 57(6)"', ""), "cite"),
        (rule().replace("Constitution, art. 57(6)", ""), "at least 10 characters"),
        (rule().replace('breach = "N"', ""), "breach"),
        (rule().replace('breach = "N"', 'breach = "X"'), "breach"),
        (rule('share = "more than 1/2"'), "given together"),
        (rule('share = "more than 1/2", base = "seats"'), "given together"),
        (rule('base = "seats"'), "given together"),
        (rule('share = "two thirds", base = "seats", says = "note"'), "is not a share"),
        (rule('share = "at least 2/3", base = "deputies", says = "note"'), "base"),
        (rule('convention = "clear"'), "without a term"),
        (rule('term = "two weeks"'), "term"),
        (rule('term = "2 weeks", convention = "about"'), "convention"),
        (rule("quota = 0"), "quota"),
        (rule('quorum = "F-9.99"'), "no quorum rule"),
        (rule() + 'chambers = ["lords"]', "no chamber"),
        (rule() + 'differs.lords.1995-09-05 = { cite = "Constitution" }', "no chamber"),
        (rule().replace("since.1995-09-05", "since.soon"), "date"),
        (HEAD + '[rules."A57-6.16"]\nbreach = "N"\nname = {kk="a", ru="b", en="c"}', "since"),
    ],
)
def test_what_the_loader_does_not_know_it_refuses(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        load(tmp_path, text)


def test_two_files_may_not_hold_one_rule(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"A57-6\.16.*another file"):
        load(tmp_path, rule(), rule())


def test_two_wordings_may_not_begin_on_one_day(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="overwrite"):
        load(tmp_path, rule() + 'since.1995-09-05 = { cite = "Constitution, art. 57(6)" }')


def test_a_repealed_rule_sleeps_and_may_wake(tmp_path: Path) -> None:
    woken = 'since.2019-01-01 = { cite = "Constitution, art. 57(6)" }\n'
    book = load(tmp_path, rule() + 'since.2017-03-14 = "repealed"\n' + woken)
    assert book.on("senate", date(2017, 3, 13))["A57-6.16"].since == date(1995, 9, 5)
    with pytest.raises(NoEdition):
        book.on("senate", date(2017, 3, 14))["A57-6.16"]
    assert "A57-6.16" not in book.on("senate", date(2018, 12, 31)).rules
    assert book.on("senate", date(2019, 1, 1))["A57-6.16"].since == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("day", "share", "repeat"),
    [
        ("2007-05-21", "at least 2/3", "at least 2/3"),
        ("2007-05-22", "more than 1/2", "more than 1/2"),
        ("2017-03-13", "more than 1/2", "more than 1/2"),
        ("2017-03-14", "at least 2/3", None),
        ("2026-06-30", "at least 2/3", None),
    ],
)
def test_the_appeal_and_its_repeat_in_every_edition(
    day: str, share: str, repeat: str | None
) -> None:
    law = LAW.on("senate", date.fromisoformat(day))
    assert str(law["A57-6.17"].share) == share
    again = law.find("A57-6.19")
    assert (str(again.share) if again else None) == repeat


def test_the_law_ends_on_the_last_day_of_june_2026() -> None:
    for chamber in ("senate", "mazhilis"):
        assert LAW.on(chamber, date(2026, 6, 30)).rules
        assert LAW.on(chamber, date(1995, 9, 5)).rules
        for day in (date(2026, 7, 1), date(1995, 9, 4)):
            with pytest.raises(NoEdition):
                LAW.on(chamber, day)


@pytest.mark.parametrize(
    ("rule", "day", "quota", "term", "name"),
    [
        ("A57-1.01", "2022-12-31", 2, "6 years", "two members of the Constitutional Council"),
        ("A57-1.01", "2023-01-01", 3, "8 years", "three judges of the Constitutional Court"),
        ("A57-1.02", "2022-12-31", 2, "5 years", "Central Election Commission"),
        ("A57-1.02", "2023-01-01", 2, "5 years", "Central Election Commission"),
        ("A57-1.03", "2022-06-07", 3, "5 years", "Accounts Committee"),
        ("A57-1.03", "2022-06-08", 3, "5 years", "Supreme Audit Chamber"),
        ("F-2.09", "2022-12-31", None, "6 years", "Terms of office"),
        ("F-2.09", "2023-01-01", None, "8 years", "Terms of office"),
        ("A57-2.01", "2026-06-30", "1/2", None, "exactly one half"),
        ("A57-2.07", "2022-12-31", None, None, "Constitutional Council"),
        ("A57-2.07", "2023-01-01", None, None, "Constitutional Court"),
        ("A57-4.25", "2026-06-30", None, "2 weeks", "within two weeks"),
        ("A57-5.11", "2026-06-30", None, "7 days", "seven days"),
        ("A57-6.18", "2017-03-13", None, None, "may refuse"),
        ("A57-6.18", "2017-03-14", None, None, "releases the member"),
    ],
)
def test_quotas_terms_and_names_by_edition(
    rule: str, day: str, quota: int | str | None, term: str | None, name: str
) -> None:
    found = LAW.on("senate", date.fromisoformat(day))[rule]
    assert (found.quota, found.term) == (quota, term)
    assert name in found.name.en


def test_each_chamber_has_its_own_differences() -> None:
    senate, mazhilis = (LAW.on(chamber, date(2026, 5, 1)) for chamber in ("senate", "mazhilis"))
    for rule in ("A57-4.18", "A57-4.19", "A57-7.04", "A57-8.07"):
        assert rule in mazhilis.rules
        assert rule not in senate.rules
    for rule in ("A57-4.13", "A57-4.14"):
        assert rule in senate.rules
        assert rule not in mazhilis.rules
    assert senate["A57-6.12"].term is None
    assert mazhilis["A57-6.12"].term == "30 minutes"
    assert senate["A57-6.14"].order == "as numbered"
    assert mazhilis["A57-6.14"].order == "as received"


@pytest.mark.parametrize(
    ("day", "there"),
    [("2007-05-21", False), ("2007-05-22", True), ("2023-03-28", True), ("2023-03-29", False)],
)
def test_the_assembly_recalled_its_deputies_only_while_it_had_any(day: str, there: bool) -> None:
    law = LAW.on("mazhilis", date.fromisoformat(day))
    assert ("A57-4.12" in law.rules) is there


def test_a_rule_that_never_was_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        LAW.on("senate", date(2026, 5, 1))["A57-99.01"]


def test_every_share_names_its_base_and_every_vote_of_the_chamber_its_quorum() -> None:
    for rule in LAW.on("mazhilis", date(2026, 5, 1)).rules.values():
        voted = rule.says not in (None, "initiative", "quorum", "recommendations")
        assert (rule.quorum is not None) is voted
        if voted and rule.base == "seats":
            assert rule.quorum == "F-2.02"


def test_nothing_of_the_law_can_be_changed() -> None:
    with pytest.raises(ValidationError):
        LAW.on("senate", date(2026, 5, 1))["A57-6.17"].cite = "none"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Wording(cite="Constitution").cite = "none"  # type: ignore[misc]


def test_breach_codes_where_the_catalogue_has_two_in_one_cell() -> None:
    law = LAW.on("mazhilis", date(2026, 5, 1))
    for rule in ("A57-2.01", "A57-2.14", "A57-7.10", "A57-8.09"):
        assert law[rule].breach is Breach.VOID
    for rule in ("A57-1.08", "A57-4.23", "A57-5.06", "A57-5.08", "A57-6.05", "A57-6.14"):
        assert law[rule].breach is Breach.DEFECT


def test_a_question_touches_the_rules_it_names_and_those_of_its_base_and_share() -> None:
    law = LAW.on("mazhilis", date(2026, 5, 1))
    assert list(law.questions(law["A57-1.17"])) == ["Q-04", "Q-09", "Q-10", "Q-14"]
    assert list(law.questions(law["A57-5.16"])) == ["Q-09", "Q-15"]
    assert list(law.questions(law["A57-7.10"])) == ["Q-29", "Q-30"]
    assert list(law.questions(law["A57-5.11"])) == ["Q-01", "Q-18"]
    assert not law.questions(law["A57-0.01"])
