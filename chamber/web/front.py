"""The front of the house: what this is, whether it lives, and whether it can serve."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from litestar import Request, Response, get
from litestar.datastructures import State
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from chamber.law.act import Sentence
from chamber.law.words import written
from chamber.web import refusals
from chamber.web.house import House
from chamber.web.page import page
from chamber.web.problems import Refused

WORDS = (
    (
        "kk",
        "Палатаның шешімдері",
        "Парламент Палатасы дербес қабылдайтын шешімдердің есеп жүйесі: "
        "әрбір әрекет сол күнгі заңмен бағаланады, түсіндіріледі және сақталады.",
        "Алдағы ашық тыңдаулар",
        "Бағдарламалық интерфейс",
    ),
    (
        "ru",
        "Решения Палаты",
        "Система учета того, что Палата Парламента решает самостоятельно: "
        "каждое действие оценивается по закону своего дня, объясняется и хранится.",
        "Предстоящие открытые слушания",
        "Программный интерфейс",
    ),
    (
        "en",
        "What a Chamber decides",
        "The system of record of what a chamber of Parliament decides alone: "
        "every act is judged by the law of its day, explained, and kept.",
        "Open hearings to come",
        "The interface for programs",
    ),
)


LANGUAGES = ("kk", "ru", "en")


@get("/", include_in_schema=False)
async def front(state: State) -> Response[bytes]:
    house: House = state.house
    parts = [
        f'<section lang="{language}"><h2>{title}</h2><p>{words}</p>'
        f'<p><a href="/{language}/">{hearings}</a></p>'
        f'<p><a href="/api/v1/docs">{link}</a></p></section>'
        for language, title, words, hearings, link in WORDS
    ]
    said = banner(house.as_of, LANGUAGES)
    return page("Chamber", said + "<h1>Chamber</h1>" + "".join(parts), language="kk")


def banner(as_of: date | None, languages: Sequence[str]) -> str:
    """A demonstration says on its face which day it takes for today."""
    if as_of is None:
        return ""
    day = written(as_of)
    said = Sentence(
        kk=f"Көрсетілім. Бүгінгі күн ретінде алынған: {day.kk}.",
        ru=f"Демонстрация. Сегодняшним днем считается {day.ru}.",
        en=f"Demonstration. Today is taken to be {day.en}.",
    )
    parts = (f'<span lang="{one}">{getattr(said, one)}</span>' for one in languages)
    return f'<p class="banner">{"<br>".join(parts)}</p>'


@get("/healthz", include_in_schema=False)
async def healthz() -> Response[bytes]:
    """The process lives."""
    return Response(b'{"status":"alive"}', media_type="application/json")


@get("/readyz", include_in_schema=False)
async def readyz(request: Request[Any, Any, Any], state: State) -> Response[bytes]:
    """The database answers, and has the tables that this version of the program knows."""
    house: House = state.house
    try:
        async with house.engine.connect() as connection:
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    except (DBAPIError, OSError, TimeoutError):
        raise Refused(refusals.AWAY) from None
    if found != house.schema:
        raise Refused(refusals.OTHER_TABLES)
    return Response(b'{"status":"ready"}', media_type="application/json")


routes = [front, healthz, readyz]
