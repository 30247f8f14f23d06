"""What the removal of a group does to a network: before, after, against the best and a random removal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dedere.links.findings import findings, sums
from dedere.links.measures.brokers import hanging
from dedere.links.network import Network
from dedere.links.pace import Pace, pace
from dedere.links.rows import Rows, figure
from dedere.links.sampling import efficiency_margins, through
from dedere.links.stated import Caveat, Effect, Ends, Lost, Removal
from dedere.links.structure import Structure, components
from dedere.links.trials import measured, pools, tried
from dedere.links.uncertainty import Errors, doubted
from dedere.words import Unreadable

Done = Callable[[int, int], None]
_NAMED = 5


class UnknownParties(Unreadable):
    """A network without parties, or parties named that are not in it."""


def effect(
    network: Network,
    groups: Mapping[str, Sequence[str]],
    *,
    ends: Sequence[Ends] = (),
    errors: Errors | None = None,
    draws: int = 1000,
    seed: int = 1,
    done: Done | None = None,
) -> Effect:
    """Return what the removal of each group of ids does, and of all together where there are several.

    ``ends`` are pairs of ids between which ways are counted. ``done`` is told how many draws of how many are
    done, and may raise to stop. The same seed gives the same answer. UnknownParties if an id is not there.
    """
    ids = list(network.parties["id"])
    gones = _gones(ids, groups)
    supposed = errors or Errors()
    told = doubted(network, supposed)
    at = pace(len(ids), _ends(ids, ends), draws, seed)
    nobody = np.zeros((1, len(ids)), np.bool_)
    every = np.concatenate((nobody, gones))
    rows = Rows(
        once=measured(told.structure, every, at.once),
        each=measured(told.structure, every, at.each),
        margins=efficiency_margins(told.structure, gones, at.once.sources),
        trials=tried(told, gones, pools(told.kind, gones), at.each, at.draws, seed, done),
        ends=tuple(ends),
    )
    removals = tuple(_removals(network, told.structure, gones, (*groups, ""), rows, seed))
    several = len(groups) > 1
    return Effect(
        parties=len(ids),
        ties=told.structure.ties,
        sizes=_sizes(told.structure, nobody[0]),
        groups=removals[: len(groups)],
        together=removals[-1] if several else None,
        sums=sums(rows) if several else (),
        shared=tuple(ids[party] for party in np.flatnonzero(gones[: len(groups)].sum(0) > 1))
        if several
        else (),
        errors=supposed,
        draws=at.draws,
        seed=seed,
        made=network.made,
        caveats=tuple(_caveats(at, draws, len(ids))),
    )


def _gones(ids: Sequence[str], groups: Mapping[str, Sequence[str]]) -> NDArray[np.bool_]:
    """Return who is gone in each removal (r, n): the groups, and all together where there are several."""
    if not ids:
        raise UnknownParties(where="network", what="nobody is in it", remedy="give one that has parties")
    gones = np.zeros((len(groups), len(ids)), np.bool_)
    number = {id: place for place, id in enumerate(ids)}
    for row, (name, members) in enumerate(groups.items()):
        gones[row, _numbers(name, members, number)] = True
    return np.concatenate((gones, gones.any(0, keepdims=True))) if len(groups) > 1 else gones


def _numbers(name: str, members: Sequence[str], number: Mapping[str, int]) -> list[int]:
    unknown = [id for id in members if id not in number]
    if unknown:
        some = ", ".join(unknown[:_NAMED]) + (", …" if len(unknown) > _NAMED else "")
        raise UnknownParties(
            where=name,
            what=f"{len(unknown)} not in the network: {some}",
            remedy="name parties by the ids of the network",
        )
    return [number[id] for id in members]


def _ends(ids: Sequence[str], ends: Sequence[Ends]) -> NDArray[np.int32]:
    number = {id: place for place, id in enumerate(ids)}
    return np.array([_numbers("ends", pair, number) for pair in ends], np.int32).reshape(-1, 2)


def _removals(
    network: Network,
    structure: Structure,
    gones: NDArray[np.bool_],
    names: Sequence[str],
    rows: Rows,
    seed: int,
) -> Iterator[Removal]:
    hang, _ = hanging(structure, np.zeros(structure.parties, np.bool_))
    passing = through(structure, gones, seed)
    for place, gone in enumerate(gones):
        yield Removal(
            name=names[place],
            removed=tuple(network.parties.filter(gone)["id"]),
            sizes=_sizes(structure, gone),
            figures=tuple(figure(rows, place, column, None) for column in range(len(rows.measures()))),
            best=(),
            findings=findings(rows, place),
            through=passing[place],
            lost=_lost(network, hang * gone),
        )


def _lost(network: Network, hang: NDArray[np.int64]) -> tuple[Lost, ...]:
    first = np.argsort(-hang, kind="stable")[: (hang > 0).sum()]
    told = network.parties[first.tolist()].select("id", "name").iter_rows()
    return tuple(
        Lost(id=id, name=name or id, pairs=int(hang[party]))
        for (id, name), party in zip(told, first, strict=True)
    )


def _sizes(structure: Structure, gone: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(sorted(components(structure, gone)[1].tolist(), reverse=True))


def _caveats(at: Pace, draws: int, parties: int) -> Iterator[Caveat]:
    yield Caveat(code="as-told", facts={})
    yield Caveat(code="nobody-steps-in", facts={})
    yield Caveat(code="supposed-rates", facts={})
    yield Caveat(code="no-word-on-a-person", facts={})
    if at.sampled:
        yield Caveat(code="sampled-sources", facts={"sources": len(at.once.sources), "parties": parties})
    if at.draws < draws:
        yield Caveat(code="fewer-draws", facts={"draws": at.draws, "asked": draws})
