"""The form of what is told of hearings: of one, with its notice certificate, and of the list."""

from chamber.hearings.board import Poster
from chamber.hearings.facts import Hearing
from chamber.hearings.rules.certificate import Certificate
from chamber.hearings.words import Form
from chamber.web.forms import FLAG, ID, INSTANT, TEXT, WHOLE, Json, fields, many, maybe, model, part

# What the list tells of each hearing beside its poster.
OF_THE_LIST: Json = {
    "form": {"type": "string", "enum": [*Form]},
    "public": {**FLAG, "description": "Whether everybody may know of it."},
    "sequence": maybe({**WHOLE, "description": "It rises with each change."}),
    "first_at": maybe(INSTANT),
    "updated_at": maybe(INSTANT),
}
BY = fields("", account=ID, name=TEXT, role=TEXT)


def hearings() -> dict[str, Json]:
    poster, facts, certificate = model(Poster), model(Hearing), model(Certificate)
    listed, hearing = poster.pop("Poster"), facts.pop("Hearing")
    listed["properties"] |= OF_THE_LIST
    told = hearing["properties"] | {"notice_certificate": maybe(part("Certificate"))}
    return {
        **poster,
        **facts,
        **certificate,
        "ListedHearing": listed,
        "Hearing": {"allOf": [part("Case"), {"type": "object", "properties": told}]},
        "Hearings": fields(
            "A page of the list of hearings. `after`: what the next page is asked for with.",
            items=many(part("ListedHearing")), after=maybe(TEXT),
        ),
        "Readings": fields(
            "Who has read a hearing that is not public, the latest first. `what`: `case`, or the"
            " SHA-256 of a file.",
            items=many(fields("", id=TEXT, read_at=INSTANT, by=BY, what=TEXT)),
            after=maybe(TEXT),
        ),
    }  # fmt: skip
