"""A sitting by its rules alone: who has a seat in it, when it has a quorum, what it may decide."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from pydantic import ValidationError

from chamber.law.ruling import Breach, Impossible, Ruling, Verdict
from chamber.law.seats import Chamber
from chamber.law.text import Words
from chamber.record.sittings.acts import (
    Agenda,
    AgendaAdopted,
    AnySittingAct,
    Arrive,
    Cancel,
    Close,
    Decide,
    ItemClosed,
    ItemOpened,
    KeepMinutes,
    Leave,
    Open,
    Plan,
    Register,
    Reschedule,
    Speak,
)
from chamber.record.sittings.facts import WHOLE, AgendaItem, Genre, Kind, Sitting, State
from chamber.record.sittings.order import NEEDS
from chamber.record.sittings.presence import excused, here, number, standing
from chamber.record.sittings.quorum import Given, Place
from chamber.record.sittings.rules import judge, next_acts, step
from chamber.record.votes.facts import Totals

DAY = date(2026, 3, 4)
AT = datetime(2026, 3, 4, 5, tzinfo=UTC)
DEPUTIES = [UUID(int=n, version=4) for n in range(1, 151)]
SENATORS = DEPUTIES[100:150]
TITLE = Words(kk="Судьяны тағайындау туралы", ru="О назначении судьи")
HOUSE = Given(
    in_office={"mazhilis": 98},
    people={who: "mazhilis" for who in DEPUTIES[:98]},
)
SENATE = Given(in_office={"senate": 50}, people={who: "senate" for who in SENATORS})
BOTH = Given(in_office=HOUSE.in_office | SENATE.in_office, people=HOUSE.people | SENATE.people)
COMMITTEE = Given(
    in_office={"mazhilis": 98}, members=14, people={who: "mazhilis" for who in DEPUTIES[:14]}
)


def plan(kind: Kind = Kind.PLENARY, chamber: Chamber = Chamber.MAZHILIS, at: datetime = AT) -> Plan:
    whole = (Kind.PLENARY, Kind.JOINT)
    body = None if kind in whole else UUID(int=900, version=4)
    return Plan(
        on=min(DAY, at.date()),
        chamber=chamber,
        sitting=kind,
        body=body,
        starts_at=at,
        place="1-зал",
    )


def story(*acts: AnySittingAct, given: Given = HOUSE) -> Sitting:
    """The facts after lawful acts."""
    sitting: Sitting | None = None
    for act in acts:
        ruling = judge(sitting, act, given)
        assert ruling.stands(None), f"{act.kind}: {ruling.sentence.en}"
        sitting = step(sitting, act, given, ruling)
    assert sitting is not None
    return sitting


def agenda(items: int = 2) -> Agenda:
    return Agenda(on=DAY, items=tuple(AgendaItem(title=TITLE) for _ in range(items)))


def tally(in_favour: int, against: int = 0) -> Totals:
    return Totals(in_favour=in_favour, against=against)


def decide(in_favour: int, against: int = 0, **more: object) -> Decide:
    told = {"on": DAY, "question": TITLE, "tally": tally(in_favour, against), **more}
    return Decide.model_validate(told)


def opened_with(
    present: int, kind: Kind = Kind.PLENARY, given: Given = HOUSE, chamber: Chamber | None = None
) -> Sitting:
    people = list(given.people)[:present]
    return story(
        plan(kind, chamber or Chamber.MAZHILIS), agenda(), Open(on=DAY),
        Register(on=DAY, present=tuple(people)), given=given,
    )  # fmt: skip


def refused(ruling: Ruling) -> str:
    """The rule by which an act is refused, whatever reason is given for it."""
    assert not ruling.stands("a reason")
    return ruling.findings[0].rule


# The quorum.


@pytest.mark.parametrize(
    ("present", "kind", "given", "chamber", "needed"),
    [
        (66, Kind.PLENARY, HOUSE, Chamber.MAZHILIS, 66),
        (34, Kind.PLENARY, SENATE, Chamber.SENATE, 34),
        (10, Kind.COMMITTEE, COMMITTEE, Chamber.MAZHILIS, 10),
        (10, Kind.COMMISSION, COMMITTEE, Chamber.MAZHILIS, 10),
        (10, Kind.BUREAU, COMMITTEE, Chamber.MAZHILIS, 10),
    ],
)
def test_a_sitting_decides_with_two_thirds_and_not_with_one_less(
    present: int, kind: Kind, given: Given, chamber: Chamber, needed: int
) -> None:
    enough = opened_with(present, kind, given, chamber)
    short = opened_with(present - 1, kind, given, chamber)

    ruling = judge(enough, decide(present), given)
    assert (ruling.adopted, ruling.verdict, ruling.findings) == (True, Verdict.VALID, ())
    assert ruling.quorum is not None
    assert (ruling.quorum.present, ruling.quorum.needed, ruling.quorum.met) == (
        present, needed, True,
    )  # fmt: skip
    ruling = judge(short, decide(present - 1), given)
    assert not ruling.stands(None)
    assert ruling.quorum is not None
    assert ruling.quorum.met is False


def test_what_a_chamber_decides_below_its_quorum_is_no_act_in_law() -> None:
    ruling = judge(opened_with(65), decide(65), HOUSE)

    (finding,) = ruling.findings
    assert (finding.rule, finding.breach, finding.verdict) == (
        "A57-8.09", Breach.VOID, Verdict.INVALID,
    )  # fmt: skip
    assert finding.sentence.en == (
        "There is no quorum: 65 deputies are present; at least 66 of 98 are needed (two thirds)."
    )
    assert finding.numbers == (("present", 65), ("needed", 66))


def test_a_quorum_of_those_in_office_alone_is_disputed() -> None:
    given = HOUSE.model_copy(update={"in_office": {"mazhilis": 97}})

    ruling = judge(opened_with(65), decide(65), given)
    assert [(f.rule, f.verdict, f.readings) for f in ruling.findings] == [
        ("A57-8.09", Verdict.DISPUTED, ("Q-04 A",))
    ]
    assert ruling.stands("the clerk's reason")
    assert not ruling.stands(None)


@pytest.mark.parametrize(
    ("present", "breach"), [(9, Breach.DEFECT), (10, None)], ids=["nine of 14", "ten of 14"]
)
def test_a_committee_below_two_thirds_may_decide_only_despite_the_defect(
    present: int, breach: Breach | None
) -> None:
    ruling = judge(opened_with(present, Kind.COMMITTEE, COMMITTEE), decide(present), COMMITTEE)

    assert [f.breach for f in ruling.findings] == ([breach] if breach else [])
    assert all(f.rule == "F-2.12" for f in ruling.findings)


@pytest.mark.parametrize(
    ("mazhilis", "senate", "quorate"), [(66, 34, True), (65, 34, False), (66, 33, False)]
)
def test_a_joint_sitting_needs_the_quorum_of_each_chamber(
    mazhilis: int, senate: int, quorate: bool
) -> None:
    present = (*DEPUTIES[:mazhilis], *SENATORS[:senate])
    sitting = story(plan(Kind.JOINT), Open(on=DAY), Register(on=DAY, present=present), given=BOTH)

    ruling = judge(sitting, decide(len(present)), BOTH)
    assert ruling.stands(None) is quorate
    assert (ruling.total, ruling.adopted) == (mazhilis + senate, True)


def test_a_sitting_may_be_opened_without_a_quorum_and_it_is_said() -> None:
    sitting = story(plan(), Register(on=DAY, present=tuple(DEPUTIES[:65])))

    ruling = judge(sitting, Open(on=DAY), HOUSE)
    assert [(f.rule, f.breach) for f in ruling.findings] == [("A57-8.09", Breach.INFORMS)]
    assert ruling.stands(None)
    assert ruling.sentence.ru == (
        "Кворума нет: присутствует 65 депутатов, требуется не менее 66 (две трети от 98)."
    )
    sitting = story(plan(), Register(on=DAY, present=tuple(DEPUTIES[:66])))
    assert judge(sitting, Open(on=DAY), HOUSE).findings == ()


def test_each_registration_says_how_the_quorum_stands_now() -> None:
    sitting = opened_with(66)

    ruling = judge(sitting, Leave(on=DAY, people=(DEPUTIES[0],)), HOUSE)
    assert (ruling.rule, ruling.count, ruling.adopted) == ("F-2.02", 65, False)
    assert ruling.stands(None)
    ruling = judge(sitting, Arrive(on=DAY, people=(DEPUTIES[70],)), HOUSE)
    assert (ruling.count, ruling.adopted) == (67, True)


def test_whose_mandate_has_ended_is_no_longer_counted() -> None:
    gone = HOUSE.model_copy(update={"gone": (DEPUTIES[0],), "in_office": {"mazhilis": 98}})

    assert refused(judge(opened_with(66), decide(65), gone)) == "A57-8.09"


# Deciding by show of hands.


@pytest.mark.parametrize(("in_favour", "adopted"), [(33, False), (34, True)])
def test_a_procedural_question_takes_more_than_half_of_those_present(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(opened_with(66), decide(in_favour, 66 - in_favour), HOUSE)

    assert (ruling.rule, ruling.base, ruling.needed, ruling.adopted) == (
        "F-2.06", "present", 34, adopted,
    )  # fmt: skip
    assert ruling.stands(None), "a lost vote is not an unlawful act"


@pytest.mark.parametrize(("in_favour", "adopted"), [(49, False), (50, True)])
def test_another_decision_on_internal_order_takes_more_than_half_of_all_seats(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(opened_with(70), decide(in_favour, rule="A57-8.02"), HOUSE)

    assert (ruling.rule, ruling.needed, ruling.adopted) == ("A57-8.02", 50, adopted)


@pytest.mark.parametrize(("in_favour", "adopted"), [(7, False), (8, True)])
def test_a_committee_decides_by_more_than_half_of_its_members(
    in_favour: int, adopted: bool
) -> None:
    ruling = judge(
        opened_with(12, Kind.COMMITTEE, COMMITTEE), decide(in_favour, rule="F-2.12-vote"), COMMITTEE
    )

    assert (ruling.total, ruling.needed, ruling.adopted) == (14, 8, adopted)


@pytest.mark.parametrize("rule", ["A57-8.02", "F-2.12-vote"])
def test_no_sitting_decides_by_the_rule_of_another(rule: str) -> None:
    with pytest.raises(Impossible, match="is no rule of"):
        judge(opened_with(12, Kind.BUREAU, COMMITTEE), decide(10, rule=rule), COMMITTEE)


def test_more_hands_than_people_are_impossible() -> None:
    assert judge(opened_with(66), decide(60, 6), HOUSE).adopted
    with pytest.raises(Impossible, match="67 votes, but 66 are present"):
        judge(opened_with(66), decide(60, 7), HOUSE)


def test_a_counting_commission_is_elected_from_those_who_have_a_seat() -> None:
    elected = decide(60, commission=DEPUTIES[:3])
    sitting = opened_with(66)
    after = step(sitting, elected, HOUSE, judge(sitting, elected, HOUSE))

    assert after.decisions[0].commission == set(DEPUTIES[:3])
    assert after.decisions[0].adopted
    with pytest.raises(Impossible, match="has no seat"):
        judge(sitting, decide(60, commission=[SENATORS[0]]), HOUSE)


# The agenda.


def adopt(version: int, in_favour: int = 60, against: int = 0) -> AgendaAdopted:
    return AgendaAdopted(on=DAY, version=version, tally=tally(in_favour, against))


def test_only_the_version_that_was_adopted_governs() -> None:
    lost = story(
        plan(), agenda(1), agenda(3), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])),
        adopt(1, 33, 33),
    )  # fmt: skip
    assert lost.in_force() is None
    assert refused(judge(lost, ItemOpened(on=DAY, item=1), HOUSE)) == "A57-8.09"

    won = step(lost, adopt(2, 34), HOUSE, judge(lost, adopt(2, 34), HOUSE))
    assert won.in_force() == won.agenda[1]
    assert judge(won, ItemOpened(on=DAY, item=3), HOUSE).stands(None)
    with pytest.raises(Impossible, match="no item 4"):
        judge(won, ItemOpened(on=DAY, item=4), HOUSE)


def test_a_version_is_voted_on_once_and_only_if_it_was_published() -> None:
    sitting = story(
        plan(), agenda(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])),
        adopt(1),
    )  # fmt: skip

    assert refused(judge(sitting, adopt(1), HOUSE)) == "A57-8.09"
    with pytest.raises(Impossible, match="no version 3"):
        judge(sitting, adopt(3), HOUSE)


def test_no_agenda_is_adopted_without_a_quorum() -> None:
    assert refused(judge(opened_with(65), adopt(1), HOUSE)) == "A57-8.09"


def test_an_item_that_was_taken_up_keeps_its_place_in_later_versions() -> None:
    sitting = story(
        plan(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:66])), adopt(1),
        ItemOpened(on=DAY, item=2),
    )  # fmt: skip

    assert judge(sitting, agenda(3), HOUSE).stands(None)
    with pytest.raises(Impossible, match="item 2 was taken up"):
        judge(sitting, agenda(1), HOUSE)


# Presence.


def test_only_those_who_have_a_seat_are_registered() -> None:
    sitting = story(plan())

    with pytest.raises(Impossible, match="has no seat"):
        judge(sitting, Register(on=DAY, present=(SENATORS[0],)), HOUSE)
    with pytest.raises(Impossible, match="has no seat"):
        judge(opened_with(66), Arrive(on=DAY, people=(SENATORS[0],)), HOUSE)


def test_nobody_is_registered_twice() -> None:
    with pytest.raises(ValidationError, match="registered twice"):
        Register(on=DAY, present=(DEPUTIES[0],), late=(DEPUTIES[0],))
    with pytest.raises(Impossible, match="is there already"):
        judge(opened_with(66), Arrive(on=DAY, people=(DEPUTIES[0],)), HOUSE)
    with pytest.raises(Impossible, match="is not there"):
        judge(opened_with(66), Leave(on=DAY, people=(DEPUTIES[70],)), HOUSE)


@pytest.mark.parametrize("count", [98, 99])
def test_the_number_of_those_present_is_never_above_those_in_office(count: int) -> None:
    act = Register(on=DAY, count=count)

    if count == 98:
        assert judge(story(plan()), act, HOUSE).count == 98
    else:
        with pytest.raises(Impossible, match="99 are counted, but 98 have a seat"):
            judge(story(plan()), act, HOUSE)


def test_nobody_may_be_there() -> None:
    assert judge(story(plan()), Register(on=DAY, count=0), HOUSE).count == 0


def test_where_only_a_number_is_known_nobody_comes_or_leaves_by_name() -> None:
    sitting = story(plan(), Register(on=DAY, count=70), Open(on=DAY))

    with pytest.raises(Impossible, match="not their names"):
        judge(sitting, Leave(on=DAY, people=(DEPUTIES[0],)), HOUSE)


@pytest.mark.parametrize("count", [70, {"mazhilis": 70}])
def test_at_a_joint_sitting_the_number_is_given_for_each_chamber(count: object) -> None:
    act = Register.model_validate({"on": DAY, "count": count})

    with pytest.raises(Impossible, match="Chamber"):
        judge(story(plan(Kind.JOINT), given=BOTH), act, BOTH)
    both = Register.model_validate({"on": DAY, "count": {"mazhilis": 70, "senate": 40}})
    assert judge(story(plan(Kind.JOINT), given=BOTH), both, BOTH).adopted


def test_who_comes_late_is_late_and_who_comes_back_was_there_in_time() -> None:
    sitting = story(
        plan(), Register(on=DAY, present=tuple(DEPUTIES[:66]), excused=(DEPUTIES[70],)),
        Open(on=DAY), Leave(on=DAY, people=(DEPUTIES[0],)),
        Arrive(on=DAY, people=(DEPUTIES[0], DEPUTIES[70])),
    )  # fmt: skip

    marks = standing(sitting).people
    assert (marks[DEPUTIES[0]].state, marks[DEPUTIES[70]].state) == (State.PRESENT, State.LATE)
    assert number(standing(sitting)) == 67


def item_open(*more: AnySittingAct) -> Sitting:
    return story(
        plan(), agenda(), Open(on=DAY), Register(on=DAY, present=tuple(DEPUTIES[:70])), adopt(1),
        ItemOpened(on=DAY, item=1), *more,
    )  # fmt: skip


def test_who_leaves_for_one_item_is_there_for_the_rest() -> None:
    sitting = item_open(Leave(on=DAY, people=(DEPUTIES[0],), item=1))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (69, 70)
    assert DEPUTIES[0] not in here(standing(sitting, 1))


def test_a_registration_for_an_item_counts_only_for_it() -> None:
    sitting = item_open(Register(on=DAY, present=tuple(DEPUTIES[:66]), item=1))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (66, 70)
    left = Leave(on=DAY, people=(DEPUTIES[0],))
    sitting = step(sitting, left, HOUSE, judge(sitting, left, HOUSE))
    assert (number(standing(sitting, 1)), number(standing(sitting))) == (65, 69)
    assert refused(judge(sitting, decide(65, item=1), HOUSE)) == "A57-8.09"
    assert judge(sitting, decide(65), HOUSE).stands(None)


def test_who_was_there_for_an_item_is_kept_when_it_is_closed() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), Leave(on=DAY, people=tuple(DEPUTIES[:5])))

    assert (number(standing(sitting, 1)), number(standing(sitting))) == (70, 65)


def test_nobody_is_registered_for_an_item_that_is_not_open() -> None:
    act = Register(on=DAY, present=(DEPUTIES[0],), item=1)

    assert refused(judge(opened_with(66), act, HOUSE)) == "A57-8.09"


# The order of a sitting.


@pytest.mark.parametrize(
    ("day", "chamber"), [("2026-07-02", Chamber.SENATE), ("2026-07-01", Chamber.MAZHILIS)]
)
def test_no_sitting_is_planned_for_a_day_without_an_edition_in_force(
    day: str, chamber: Chamber
) -> None:
    at = datetime.fromisoformat(f"{day}T10:00+05:00")

    ruling = judge(None, plan(chamber=chamber, at=at), HOUSE)
    assert (ruling.reason, ruling.stands("a reason")) == ("no edition in force", False)
    before = datetime(2026, 6, 30, 5, tzinfo=UTC)
    assert judge(None, plan(chamber=chamber, at=before), HOUSE).stands(None)
    move = Reschedule(on=DAY, starts_at=at, place="1-зал", reason="жөндеу")
    assert not judge(story(plan()), move, HOUSE).stands("a reason")


def test_the_planned_day_is_a_day_in_astana() -> None:
    last = datetime(2026, 6, 30, 18, 59, tzinfo=UTC)  # One minute to midnight in Astana.

    assert judge(None, plan(at=last), HOUSE).stands(None)
    assert not judge(None, plan(at=last.replace(hour=19, minute=0)), HOUSE).stands(None)


@pytest.mark.parametrize(("day", "chamber_sits"), [(18, True), (19, False)])
def test_a_dissolved_mazhilis_does_not_sit(day: int, chamber_sits: bool) -> None:
    at = datetime(2023, 1, day, 5, tzinfo=UTC)

    ruling = judge(None, plan(at=at), HOUSE)
    assert ruling.stands(None) is chamber_sits
    assert (ruling.reason == "no chamber on this day") is not chamber_sits


def test_on_a_day_without_law_nothing_is_done_at_a_sitting() -> None:
    late = Close(on=date(2026, 7, 1))

    assert not judge(opened_with(66), late, HOUSE).stands("a reason")


@pytest.mark.parametrize(
    ("sitting", "open_now"),
    [
        (story(plan()), ["agenda", "reschedule", "cancel", "open", "register"]),
        (story(plan(), Cancel(on=DAY, reason="дерт")), []),
        (
            story(plan(), agenda(), Open(on=DAY)),
            ["agenda", "register", "close", "minutes"],
        ),
        (
            opened_with(66),
            ["agenda", "register", "leave", "arrive", "agenda_adopted", "decide", "close",
             "minutes"],
        ),
        (
            item_open(),
            ["agenda", "register", "leave", "arrive", "speech", "decide", "item_closed",
             "minutes"],
        ),
        (story(plan(), Open(on=DAY), Close(on=DAY)), ["minutes"]),
    ],
    ids=["planned", "cancelled", "opened", "registered", "with an item", "closed"],
)  # fmt: skip
def test_the_order_of_a_sitting_says_what_is_open_now(
    sitting: Sitting, open_now: list[str]
) -> None:
    assert next_acts(sitting) == open_now


ONE_OF_EACH: list[AnySittingAct] = [
    agenda(), adopt(1), Reschedule(on=DAY, starts_at=AT, place="2-зал", reason="жөндеу"),
    Cancel(on=DAY, reason="дерт"), Open(on=DAY), Register(on=DAY, count=3),
    Leave(on=DAY, people=(DEPUTIES[0],)), Arrive(on=DAY, people=(DEPUTIES[0],)),
    ItemOpened(on=DAY, item=1), ItemClosed(on=DAY, item=1),
    Speak(on=DAY, item=1, guest="Министр", speech=Genre.REPORT), decide(1),
    KeepMinutes(on=DAY, source="№ 3 хаттама"), Close(on=DAY),
]  # fmt: skip


@pytest.mark.parametrize("act", ONE_OF_EACH, ids=lambda act: act.kind)
@pytest.mark.parametrize(
    "sitting",
    [story(plan()), story(plan(), Cancel(on=DAY, reason="дерт")), opened_with(66), item_open(),
     story(plan(), Open(on=DAY), Close(on=DAY))],
    ids=["planned", "cancelled", "registered", "with an item", "closed"],
)  # fmt: skip
def test_what_is_not_open_now_is_refused_and_says_why(sitting: Sitting, act: AnySittingAct) -> None:
    if act.kind in next_acts(sitting):
        return
    ruling = judge(sitting, act, HOUSE)
    assert refused(ruling) == "A57-8.09"
    assert ruling.sentence.en.startswith("This step is ")


def test_every_kind_of_act_has_its_place_in_the_order() -> None:
    assert NEEDS.keys() == {act.kind for act in ONE_OF_EACH}


def test_a_sitting_is_opened_and_its_people_registered_on_its_day() -> None:
    sitting = story(plan())
    next_day = DAY.replace(day=5)

    for act in (Open(on=next_day), Register(on=next_day, count=70)):
        with pytest.raises(Impossible, match="reschedule it first"):
            judge(sitting, act, HOUSE)
    moved = Reschedule(on=DAY, starts_at=AT.replace(day=5), place="2-зал", reason="жөндеу")
    sitting = story(plan(), Register(on=DAY, count=70), moved)
    assert judge(sitting, Open(on=next_day), HOUSE).stands(None)
    assert sitting.moves[0].starts_at == AT
    assert not sitting.rolls, "who was registered for the former day is not there on the new one"


def test_the_days_of_a_sitting_do_not_run_backwards() -> None:
    sitting = opened_with(66)
    day_before = DAY.replace(day=3)

    with pytest.raises(Impossible, match="the day of what went before"):
        judge(sitting, Close(on=day_before), HOUSE)
    assert judge(sitting, Close(on=DAY), HOUSE).stands(None)


@pytest.mark.parametrize(("year", "possible"), [(1989, 0), (1990, 1), (2100, 1), (2101, 0)])
def test_a_sitting_is_held_in_our_time(year: int, possible: int) -> None:
    told = {**plan().model_dump(), "starts_at": AT.replace(year=year)}

    if possible:
        assert Plan.model_validate(told).starts_at.year == year
    else:
        with pytest.raises(ValidationError, match="starts_at"):
            Plan.model_validate(told)


def test_minutes_say_something_or_where_they_are_kept() -> None:
    assert KeepMinutes(on=DAY, text="Отырыс ашылды").source is None
    assert KeepMinutes(on=DAY, source="мұрағат").text is None
    with pytest.raises(ValidationError, match="give the text"):
        KeepMinutes(on=DAY)


def test_what_follows_an_opening_or_a_close_is_not_before_it_though_after_the_plan() -> None:
    early = plan().model_copy(update={"on": DAY.replace(day=2)})
    opened = story(early, agenda(), Open(on=DAY), Register(on=DAY, count=70))
    closed = story(
        early, agenda(), Open(on=DAY), Register(on=DAY, count=70), Close(on=DAY.replace(day=5))
    )

    with pytest.raises(Impossible, match="2026-03-03 is before 2026-03-04"):
        judge(opened, Close(on=DAY.replace(day=3)), HOUSE)
    with pytest.raises(Impossible, match="2026-03-04 is before 2026-03-05"):
        judge(closed, KeepMinutes(on=DAY, source="мұрағат"), HOUSE)


def test_one_item_is_open_at_a_time_and_each_is_taken_up_once() -> None:
    assert refused(judge(item_open(), ItemOpened(on=DAY, item=2), HOUSE)) == "A57-8.09"
    assert refused(judge(item_open(), ItemClosed(on=DAY, item=2), HOUSE)) == "A57-8.09"
    done = item_open(ItemClosed(on=DAY, item=1))
    assert refused(judge(done, ItemOpened(on=DAY, item=1), HOUSE)) == "A57-8.09"
    assert judge(done, ItemOpened(on=DAY, item=2), HOUSE).stands(None)


def test_speeches_keep_their_order() -> None:
    first = Speak(on=DAY, item=1, speaker=DEPUTIES[0], speech=Genre.REPORT)
    second = Speak(on=DAY, item=1, guest="Министр", speech=Genre.ANSWER)

    spoken = item_open(first, second).speeches
    assert [(speech.speaker, speech.guest) for speech in spoken] == [
        (DEPUTIES[0], None), (None, "Министр"),
    ]  # fmt: skip


@pytest.mark.parametrize("year", [1989, 2101, 9999])
def test_a_sitting_starts_at_an_instant_of_our_time(year: int) -> None:
    with pytest.raises(ValidationError):
        plan(at=datetime(year, 12, 31, 23, 59, tzinfo=UTC))
    with pytest.raises(ValidationError):
        Plan.model_validate(plan().model_dump() | {"starts_at": "2026-03-04T10:00:00"})


def test_a_body_is_named_where_one_sits_and_only_there() -> None:
    told = plan(Kind.COMMITTEE).model_dump()

    for wrong in (told | {"body": None}, told | {"sitting": "plenary"}):
        with pytest.raises(ValidationError):
            Plan.model_validate(wrong)


NEXT = DAY.replace(day=5)


def test_a_sitting_that_goes_on_the_next_day_registers_its_people_again() -> None:
    sitting = opened_with(66)

    assert judge(sitting, Register(on=NEXT, present=tuple(DEPUTIES[:70])), HOUSE).count == 70
    assert judge(sitting, Leave(on=NEXT, people=(DEPUTIES[0],)), HOUSE).count == 65


def test_a_version_is_not_voted_on_before_it_is_published() -> None:
    sitting = opened_with(66)
    later = agenda().model_copy(update={"on": NEXT})
    sitting = step(sitting, later, HOUSE, judge(sitting, later, HOUSE))

    with pytest.raises(Impossible, match="when it was published"):
        judge(sitting, adopt(2), HOUSE)
    assert judge(sitting, adopt(1), HOUSE).stands(None)
    assert judge(sitting, adopt(2).model_copy(update={"on": NEXT}), HOUSE).stands(None)
    day_after = {"on": DAY.replace(day=6)}
    assert judge(sitting, adopt(2).model_copy(update=day_after), HOUSE).stands(None)


def test_an_item_is_not_closed_before_it_was_taken_up() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), ItemOpened(on=NEXT, item=2))

    with pytest.raises(Impossible, match="item 2 was opened later"):
        judge(sitting, ItemClosed(on=DAY, item=2), HOUSE)
    assert judge(sitting, ItemClosed(on=NEXT, item=2), HOUSE).stands(None)
    assert judge(item_open(), ItemClosed(on=NEXT, item=1), HOUSE).stands(None)


def test_who_comes_after_an_item_was_closed_was_not_there_for_it() -> None:
    sitting = item_open(ItemClosed(on=DAY, item=1), Arrive(on=DAY, people=(DEPUTIES[80],)))

    assert DEPUTIES[80] in here(standing(sitting))
    assert DEPUTIES[80] not in here(standing(sitting, 1))


def test_who_leaves_the_sitting_needs_no_registration_for_the_item_now_open() -> None:
    sitting = item_open(Leave(on=DAY, people=(DEPUTIES[0],)))

    assert list(sitting.rolls) == [WHOLE]
    assert DEPUTIES[0] not in here(standing(sitting, 1))


def test_those_excused_are_told_apart() -> None:
    sitting = story(
        plan(),
        Register(on=DAY, present=(DEPUTIES[0],), late=(DEPUTIES[1],), excused=(DEPUTIES[2],)),
    )

    assert excused(standing(sitting)) == (DEPUTIES[2],)
    assert here(standing(sitting)) == (DEPUTIES[0], DEPUTIES[1])


@pytest.mark.parametrize(
    ("mazhilis", "senate", "total"), [(66, 34, 98), (65, 34, 98), (66, 33, 50)]
)
def test_a_joint_registration_tells_of_the_chamber_that_lacks_its_quorum(
    mazhilis: int, senate: int, total: int
) -> None:
    present = (*DEPUTIES[:mazhilis], *SENATORS[:senate])
    sitting = story(plan(Kind.JOINT), given=BOTH)

    ruling = judge(sitting, Register(on=DAY, present=present), BOTH)
    assert (ruling.total, ruling.adopted) == (total, (mazhilis, senate) == (66, 34))


@pytest.mark.parametrize(
    ("kind", "rule"),
    [(Kind.PLENARY, "A57-8.03"), (Kind.JOINT, "A57-8.03"), (Kind.COMMITTEE, "A57-8.05")],
)
def test_a_plan_names_the_content_of_the_regulation_that_orders_it(kind: Kind, rule: str) -> None:
    assert judge(None, plan(kind), Given()).rule == rule


def test_a_decision_by_all_seats_is_read_also_by_those_in_office() -> None:
    given = HOUSE.model_copy(update={"in_office": {"mazhilis": 97}})

    ruling = judge(opened_with(70), decide(49, rule="A57-8.02"), given)
    assert [(answer.name, answer.total, answer.adopted) for answer in ruling.readings] == [
        ("Q-04 A", 98, False), ("Q-04 B", 97, True),
    ]  # fmt: skip
    assert (ruling.adopted, ruling.verdict) == (False, Verdict.DISPUTED)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"kind": "bureau"}, "is no committee"),
        ({"chamber": "senate"}, "is no committee of the mazhilis"),
        ({"starts_on": NEXT}, "does not exist on 2026-03-04"),
        ({"ends_on": DAY}, "does not exist on 2026-03-04"),
    ],
)
def test_the_body_that_sits_is_of_this_chamber_and_exists(
    place: dict[str, object], said: str
) -> None:
    right = {"chamber": "mazhilis", "kind": "committee", "starts_on": DAY, "ends_on": NEXT}

    given = Given(place=Place.model_validate(right))
    assert judge(None, plan(Kind.COMMITTEE), given).stands(None)
    with pytest.raises(Impossible, match=said):
        judge(None, plan(Kind.COMMITTEE), Given(place=Place.model_validate(right | place)))


def test_no_sitting_is_planned_or_put_off_to_a_day_that_is_past() -> None:
    late = plan().model_copy(update={"on": DAY.replace(day=5)})
    move = Reschedule(on=DAY, starts_at=AT.replace(day=3), place="2-зал", reason="жөндеу")

    for sitting, act in ((None, late), (story(plan()), move)):
        with pytest.raises(Impossible, match="is past on"):
            judge(sitting, act, HOUSE)
    assert judge(story(plan()), move.model_copy(update={"starts_at": AT}), HOUSE).stands(None)
