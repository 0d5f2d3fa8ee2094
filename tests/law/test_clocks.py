from datetime import date, datetime
from pathlib import Path

import pytest

from chamber.law.calendar import Calendar
from chamber.law.clocks import clock, office, submission
from chamber.law.limits import NoHour, NoTerm
from chamber.law.rulebook import LAW, Law, Lawbook
from chamber.law.ruling import Verdict
from chamber.law.seats import NoEdition
from chamber.law.timing import Timing, check_act_on

NOW = Calendar.latest()
VALID, DISPUTED, INVALID = Verdict


def day(words: str) -> date:
    return date.fromisoformat(words)


def hour(words: str) -> datetime:
    return datetime.fromisoformat(words + "+05:00")


def law_of(words: str, chamber: str = "mazhilis") -> Law:
    return LAW.on(chamber, day(words))


def repeated(on: str | None, first: str = "2012-10-15") -> Timing:
    running = clock(law_of(first), "A57-6.19", day(first), NOW)
    return check_act_on(running, day(on) if on else None)


def in_office(rule: str, since: str, on: str | None = None) -> Timing:
    return check_act_on(office(law_of(since), rule, day(since), NOW), day(on) if on else None)


def limits(timing: Timing) -> dict[str, str]:
    return {
        read.name: str(read.last_day or read.latest or read.earliest) for read in timing.readings
    }


# The repeat of a refused appeal: A57-6.19, Q-31, until March 2017.


def test_a_repeat_appeal_waits_until_six_months_have_passed() -> None:
    timing = repeated(None)

    assert limits(timing) == {"Q-31 A": "2013-04-15", "Q-31 B": "2013-04-16"}
    assert str(timing.earliest) == "2013-04-16"
    assert timing.sentence.kk == (
        "Алғашқы өтініш 2012 жылғы 15 қазанда қабылданды. "
        "Қайта өтініш жасауға болатын ең ерте күн — 2013 жылғы 16 сәуір."
    )


@pytest.mark.parametrize(
    ("on", "verdict"),
    [("2013-04-14", INVALID), ("2013-04-15", DISPUTED), ("2013-04-16", VALID)],
)
def test_the_same_number_six_months_on_is_disputed(on: str, verdict: Verdict) -> None:
    assert repeated(on).verdict is verdict


def test_too_early_is_not_called_late() -> None:
    assert repeated("2013-04-15").sentence.en == (
        "Disputed: in time on Q-31 A; too early on Q-31 B. Reading applied: Q-31 B."
    )
    assert "too early" in repeated("2013-04-14").sentence.en


def test_where_the_month_has_no_such_number_its_last_day_counts() -> None:
    assert limits(repeated(None, first="2012-08-31")) == {
        "Q-31 A": "2013-02-28",
        "Q-31 B": "2013-03-01",
    }


def test_an_appeal_refused_in_2016_could_not_be_repeated_in_april_2017() -> None:
    crossing = repeated("2017-04-15", first="2016-10-15")

    assert str(crossing.earliest) == "2017-04-16"
    assert (crossing.verdict, crossing.reason) == (INVALID, "no edition in force")


def test_the_repeat_ends_with_the_change_of_march_2017() -> None:
    assert repeated("2017-03-13", first="2016-09-10").verdict is VALID
    assert repeated("2017-03-14", first="2016-09-10").verdict is INVALID
    with pytest.raises(NoEdition):
        repeated(None, first="2017-03-14")


# The time for a report: A57-6.12.


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2026-04-01T09:59:59", INVALID),
        ("2026-04-01T10:00:00", VALID),
        ("2026-04-01T10:30:00", VALID),
        ("2026-04-01T10:30:01", INVALID),
    ],
)
def test_a_member_of_the_government_reports_for_thirty_minutes(at: str, verdict: Verdict) -> None:
    running = clock(law_of("2026-04-01"), "A57-6.12", hour("2026-04-01T10:00"), NOW)

    assert check_act_on(running, hour(at)).verdict is verdict


