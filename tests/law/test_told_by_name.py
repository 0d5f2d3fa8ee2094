"""A ruling's numbers are kept as pairs, and told by their names, wherever they stand."""

from chamber.law.ruling import by_name


def test_numbers_are_told_by_their_names_however_deep_they_stand() -> None:
    finding = {"rule": "A57-1.01", "numbers": [["in_office", 3], ["quota", 3]]}

    told = by_name({"ruling": {"findings": [finding], "count": 2}, "days": ["2026-04-01"]})

    assert told == {
        "ruling": {
            "findings": [{"rule": "A57-1.01", "numbers": {"in_office": 3, "quota": 3}}],
            "count": 2,
        },
        "days": ["2026-04-01"],
    }
