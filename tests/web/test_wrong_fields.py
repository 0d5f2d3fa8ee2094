"""What is wrong with a field is said in three languages, and the pointer leads to what was sent."""

import ast
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, get_args
from uuid import uuid4

import pytest
from pydantic import BaseModel

from chamber.law.roles import Role
from chamber.web.fields import one_field
from chamber.web.pointers import pointer_to
from chamber.web.reasons import NAMES, in_three_languages
from tests.web.conftest import Client, add, begun, send
from tests.web.test_access import cells

CHAMBER = Path(__file__).parents[2] / "chamber"


@pytest.mark.parametrize(
    ("detail", "kk", "ru", "en"),
    [
        (
            "the sitting is planned for 2026-03-04: reschedule it first",
            "отырыс белгіленген күн: 2026 жылғы 4 наурыз, алдымен оны ауыстырыңыз",
            "заседание назначено на дату: 4 марта 2026 года, сначала перенесите его",
            "the sitting is planned for 4 March 2026: reschedule it first",
        ),
        (
            "all 98 seats of the mazhilis are taken on 2026-03-04",
            "ол күні (2026 жылғы 4 наурыз) Палатаның (Мәжіліс) барлық 98 орны толған",
            "в этот день (4 марта 2026 года) все места Палаты (Мажилис) заняты: 98",
            "all 98 seats of the Mazhilis are taken on 4 March 2026",
        ),
        (
            "99 are counted, but only 98 are in office",
            "саналғаны — 99, қызметтегісі — 98",
            "подсчитано — 99, действующих — 98",
            "99 are counted, but only 98 are in office",
        ),
        (
            "2026-03-05 is before 2026-03-06, the day of what went before",
            "күні (2026 жылғы 5 наурыз) алдыңғы әрекеттің күнінен (2026 жылғы 6 наурыз) ерте",
            "дата (5 марта 2026 года) раньше дня предыдущего действия (6 марта 2026 года)",
            "5 March 2026 is before 6 March 2026, the day of what went before",
        ),
    ],
)
def test_a_reason_is_said_in_words(detail: str, kk: str, ru: str, en: str) -> None:
    said = in_three_languages(detail)

    assert said is not None
    assert (said.kk, said.ru, said.en) == (kk, ru, en)


def reasons() -> Iterator[tuple[str, str]]:
    """Every reason that the code gives, with something put in where it puts something in."""
    for path in sorted(CHAMBER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and (given := reason_in(node, path)) is not None:
                match given:
                    case ast.Constant(value=str(said)):
                        yield path.name, said
                    case ast.JoinedStr(values=parts):
                        yield (
                            path.name,
                            "".join(
                                str(one.value) if isinstance(one, ast.Constant) else "7"
                                for one in parts
                            ),
                        )


def reason_in(call: ast.Call, path: Path) -> ast.expr | None:
    """What the rules say cannot be, and what the form of an act does not let through."""
    name = getattr(call.func, "id", "")
    if name == "Impossible" and len(call.args) > 1:
        return call.args[1]
    of_a_form = path.name.startswith("acts") or path.name in ("api.py", "text.py")
    return call.args[0] if name == "ValueError" and of_a_form else None


def test_every_reason_of_the_rules_is_known_in_kazakh_and_in_russian() -> None:
    unknown = [one for one in reasons() if in_three_languages(one[1]) is None]

    assert not unknown, "say these in chamber/web/reasons.toml: " + repr(unknown)


def fields_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.alias or name
        yield from inside(field.annotation, seen)


def inside(kind: Any, seen: set[type[BaseModel]]) -> Iterator[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from fields_of(kind, seen)
    for part in get_args(kind):
        yield from inside(part, seen)


def test_every_field_of_an_act_has_a_name_in_three_languages() -> None:
    seen: set[type[BaseModel]] = set()
    found = {name for _, _, body in cells() if body for name in fields_of(body, seen)}

    assert len(found) > 50
    assert not found - set(NAMES), "name these in chamber/web/fields.toml"


@pytest.mark.parametrize(
    ("field", "act", "detail", "pointer"),
    [
        ("on", {"on": "2026-03-04"}, "is late", "#/act/on"),
        ("register", {"kind": "register"}, "is done already", "#/act/kind"),
        ("candidate", {"candidates": [1, 9]}, "there is no candidate 9 here", "#/act/candidates/1"),
        ("candidate", {"candidates": [1, 9]}, "there is none", "#/act/candidates"),
        ("candidate", {"candidate": 9}, "there is no candidate 9 here", "#/act/candidate"),
        ("starts_on", {"kind": "resolution"}, "the person is in this office", "#/act"),
        ("totals", {"kind": "close_vote"}, "are missing: this vote was counted", "#/act/totals"),
        ("act.act.words", {"act": {}}, "Field required", "#/act/act/words"),
    ],
)
def test_a_pointer_leads_to_what_was_sent(
    field: str, act: dict[str, Any], detail: str, pointer: str
) -> None:
    assert pointer_to(field, {"act": act}, detail) == pointer


async def test_a_stranger_is_named_as_a_stranger(clerk: Client) -> None:
    address, tag = await begun(clerk)
    nobody = str(uuid4())

    answer = await send(clerk, f"{address}/acts", add(about=nobody), tag)
    assert answer.status_code == 422
    assert answer.json()["pointer"] == "#/act/about"
    assert answer.json()["sentence"] == {
        "kk": f"«Мәселе» өрісі: жазбаларда {nobody} идентификаторы жоқ.",
        "ru": f"Поле «Вопрос»: в записях нет идентификатора {nobody}.",
        "en": f"The field “Question”: there is no record with the id {nobody}.",
    }


def test_a_ballot_of_nobody_is_told_in_a_plain_sentence() -> None:
    told = one_field("#/deputy", "is missing: whose ballot is it?").sentence
    assert told.kk == "«Депутат» өрісі: толтырылмаған: кімнің дауысы екенін көрсетіңіз."
    assert told.ru == "Поле «Депутат»: не заполнено: укажите, чей это голос."
    assert told.en == "The field “Deputy” is missing: whose ballot is it?"


async def test_why_a_form_does_not_let_an_act_through_is_said_in_three_languages(
    visitors: Callable[..., Awaitable[Client]],
) -> None:
    clerk = await visitors(Role.SECRETARIAT, "mazhilis")
    plan = {
        "kind": "plan", "on": "2026-03-02", "chamber": "mazhilis", "sitting": "committee",
        "starts_at": "2026-03-04T10:00:00+05:00", "place": "Ас\u202eтана",
    }  # fmt: skip

    invisible = (await send(clerk, "/api/v1/sittings", {"act": plan})).json()
    whose = (await send(clerk, "/api/v1/sittings", {"act": plan | {"place": "Астана"}})).json()

    assert "(U+202E): уберите его" in invisible["sentence"]["ru"]
    assert "чье это заседание (комитет)" in whose["sentence"]["ru"]
    assert "committee names its body" in whose["sentence"]["en"]
