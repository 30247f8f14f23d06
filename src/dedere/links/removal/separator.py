"""A few vertices that hold two large parts of a mesh together, found coarse first and then ever finer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below
from dedere.links.removal.mesh import Mesh, clusters, contracted
from dedere.links.removal.refining import BETWEEN, refine, worth
from dedere.links.removal.watch import Halt

COARSEST = 80
TRIES = 6


@compiled
def separator(mesh: Mesh, share: float, dice: Dice, halt: Halt) -> NDArray[np.int8]:
    """Return for each vertex its side, 0 or 1, or BETWEEN if it separates them.

    Vertices are clustered into a coarser mesh as long as that helps; the coarsest is separated, and each
    finer one by what separates the coarser, refined (Hendrickson and Leland 1995; Karypis and Kumar 1998). A
    side has at most ``share`` of the parties. At a ``halt`` it is a bad one.
    """
    meshes, maps = [mesh], [np.zeros(0, np.int32) for _ in range(0)]
    while len(meshes[-1].sizes) > COARSEST and not halt[0]:
        of, count = clusters(meshes[-1], dice)
        if count > 0.9 * len(of):
            break
        maps.append(of)
        meshes.append(contracted(meshes[-1], of, count))
    most = int(share * np.sum(mesh.sizes)) + 1
    side = _first(meshes[-1], most, dice, halt)
    for level in range(len(maps) - 1, -1, -1):
        side = side[maps[level]]
        refine(meshes[level], side, most, halt)
    return side


@compiled
def _first(mesh: Mesh, most: int, dice: Dice, halt: Halt) -> NDArray[np.int8]:
    """Return the best of a few separations, each grown from a vertex drawn."""
    best, least = np.full(len(mesh.sizes), BETWEEN, np.int8), np.inf
    for _ in range(TRIES):
        side = _grown(mesh, dice)
        refine(mesh, side, most, halt)
        if worth(mesh, side) < least:
            best, least = side, worth(mesh, side)
    return best


@compiled
def _grown(mesh: Mesh, dice: Dice) -> NDArray[np.int8]:
    """Return half the mesh around a vertex drawn as side 0, who of the others is tied to it as between."""
    v = len(mesh.sizes)
    side, queue = np.ones(v, np.int8), np.empty(v, np.int32)
    queue[0], last, at, size = below(dice, v), 1, 0, 0
    side[queue[0]] = 0
    half = np.sum(mesh.sizes) // 2
    while at < last and size < half:
        vertex = queue[at]
        at += 1
        size += mesh.sizes[vertex]
        for place in range(mesh.starts[vertex], mesh.starts[vertex + 1]):
            other = mesh.ends[place]
            if side[other] == 1:
                side[other], queue[last] = 0, other
                last += 1
    for place in range(at, last):
        side[queue[place]] = BETWEEN
    return side
