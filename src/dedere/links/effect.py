"""What the removal of a group does to a network: before, after, against the best and a random removal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dedere.links.caveats import caveats
from dedere.links.findings import findings, sums
from dedere.links.measures.brokers import hanging
from dedere.links.named import Named, ends_of, named
from dedere.links.network import Network
from dedere.links.pace import pace
from dedere.links.rows import Rows, figure
from dedere.links.sampling import efficiency_margins, through
from dedere.links.stated import Effect, Ends, Lost, Removal
from dedere.links.structure import Structure, components
from dedere.links.trials import measured, pools, tried
from dedere.links.uncertainty import Errors, doubted

Done = Callable[[int, int], None]


def effect(
    network: Network,
    groups: Mapping[str, Sequence[str]],
    *,
    ends: Sequence[Ends] = (),
    errors: Errors | None = None,
    draws: int = 1000,
    seed: int = 1,
    absent: bool = False,
    done: Done | None = None,
) -> Effect:
    """Return what the removal of each group of ids does, and of all together where there are several.

    ``ends`` are pairs of ids between which ways are counted. ``done`` is told how many draws of how many are
    done, and may raise to stop. The same seed gives the same answer. An id that is not in the network raises
    UnknownParties, or is named in the answer and taken out of its group with ``absent``.
    """
    who, supposed = named(network, groups, absent=absent), errors or Errors()
    told = doubted(network, supposed)
    at = pace(len(network.parties), ends_of(network, ends), draws, seed)
    nobody = np.zeros((1, len(network.parties)), np.bool_)
    every = np.concatenate((nobody, who.gones))
    rows = Rows(
        once=measured(told.structure, every, at.once),
        each=measured(told.structure, every, at.each),
        margins=efficiency_margins(told.structure, who.gones, at.once.sources),
        trials=tried(told, who.gones, pools(told.kind, who.gones), at.each, at.draws, seed, done),
        ends=tuple(ends),
    )
    removals = tuple(_removals(network, told.structure, who, rows, seed))
    several = len(groups) > 1
    return Effect(
        parties=len(network.parties),
        ties=told.structure.ties,
        sizes=_sizes(told.structure, nobody[0]),
        groups=removals[: len(groups)],
        together=removals[-1] if several else None,
        sums=sums(rows) if several else (),
        shared=who.shared,
        errors=supposed,
        draws=at.draws,
        seed=seed,
        made=network.made,
        caveats=tuple(caveats(at, draws, len(network.parties), removals)),
    )


def _removals(network: Network, structure: Structure, who: Named, rows: Rows, seed: int) -> Iterator[Removal]:
    hang, _ = hanging(structure, np.zeros(structure.parties, np.bool_))
    passing = through(structure, who.gones, seed)
    for place, gone in enumerate(who.gones):
        yield Removal(
            name=who.names[place],
            removed=tuple(network.parties.filter(gone)["id"]),
            absent=who.absent[place],
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
