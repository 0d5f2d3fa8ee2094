"""The day of a report that was never heard: the question was put to the vote without it."""

import pytest

from chamber.law.ruling import Verdict
from chamber.record.deadlines.facts import Due
from chamber.record.deadlines.states import State, standing
from chamber.reports.rules import due
from tests.reports.case import DAY, Case, act, opens


def stayed_away(heard: bool = False) -> Case:
    case = Case().prepared()
    case.take(act("opening_word"))
    case.take(act("attendance", came=heard))
    case.take(act("reasons"))
    if heard:
        case.take(act("report"))
    for about in ("take_note", "appeal"):
        laws = ["№ 1 Заң"] if about == "appeal" else []
        case.take(act("question_received", about=about, laws=laws))
    case.take(act("debate_closed"))
    return case


def report_of(case: Case) -> Due:
    return next(iter(due(case.known())))


@pytest.mark.parametrize("about", ["take_note", "appeal"])
def test_a_question_put_without_a_report_leaves_it_unheard(about: str) -> None:
    case = stayed_away()
    assert report_of(case).done_on is None
    if about == "appeal":
        case.take(opens("take_note"), despite="a reason")
    case.take(opens(about), despite="a reason")

    told = standing(report_of(case), "mazhilis", DAY)

    assert (told.state, told.verdict) == (State.DONE, Verdict.DISPUTED)
    assert (told.sentence.kk, told.sentence.ru, told.sentence.en) == (
        "Есеп тыңдалған жоқ: мәселе есепсіз дауысқа қойылды.",
        "Отчет не заслушан: вопрос поставлен на голосование без отчета.",
        "No report was heard: the question was put to the vote without it.",
    )


def test_a_report_that_was_heard_is_done() -> None:
    case = stayed_away(heard=True)
    case.take(opens("take_note"))

    told = standing(report_of(case), "mazhilis", DAY)

    assert (told.state, told.verdict) == (State.DONE, Verdict.VALID)


def test_put_off_without_a_day_and_put_to_the_vote_it_is_unheard_too() -> None:
    case = stayed_away()
    case.take(act("adjourned"))
    case.take(opens("take_note"), despite="a reason")

    told = standing(report_of(case), "mazhilis", DAY)

    assert (told.state, told.verdict) == (State.DONE, Verdict.DISPUTED)
    assert told.sentence.ru.startswith("Отчет не заслушан")
