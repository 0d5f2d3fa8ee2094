"""Bodies are read strictly: a number is no string, true is no number, and a day is written out."""

import json
from typing import Any

from litestar.config.app import AppConfig
from litestar.plugins import InitPlugin
from pydantic import BaseModel, ValidationError

from chamber.web.fields import malformed


class StrictBodies(InitPlugin):
    """Stands after Litestar's own plugin for pydantic, which reads a body laxly."""

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        # That plugin adds another one to the end of the list, and the last one's word counts.
        app_config.plugins.append(ReadsStrictly())
        return app_config


class ReadsStrictly(InitPlugin):
    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.type_decoders = [(is_body, read), *(app_config.type_decoders or [])]
        return app_config


def is_body(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def read(body: type[BaseModel], sent: Any) -> BaseModel:
    """Raises Malformed, with a pointer to each field that is wrong."""
    try:
        # Strict reading knows dates, ids and tuples only in JSON itself, not in what was read.
        return body.model_validate_json(json.dumps(sent), strict=True)
    except ValidationError as error:
        raise malformed(error, sent) from None
