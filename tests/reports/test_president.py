"""The appeal is sent to the President, who answers it once."""

from datetime import date, timedelta

from chamber.law.ruling import Breach, Verdict
from chamber.record.deadlines.facts import What
from chamber.reports.rules import due, next_acts
from tests.reports.breaking import breaks
from tests.reports.case import DAY, PEOPLE, Case, act

V = Breach.VOID
NEXT = DAY + timedelta(days=1)


def adopted() -> Case:
    case = Case().debated()
    case.voted("take_note", DAY, for_=50)
    case.voted("appeal", DAY, for_=66)
    return case


def resolved() -> Case:
    case = adopted()
    case.take(act("resolution", about="appeal"))
    return case


def sent() -> Case:
    case = resolved()
    case.take(act("appeal_sent"))
    return case


def test_an_appeal_is_sent_once_it_is_resolved_and_once_only() -> None:
    breaks(adopted(), act("appeal_sent"), "A57-6.17", V)
    early = breaks(resolved(), act("appeal_sent", date(2026, 3, 24)), "A57-6.17", V)
    assert early.earliest_lawful == DAY
    breaks(sent(), act("appeal_sent"), "A57-6.17", V)


def test_the_president_answers_what_was_sent_and_once() -> None:
    for kind in ("released", "refused"):
        breaks(resolved(), act(kind), "A57-6.18", V)
        early = breaks(sent(), act(kind, date(2026, 3, 24)), "A57-6.18", V)
        assert early.earliest_lawful == DAY
    case = sent()
    assert case.take(act("released", NEXT)).verdict is Verdict.VALID
    breaks(case, act("refused", NEXT), "A57-6.18", V)
    breaks(case, act("released", NEXT), "A57-6.18", V)


def test_the_day_of_the_report_is_due_until_it_is_heard() -> None:
    assert due(Case().known()) == []
    case = Case().prepared()
    [one] = due(case.known())
    assert (one.what, one.done_on) == (What.REPORT, None)
    assert one.timing is not None
    assert one.timing.last_day == DAY
    assert due(case.heard().known())[0].done_on == DAY


def test_a_day_that_is_not_set_cannot_be_known() -> None:
    case = Case().prepared()
    case.take(act("opening_word"))
    case.take(act("adjourned"))
    [one] = due(case.known())
    assert (one.timing, one.since) == (None, DAY)
    assert one.why is not None


def test_the_law_names_no_day_for_the_release() -> None:
    case = sent()
    release = due(case.known())[-1]
    assert (release.what, release.timing, release.since) == (What.RELEASE, None, DAY)
    assert release.why is not None
    case.take(act("released", NEXT))
    assert due(case.known())[-1].done_on == NEXT


def test_after_a_refusal_the_earliest_day_of_an_appeal_again_is_known() -> None:
    day = date(2015, 10, 15)
    case = Case(date(2015, 10, 1), 107, signatures=PEOPLE[:36])
    case.prepared(date(2015, 10, 8), day).debated(day)
    case.voted("take_note", day, for_=54)
    case.voted("appeal", day, for_=54)
    case.take(act("resolution", day, about="appeal"))
    case.take(act("appeal_sent", day))
    assert [one.what for one in due(case.known())] == [What.REPORT, What.RELEASE]
    case.take(act("refused", date(2015, 11, 1)))
    repeat = due(case.known())[-1]
    assert repeat.what is What.REPEAT
    assert repeat.timing is not None
    assert repeat.timing.earliest == date(2016, 4, 16)


def test_what_comes_next_is_told_at_each_stage() -> None:
    case = Case()
    assert next_acts(case.known()) == ["withdrawal", "open_vote"]
    case.take(act("open_vote", DAY, about="hear"))
    assert "close_vote" in next_acts(case.known())
    case = Case().prepared()
    told = next_acts(case.known())
    assert {"opening_word", "attendance", "set_date", "notification"} <= set(told)
    assert not {"reasons", "report", "debate_closed", "receipt"} & set(told)
    case.heard()
    assert {"question", "opinion", "debate_closed"} <= set(next_acts(case.known()))
    assert "report" not in next_acts(case.known())
    assert next_acts(sent().known())[-2:] == ["released", "refused"]
    assert "appeal_sent" in next_acts(resolved().known())
