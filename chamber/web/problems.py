"""Every way in which something goes wrong, and the problem that the one who asked is told."""

from collections.abc import Callable
from typing import Any, TypeVar

from litestar import Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap
from sqlalchemy.exc import DBAPIError

from chamber.law.act import Sentence
from chamber.law.asking import BadQuestion
from chamber.law.roles import Role
from chamber.law.ruling import Finding, Impossible, Unlawful, passes
from chamber.law.words import written
from chamber.record.desk import NotAllowed, NotYet, SomebodyWasFaster
from chamber.record.idempotency import InFlight, KeyUsedBefore
from chamber.record.logins import TooManyTries
from chamber.record.proceedings import Unknown, UnknownReference
from chamber.web import refusals
from chamber.web.fields import Malformed, one_field
from chamber.web.pointers import pointer_to, pointer_to_value
from chamber.web.problem import MEDIA_TYPE, Asked, Problem, body_of, request_id
from chamber.web.telling import told_ruling
from chamber.web.troubles import broken, of_database, of_http

Error = TypeVar("Error", bound=Exception)


ROLES = {
    Role.PRESIDING: ("төрағалық етуші", "председательствующий", "the presiding officer"),
    Role.SECRETARIAT: ("Палата Аппараты", "Аппарат Палаты", "the secretariat of the Chamber"),
    Role.COMMITTEE: ("комитет қызметкерлері", "сотрудники комитета", "the committee's staff"),
    Role.DEPUTY: ("депутат", "депутат", "the deputy"),
    Role.OFFICE: ("депутаттың көмекшілері", "помощники депутата", "the deputy's office"),
    Role.ADMIN: ("әкімші", "администратор", "the administrator"),
}


ONE = {
    "people": "person", "sittings": "sitting", "bodies": "body", "convocations": "convocation",
    "votes": "vote", "appointments": "appointment", "proceedings": "case",
}  # fmt: skip


class Refused(Exception):
    """A request that is refused with a problem of its own."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


def unlawful(error: Unlawful, asked: object = None) -> Problem:
    """The rule, the provision, the numbers, and what would cure it."""
    ruling = error.ruling
    against = [one for one in ruling.findings if not passes(one, None)]
    worst: Finding | None = against[0] if against else None
    told = told_ruling(ruling.model_dump(mode="json"))
    sentence = worst.sentence if worst else ruling.sentence
    more = {
        **{name: told[name] for name in ("rule", "cite", "edition", "verdict", "base", "total")},
        **{name: told[name] for name in ("needed", "count", "quorum", "reason", "findings")},
        "breach": worst and worst.breach.value,
        "readings": told["readings"] or [*(worst.readings if worst else ())],
        "numbers": dict(worst.numbers) if worst else {},
        "earliest_lawful": earliest(against),
        "despite": ruling.stands("a reason"),
    }
    if worst:
        more |= {"rule": worst.rule, "cite": worst.cite, "verdict": worst.verdict.value}
    return Problem(409, "unlawful", sentence, title="The law does not allow this", more=more)


def earliest(against: list[Finding]) -> str | None:
    """The first day on which nothing speaks against the act any more, if a day cures it all."""
    days = [one.earliest_lawful for one in against]
    known = [day for day in days if day is not None]
    return max(known).isoformat() if known and len(known) == len(days) else None


def not_allowed(error: NotAllowed, asked: object = None) -> Problem:
    roles = [role for role in ROLES if role in error.roles]
    kk, ru, en = (", ".join(ROLES[role][language] for role in roles) for language in range(3))
    sentence = Sentence(
        kk=f"Рөліңіз бұл әрекетті орындауға құқық бермейді. Оны орындай алады: {kk}.",
        ru=f"Ваша роль не дает права на это действие. Его вправе выполнить: {ru}.",
        en=f"Your role may not do this. It may be done by: {en}.",
    )
    return Problem(403, "not-allowed", sentence, more={"roles": [role.value for role in roles]})


def not_yet(error: NotYet, asked: Asked) -> Problem:
    day = written(error.today)
    sentence = Sentence(
        kk=f"Әрекеттің күні бүгінгі күннен кеш болмауға тиіс (бүгін — {day.kk}).",
        ru=f"Действие не может быть датировано позже сегодняшнего дня (сегодня — {day.ru}).",
        en=f"An act cannot be dated after today ({day.en}).",
    )
    fault = {"pointer": "#/act/on", "detail": str(error), "sentence": sentence.model_dump()}
    more = {"pointer": "#/act/on", "errors": [fault]}
    return Problem(422, "field", sentence, title="A field is wrong", more=more)


def unknown_reference(error: UnknownReference, asked: Asked) -> Problem:
    pointer = pointer_to_value(str(error.uid), body_of(asked)) or "#/act"
    one = ONE.get(error.noun, "record")
    return one_field(pointer, f"there is no {one} with the id {error.uid}")


def impossible(error: Impossible, asked: Asked) -> Problem:
    pointer = pointer_to(error.field, body_of(asked), error.message)
    return one_field(pointer, error.message)


def bad_question(error: BadQuestion, asked: object = None) -> Problem:
    return one_field(f"#/{error.field}", error.message)


def bad_parameter(error: ValidationException, asked: Asked) -> Problem:
    """A parameter of the address that Litestar could not read."""
    extra = error.extra if isinstance(error.extra, list) else []
    first: dict[str, Any] = extra[0] if extra and isinstance(extra[0], dict) else {}
    return one_field(f"#/{first.get('key', 'query')}", str(first.get("message", "is malformed")))


def told(find: Callable[[Error, Asked], Problem]) -> Callable[[Asked, Error], Response[bytes]]:
    def answer(asked: Asked, error: Error) -> Response[bytes]:
        return response(find(error, asked), asked)

    return answer


def response(problem: Problem, asked: Asked) -> Response[bytes]:
    return Response(
        problem.body(request_id(asked)),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=dict(problem.headers),
    )


def always(problem: Problem) -> Callable[[Exception, Asked], Problem]:
    return lambda error, asked: problem


HANDLERS: ExceptionHandlersMap = {
    Refused: told(lambda error, asked: error.problem),
    Unlawful: told(unlawful),
    NotAllowed: told(not_allowed),
    Unknown: told(always(refusals.UNKNOWN)),
    SomebodyWasFaster: told(always(refusals.FASTER)),
    NotYet: told(not_yet),
    UnknownReference: told(unknown_reference),
    Impossible: told(impossible),
    BadQuestion: told(bad_question),
    Malformed: told(lambda error, asked: error.problem()),
    InFlight: told(always(refusals.IN_FLIGHT)),
    KeyUsedBefore: told(always(refusals.KEY_USED)),
    TooManyTries: told(lambda error, asked: refusals.too_many_tries(error.wait)),
    ValidationException: told(bad_parameter),
    HTTPException: told(of_http),
    DBAPIError: told(of_database),
    Exception: told(broken),
}
