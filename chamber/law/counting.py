"""Counting as the law counts: whole deputies and exact fractions, never floats."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """A share that the law asks for, such as "at least 2/3" or "more than 1/2"."""

    numerator: int
    denominator: int
    strict: bool  # "more than" is strict, "at least" is not.

    @classmethod
    def parse(cls, words: str) -> "Share":
        match = re.fullmatch(r"(at least|more than) ([1-9][0-9]*)/([1-9][0-9]*)", words)
        if match is None:
            raise ValueError(f"{words!r} is not a share: write 'at least 2/3' or 'more than 1/2'")
        share = cls(int(match[2]), int(match[3]), strict=match[1] == "more than")
        if share.numerator + share.strict > share.denominator:
            raise ValueError(f"{words!r} can never be reached")
        return share

    def __str__(self) -> str:
        bound = "more than" if self.strict else "at least"
        return f"{bound} {self.numerator}/{self.denominator}"

    def met_by(self, count: int, *, of: int) -> bool:
        # Cross-multiplied: two thirds of 98 is 65 1/3, and no float may round it to 65.
        have, need = count * self.denominator, of * self.numerator
        # Nobody is no share of anything, not even of nobody.
        return count > 0 and (have > need if self.strict else have >= need)

    def least(self, *, of: int) -> int:
        """The smallest count that meets this share."""
        whole, rest = divmod(of * self.numerator, self.denominator)
        return max(1, whole + 1 if self.strict or rest else whole)
