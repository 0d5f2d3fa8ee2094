"""The settings of Chamber: the environment, read once and typed. Nothing else reads it."""

import re
from datetime import date
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    DirectoryPath,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

# What people write, also with the driver's name in it. `record/engine.py` understands all three.
PostgresUrl = Annotated[str, StringConstraints(pattern=r"^(postgres|postgresql(\+asyncpg)?)://")]


def is_network(text: str) -> str:
    return str(ip_network(text.strip()))


def is_origin(text: str) -> str:
    if not re.fullmatch(r"[!-*,-~]{1,100}", text):  # As C2SP names a log.
        raise ValueError("must be at most 100 printable ASCII characters, without space and plus")
    return text


Network = Annotated[str, AfterValidator(is_network)]
Origin = Annotated[str, AfterValidator(is_origin)]


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
    public_limit: int = Field(2_000, ge=0)  # Requests of a network in ten seconds. 0: no limit.
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = ()  # Whose X-Forwarded-For counts.
    chamber_record: Origin | None = None  # The name under which a new record is signed.
    seal: bool = True  # Whether a server seals the record; otherwise `chamber seal` does, apart.
    pg_bin_dir: DirectoryPath | None = None  # PostgreSQL's own programs instead of the embedded.

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def with_commas_between(cls, value: object) -> object:
        return value.split(",") if isinstance(value, str) else value

    @property
    def origin(self) -> str:
        """Our own name as browsers send it in Origin; empty where CHAMBER_URL says none."""
        if (url := self.chamber_url) is None:
            return ""
        usual = {"http": 80, "https": 443}[url.scheme]
        port = "" if url.port == usual else f":{url.port}"
        return f"{url.scheme}://{url.host}{port}".lower()


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
