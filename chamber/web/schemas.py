"""The form of our answers, so that a client can be built from the description of the interface."""

from chamber.hearings.board import State
from chamber.law.ruling import Ruling
from chamber.record.deadlines.facts import What
from chamber.web.forms import (
    DAY,
    FLAG,
    ID,
    INSTANT,
    NUMBERS,
    SOMETHING,
    TEXT,
    WHOLE,
    Json,
    fields,
    many,
    maybe,
    model,
    part,
)
from chamber.web.forms_of_deadlines import deadlines
from chamber.web.forms_of_hearings import hearings

STANDS = {"ruling": part("Ruling"), "stands": FLAG}
CHANGED = {
    "changed": {
        **many(fields("", entry=WHOLE, kind=TEXT, stands=FLAG, verdict=maybe(part("Verdict")))),
        "description": "Of a correction, or of what was judged again because of one elsewhere: the"
        " acts that come to something else by it. No verdict: the act was taken away.",
    },
    "elsewhere": {
        **many(fields("", id=ID, noun=TEXT, number=TEXT, address=TEXT)),
        "description": "Of a correction: the other cases that it has changed.",
    },
}
RECEIPT = {
    "type": "string",
    "pattern": "^[0-9a-f]{64}$",
    "description": "What the entry is committed to. Within a second it is a leaf of the record,"
    " under a signed checkpoint: docs/record.md says how that is checked.",
}
CASE = {"id": ID, "number": TEXT, "version": WHOLE}
ENTRY = fields(
    "An act as it was entered, with the ruling it was given. `now`: what it comes to since another"
    " entry corrected it; null where it is taken away.",
    {
        "now": maybe(fields("", act=SOMETHING, because=part("Sentence"), **STANDS)),
        "vote": {**ID, "description": "The vote that the act opened."},
        **CHANGED,
    },
    seq=WHOLE, kind=TEXT, on=DAY, entered_at=INSTANT, receipt=RECEIPT,
    by=fields("", {"name": TEXT}, role=TEXT), act=SOMETHING, occurred=maybe(SOMETHING),
    despite=maybe(TEXT), files=many(TEXT), remarks=many(part("Sentence")), **STANDS,
)  # fmt: skip
PROBLEM = fields(
    "RFC 9457. A refusal for law (409) names the rule, the provision, the numbers, and the day on"
    " which it would be lawful, where a day would cure it.",
    {
        "pointer": {"type": "string", "description": "The field that is wrong."},
        "errors": many(fields("", pointer=TEXT, detail=TEXT, sentence=part("Sentence"))),
        "roles": many(TEXT),
        "rule": TEXT,
        "cite": TEXT,
        "breach": maybe(part("Breach")),
        "verdict": maybe(part("Verdict")),
        "readings": many({"anyOf": [TEXT, part("Answer")]}),
        "numbers": NUMBERS,
        "earliest_lawful": maybe(DAY),
        "despite": {
            "type": "boolean",
            "description": "Whether a recorded reason (`despite`) would let the act through.",
        },
        "findings": many(part("Finding")),
    },
    type=TEXT, title=TEXT, status=WHOLE, detail=TEXT, instance=TEXT, sentence=part("Sentence"),
)  # fmt: skip


def components() -> Json:
    """What the answers are made of, by name."""
    parts = model(Ruling)
    # Inside, numbers are kept in their order, as pairs.
    parts["Finding"]["properties"]["numbers"] = NUMBERS
    return {
        **hearings(),
        **parts,
        **deadlines(),
        "Problem": PROBLEM,
        "Entry": ENTRY,
        "Entered": fields("What came of an act.", entry=part("Entry"), **CASE),
        "Rehearsed": fields("What the law would say; nothing was written.", CHANGED, **STANDS),
        "Case": fields(
            "A proceeding: what its acts have told so far, the acts, and what may come next.",
            noun=TEXT, chamber=maybe(TEXT), entries=many(part("Entry")),
            deadlines=many(part("Deadline")),
            next=many(fields("", kind=TEXT, by=many(TEXT))), **CASE,
        ),
        "List": fields(
            "A page of a list. `after`: what the next page is asked for with; null on the last.",
            items=many(fields("", id=ID)), after=maybe(ID),
        ),
        "Kept": fields("A file that was sent.", sha256=TEXT, media_type=TEXT, size=WHOLE),
        "Who": fields(
            "An account.", {"expires_at": INSTANT},
            account=ID, name=TEXT, role=TEXT, chamber=maybe(TEXT), committee=maybe(ID),
            deputy=maybe(ID),
        ),
    }  # fmt: skip


LISTS = (
    "/votes", "/deputies/{uid}/record", "/convocations", "/people", "/bodies", "/sittings",
    "/appointments", "/hearings", "/offices", "/resolutions",
    "/immunity", "/mandates", "/reports",
)  # fmt: skip
NOTE = {**TEXT, "description": "A signed note (C2SP), as `checkpoints/` in a bundle has it."}
REGISTERS = {**WHOLE, "description": "How many of the leaves are registers."}
SIGNED = {"size": WHOLE, "registers": REGISTERS, "note": NOTE, "vkey": TEXT}
ANSWERS = {
    "/record/checkpoint": fields("A signed checkpoint of the record.", **SIGNED),
    "/record/leaves/{receipt}": fields(
        "The leaf of an entry, and the first checkpoint over it.",
        receipt=RECEIPT,
        leaf=WHOLE,
        **SIGNED,
    ),
    "/sessions": part("Who"),
    "/sessions/me": part("Who"),
    "/files": part("Kept"),
    "/law/rules": many(SOMETHING),
    **dict.fromkeys(LISTS, part("List")),
    "/hearings": part("Hearings"),
    "/hearings/{uid}": part("Hearing"),
    "/hearings/{uid}/readings": part("Readings"),
    "/deadlines": part("Deadlines"),
}
DOCUMENTS = ("/law/", "/chambers/", "/deputies/", "/resolutions/")


def answer_of(method: str, path: str) -> Json:
    """What a request that succeeds is answered with."""
    if method == "post" and path.endswith("/acts"):
        return part("Entered")
    if method == "post" and path in LISTS:  # The first act opens a case.
        return part("Entered")
    if path in ANSWERS:
        return ANSWERS[path]
    told_whole = path.startswith(DOCUMENTS) or path == "/votes/{uid}" or path.endswith("/ballots")
    return SOMETHING if told_whole else part("Case")


FORMS: Json = {
    "after": {**TEXT, "description": "What the page before told as `after`."},
    "limit": {"type": "integer", "minimum": 1, "maximum": 100},
    "format": {"type": "string", "enum": ["json", "csv"]},
    "chamber": {"type": "string", "enum": ["senate", "mazhilis"]},
    "state": {"type": "string", "enum": [*State]},
    "updated_since": INSTANT,
    "what": {"type": "string", "enum": [*What]},
    "week": {**TEXT, "pattern": "^[0-9]{4}-W[0-9]{2}$"},
    "open": FLAG,
    **dict.fromkeys(("deputy", "faction", "person", "committee"), ID),
    **dict.fromkeys(("on", "from", "until", "since"), DAY),
}


def form_of(question: str) -> Json:
    """The form of a question in an address."""
    form: Json = FORMS.get(question, TEXT)
    return form
