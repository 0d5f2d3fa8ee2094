"""Races about a hearing: its day, its beginning, and who is handed what."""

from datetime import timedelta
from uuid import UUID

from tests.once.moves import Move
from tests.once.pairs import pair
from tests.once.stand import DESPITE, Stand
from tests.walk.town import hour

NOTICE = timedelta(40)  # Long enough for any.
Two = tuple[Move, Move]
PLACE = {"kk": "2-зал", "ru": "Зал 2"}
TOPIC = {"kk": "Су тапшылығы", "ru": "О нехватке воды"}
WHY = {"kk": "жөндеу", "ru": "ремонт"}


async def bodies(here: Stand) -> dict[str, UUID]:
    """The Bureau and a committee, each with somebody in the chair, for all races of a pair."""
    for number, kind in enumerate(("bureau", "committee")):
        if kind in here.shared:
            continue
        began = {"on": here.town.era.begins}
        body = await here.opened(
            "bodies", "body", chamber=here.chamber, body=kind, **began,
            name=dict.fromkeys(("kk", "ru", "latin"), kind),
            convocation=here.town.era.convocation,
        )  # fmt: skip
        for nth, who in enumerate(here.deputies[10 * number + 1 : 10 * number + 9]):
            role = "member" if nth else "chair"
            await here.do("people", who, "membership", body=body, role=role, sent=DESPITE, **began)
        here.shared[kind] = body
    return here.shared


async def proposed(here: Stand) -> tuple[UUID, dict[str, object]]:
    """A hearing that is proposed, and the Bureau's decision on it that is about to be made."""
    there = await bodies(here)
    sitting = await here.sitting(5, here.deputies[1:9], sitting="bureau", body=there["bureau"])
    case = await here.opened(
        "hearings", "proposal", chamber=here.chamber, topic=TOPIC, organisers=[there["committee"]]
    )
    decision = {
        "sitting": sitting, "tally": {"for": 7, "against": 1}, "form": "open",
        "starts_at": hour(here.day + NOTICE, 1), "place": PLACE,
    }  # fmt: skip
    return case, decision


async def decided(here: Stand) -> UUID:
    case, decision = await proposed(here)
    at = {"starts_at": hour(here.day, 1)}
    await here.do("hearings", case, "decision", sent=DESPITE, **decision | at)
    return case


def plan(here: Stand) -> Move:
    told = {"chamber": here.chamber, "sitting": "plenary", "place": "Астана"}
    return here.move("sittings", None, "plan", starts_at=hour(here.day + NOTICE, 0), **told)


@pair("decision/plan", "a hearing and a plenary sitting are not on one day", alone=True)
async def same_day(here: Stand) -> Two:
    case, decision = await proposed(here)
    return here.move("hearings", case, "decision", **decision), plan(here)


@pair("decision/decision", "the Bureau decides on a hearing once")
async def decided_twice(here: Stand) -> Two:
    case, decision = await proposed(here)
    return (here.move("hearings", case, "decision", **decision),) * 2


@pair("begin/cancel", "a hearing that is cancelled does not begin", alone=True)
async def not_held(here: Stand) -> Two:
    case = await decided(here)
    begin = Move("hearings", here.act("begin", chair=here.deputies[11]), case, sent=DESPITE)
    return begin, here.move("hearings", case, "cancel", reason=WHY)


@pair("begin/reschedule", "a hearing begins at its hour")
async def put_off(here: Stand) -> Two:
    case = await decided(here)
    begin = Move("hearings", here.act("begin", chair=here.deputies[11]), case, sent=DESPITE)
    moved = {"starts_at": hour(here.day, 3), "place": PLACE, "reason": WHY}
    return begin, here.move("hearings", case, "reschedule", **moved)


async def held(here: Stand) -> UUID:
    case = await decided(here)
    for kind, told in (
        ("begin", {"chair": here.deputies[11]}),
        ("register", {"deputies": here.deputies[10:20]}),
        ("recommendations", {"text": TOPIC, "tally": {"for": 8, "against": 1}}),
    ):
        await here.do("hearings", case, kind, sent=DESPITE, **told)
    return case


@pair("end/leave", "nobody leaves a hearing that is over")
async def over(here: Stand) -> Two:
    case = await held(here)
    leaves = here.move("hearings", case, "leave", deputies=here.deputies[10:11])
    return here.move("hearings", case, "end"), leaves


@pair("recommendations/end", "no recommendations are adopted after the end")
async def too_late(here: Stand) -> Two:
    case = await held(here)
    told = {"text": TOPIC, "tally": {"for": 7, "against": 2}}
    return here.move("hearings", case, "recommendations", **told), here.move(
        "hearings", case, "end"
    )


@pair("hand_over/publication", "what is handed over, and what is announced")
async def announced(here: Stand) -> Two:
    case = await held(here)
    await here.do("hearings", case, "end")
    handed = here.move("hearings", case, "hand_over", to="deputy", name="Депутат")
    told = {"what": "report", "where": PLACE, "text": "Есеп"}
    return handed, here.move("hearings", case, "publication", **told)


@pair("hand_over/complete", "nothing is done in a matter that is complete")
async def completed(here: Stand) -> Two:
    case = await held(here)
    await here.do("hearings", case, "end")
    handed = here.move("hearings", case, "hand_over", to="deputy", name="Депутат")
    done = Move("hearings", here.act("complete"), case, sent=DESPITE)
    return handed, done
