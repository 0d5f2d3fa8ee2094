"""Three invented judges, from the Chair's submission to three numbered resolutions, by HTTP."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from chamber.law.roles import Role
from tests.appointments.seated import Seated, elect, seated, sitting
from tests.web.conftest import Client, send

AT = "/api/v1/appointments"
DAY, TODAY = "2026-03-25", "2026-04-01"
SOURCE = {"occurred": {"source": "2026 жылғы 25 наурыздағы отырыстың хаттамасы"}}
Json = dict[str, Any]


@pytest_asyncio.fixture
async def here(engine: AsyncEngine) -> Seated:
    async with AsyncSession(engine) as session, session.begin():
        return await seated(session)


@pytest_asyncio.fixture
async def half_empty(engine: AsyncEngine, here: Seated) -> str:
    """A plenary sitting at which 65 of 98 are registered."""
    async with AsyncSession(engine) as session, session.begin():
        return str(await sitting(session, "plenary", None, here.deputies[:65]))


class Matter:
    """An appointment as a program of the secretariat moves it on, act by act."""

    def __init__(self, client: Client, here: Seated) -> None:
        self.client, self.here, self.address, self.tag = client, here, "", ""

    async def open(self, **more: Any) -> httpx.Response:
        envelope: Json = {name: more.pop(name) for name in ("occurred", "despite") if name in more}
        told: Json = {
            "kind": "submission", "on": DAY, "chamber": "mazhilis",
            "body": "constitutional_court", "submitted_by": str(self.here.chair),
            "candidates": [{"person": str(one)} for one in self.here.candidates[:3]],
            "document": "№ 1", "committee": str(self.here.committee),
        }  # fmt: skip
        body: Json = {"act": told | more, **envelope}
        return self.seen(await send(self.client, AT, body))

    async def do(self, kind: str, on: str = DAY, **told: Any) -> httpx.Response:
        envelope: Json = {name: told.pop(name) for name in ("occurred", "despite") if name in told}
        act: Json = {"kind": kind, "on": on} | told
        body: Json = {"act": act, **envelope}
        return self.seen(await send(self.client, f"{self.address}/acts", body, self.tag))

    def seen(self, answer: httpx.Response) -> httpx.Response:
        self.tag = answer.headers.get("ETag", self.tag)
        self.address = answer.headers.get("Location", self.address)
        return answer

    async def done(self, kind: str, **told: Any) -> Json:
        answer = await self.do(kind, **told)
        assert answer.status_code == 201, answer.text
        entry: Json = answer.json()["entry"]
        return entry

    async def announced(self, *numbers: int) -> None:
        for number in numbers:
            await self.done(
                "conclusion", candidates=[number], sitting=str(self.here.committee_sitting),
                recommends=True, tally={"for": 9, "against": 0}, text="Ұсынылды",
            )  # fmt: skip
            await self.done("announcement", candidate=number, sitting=str(self.here.plenary))

    def vote(self, *numbers: int, **more: Any) -> Json:
        told = {"candidates": numbers, "sitting": str(self.here.plenary), "method": "totals"}
        return told | more

    async def voted(self, number: int, for_: int, against: int, abstained: int = 0) -> Json:
        await self.done("open_vote", **self.vote(number))
        shown = (await self.client.get(self.address)).json()
        totals = {"for": for_, "against": against, "abstained": abstained}
        return await self.done("close_vote", vote=shown["rounds"][-1]["vote"], totals=totals)

    def resolution(self, *numbers: int, **more: Any) -> Json:
        text = {"kk": "Тағайындалсын.", "ru": "Назначить."}
        return {"candidates": numbers, "decision": "appoint", "text": text} | more


@pytest_asyncio.fixture
async def matter(visitors: Callable[..., Awaitable[Client]], here: Seated) -> Matter:
    opened = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    assert (await opened.open()).status_code == 201
    return opened


def refusal(answer: httpx.Response, rule: str, breach: str, verdict: str = "invalid") -> Json:
    assert answer.status_code == 409, answer.text
    told: Json = answer.json()
    found = {one["rule"]: one for one in told["findings"]}
    assert rule in found, sorted(found)
    assert (found[rule]["breach"], found[rule]["verdict"]) == (breach, verdict)
    return told


async def test_three_judges_are_appointed_by_three_numbered_resolutions(
    matter: Matter, public: Client
) -> None:
    await matter.announced(1, 2, 3)
    for number in (1, 2, 3):
        closing = await matter.voted(number, 60 + number, 20)
        assert closing["ruling"]["adopted"] is True
        entry = await matter.done("resolution", **matter.resolution(number))
        assert entry["ruling"]["rule"] == "A57-1.18"
    await matter.done(
        "resolution_days", on=TODAY, candidate=1, signed_on=DAY, published_on=TODAY, sent_on=TODAY
    )

    told = (await public.get(matter.address)).json()
    closed = next(one for one in told["entries"] if one["kind"] == "close_vote")
    ruling = closed["ruling"]
    assert (ruling["total"], ruling["needed"], ruling["count"]) == (98, 50, 61)
    assert ruling["cite"].startswith("Constitution, art. 57(1)")
    assert ruling["sentence"]["ru"] == (
        "Решение принято: «за» — 61, требуется не менее 50 (большинство от 98)."
    )
    register = (await public.get("/api/v1/resolutions?chamber=mazhilis&convocation=8")).json()
    assert [one["number"] for one in register["items"]] == ["№ 3-VIII", "№ 2-VIII", "№ 1-VIII"]
    one = (await public.get(f"/api/v1/resolutions/{register['items'][2]['id']}")).json()
    assert (one["text"]["ru"], one["published_on"]) == ("Назначить.", TODAY)
    assert one["person"]["id"] == str(matter.here.candidates[0])
    assert (one["rule"], one["stands"]) == ("A57-1.17", True)
    links = (await public.get(f"/api/v1/votes/{one['vote']}")).json()["links"]
    resting = (await public.get(links["resolutions"])).json()
    assert [resolution["id"] for resolution in resting["items"]] == [one["id"]]
    offices = await public.get(f"/api/v1/offices?body=constitutional_court&on={TODAY}")
    held = offices.json()["items"]
    assert {one["person"]["id"] for one in held} == {str(p) for p in matter.here.candidates[:3]}
    assert {one["last_day"] for one in held} == {"2034-03-24"}
    listed = (await public.get(f"{AT}?body=constitutional_court&chamber=mazhilis")).json()
    assert [len(one["candidates"]) for one in listed["items"]] == [3]


async def test_w03_forty_nine_of_ninety_eight_appoint_nobody(matter: Matter) -> None:
    await matter.announced(1)

    closing = await matter.voted(1, 49, 2, 15)

    assert (closing["ruling"]["adopted"], closing["ruling"]["needed"]) == (False, 50)
    answer = await matter.do("resolution", **matter.resolution(1))
    refusal(answer, "A57-1.18", "V")


async def test_w04_fifty_of_ninety_eight_appoint_by_a_resolution_of_their_own(
    matter: Matter,
) -> None:
    await matter.announced(1)

    closing = await matter.voted(1, 50, 48)

    assert closing["ruling"]["adopted"] is True
    assert (await matter.do("resolution", **matter.resolution(1))).status_code == 201


async def test_w06_one_vote_on_three_judges_is_no_act_in_law(matter: Matter) -> None:
    await matter.announced(1, 2, 3)
    together = matter.vote(1, 2, 3)

    told = refusal(await matter.do("open_vote", **together), "A57-1.14", "V")
    assert told["numbers"] == {"candidates": 3}
    refusal(await matter.do("open_vote", **together, despite="90 for"), "A57-1.14", "V")

    entered = await matter.done("open_vote", **together, **SOURCE)
    assert (entered["ruling"]["verdict"], entered["stands"]) == ("invalid", False)
    assert (await matter.client.get(matter.address)).json()["rounds"] == []
    totals = {"for": 90, "against": 0}
    counted = await matter.done("close_vote", vote=entered["vote"], totals=totals, **SOURCE)
    assert (counted["ruling"]["count"], counted["ruling"]["total"]) == (90, 98)
    assert (counted["ruling"]["verdict"], counted["stands"]) == ("invalid", False)
    for number in (1, 2, 3):
        await matter.voted(number, 90, 0)
    refusal(await matter.do("resolution", **matter.resolution(1, 2, 3)), "A57-1.18", "V")


async def test_w07_a_secret_vote_needs_a_prior_decision_of_the_chamber(
    matter: Matter, engine: AsyncEngine
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        await elect(session, matter.here.plenary, matter.here.deputies[:3])
    await matter.announced(1)
    secret = matter.vote(1, form="secret", method="protocol")
    order = {"sitting": str(matter.here.plenary), "form": "secret"}

    refusal(await matter.do("open_vote", **secret), "A57-1.16", "D")
    await matter.done("ballot_order", **order, tally={"for": 50, "against": 10})
    opened = await matter.done("open_vote", **secret)

    assert opened["ruling"]["verdict"] == "valid"


async def test_w07_a_decision_by_a_majority_of_those_present_only_is_disputed(
    visitors: Callable[..., Awaitable[Client]], engine: AsyncEngine, here: Seated
) -> None:
    async with AsyncSession(engine) as session, session.begin():
        here.plenary = await sitting(session, "plenary", None, here.deputies[:80])
        await elect(session, here.plenary, here.deputies[:3])
    matter = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    await matter.open()
    await matter.announced(1)
    secret = matter.vote(1, form="secret", method="protocol")
    order = {"sitting": str(here.plenary), "form": "secret", "tally": {"for": 45, "against": 10}}

    decided = await matter.done("ballot_order", **order)

    assert (decided["ruling"]["adopted"], decided["ruling"]["verdict"]) == (False, "disputed")
    refusal(await matter.do("open_vote", **secret), "A57-1.16", "D", "disputed")
    overridden = await matter.done("open_vote", **secret, despite="the Chamber's custom")
    assert overridden["despite"] == "the Chamber's custom"


async def test_w08_a_candidate_without_a_conclusion_waits_for_it_alone(matter: Matter) -> None:
    await matter.announced(1)

    await matter.voted(1, 60, 2)
    told = refusal(await matter.do("open_vote", **matter.vote(2)), "A57-1.09", "D")
    assert told["sentence"]["kk"] == (
        "Бұл кезеңге көшуге әлі болмайды: алдымен комитет қорытынды беруге тиіс."
    )
    await matter.announced(2)
    assert (await matter.do("open_vote", **matter.vote(2))).status_code == 201


async def test_w09_a_debate_that_one_deputy_demands_comes_before_the_vote(
    matter: Matter,
) -> None:
    await matter.announced(1)
    there = {"candidate": 1, "sitting": str(matter.here.plenary)}
    await matter.done("debate_demand", **there, deputy=str(matter.here.deputies[5]))

    refusal(await matter.do("open_vote", **matter.vote(1)), "A57-1.13", "D")
    await matter.done("debate", **there)
    assert (await matter.do("open_vote", **matter.vote(1))).status_code == 201


async def test_w11_a_judge_serves_eight_years_and_a_commissioner_five(
    visitors: Callable[..., Awaitable[Client]], here: Seated
) -> None:
    clerk = await visitors(Role.SECRETARIAT, "senate")
    for body, person in zip(("constitutional_court", "cec"), here.candidates, strict=False):
        told = {
            "kind": "recorded", "on": "2022-12-29", "chamber": "senate", "body": body,
            "person": str(person), "starts_on": "2023-01-01", "sources": ["a gazette"],
        }  # fmt: skip
        answer = await send(clerk, AT, {"act": told, **SOURCE})
        assert answer.status_code == 201, answer.text
        assert answer.json()["entry"]["ruling"]["verdict"] is None

    offices = (await clerk.get("/api/v1/offices?chamber=senate")).json()["items"]

    assert {one["body"]: one["last_day"] for one in offices} == {
        "constitutional_court": "2030-12-31",
        "cec": "2027-12-31",
    }
    assert all("2026" in one["note"]["en"] for one in offices)
    again = Matter(await visitors(Role.SECRETARIAT, "mazhilis"), here)
    await again.open(candidates=[{"person": str(here.candidates[0])}])
    await again.announced(1)
    refusal(await again.do("open_vote", **again.vote(1)), "F-2.09", "D")


async def test_w12_a_rejection_gives_its_reasons_and_the_chair_submits_anew(
    matter: Matter,
) -> None:
    await matter.announced(1)
    await matter.voted(1, 40, 30)
    rejection = matter.resolution(1, decision="reject")

    refusal(await matter.do("resolution", **rejection), "F-2.10", "D")
    await matter.done("resolution", **rejection, reasons="Тәжірибесі жеткіліксіз")

    shown = (await matter.client.get(matter.address)).json()
    assert "new_submission" in [one["kind"] for one in shown["next"]]
    same = {"person": str(matter.here.candidates[0]), "instead_of": 1}
    other = {"person": str(matter.here.candidates[3]), "instead_of": 1}
    chair = {"submitted_by": str(matter.here.chair), "document": "№ 2"}
    for one in (same, other):
        trial = await matter.client.post(
            f"{matter.address}/acts?dry_run=true",
            json={"act": {"kind": "new_submission", "on": DAY, "candidates": [one], **chair}},
        )
        assert trial.json()["stands"] is True, trial.text
    await matter.done("new_submission", candidates=[other], **chair)


async def test_w13_sixty_five_of_ninety_eight_are_no_lawful_sitting(
    matter: Matter, half_empty: str
) -> None:
    await matter.announced(1)
    vote = matter.vote(1, sitting=half_empty)

    told = refusal(await matter.do("open_vote", **vote), "A57-8.09", "V")
    assert told["sentence"]["ru"] == (
        "Кворума нет: присутствует 65 депутатов, требуется не менее 66 (две трети от 98)."
    )
    entered = await matter.done("open_vote", **vote, **SOURCE)
    assert (entered["ruling"]["verdict"], entered["stands"]) == ("invalid", False)


async def test_w57_after_the_last_day_of_the_edition_no_act_is_lawful(
    visitors: Callable[..., Awaitable[Client]], here: Seated
) -> None:
    matter = Matter(await visitors(Role.SECRETARIAT, "senate"), here)

    answer = await matter.open(chamber="senate", on="2026-07-02")

    assert answer.status_code == 409
    assert answer.json()["sentence"]["en"] == (
        "On 2 July 2026 no rule is in force for this Chamber."
    )


async def test_what_is_malformed_is_no_matter_of_law(matter: Matter) -> None:
    await matter.announced(1)
    nobody = "00000000-0000-4000-8000-000000000000"
    for kind, told in (
        ("open_vote", matter.vote()),
        ("open_vote", matter.vote(4)),
        ("open_vote", matter.vote(1, sitting=nobody)),
        ("open_vote", matter.vote(1, sitting="no id")),
        ("close_vote", {"vote": nobody}),
        ("announcement", {"candidate": 0, "sitting": str(matter.here.plenary)}),
        ("opinion", {"candidate": 1, "sitting": str(matter.here.plenary), "deputy": nobody,
                     "stance": "for"}),
        ("resolution", matter.resolution(1, official_number="№ 1")),
        ("resolution", matter.resolution(1, text={"kk": "Қаулы"})),
        ("resolution_days", {"candidate": 1}),
        ("no_such_act", {}),
    ):  # fmt: skip
        answer = await matter.do(kind, **told)
        assert answer.status_code == 422, (kind, told, answer.text)


async def test_the_public_may_read_and_not_write(matter: Matter, public: Client) -> None:
    assert (await public.get(matter.address)).status_code == 200
    outsider = Matter(public, matter.here)
    assert (await outsider.open()).status_code == 401


async def test_the_other_chambers_clerk_may_not_write(
    visitors: Callable[..., Awaitable[Client]], matter: Matter
) -> None:
    matter.client = await visitors(Role.SECRETARIAT, "senate")

    answer = await matter.do("announcement", candidate=1, sitting=str(matter.here.plenary))
    assert answer.status_code == 403