def test_a_report_without_hours_is_not_judged() -> None:
    law = law_of("2026-04-01")
    running = clock(law, "A57-6.12", hour("2026-04-01T10:00"), NOW)

    assert check_act_on(running).sentence.en == (
        "The report of the member of the Government must end by 1 April 2026, 10:30."
    )
    with pytest.raises(NoHour):
        check_act_on(running, day("2026-04-01"))
    with pytest.raises(NoHour):
        clock(law, "A57-6.12", day("2026-04-01"), NOW)
    with pytest.raises(NoTerm):
        clock(law_of("2026-04-01", "senate"), "A57-6.12", hour("2026-04-01T10:00"), NOW)


# Terms of office: A57-1.01 to 1.03, F-2.09, Q-35.


@pytest.mark.parametrize(
    ("rule", "since", "last_day"),
    [
        ("A57-1.01", "2023-01-01", "2030-12-31"),
        ("A57-1.01", "2022-12-31", "2028-12-30"),
        ("F-2.09", "2023-01-01", "2030-12-31"),
        ("A57-1.02", "2023-01-01", "2027-12-31"),
        ("A57-1.03", "2024-02-29", "2029-02-28"),
    ],
)
def test_the_last_day_of_a_term_of_office(rule: str, since: str, last_day: str) -> None:
    timing = in_office(rule, since)

    assert str(timing.last_day) == last_day
    assert limits(timing) == {"Q-35 B": last_day}
    assert timing.sentence.kk.startswith("Өкілеттік мерзімінің соңғы күні — ")


def test_a_term_that_outlasts_the_edition_carries_the_transition_rule() -> None:
    within, beyond = in_office("A57-1.02", "2021-07-01"), in_office("A57-1.02", "2021-07-02")

    assert (str(within.last_day), within.note) == ("2026-06-30", None)
    assert str(beyond.last_day) == "2026-07-01"
    assert beyond.note is not None
    assert "30 June 2026" in beyond.note.en


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        ("2014-12-31", INVALID),
        ("2015-01-01", VALID),
        ("2019-12-31", VALID),
        ("2020-01-01", INVALID),
    ],
)
def test_an_office_is_held_from_its_first_day_to_its_last(on: str, verdict: Verdict) -> None:
    assert in_office("A57-1.02", "2015-01-01", on).verdict is verdict


def test_a_term_of_office_runs_while_the_mazhilis_is_dissolved() -> None:
    assert in_office("A57-1.02", "2022-01-01", "2023-02-01").verdict is VALID


def test_a_plain_term_needs_its_convention_in_the_data() -> None:
    with pytest.raises(NoTerm, match=r"F-2\.05 does not say how its term is counted"):
        clock(law_of("2015-01-01", "senate"), "F-2.05", day("2015-01-01"), NOW)
    with pytest.raises(NoTerm, match=r"A57-1\.07 sets no time"):
        clock(law_of("2015-01-01"), "A57-1.07", day("2015-01-01"), NOW)


def test_the_answer_names_the_calendar_it_was_computed_with() -> None:
    before = Calendar.as_known_on(day("2026-01-01"))
    running = submission(law_of("2026-03-02"), day("2026-03-02"), None, before)

    assert check_act_on(running).calendar == before.version
    assert repeated(None).calendar == "kz-2026-03-18"


def test_any_rule_with_a_term_and_a_convention_has_a_clock(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        """
        edition = "constitution-1995"
        [rules."B-1.01"]
        breach = "D"
        name = { kk = "жауап", ru = "ответ", en = "an answer" }
        [rules."B-1.01".since.2021-07-01]
        term = "15 working days"
        convention = "inclusive"
        cite = "Procedural Code, art. 76"
        """
    )
    law = Lawbook.load([rules]).on("senate", day("2024-01-25"))

    def answered(on: str) -> Timing:
        return check_act_on(clock(law, "B-1.01", day("2024-01-25"), NOW), day(on))

    assert str(answered("2024-02-14").last_day) == "2024-02-14"
    assert [answered(f"2024-02-{last}").verdict for last in (14, 15)] == [VALID, INVALID]
    assert answered("2024-01-24").reason == "before the term began"
