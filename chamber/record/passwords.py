"""Passwords: only their argon2 hashes are kept, and a hash is made and checked in a thread."""

import secrets
from functools import cache

from anyio import CapacityLimiter, to_thread
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1000  # Characters.
HASHER = PasswordHasher()


class TooWeak(ValueError):
    """A password that is too short to be one, or too long to be typed."""


def check_strength(password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        raise TooWeak(f"a password has from {SHORTEST} to {LONGEST} characters")


def made_up() -> str:
    """128 random bits, in characters that are safe to copy from a terminal."""
    return secrets.token_urlsafe(16)


async def hashed(password: str) -> str:
    return await to_thread.run_sync(HASHER.hash, password, limiter=two_at_a_time())


async def matches(password: str, kept: str | None) -> bool:
    """Whether this is the password. It takes as long where there is none to compare with."""
    against = kept or await nobodys()
    right = await to_thread.run_sync(verified, against, password, limiter=two_at_a_time())
    return right and kept is not None


def verified(kept: str, password: str) -> bool:
    try:
        return HASHER.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


async def nobodys() -> str:
    """A hash of the same cost as all others, that no password matches."""
    return await to_thread.run_sync(hash_of_nothing, limiter=two_at_a_time())


@cache
def hash_of_nothing() -> str:
    return HASHER.hash(secrets.token_urlsafe(32))


@cache
def two_at_a_time() -> CapacityLimiter:
    # Each takes 64 MiB and a whole core: more at once would starve everybody else.
    return CapacityLimiter(2)
