"""The Merkle tree of RFC 6962, held as the few hashes that are needed to let it grow."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

EMPTY = hashlib.sha256(b"").digest()


@dataclass
class Tree:
    """`size` leaves; `edge` has the roots of its perfect parts, the greatest first."""

    size: int = 0
    edge: list[bytes] = field(default_factory=list)

    def grow(self, leaves: Iterable[bytes]) -> None:
        edge, size = self.edge, self.size
        for leaf in leaves:
            node = hashlib.sha256(b"\0" + leaf).digest()
            # As in counting: each part that is complete is joined with its neighbour.
            whole = size
            while whole & 1:
                node = hashlib.sha256(b"\1" + edge.pop() + node).digest()
                whole >>= 1
            edge.append(node)
            size += 1
        self.size = size

    def root(self) -> bytes:
        if not self.edge:
            return EMPTY
        node = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            node = hashlib.sha256(b"\1" + left + node).digest()
        return node

    def copy(self) -> "Tree":
        return Tree(self.size, list(self.edge))
