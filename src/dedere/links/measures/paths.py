"""How many ways lead from one named end to another that share no party, or no tie.

Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927), 96-115: as many as the fewest that
must go to cut the ends apart. Found as the greatest flow where each party, or each tie, lets one unit pass.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


class _Channels(NamedTuple):
    """Directed arcs as compressed rows; ``back`` is the arc the other way, ``room`` what may still pass."""

    starts: NDArray[np.int64]
    heads: NDArray[np.int32]
    back: NDArray[np.int64]
    room: NDArray[np.int8]


@compiled
def paths(structure: Structure, gone: NDArray[np.bool_], source: int, sink: int) -> tuple[int, int]:
    """Return how many ways from ``source`` to ``sink`` share no party on the way, and how many no tie.

    None where an end is gone. A tie between the two ends themselves is a way.
    """
    if source == sink or gone[source] or gone[sink]:
        return 0, 0
    back = _back(structure)
    by_party = _most(_split(structure, gone, back), 2 * source + 1, 2 * sink)
    return by_party, _most(_plain(structure, gone, back), source, sink)


@compiled
def _back(structure: Structure) -> NDArray[np.int64]:
    """Where each arc's way back stands: rows ascend, so that each row fills in the order of the parties."""
    back = np.empty(len(structure.ends), np.int64)
    filled = structure.starts[:-1].copy()
    for arc in range(len(structure.ends)):
        other = structure.ends[arc]
        back[arc] = filled[other]
        filled[other] += 1
    return back


@compiled
def _plain(structure: Structure, gone: NDArray[np.bool_], back: NDArray[np.int64]) -> _Channels:
    """Each tie lets one unit pass, either way."""
    room = np.ones(len(structure.ends), np.int8)
    for party in range(len(gone)):
        for arc in range(structure.starts[party], structure.starts[party + 1]):
            if gone[party] or gone[structure.ends[arc]]:
                room[arc] = 0
    return _Channels(structure.starts, structure.ends, back, room)


@compiled
def _split(structure: Structure, gone: NDArray[np.bool_], back: NDArray[np.int64]) -> _Channels:
    """Each party is a way in (2 i) and a way out (2 i + 1), with room for one unit between them."""
    n = len(gone)
    starts = np.zeros(2 * n + 1, np.int64)
    for party in range(n):
        row = structure.starts[party + 1] - structure.starts[party] + 1
        starts[2 * party + 1] = starts[2 * party] + row
        starts[2 * party + 2] = starts[2 * party + 1] + row
    heads, twin = np.empty(starts[-1], np.int32), np.empty(starts[-1], np.int64)
    room = np.zeros(starts[-1], np.int8)
    for party in range(n):
        way_in, way_out = starts[2 * party], starts[2 * party + 1]
        heads[way_in], heads[way_out] = 2 * party + 1, 2 * party
        twin[way_in], twin[way_out] = way_out, way_in
        room[way_in] = not gone[party]
        for arc in range(structure.starts[party], structure.starts[party + 1]):
            other, offset = structure.ends[arc], arc - structure.starts[party] + 1
            mirrored = back[arc] - structure.starts[other] + 1
            heads[way_in + offset], heads[way_out + offset] = 2 * other + 1, 2 * other
            twin[way_in + offset] = starts[2 * other + 1] + mirrored
            twin[way_out + offset] = starts[2 * other] + mirrored
            room[way_out + offset] = 1
    return _Channels(starts, heads, twin, room)


@compiled
def _most(channels: _Channels, source: int, sink: int) -> int:
    """Send unit after unit by the shortest way with room, until none is left."""
    came = np.empty(len(channels.starts) - 1, np.int64)
    queue = np.empty(len(channels.starts) - 1, np.int32)
    sent = 0
    while _found(channels, source, sink, came, queue):
        at = sink
        while at != source:
            arc = came[at]
            channels.room[arc] -= 1
            channels.room[channels.back[arc]] += 1
            at = channels.heads[channels.back[arc]]
        sent += 1
    return sent


@compiled
def _found(
    channels: _Channels, source: int, sink: int, came: NDArray[np.int64], queue: NDArray[np.int32]
) -> bool:
    """Whether a way with room leads to ``sink``; ``came`` says by which arc each place was reached."""
    came[:] = -1
    queue[0], met, at = source, 1, 0
    while at < met:
        place = queue[at]
        at += 1
        for arc in range(channels.starts[place], channels.starts[place + 1]):
            head = channels.heads[arc]
            if channels.room[arc] > 0 and came[head] < 0 and head != source:
                came[head], queue[met] = arc, head
                met += 1
                if head == sink:
                    return True
    return False
