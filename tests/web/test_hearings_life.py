"""A hearing from the proposal to the archive, by HTTP: held, moved, cancelled, in nobody's way."""

from typing import Any

from chamber.law.roles import Role
from tests.web.conftest import Client
from tests.web.hearing_house import (
    DESPITE,
    FRIDAY,
    Visitors,
    app,
    clerk,
    here,
    matter,
    refusal,
)
from tests.web.hearing_room import (
    AT,
    HALL,
    PLACE,
    SECRET,
    WHY,
    Chambers,
    Json,
    Matter,
    begin,
    decided,
    notice,
    plenary,
    prepared,
    proposed,
    ready,
)

__all__ = ["app", "clerk", "here", "matter"]  # Fixtures.
SITE = {"kk": "parlam.kz", "ru": "parlam.kz"}
EARLY = "2026-03-20T10:00:00+05:00"


async def listed(client: Client, **asked: Any) -> list[Json]:
    answer = await client.get(AT, params=asked)
    assert answer.status_code == 200, answer.text
    items: list[Json] = answer.json()["items"]
    return items


async def test_a_hearing_goes_from_the_proposal_to_the_archive(
    matter: Matter, public: Client
) -> None:
    await decided(matter, FRIDAY)
    await prepared(matter)
    assert (await public.get(matter.address)).status_code == 404  # Nobody was told of it yet.
    await matter.done("notice", **notice(EARLY, FRIDAY))
    (planned,) = await listed(public)
    assert (planned["state"], planned["starts_at"], planned["place"]) == ("planned", FRIDAY, PLACE)
    day = "2026-04-10"
    await matter.done("begin", **begin(matter, day))
    deputies = matter.here.mazhilis[:20]
    await matter.done("register", day, deputies=deputies, other_chamber=matter.here.senate[:2])
    guests = [{"name": "Сәуле Жүнісова", "capacity": "expert"}]
    await matter.done("arrive", day, deputies=matter.here.mazhilis[20:22], guests=guests)
    await matter.done("leave", day, deputies=deputies[:1])
    text = {"kk": "Ұсынылады.", "ru": "Рекомендовать."}
    put = await matter.done("recommendations", day, text=text, tally={"for": 15, "against": 6})
    assert (put["ruling"]["total"], put["ruling"]["adopted"]) == (22, True)
    await matter.done("end", day)
    await matter.done("minutes", day, source="№ 1 хаттама")
    assert (await matter.do("complete", "2026-04-20")).status_code == 409
    for to in ("deputies", "state_bodies", "associations"):
        await matter.done("dispatch", "2026-04-15", to=to, addressee="Жолданды")
    for what in ("report", "recommendations"):
        await matter.done("publication", "2026-04-16", what=what, where=SITE)
    await matter.done("complete", "2026-04-20")

    told = (await public.get(matter.address)).json()
    assert told["next"] == []
    assert len(told["entries"]) == 18
    for entry in told["entries"]:
        assert all(entry["ruling"]["sentence"][name] for name in ("kk", "ru", "en"))
        assert set(entry["by"]) == {"role"}
    assert told["notice_certificate"]["sentence"]["kk"]
    (held,) = await listed(public, state="held")
    assert (held["recommendations"], held["report"]) == (True, SITE)


async def test_who_moves_a_hearing_tells_the_media_anew(matter: Matter, public: Client) -> None:
    await ready(matter, FRIDAY, EARLY)
    later = "2026-04-17T15:00:00+05:00"
    move = {"starts_at": later, "place": PLACE, "reason": WHY}
    await matter.done("reschedule", "2026-03-25", **move)

    told = (await public.get(matter.address)).json()
    assert told["notice_certificate"]["verdict"] == "invalid"
    (one,) = await listed(public)
    assert (one["state"], one["starts_at"], one["sequence"]) == ("moved", later, 1)
    assert one["moves"][0]["starts_at"] == FRIDAY
    begins = begin(matter, "2026-04-17")
    refusal(await matter.do("begin", **begins), "A57-5.11", "D", "invalid")
    await matter.done("notice", **notice("2026-03-26T10:00:00+05:00", later))
    assert (await listed(public))[0]["notice"]["verdict"] == "valid"
    assert (await matter.done("begin", **begins))["ruling"]["verdict"] == "valid"


