"""The second verifier follows each stream, and what the registers open and close."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.seal.building import Leaf, Record
from tests.seal.second import faults, good

ACT: tuple[str, str, dict[str, Any]] = ("appointments/1", "proposed", {})


def hexed(*leaves: Leaf) -> list[str]:
    return sorted(leaf.commitment.hex() for leaf in leaves)


def written(record: Record, folder: Path) -> list[str]:
    return faults(record.write(folder))


@pytest.mark.parametrize(("changed", "told"), [
    ({}, None),
    ({"seq": 3}, "leaf 2: does not follow entry 1 of its stream"),
    ({"seq": 1, "prev": None}, "leaf 2: does not follow entry 1 of its stream"),
    ({"seq": 1}, "leaf 2: prev is null at seq 1 and nowhere else"),
    ({"prev": None}, "leaf 2: prev is null at seq 1 and nowhere else"),
    ({"prev": "0" * 64}, "leaf 2: does not follow entry 1 of its stream"),
    ({"stream": "appointments/2"}, "leaf 2: does not follow entry 0 of its stream"),
])  # fmt: skip
def test_an_entry_follows_the_one_before_it_in_its_stream(
    changed: dict[str, Any], told: str | None, tmp_path: Path
) -> None:
    record = Record()
    record.add(*ACT)
    record.add("hearings/1", "proposed", {})
    record.add(*ACT, **changed)
    record.register()

    assert written(record, tmp_path / "b")[:1] == ([told] if told else [])


def test_a_stream_does_not_begin_with_its_second_entry(tmp_path: Path) -> None:
    record = Record()
    record.add(*ACT, public=False)
    record.add(*ACT)
    record.register()

    assert written(record, tmp_path / "b") == ["leaf 1: does not follow entry 0 of its stream"]


def test_a_stream_ascends_with_the_leaves(tmp_path: Path) -> None:
    record = Record()
    for _ in range(2):
        record.add(*ACT)
    record.leaves.reverse()
    record.register()

    assert "leaf 0: does not follow entry 0 of its stream" in written(record, tmp_path / "b")


@pytest.mark.parametrize("number", [0, 2, 4])
def test_an_opening_that_is_withheld_is_missed_the_last_of_a_case_too(
    number: int, tmp_path: Path
) -> None:
    record = good(tmp_path / "good")
    record.leaves[number].opened = False

    told = f"leaf {number}: is open by the registers, but its opening is not here"
    assert told in written(record, tmp_path / "b")


def test_an_act_is_not_opened_without_a_register(tmp_path: Path) -> None:
    record = good(tmp_path / "good")
    record.leaves[1].opened = True

    assert written(record, tmp_path / "b") == [
        "leaf 1: is opened, but not open by the registers"
    ]  # fmt: skip


def test_a_register_that_is_withheld_is_missed_the_newest_with_all_it_opens_too(
    tmp_path: Path,
) -> None:
    record = good(tmp_path / "good")
    record.leaves[3].opened = False
    assert "leaf 6: does not follow entry 0 of its stream" in written(record, tmp_path / "first")

    record.leaves[3].opened = True
    record.leaves[6].opened = record.leaves[4].opened = False
    assert written(record, tmp_path / "newest") == [
        "checkpoint '000000000007': has 2 registers, 1 are opened"
    ]  # fmt: skip


def test_what_is_open_may_be_closed_and_opened_again(tmp_path: Path) -> None:
    record = Record()
    act = record.add(*ACT)
    record.register()
    record.register(closing=[act])
    assert written(record, tmp_path / "closed") == []

    act.opened = True
    assert written(record, tmp_path / "still") == [
        "leaf 0: is opened, but not open by the registers"
    ]  # fmt: skip

    record.register()
    assert written(record, tmp_path / "again") == []


def test_a_case_is_not_closed_from_the_middle(tmp_path: Path) -> None:
    record = Record()
    first = record.add(*ACT)
    last = record.add(*ACT)
    record.register()
    record.register(closing=[last])
    assert written(record, tmp_path / "end") == []

    last.opened = True
    record.register(closing=[first])
    assert "leaf 1: does not follow entry 0 of its stream" in written(record, tmp_path / "begin")


NAMED = "is a register that does not name leaves by their commitments"
ORDER = "is a register that is not sorted, or names a leaf twice"
FORM = "is not in the form of a register"
OPENS = "opens a leaf that is open, a register, or not before it"
Wrong = Callable[[list[Leaf]], dict[str, Any]]
WRONG: list[tuple[Wrong, str]] = [
    (lambda _: {"opened": []}, "is a register that says nothing"),
    (lambda _: {"opened": None}, NAMED),
    (lambda _: {"opened": [1]}, NAMED),
    (lambda leaves: {"opened": [hexed(leaves[2])[0].upper()]}, NAMED),
    (lambda leaves: {"opened": [hexed(leaves[2])[0] + "\n"]}, NAMED),
    (lambda leaves: {"opened": {hexed(leaves[2])[0]: 1}}, NAMED),
    (lambda leaves: {"opened": hexed(leaves[2], leaves[3])[::-1]}, ORDER),
    (lambda leaves: {"opened": hexed(leaves[2], leaves[2])}, ORDER),
    (lambda _: {"opened": ["0" * 64]}, "is a register that names what is no leaf"),
    (lambda leaves: {"opened": hexed(leaves[0])}, OPENS),
    (lambda leaves: {"opened": hexed(leaves[1])}, OPENS),
    (lambda leaves: {"closed": hexed(leaves[2])}, "closes a leaf that is not open"),
    (lambda leaves: {"closed": hexed(leaves[1])}, "closes a leaf that is not open"),
    (lambda _: {"more": []}, FORM),
]


@pytest.mark.parametrize(("wrong", "told"), WRONG)
def test_a_register_opens_and_closes_only_what_it_may(
    wrong: Wrong, told: str, tmp_path: Path
) -> None:
    """Leaf 0 is open by the register at leaf 1; leaves 2 and 3 are not yet."""
    record = Record()
    record.add(*ACT)
    record.register()
    record.add(*ACT)
    record.add(*ACT)
    record.register(**wrong(record.leaves))

    assert f"leaf 4: {told}" in written(record, tmp_path / "b")


def test_a_register_opens_nothing_that_comes_after_it(tmp_path: Path) -> None:
    after = Record()
    after.add("hearings/1", "proposed", {})
    act = after.put("appointments/1", Record().add(*ACT).body)
    record = Record()
    record.add("hearings/1", "proposed", {}, public=False)
    record.leaves.append(act)  # The same leaf will stand here, so its salt is known before.
    record.leaves.insert(1, record.register())
    del record.leaves[-1]

    assert f"leaf 1: {OPENS}" in written(record, tmp_path / "b")


@pytest.mark.parametrize("kind", ["proposed", "Register"])
def test_in_the_stream_of_registers_stand_registers_alone(kind: str, tmp_path: Path) -> None:
    record = Record()
    act = record.add(*ACT)
    record.add("register", kind, {"closed": [], "opened": hexed(act)})

    assert f"leaf 1: {FORM}" in written(record, tmp_path / "b")


def test_a_register_in_another_stream_is_an_act_like_any(tmp_path: Path) -> None:
    record = Record()
    record.add("appointments/1", "register", {"closed": [], "opened": []})
    record.register()

    assert written(record, tmp_path / "b") == []
