"""The grounds on which a deputy's powers end (catalogue 1.4, A57-4.08 to 4.21, Q-34, Q-40)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

# these end the powers by themselves; the Chamber only takes note.
BY_ITSELF = {"died", "recalled_by_assembly", "recalled_by_president", "recalled_by_electors"}
# 4.12 to 4.14: whose deputy each may recall, and by whose decision.
RECALLS = {
    "recalled_by_assembly": ("A57-4.12", "assembly", "assembly"),
    "recalled_by_president": ("A57-4.13", "appointed", "president"),
    "recalled_by_electors": ("A57-4.14", "elected", "electors"),
}
OF_A_PARTY = {"left_party": "A57-4.18", "party_ended": "A57-4.19"}
IN_FORCE_FIRST = {
    "convicted": "A57-4.16", "declared_incapable": "A57-4.08", "declared_dead": "A57-4.08",
    "declared_missing": "A57-4.08",
}  # fmt: skip
ALLOWED = {"teaching", "scientific_work", "creative_work"}  # 4.10
# the Commission's submission or conclusion comes before the vote (4.21, and each ground's).
PREPARED_BY_THE_COMMISSION = "|".join(
    ["A57-4.21", "A57-4.08", *(f"A57-4.{number}" for number in (11, 15, 16, 17, 18, 19))]
)
ASSEMBLY_SINCE, ASSEMBLY_UNTIL = date(2007, 5, 22), date(2023, 3, 28)


def is_known(chamber: str, ground: str, on: date) -> bool:
    """A recall is of one Chamber's deputies, and the Assembly's is none any more since 2023."""
    if ground not in RECALLS:
        return True
    if RECALLS[ground][1] != "assembly":
        return chamber == "senate"
    return chamber == "mazhilis" and ASSEMBLY_SINCE <= on <= ASSEMBLY_UNTIL


def is_odd(act: Mapping[str, Any]) -> bool:
    """An activity is told of where it is incompatible, and nowhere else."""
    told = act.get("activity") is not None
    return told is not (act["ground"] == "incompatible")
