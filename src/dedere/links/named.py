"""Who is meant: groups and ends told by ids, found in a network or named as missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.effect.stated import Ends
from dedere.links.network import Network
from dedere.words import Unreadable

_SOME = 5


class UnknownParties(Unreadable):
    """A network without parties, or parties named that are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The removals looked at: each group and, where there are several, all of them together, without a name.

    ``gones`` (r, n) says who is gone in each, ``absent`` which ids of each are not in the network; ``shared``
    are in several groups.
    """

    names: tuple[str, ...]
    gones: NDArray[np.bool_]
    absent: tuple[tuple[str, ...], ...]
    shared: tuple[str, ...]


def named(network: Network, groups: Mapping[str, Sequence[str]], *, absent: bool) -> Named:
    """Find groups of ids in a network; UnknownParties where one is not there, unless ``absent`` allows it."""
    ids = list(network.parties["id"])
    if not ids:
        raise UnknownParties(where="network", what="nobody is in it", remedy="give one that has parties")
    number = {id: place for place, id in enumerate(ids)}
    gones = np.zeros((len(groups), len(ids)), np.bool_)
    for gone, (name, members) in zip(gones, groups.items(), strict=True):
        if not absent:
            demand(name, members, number)
        gone[[number[id] for id in members if id in number]] = True
    missing = [tuple(sorted({id for id in members if id not in number})) for members in groups.values()]
    shared = tuple(ids[party] for party in np.flatnonzero(gones.sum(0) > 1))
    if len(groups) < 2:
        return Named(names=tuple(groups), gones=gones, absent=tuple(missing), shared=shared)
    return Named(
        names=(*groups, ""),
        gones=np.concatenate((gones, gones.any(0, keepdims=True))),
        absent=(*missing, tuple(sorted({id for each in missing for id in each}))),
        shared=shared,
    )


def ends_of(network: Network, ends: Sequence[Ends]) -> NDArray[np.int32]:
    """Return the numbers (e, 2) of pairs of ends; UnknownParties where one is not in the network."""
    number = {id: place for place, id in enumerate(network.parties["id"])}
    for pair in ends:
        demand("ends", pair, number)
    return np.array([[number[id] for id in pair] for pair in ends], np.int32).reshape(-1, 2)


def demand(name: str, members: Sequence[str], number: Mapping[str, int]) -> None:
    """Complain, UnknownParties, of members of a list that are not in the network."""
    unknown = [id for id in members if id not in number]
    if unknown:
        some = ", ".join(unknown[:_SOME]) + (", …" if len(unknown) > _SOME else "")
        raise UnknownParties(
            where=name,
            what=f"{len(unknown)} not in the network: {some}",
            remedy="name parties by the ids of the network",
        )