async def test_who_moves_a_hearing_too_near_is_told_the_first_day_that_would_do(
    matter: Matter,
) -> None:
    await ready(matter, FRIDAY, EARLY)
    near: Json = {"place": PLACE, "reason": WHY, "on": "2026-04-06"}

    late = await matter.do("reschedule", **near, starts_at="2026-04-13T10:00:00+05:00")
    found = refusal(late, "A57-5.11", "D", "disputed", "Q-01 B")
    assert found["earliest_lawful"] == "2026-04-14"
    cured = await matter.do("reschedule", **near, starts_at="2026-04-14T10:00:00+05:00")
    assert cured.status_code == 201, cured.text


async def test_a_cancelled_hearing_stays_where_everybody_can_see_it(
    matter: Matter, public: Client
) -> None:
    await ready(matter, FRIDAY, EARLY)
    await matter.done("cancel", "2026-04-01", reason=WHY)

    (one,) = await listed(public)
    assert (one["state"], one["cancelled_on"]) == ("cancelled", "2026-04-01")
    assert one["sequence"] == 1
    assert (await matter.do("begin", **begin(matter, "2026-04-10"))).status_code == 409
    told = (await matter.do("begin", **begin(matter, "2026-04-10"))).json()
    assert told["sentence"]["ru"].endswith("слушания отменены.")


async def test_a_plenary_waits_until_the_hearing_is_moved(
    matter: Matter, clerk: Client, here: Chambers
) -> None:
    await ready(matter, FRIDAY, EARLY)

    told = refusal(await plenary(clerk, here, "2026-04-10"), "A57-5.08", "V", "invalid")
    assert matter.uid not in str(told)
    move = {"starts_at": "2026-04-13T10:00:00+05:00", "place": PLACE, "reason": WHY}
    await matter.done("reschedule", "2026-04-01", **move)
    assert (await plenary(clerk, here, "2026-04-10")).status_code == 201
    back = {"starts_at": FRIDAY, "place": PLACE, "reason": WHY}
    barred = await matter.do("reschedule", "2026-04-01", **back)
    assert refusal(barred, "A57-5.08", "D", "invalid")["earliest_lawful"] == "2026-04-11"


async def test_a_plenary_of_the_other_chamber_is_only_disputed(
    matter: Matter, visitors: Visitors, here: Chambers
) -> None:
    await ready(matter, FRIDAY, EARLY)
    senate = await visitors(Role.SECRETARIAT, "senate")

    asked = await plenary(senate, here, "2026-04-10", chamber="senate")
    refusal(asked, "A57-5.08", "V", "disputed", "Q-16 B")
    sitting = Matter(senate, here)
    plan = {
        "kind": "plan", "on": "2026-03-02", "chamber": "senate", "sitting": "plenary",
        "starts_at": FRIDAY, "place": HALL,
    }  # fmt: skip
    answer = await sitting.open(plan, "/api/v1/sittings", **DESPITE)
    assert answer.status_code == 201, answer.text


async def test_of_a_closed_hearing_everybody_is_told_only_that_the_day_is_not_free(
    clerk: Client, visitors: Visitors, here: Chambers
) -> None:
    closed = await proposed(clerk, here, form="closed")
    await decided(closed, FRIDAY, form="closed", ground=SECRET)

    told = []
    for role in (Role.SECRETARIAT, Role.PRESIDING):
        client = await visitors(role, "mazhilis")
        answer = await plenary(client, here, "2026-04-10")
        refusal(answer, "A57-8.03", "V", "invalid")
        told.append({**answer.json(), "instance": ""})
    assert told[0] == told[1]
    assert told[0]["sentence"] == {
        "kk": "Бұл күн бос емес.", "ru": "Этот день занят.", "en": "This day is not free.",
    }  # fmt: skip
    assert closed.uid not in str(told)


async def test_a_hearing_whose_cancellation_is_corrected_needs_its_day_to_be_free_still(
    matter: Matter, clerk: Client, here: Chambers
) -> None:
    await ready(matter, FRIDAY, EARLY)
    cancelled = await matter.done("cancel", "2026-04-01", reason=WHY)
    assert (await plenary(clerk, here, "2026-04-10")).status_code == 201

    answer = await matter.do(
        "correction", "2026-04-01", entry=cancelled["seq"], act=None, reason="It stands."
    )

    assert answer.status_code == 409, answer.text
    assert answer.json()["type"].endswith("#problem-day-not-free")
    assert set(answer.json()["sentence"]) == {"kk", "ru", "en"}
