"""The form of what is told of deadlines: in a case, and in the list of all."""

from chamber.law.ruling import Verdict
from chamber.record.deadlines.facts import What
from chamber.record.deadlines.states import State
from chamber.web.forms import DAY, FLAG, ID, INSTANT, TEXT, WHOLE, Json, fields, many, maybe, part

READING = fields(
    "Where the term ends on one reading. `kept`: whether it is in time today, or was when it was"
    " done.",
    {"last_day": DAY, "latest": INSTANT, "earliest": DAY},
    name=TEXT, adopted=FLAG, safe_until=maybe(DAY), kept=FLAG,
)  # fmt: skip
TOLD = {
    "what": {"type": "string", "enum": [*What]},
    "title": part("Sentence"),
    "subject": maybe(WHOLE),
    "rule": TEXT,
    "cite": TEXT,
    "state": {"type": "string", "enum": [*State], "description": "How it stands today."},
    "verdict": maybe({"type": "string", "enum": [*Verdict]}),
    "since": DAY,
    "due_on": maybe({**DAY, "description": "The day that we adopt."}),
    "safe_until": maybe(
        {**DAY, "description": "The last day that is safe on every reading: a working day."}
    ),
    "safe_from": maybe({**DAY, "description": "The first day that is not too soon on any."}),
    "done_on": maybe(DAY),
    "last_day": maybe(DAY),
    "latest": maybe(INSTANT),
    "earliest": maybe(DAY),
    "readings": many(READING),
    "calendar": maybe(TEXT),
    "sentence": part("Sentence"),
    "note": maybe(part("Sentence")),
}
REMINDER = fields(
    "Who was reminded.", {"what": maybe(TEXT)}, entry=WHOLE, on=DAY, to=TEXT, text=TEXT
)
OF_THE_LIST = {
    "id": ID,
    "case": fields("", id=ID, noun=TEXT, number=TEXT, address=TEXT),
    "about": {
        **maybe(fields("", kk=TEXT, ru=TEXT)),
        "description": "In a word: the deputy, the member of the Government, the body, or the topic"
        " of a hearing; null where not everybody may know it.",
    },
    "chamber": maybe(TEXT),
    "committees": many(ID),
    "reminders": many(REMINDER),
}


def deadlines() -> dict[str, Json]:
    return {
        "Deadline": fields("Something that is due, and how it stands today.", **TOLD),
        "ListedDeadline": fields("Something that is due, in its case.", **OF_THE_LIST, **TOLD),
        "Deadlines": fields(
            "A page of the list of deadlines. `after`: what the next page is asked for with.",
            items=many(part("ListedDeadline")), after=maybe(ID),
        ),
    }  # fmt: skip
