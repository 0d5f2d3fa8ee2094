"""What is wrong with which field of a request, in plain words and with an example."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chamber.law.act import FIRST_YEAR, LAST_YEAR, OUT_OF_TIME, Sentence, Value
from chamber.web.problem import Problem
from chamber.web.reasons import NAMES, in_three_languages

# A reason that begins with one of these speaks of the field itself.
VERBS = ("is", "are", "must", "has", "does", "differ", "says", "names", "holds", "leads",
         "mixes")  # fmt: skip
MISSING = ("missing", "union_tag_not_found")
EXAMPLES = {
    "date": "2026-03-13",
    "datetime": "2026-03-13T10:00:00+05:00",
    "uuid": "7f8e3c1a-52d4-4c0b-9d3e-0a1b2c3d4e5f",
    "int": "66",
    "bool": "true",
}


class Fault(Value):
    """One field that cannot be as it is; the pointer is RFC 6901's, as a fragment."""

    pointer: str
    detail: str  # In English, for the one who programs.
    sentence: Sentence


class Malformed(Exception):
    """A request whose fields cannot be understood."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].detail)
        self.faults = faults

    def problem(self) -> Problem:
        told = [fault.model_dump() for fault in self.faults]
        return Problem(
            422,
            "field",
            self.faults[0].sentence,
            title="A field is wrong",
            more={"pointer": told[0]["pointer"], "errors": told},
        )


def one_field(pointer: str, detail: str) -> Problem:
    """A field whose value cannot be, though its form is right; `detail` says why, in English."""
    field = named_by(pointer.split("/"))
    fault = Fault(pointer=pointer, detail=detail, sentence=cannot_be(field, detail))
    return Malformed([fault]).problem()


def cannot_be(field: str, detail: str) -> Sentence:
    name, reason = name_of(field), in_three_languages(detail)
    unsaid = wrong(field, None)
    why = reason.en if reason else detail
    linked = " " if why.partition(" ")[0] in VERBS else ": "
    return Sentence(
        kk=f"«{name.kk}» өрісі: {reason.kk}." if reason else unsaid.kk,
        ru=f"Поле «{name.ru}»: {reason.ru}." if reason else unsaid.ru,
        en=f"The field “{name.en}”{linked}{why}{'' if why.endswith('?') else '.'}",
    )


def malformed(error: ValidationError, body: object) -> Malformed:
    """What pydantic found, by where it stands in the body as it was sent."""
    found = error.errors(include_url=False, include_context=True, include_input=False)
    return Malformed([fault(one, body) for one in of_the_kind_sent(found, body)][:20])


def of_the_kind_sent(found: Sequence[ErrorDetails], body: object) -> Sequence[ErrorDetails]:
    """A union tells why each of its kinds does not fit; only the kind that was meant matters."""
    kind = kind_sent(body)
    meant = [one for one in found if kind in one["loc"]]
    return meant or found


def kind_sent(body: object) -> object:
    act = body.get("act") if isinstance(body, dict) else None
    return act.get("kind") if isinstance(act, dict) else None


def fault(one: ErrorDetails, body: object) -> Fault:
    place = steps(one["loc"], body)
    if one["type"].startswith("union_tag"):
        place.append(str(one["ctx"]["discriminator"]).strip("'"))
    pointer = "#" + "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in place)
    field = named_by(place)
    if one["type"] in MISSING:
        return Fault(pointer=pointer, detail="is missing", sentence=missing(field))
    if one["type"] == "value_error":  # Our own: it says why.
        why = str(one["ctx"]["error"])
        return Fault(pointer=pointer, detail=why, sentence=cannot_be(field, why))
    out = one["type"] == OUT_OF_TIME
    sentence = out_of_time(field) if out else wrong(field, example(one["type"]))
    return Fault(pointer=pointer, detail=one["msg"], sentence=sentence)


def named_by(place: Sequence[str]) -> str:
    """The field at the end of the way; an element of a list has the name of its list."""
    return next((step for step in reversed(place) if not step.isdigit()), "act")


def steps(loc: Iterable[int | str], body: object) -> list[str]:
    """The way through the body. Pydantic's own way also names the kinds of a union; they go."""
    place: list[str] = []
    way = [step for step in loc if "[" not in str(step)]
    if len(way) > 1 and way[0] == "act" and way[1] == kind_sent(body):
        del way[1]  # An act may have a field of the same name as its kind.
    for number, step in enumerate(way, 1):
        inner = stepped(body, step)
        if inner is not None or (number == len(way) and isinstance(body, Mapping)):
            place.append(str(step))
            body = inner or body
    return place


def stepped(body: object, step: int | str) -> object:
    """What stands at a step of the way; None where there is no such step."""
    if isinstance(body, Mapping):
        return body.get(step)
    if isinstance(body, list) and isinstance(step, int) and step < len(body):
        return body[step]
    return None


def example(kind: str) -> str | None:
    return next((EXAMPLES[name] for name in EXAMPLES if kind.startswith(name)), None)


def name_of(field: str) -> Sentence:
    return NAMES.get(field) or Sentence(kk=field, ru=field, en=field)


def missing(field: str) -> Sentence:
    name = name_of(field)
    return Sentence(
        kk=f"«{name.kk}» өрісі толтырылмаған.",
        ru=f"Поле «{name.ru}» не заполнено.",
        en=f"The field “{name.en}” is missing.",
    )


def wrong(field: str, sample: str | None) -> Sentence:
    name = name_of(field)
    kk, ru, en = (f" Үлгі: {sample}.", f" Образец: {sample}.", f" Example: {sample}.")
    return Sentence(
        kk=f"«{name.kk}» өрісі қате толтырылған.{kk if sample else ''}",
        ru=f"Поле «{name.ru}» заполнено неверно.{ru if sample else ''}",
        en=f"The field “{name.en}” is malformed.{en if sample else ''}",
    )


def out_of_time(field: str) -> Sentence:
    name, first, last = name_of(field), FIRST_YEAR, LAST_YEAR
    return Sentence(
        kk=f"«{name.kk}» өрісі {first} жылдан {last} жылға дейінгі күн болуға тиіс.",
        ru=f"Поле «{name.ru}» должно содержать день с {first} по {last} год.",
        en=f"The field “{name.en}” must be a day from {first} to {last}.",
    )
