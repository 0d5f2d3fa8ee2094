"""Tags of versions: opaque, the same in every process, and strong."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from chamber.web import refusals
from chamber.web.problems import Refused

TAG = re.compile(r'(?:W/)?"[!#-~\x80-\xff]*"')


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of this house. A tag tells nothing: neither a version nor a case can be guessed."""

    key: bytes

    def of(self, uid: UUID, version: int) -> str:
        told = uid.bytes + version.to_bytes(8, "big")
        return f'"{hmac.new(self.key, told, hashlib.sha256).hexdigest()[:32]}"'

    def of_day(self, tag: str, today: date) -> str:
        """The tag of what is told of a version on a day: how its deadlines stand changes with it.

        Whoever names it names the version.
        """
        told = f"{tag}{today.isoformat()}".encode()
        return f'{tag[:-1]}.{hmac.new(self.key, told, hashlib.sha256).hexdigest()[:8]}"'


def version_in(tag: str) -> str:
    """The tag of the version, also where the tag of a day was named."""
    version, _, of_day = tag.partition(".")
    return f'{version}"' if of_day else tag


def named(header: str | None) -> list[str]:
    """The tags in an If-Match. Raises Refused where none is named: `*` names no version."""
    tags = TAG.findall(header or "")
    if not tags:
        raise Refused(refusals.NO_TAG)
    return tags


def known(header: str | None, tag: str) -> bool:
    """Whether an If-None-Match says that this version is known already."""
    if header is None:
        return False
    if header.strip() == "*":
        return True
    return tag in (one.removeprefix("W/") for one in TAG.findall(header))
