"""Better separators by small steps: one between the sides joins one, and draws its neighbours in between."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.mesh import Mesh
from dedere.links.removal.queue import Queue, drop, put, queue_for
from dedere.links.removal.watch import Halt

BETWEEN = np.int8(2)
PASSES = 6
PATIENCE = 100


class Moves(NamedTuple):
    """A pass of moves: ``queues`` of those between by the cost they would draw in, to side 0 and to side 1.

    ``weights`` (3,): parties on the sides, and the cost of those between. ``moved`` (v,): who has had a turn.
    ``log`` (3 v,): vertex and former side of each change, 4 × one + the other; ``logged`` (1,) how many.
    """

    to_left: Queue
    to_right: Queue
    weights: NDArray[np.int64]
    moved: NDArray[np.bool_]
    log: NDArray[np.int64]
    logged: NDArray[np.int64]


@compiled
def refine(mesh: Mesh, side: NDArray[np.int8], most: int, halt: Halt) -> None:
    """Improve ``side`` (v,) until a pass brings nothing, or a ``halt``; no side grows beyond ``most``.

    Vertex moves as by Fiduccia and Mattheyses (1982), for separators (Hendrickson and Rothberg 1998).
    """
    v = len(side)
    for _ in range(PASSES):
        moves = Moves(
            queue_for(v),
            queue_for(v),
            _weights(mesh, side),
            np.zeros(v, np.bool_),
            np.empty(3 * v + 1, np.int64),
            np.zeros(1, np.int64),
        )
        if halt[0] or not _pass(mesh, side, most, moves, halt):
            break


@compiled
def worth(mesh: Mesh, side: NDArray[np.int8]) -> float:
    """Return the cost of a separator for each pair of parties that it parts: the less the better."""
    return _ratio(_weights(mesh, side))


@compiled
def _weights(mesh: Mesh, side: NDArray[np.int8]) -> NDArray[np.int64]:
    weights = np.zeros(3, np.int64)
    for vertex in range(len(side)):
        weights[side[vertex]] += mesh.costs[vertex] if side[vertex] == BETWEEN else mesh.sizes[vertex]
    return weights


@compiled
def _ratio(weights: NDArray[np.int64]) -> float:
    if weights[0] == 0 or weights[1] == 0:
        return np.inf
    return float(weights[2] / (np.float64(weights[0]) * weights[1]))


@compiled
def _pass(mesh: Mesh, side: NDArray[np.int8], most: int, moves: Moves, halt: Halt) -> bool:
    """Move whoever draws in least, once each, then go back to the best that was met; whether it is better."""
    for vertex in range(len(side)):
        if side[vertex] == BETWEEN:
            _wait(mesh, side, moves, vertex)
    best, kept, since = _ratio(moves.weights), 0, 0
    while since < PATIENCE + len(side) // 50 and not halt[0]:
        vertex, to = _next(mesh, most, moves)
        if vertex < 0:
            break
        _move(mesh, side, moves, vertex, to)
        since += 1
        now = _ratio(moves.weights)
        if now < best:
            best, kept, since = now, moves.logged[0], 0
    for at in range(moves.logged[0] - 1, kept - 1, -1):
        side[moves.log[at] >> 2] = moves.log[at] & 3
    return kept > 0


@compiled
def _wait(mesh: Mesh, side: NDArray[np.int8], moves: Moves, vertex: int) -> None:
    """Let a vertex between the sides wait for its turn, to either side."""
    drawn = np.zeros(3, np.int64)
    for place in range(mesh.starts[vertex], mesh.starts[vertex + 1]):
        drawn[side[mesh.ends[place]]] += mesh.costs[mesh.ends[place]]
    put(moves.to_left, vertex, drawn[1] - mesh.costs[vertex])
    put(moves.to_right, vertex, drawn[0] - mesh.costs[vertex])


@compiled
def _next(mesh: Mesh, most: int, moves: Moves) -> tuple[int, int]:
    """Return who moves next and to which side, −1 if nobody can: whoever draws in least."""
    vertex, to, least = -1, 0, np.int64(0)
    lesser = 0 if moves.weights[0] <= moves.weights[1] else 1
    for turn in range(2):
        side = lesser if turn == 0 else 1 - lesser
        queue = moves.to_left if side == 0 else moves.to_right
        if queue.waits[0]:
            first = queue.items[0]
            fits = moves.weights[side] + mesh.sizes[first] <= most
            if fits and (vertex < 0 or queue.keys[first] < least):
                vertex, to, least = first, side, queue.keys[first]
    return vertex, to


@compiled
def _move(mesh: Mesh, side: NDArray[np.int8], moves: Moves, vertex: int, to: int) -> None:
    """Move a vertex to a side, draw its neighbours on the other in between, and set keys right again."""
    same = moves.to_left if to == 0 else moves.to_right
    opposite = moves.to_right if to == 0 else moves.to_left
    drop(same, vertex)
    drop(opposite, vertex)
    moves.moved[vertex] = True
    _change(mesh, side, moves, vertex, to)
    for place in range(mesh.starts[vertex], mesh.starts[vertex + 1]):
        other = mesh.ends[place]
        if side[other] == BETWEEN:
            if opposite.places[other] >= 0:
                put(opposite, other, opposite.keys[other] + mesh.costs[vertex])
        elif side[other] != to:
            _change(mesh, side, moves, other, 2)
            for spot in range(mesh.starts[other], mesh.starts[other + 1]):
                third = mesh.ends[spot]
                if same.places[third] >= 0:
                    put(same, third, same.keys[third] - mesh.costs[other])
            if not moves.moved[other]:
                _wait(mesh, side, moves, other)


@compiled
def _change(mesh: Mesh, side: NDArray[np.int8], moves: Moves, vertex: int, to: int) -> None:
    old = side[vertex]
    moves.log[moves.logged[0]] = 4 * np.int64(vertex) + old
    moves.logged[0] += 1
    moves.weights[old] -= mesh.costs[vertex] if old == 2 else mesh.sizes[vertex]
    moves.weights[to] += mesh.costs[vertex] if to == 2 else mesh.sizes[vertex]
    side[vertex] = to
