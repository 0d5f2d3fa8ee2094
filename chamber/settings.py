"""The settings of Chamber: the environment, read once and typed. Nothing else reads it."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AnyHttpUrl, DirectoryPath, Field, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

# What people write, also with the driver's name in it. `record/engine.py` understands all three.
PostgresUrl = Annotated[str, StringConstraints(pattern=r"^(postgres|postgresql(\+asyncpg)?)://")]


class Settings(BaseSettings):
    """An empty variable counts as one that is not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True, hide_input_in_errors=True)

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    workers: int = Field(1, ge=1, le=64)
    database_url: PostgresUrl | None = None  # Without one, an embedded PostgreSQL is started.
    database_read_url: PostgresUrl | None = None  # A login of the public's, who reads and no more.
    chamber_data: Path = Path("var")  # The embedded cluster and the keys.
    chamber_as_of: date | None = None  # "Today" in a demonstration.
    chamber_url: AnyHttpUrl | None = None  # The public address, for ids and links in feeds.
    pg_bin_dir: DirectoryPath | None = None  # PostgreSQL's own programs instead of the embedded.


@cache
def settings() -> Settings:
    """Ends the program with one plain line when the environment holds what cannot be used."""
    try:
        return Settings()
    except ValidationError as wrong:
        raise SystemExit(f"chamber: {in_one_line(wrong)}") from None


def in_one_line(wrong: ValidationError) -> str:
    """What is wrong with which variable. Never its value: an address may hold a password."""
    return "; ".join(
        f"{str(error['loc'][0]).upper()}: {in_plain_words(error['type'], error['msg'])}"
        for error in wrong.errors(include_input=False, include_url=False)
    )


def in_plain_words(kind: str, message: str) -> str:
    if kind == "string_pattern_mismatch":
        return "must begin with postgresql://"
    return message[0].lower() + message[1:]
