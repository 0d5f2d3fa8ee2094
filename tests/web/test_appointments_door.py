"""Three invented judges, from the Chair's submission to three numbered resolutions, by HTTP."""

from collections.abc import Awaitable, Callable

from chamber.law.roles import Role
from tests.web.appointing import AT, DAY, TODAY, Matter, here, matter
from tests.web.conftest import Client

__all__ = ["here", "matter"]  # Fixtures.


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
