"""Graphs drawn from a seed, each after a model described in public; of each its largest component is kept."""

from __future__ import annotations

import networkx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from dedere.links.structure import Structure, components, of_ends


def erdos_renyi(parties: int, degree: float, seed: int) -> Structure:
    """Ties between any two, by lot, at a mean degree of about ``degree`` (Erdős and Rényi 1959)."""
    dice = np.random.default_rng(seed)
    return connected(parties, dice.integers(0, parties, (int(parties * degree / 2), 2)))


def attached(parties: int, ties: int, seed: int) -> Structure:
    """Each newcomer ties itself to ``ties`` others, by their degree (Barabási and Albert 1999)."""
    return of_networkx(networkx.barabasi_albert_graph(parties, ties, seed))


def small_world(parties: int, degree: int, rewired: float, seed: int) -> Structure:
    """A ring whose ties are rewired by lot at a rate (Watts and Strogatz 1998)."""
    return of_networkx(networkx.watts_strogatz_graph(parties, degree, rewired, seed))


def geometric(parties: int, degree: float, seed: int) -> Structure:
    """Points of a square, tied to those near by, at a mean degree of about ``degree`` (Gilbert 1961)."""
    points = np.random.default_rng(seed).random((parties, 2))
    near = cKDTree(points).query_pairs(np.sqrt(degree / np.pi / parties), output_type="ndarray")
    return connected(parties, near)


def power_law(parties: int, exponent: float, least: int, seed: int) -> Structure:
    """Degrees from a power law, cut at the root of ``parties``, matched by lot (Molloy and Reed 1995)."""
    dice = np.random.default_rng(seed)
    degree = (least * (1 - dice.random(parties)) ** (-1 / (exponent - 1))).astype(np.int64)
    stubs = dice.permutation(np.repeat(np.arange(parties), np.minimum(degree, int(parties**0.5))))
    return connected(parties, stubs[: len(stubs) // 2 * 2].reshape(-1, 2))


def blocks(count: int, size: int, inside: float, outside: float, seed: int) -> Structure:
    """Groups of equal size, tied at one rate inside and at another across (Holland and others 1983)."""
    rates = np.full((count, count), outside) + np.eye(count) * (inside - outside)
    return of_networkx(networkx.stochastic_block_model([size] * count, rates.tolist(), seed=seed))


def cells(count: int, branching: int, couriers: int, seed: int) -> Structure:
    """Cells of three to seven who know each other, one of whom knows one of the cell above; some couriers.

    After the description of covert networks as cells, leaders and go-betweens (Krebs 2002).
    """
    dice = np.random.default_rng(seed)
    sizes = dice.integers(3, 8, count)
    first = np.concatenate(([0], np.cumsum(sizes)))
    inside = [
        (a, b) for at in range(count) for a in range(first[at], first[at + 1]) for b in range(first[at], a)
    ]
    above = [
        (first[at], dice.integers(first[up], first[up + 1]))
        for at in range(1, count)
        for up in [(at - 1) // branching]
    ]
    return connected(
        int(first[-1]), np.array(inside + above + dice.integers(0, first[-1], (couriers, 2)).tolist())
    )


def shared_organisations(persons: int, organisations: int, seed: int) -> Structure:
    """Persons tied where they share an organisation, whose sizes fall as a power law; each has one or two."""
    dice = np.random.default_rng(seed)
    sizes = (1 + np.arange(organisations)) ** -0.8
    joins = dice.choice(organisations, (persons, 2), p=sizes / sizes.sum())
    joins[dice.random(persons) < 0.7, 1] = -1
    pairs = []
    for organisation in range(organisations):
        members = np.flatnonzero((joins == organisation).any(axis=1))
        pairs += [(a, b) for at, a in enumerate(members) for b in members[:at]]
    return connected(persons, np.array(pairs))


def lattice(side: int, kept: float, seed: int) -> Structure:
    """A square lattice of which a share of the places is kept (Broadbent and Hammersley 1957)."""
    there = np.random.default_rng(seed).random((side, side)) < kept
    number = np.arange(side * side).reshape(side, side)
    across, down = there[:, 1:] & there[:, :-1], there[1:] & there[:-1]
    pairs = [(number[:, 1:][across], number[:, :-1][across]), (number[1:][down], number[:-1][down])]
    return connected(side * side, np.concatenate([np.stack(pair, axis=1) for pair in pairs]))


def of_networkx(graph: networkx.Graph) -> Structure:
    """A graph of networkx, its nodes in the order they stand in."""
    number = {node: at for at, node in enumerate(graph)}
    return connected(len(number), np.array([(number[a], number[b]) for a, b in graph.edges]))


def connected(parties: int, pairs: NDArray[np.integer]) -> Structure:
    """The largest component of ties given as pairs (m, 2)."""
    left, right = pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32)
    which, sizes = components(of_ends(parties, left, right), np.zeros(parties, np.bool_))
    inside = which == np.argmax(sizes)
    number = np.cumsum(inside).astype(np.int32) - 1
    both = inside[left] & inside[right]
    return of_ends(int(inside.sum()), number[left[both]], number[right[both]])
