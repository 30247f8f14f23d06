"""The Merkle tree of RFC 9162, section 2.1, over a list that grows at its end: roots and proofs.

A node is named by its level and its place there: ``(0, i)`` is leaf i, counted from 0; ``(l, i)`` covers the
leaves from ``i·2^l`` to before ``(i+1)·2^l``, and is never made before the last of them. All hashes are
SHA-256, 32 bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

HASH = 32
EMPTY = sha256(b"").digest()

Node = tuple[int, int]
Span = tuple[int, int]  # leaves from the first number to before the second
Read = Callable[[Sequence[Node]], Mapping[Node, bytes]]


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of a leaf: its first byte tells it from a node's."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two children."""
    return sha256(b"\1" + left + right).digest()


class Frontier:
    """The whole trees that a list falls into, the largest first: all that is needed to go on."""

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        if len(peaks) != size.bit_count():
            raise ValueError(f"{size} leaves fall into {size.bit_count()} whole trees, not {len(peaks)}")
        self.size, self.peaks = size, list(peaks)

    def add(self, leaf: bytes) -> bytes:
        """Take one more leaf's hash; return it and every node that it completes, from the lowest."""
        made = [leaf]
        self.size += 1
        pairs = self.size
        while not pairs & 1:
            made.append(node_hash(self.peaks.pop(), made[-1]))
            pairs >>= 1
        self.peaks.append(made[-1])
        return b"".join(made)

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        return _joined(self.peaks) if self.peaks else EMPTY


def completed_by(size: int) -> int:
    """Return how many nodes the leaf that makes the list ``size`` long completes, itself among them."""
    return (size & -size).bit_length()


def peaks(size: int) -> tuple[Node, ...]:
    """Return the nodes of a frontier, the largest first."""
    return tuple(_whole(0, size))


def root(size: int, read: Read) -> bytes:
    """Return the root as it was when the list was ``size`` long."""
    return _hashes([(0, size)], read)[0] if size else EMPTY


def inclusion(index: int, size: int, read: Read) -> tuple[bytes, ...]:
    """Return the proof that leaf ``index`` stands in the tree of ``size`` leaves (2.1.3.1); one read."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} among {size}")
    start, end, beside = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start = middle
    return _hashes(beside[::-1], read)


def consistency(first: int, second: int, read: Read) -> tuple[bytes, ...]:
    """Return the proof that the tree of ``second`` leaves goes on from that of ``first`` (2.1.4.1)."""
    if not 0 <= first <= second:
        raise ValueError(f"a list of {second} does not go on from one of {first}")
    start, end, beside, whole = 0, second if first else 0, [], True
    while end != first:
        middle = start + _split(end - start)
        if first <= middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start, whole = middle, False
    if not whole:
        beside.append((start, end))
    return _hashes(beside[::-1], read)


def includes(root: bytes, size: int, index: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows a leaf's hash at its place under a root (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found, rest = index, size - 1, leaf, list(proof)
    while last:
        if not rest:
            return False
        place, last, left = _climb(place, last)
        beside = rest.pop(0)
        found = node_hash(beside, found) if left else node_hash(found, beside)
    return not rest and found == root


def extends(first: int, old: bytes, second: int, new: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that a later tree's root goes on from an earlier one's (2.1.4.2)."""
    if not 0 < first < second:
        return not proof and (old == EMPTY if first == 0 else first == second and old == new)
    rest = [old, *proof] if first & (first - 1) == 0 else list(proof)
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    if not rest:
        return False
    before = after = rest.pop(0)
    while last:
        if not rest:
            return False
        place, last, left = _climb(place, last)
        beside = rest.pop(0)
        before = node_hash(beside, before) if left else before
        after = node_hash(beside, after) if left else node_hash(after, beside)
    return not rest and before == old and after == new


def _climb(place: int, last: int) -> tuple[int, int, bool]:
    """Go up to where a node meets another; True where that one stands on the left.

    ``last`` is the last place of the level.
    """
    left = bool(place & 1) or place == last
    if left:
        while not place & 1:  # the last of an odd level rises alone
            place, last = place >> 1, last >> 1
    return place >> 1, last >> 1, left


def _split(size: int) -> int:
    """Return the largest power of two below a size of 2 or more."""
    return 1 << (size - 1).bit_length() - 1


def _whole(start: int, end: int) -> Iterator[Node]:
    """Yield the whole trees of a span that begins where its largest tree may."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _hashes(spans: Sequence[Span], read: Read) -> tuple[bytes, ...]:
    """Return each span's hash, all nodes read at once."""
    nodes = [tuple(_whole(*span)) for span in spans]
    found = read([node for each in nodes for node in each])
    return tuple(_joined([found[node] for node in each]) for each in nodes)


def _joined(peaks: Sequence[bytes]) -> bytes:
    *rest, joined = peaks
    for peak in reversed(rest):
        joined = node_hash(peak, joined)
    return joined
