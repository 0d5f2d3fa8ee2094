"""The ledger sees what is missing, what is there twice, and what says something else."""

import pytest

from tests.faults.ledger import compared

KNOWN = {"first": "for", "second": "against"}


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ([("first", "for"), ("second", "against")], "0 lost, 0 doubled, 0 wrong"),
        ([("first", "for")], "1 lost, 0 doubled, 0 wrong"),
        ([("first", "for"), ("second", "for")], "0 lost, 0 doubled, 1 wrong"),
        ([("first", "for"), ("first", "for"), ("second", "against")], "0 lost, 1 doubled, 0 wrong"),
        ([], "2 lost, 0 doubled, 0 wrong"),
    ],
)
def test_what_is_not_as_acknowledged_is_found(there: list[tuple[str, str]], said: str) -> None:
    found = compared(KNOWN, there)

    assert str(found) == said
    assert bool(found) == (said != "0 lost, 0 doubled, 0 wrong")
