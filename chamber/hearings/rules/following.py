"""What is told of a hearing that is over: what was sent, published, kept and handed out."""

from typing import Any, assert_never

from chamber.hearings.acts import AddMaterial, Dispatch, HandOver, Publish
from chamber.hearings.facts import (
    Hearing,
)
from chamber.hearings.results import (
    Dispatched,
    HandedOver,
    Material,
    Published,
)

Following = Dispatch | Publish | AddMaterial | HandOver


def followed(hearing: Hearing, act: Following) -> dict[str, Any]:
    match act:
        case Dispatch():
            sent = Dispatched(
                to=act.to, addressee=act.addressee, document=act.document, sent_on=act.on
            )
            return {"dispatched": (*hearing.dispatched, sent)}
        case Publish():
            out = Published(what=act.what, where=act.where, text=act.text, published_on=act.on)
            return {"published": (*hearing.published, out)}
        case AddMaterial():
            material = Material(title=act.title, added_on=act.on)
            return {"materials": (*hearing.materials, material)}
        case HandOver():
            given = HandedOver(to=act.to, name=act.name, of=act.of, handed_on=act.on)
            return {"handed_over": (*hearing.handed_over, given)}
        case _:
            assert_never(act)
