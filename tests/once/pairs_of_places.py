"""Races for a place: a seat, a chair, an hour, a day, an office."""

from datetime import timedelta

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.stand import Stand
from tests.walk.town import hour

Two = tuple[Move, Move]
BOTH = {"kk": "Зал", "ru": "Зал (по-русски)"}


@pair("mandate/mandate", "there is one vacant seat", alone=True)
async def last_seat(here: Stand) -> Two:
    told = {
        "chamber": here.chamber, "convocation": here.town.era.convocation, "basis": "list",
        "until": here.day + timedelta(1), "ground": "died",
    }  # fmt: skip
    first, second = here.town.spare[:2]
    return (
        here.move("people", first, "mandate", **told),
        here.move("people", second, "mandate", **told),
    )


@pair("mandate_end/mandate_end", "a mandate ends once", alone=True)
async def one_end(here: Stand) -> Two:
    end = {"chamber": here.chamber, "ground": "died"}
    return (here.move("people", here.last, "mandate_end", **end),) * 2


@pair("post/post", "a Chamber has one Chair", alone=True)
async def one_chair(here: Stand) -> Two:
    told = {"chamber": here.chamber, "post": "chair", "until": here.day + timedelta(1)}
    return (
        here.move("people", here.last, "post", **told),
        here.move("people", here.deputies[40 - here.number], "post", **told),
    )


@pair("membership/membership", "a body has one chair", alone=True)
async def one_in_the_chair(here: Stand) -> Two:
    names = dict.fromkeys(("kk", "ru", "latin"), f"№ {here.number}")
    body = await here.opened(
        "bodies", "body", chamber=here.chamber, body="commission", name=names,
        convocation=here.town.era.convocation,
    )  # fmt: skip
    told = {"body": body, "role": "chair"}
    return (
        here.move("people", here.last, "membership", **told),
        here.move("people", here.deputies[40 - here.number], "membership", **told),
    )


@pair("membership/dissolved", "nobody is in a body that is no more")
async def no_body(here: Stand) -> Two:
    names = dict.fromkeys(("kk", "ru", "latin"), f"№ {here.number}")
    body = await here.opened(
        "bodies", "body", chamber=here.chamber, body="commission", name=names,
        convocation=here.town.era.convocation,
    )  # fmt: skip
    over = here.act("dissolved") | {"on": here.day + timedelta(1)}
    joins = here.move("people", here.last, "membership", body=body)
    return joins, Move("bodies", over, body, here.chamber)


@pair("body/body", "a Chamber has one Bureau", alone=True)
async def one_bureau(here: Stand) -> Two:
    told = {
        "chamber": here.chamber, "body": "bureau", "until": here.day + timedelta(1),
        "name": dict.fromkeys(("kk", "ru", "latin"), "Бюро"),
        "convocation": here.town.era.convocation,
    }  # fmt: skip
    return (here.move("bodies", None, "body", **told),) * 2


@pair("plan/plan", "a Chamber sits in one place at an hour", alone=True)
async def one_hour(here: Stand) -> Two:
    told = {"chamber": here.chamber, "sitting": "plenary", "place": "Астана"}
    return (here.move("sittings", None, "plan", starts_at=hour(here.day, 0), **told),) * 2


@pair("plan/reschedule", "a Chamber sits in one place at an hour", alone=True)
async def same_hour(here: Stand) -> Two:
    other = await here.planned(2)
    told = {"chamber": here.chamber, "sitting": "plenary", "place": "Астана"}
    moved = {"starts_at": hour(here.day, 0), "place": "Астана", "reason": "жөндеу"}
    return (
        here.move("sittings", None, "plan", starts_at=hour(here.day, 0), **told),
        here.move("sittings", other, "reschedule", **moved),
    )


@pair("register/close", "nobody is registered at a sitting that is closed")
async def closed_door(here: Stand) -> Two:
    sitting = await here.sitting(present=here.deputies[:70])
    return (
        here.move("sittings", sitting, "arrive", people=here.deputies[80:82]),
        here.move("sittings", sitting, "close"),
    )


@pair("open/cancel", "a sitting that is cancelled is not opened", alone=True)
async def cancelled(here: Stand) -> Two:
    sitting = await here.planned()
    await here.do("sittings", sitting, "register", present=here.deputies)
    return (
        here.move("sittings", sitting, "open"),
        here.move("sittings", sitting, "cancel", reason="жөндеу"),
    )


@pair("leave/leave", "a deputy leaves once")
async def leaves_twice(here: Stand) -> Two:
    sitting = await here.sitting()
    gone = here.move("sittings", sitting, "leave", people=here.deputies[:1])
    return gone, gone
