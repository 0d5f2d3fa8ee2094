"""Good records at random: any number of streams, leaves, registers, closings and checkpoints."""

from random import Random
from typing import Any

from tests.seal.building import Record

ROOMS = ("appointments", "hearings", "mandates", "Ә", "a\nb", 'with "quotes"', "🙂")
TEXTS = (
    "", "Әбенов Асқар", "қаулы № 7", 'a "b" \\ c', "\t\n\r\b\f\0\x1f\x7f", "\u2028\u2029", "/",
    "🙂", "é", "\ufeff", "0" * 64, "</script>",
)  # fmt: skip
NAMES = ("for", "against", "text", "A", "", "\0", '"', "a.b")
NUMBERS = (0, 1, -1, 98, 2**53 - 1, -(2**53 - 1))
DEEPEST = 99  # Levels within the body.


def grown(random: Random, most: int = 30) -> tuple[Record, list[int]]:
    """A record, and the sizes at which it was signed beside the last."""
    record = Record()
    closed: dict[str, bool] = {}
    for _ in range(random.choice((0, 1, 2, random.randrange(most)))):
        name = f"{random.choice(ROOMS)}/{random.randrange(3)}"
        shut = closed.setdefault(name, random.random() < 0.3)
        record.add(name, random.choice(("proposed", "voted", "қабылданды")), act(random), not shut)
        if random.random() < 0.2:
            register(random, record, closed)
    if record.unregistered():
        record.register()
    number = len(record.leaves)
    return record, random.sample(range(number + 1), min(random.randrange(5), number + 1))


def register(random: Random, record: Record, closed: dict[str, bool]) -> None:
    """What is public is opened; now and then a case is closed, or opened that was closed."""
    name = random.choice(list(closed))
    change = random.random() < 0.4
    whole = [leaf for leaf in record.leaves if leaf.stream == name]
    shutting = whole if change and not closed[name] else []
    if change:
        closed[name] = not closed[name]
        if not shutting:
            for leaf in whole:
                leaf.opened = True
    registered = [leaf for leaf in shutting if leaf.commitment.hex() in record.open]
    for leaf in shutting:
        leaf.opened = False
    if registered or record.unregistered():
        record.register(registered)


def act(random: Random) -> dict[str, Any]:
    if random.random() < 0.03:
        inner: Any = 0
        for _ in range(random.choice((DEEPEST, 50)) - 1):
            inner = [inner] if random.random() < 0.5 else {"a": inner}
        return {"deep": inner}
    names = random.sample(
        ["for", "against", "text", "A", "", "\0", '"', "a.b"], random.randrange(4)
    )
    return {name: value(random, 3) for name in names}


def value(random: Random, levels: int) -> Any:
    kinds: list[Any] = [None, True, False, random.choice(NUMBERS), random.choice(TEXTS)]
    if levels:
        kinds.append([value(random, levels - 1) for _ in range(random.randrange(3))])
        kinds.append({"x": value(random, levels - 1), "Y": random.choice(TEXTS)})
    return random.choice(kinds)
