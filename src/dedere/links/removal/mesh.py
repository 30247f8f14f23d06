"""A network in the making coarser: vertices that stand for several parties, ties that stand for several."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below
from dedere.links.structure import Structure

SWEEPS = 3
GROWTH = 4


class Mesh(NamedTuple):
    """A weighted graph as compressed rows: ``starts`` (v + 1,), ``ends`` and ``ties`` (twice the edges,).

    ``ties`` counts the ties of the network that an edge stands for, ``sizes`` (v,) the parties of a vertex,
    ``costs`` (v,) what it takes to remove them all.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int32]
    ties: NDArray[np.int32]
    sizes: NDArray[np.int32]
    costs: NDArray[np.int64]


@compiled
def mesh_of(
    structure: Structure, members: NDArray[np.int32], number: NDArray[np.int32], costs: NDArray[np.int64]
) -> Mesh:
    """Return the mesh of the ties among ``members`` (v,); ``number`` (n,) is room, −1 throughout."""
    v = len(members)
    number[members] = np.arange(v)
    starts = np.zeros(v + 1, np.int64)
    for turn in range(2):
        filled = 0
        if turn:
            ends = np.empty(starts[v], np.int32)
        for at in range(v):
            for place in range(structure.starts[members[at]], structure.starts[members[at] + 1]):
                other = number[structure.ends[place]]
                if other >= 0:
                    if turn:
                        ends[filled] = other
                    filled += 1
            starts[at + 1] = filled
    number[members] = -1
    return Mesh(starts, ends, np.ones(len(ends), np.int32), np.ones(v, np.int32), costs[members])


@compiled
def clusters(mesh: Mesh, dice: Dice) -> tuple[NDArray[np.int32], int]:
    """Return for each vertex the cluster it belongs to, and their number.

    Each vertex in turn joins the cluster that it has most ties with and that still has room (label
    propagation with a limit of size: Meyerhenke, Sanders and Schulz 2014). Unlike a matching this shrinks
    stars too.
    """
    v = len(mesh.sizes)
    room = max(2, GROWTH * int(np.sum(mesh.sizes)) // max(v, 1))
    of, filled = np.arange(v).astype(np.int32), mesh.sizes.copy()
    ties, met = np.zeros(v, np.int64), np.empty(v, np.int32)
    for _ in range(SWEEPS):
        begin = below(dice, max(v, 1))
        for step in range(v):
            vertex = step + begin if step + begin < v else step + begin - v
            _join(mesh, vertex, room, of, filled, ties, met)
    names, count = np.full(v, -1, np.int32), 0
    for vertex in range(v):
        if names[of[vertex]] < 0:
            names[of[vertex]] = count
            count += 1
        of[vertex] = names[of[vertex]]
    return of, count


@compiled
def _join(
    mesh: Mesh,
    vertex: int,
    room: int,
    of: NDArray[np.int32],
    filled: NDArray[np.int32],
    ties: NDArray[np.int64],
    met: NDArray[np.int32],
) -> None:
    """Let a vertex join the cluster it has most ties with; ``ties`` is room, 0 throughout, and left so."""
    count = 0
    for place in range(mesh.starts[vertex], mesh.starts[vertex + 1]):
        cluster = of[mesh.ends[place]]
        if not ties[cluster]:
            met[count] = cluster
            count += 1
        ties[cluster] += mesh.ties[place]
    size, best = mesh.sizes[vertex], of[vertex]
    most = ties[best]
    for at in range(count):
        cluster = met[at]
        if cluster != of[vertex] and ties[cluster] > most and filled[cluster] + size <= room:
            best, most = cluster, ties[cluster]
    for at in range(count):
        ties[met[at]] = 0
    filled[of[vertex]] -= size
    filled[best] += size
    of[vertex] = best


@compiled
def contracted(mesh: Mesh, of: NDArray[np.int32], count: int) -> Mesh:
    """Return the mesh of clusters: vertices of one cluster are one vertex, edges between two one edge."""
    v = len(of)
    firsts, members = np.zeros(count + 1, np.int64), np.empty(v, np.int32)
    for vertex in range(v):
        firsts[of[vertex] + 1] += 1
    firsts = np.cumsum(firsts)
    free = firsts[:-1].copy()
    for vertex in range(v):
        members[free[of[vertex]]] = vertex
        free[of[vertex]] += 1
    starts, sizes, costs = np.zeros(count + 1, np.int64), np.zeros(count, np.int32), np.zeros(count, np.int64)
    ends, ties = np.empty(len(mesh.ends), np.int32), np.empty(len(mesh.ends), np.int32)
    place_of, filled = np.full(count, -1, np.int64), 0
    for cluster in range(count):
        for at in range(firsts[cluster], firsts[cluster + 1]):
            vertex = members[at]
            sizes[cluster] += mesh.sizes[vertex]
            costs[cluster] += mesh.costs[vertex]
            for place in range(mesh.starts[vertex], mesh.starts[vertex + 1]):
                other = of[mesh.ends[place]]
                if other == cluster:
                    continue
                if place_of[other] < starts[cluster]:
                    place_of[other], ends[filled], ties[filled] = filled, other, 0
                    filled += 1
                ties[place_of[other]] += mesh.ties[place]
        starts[cluster + 1] = filled
    return Mesh(starts, ends[:filled].copy(), ties[:filled].copy(), sizes, costs)
