"""The day that is called safe is the one that the sentence names, also where days off follow it."""

from datetime import date

from chamber.record.deadlines.states import standing
from tests.deadlines.test_states import RECEIVED, two_weeks


def test_the_list_calls_safe_the_day_that_the_sentence_calls_safe() -> None:
    """A Friday; on the Saturday and the Sunday after it an act would be in time all the same."""
    one = two_weeks(RECEIVED)
    said = {day: standing(one, "mazhilis", date(2026, 3, day)).sentence for day in (13, 14, 15)}

    assert "The last day that is safe on every reading is 13 March 2026." in said[13].en
    assert said[14] == said[15] != said[13]
    assert said[14].en == (
        "The last working day that is safe on every reading was 13 March 2026. On the days off"
        " after it the time limit is still kept on every reading; the last of them is"
        " 15 March 2026."
    )
    assert "2026 жылғы 13 наурыз" in said[14].kk
    assert "последний из них — 15 марта 2026 года" in said[14].ru
