"""What the record would give each room beside an act, read off the house of the model."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.walk.model_house import House

Houses = Mapping[str, House]


def of_reports(houses: Houses, house: House, facts: Any, act: Any) -> dict[str, Any]:
    deputies = house.in_office(act["on"])
    signed = facts.signatures if facts is not None else ()
    named = act.get("signatures") or [one.deputy for one in signed]
    told: dict[str, Any] = {
        "in_office": len(deputies),
        "own": tuple(who for who in named if who in deputies),
        "speaks": act.get("deputy", act.get("speaker")) in deputies,
    }
    body = act.get("body") or act.get("for_faction")
    if body is not None:
        members = house.commissions.get(body, frozenset())
        commission = "commission" if body in house.commissions else "committee"
        kind = "faction" if act.get("for_faction") else commission
        told["body"] = {"chamber": house.chamber, "kind": kind, "members": tuple(sorted(members))}
    return told


def of_immunity(houses: Houses, house: House, facts: Any, act: Any) -> dict[str, Any]:
    who = act["deputy"] if facts is None else facts.deputy
    return {"holds": house.is_deputy(who, act["on"])}


def of_mandates(houses: Houses, house: House, facts: Any, act: Any) -> dict[str, Any]:
    """Mandates of either Chamber; for a dissolution those who were deputies until then."""
    if act["kind"] == "dissolution":
        day = act["on"] - timedelta(1)
        return {"in_office": tuple(sorted(house.in_office(day)))}
    who = act["deputy"] if facts is None else next(iter(facts.deputies), None)
    return {"mandates": tuple(mandates_of(houses, who))}


def mandates_of(houses: Houses, who: UUID | None) -> Iterator[dict[str, Any]]:
    for house in houses.values():
        if who in house.mandates:
            held, out = house.mandates[who], house.out(who)
            yield {
                "chamber": house.chamber, "convocation": 8, "basis": held.basis,
                "starts_on": held.first_day, "ends_on": out,
                "ground": None if out is None else "resigned",
            }  # fmt: skip


OF_ROOM = {"reports": of_reports, "immunity": of_immunity, "mandates": of_mandates}
