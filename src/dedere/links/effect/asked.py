"""What is asked about removals, and the steps of the answer: yardsticks, rows, what each group does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.effect.findings import findings
from dedere.links.effect.pace import Pace
from dedere.links.effect.rows import Rows, figure
from dedere.links.effect.sampling import efficiencies, through
from dedere.links.effect.splits import Pieces, pieces, splits
from dedere.links.effect.stated import Ends, Lost, Removal
from dedere.links.effect.trials import measured, pools, tried
from dedere.links.effect.uncertainty import Doubted
from dedere.links.effect.yardstick import Sought, sought
from dedere.links.measures.brokers import hanging
from dedere.links.measures.measure import EFFICIENCY
from dedere.links.named import Named
from dedere.links.network import Network
from dedere.links.structure import components

Done = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A network with its doubts, who is removed from it, between which ends ways are counted, how closely."""

    network: Network
    told: Doubted
    who: Named
    ends: tuple[Ends, ...]
    at: Pace
    seed: int

    @property
    def nobody(self) -> NDArray[np.bool_]:
        """The removal of nobody, as (1, n)."""
        return np.zeros((1, self.who.gones.shape[1]), np.bool_)

    def yardsticks(self, seconds: float, done: Done | None) -> Sequence[Sequence[Sought]]:
        """The best removals as large as each asked for; none where they have no time.

        ``done`` is told as much of this as of all the draws, by the time that has passed.
        """
        if not seconds:
            return [()] * len(self.who.gones)
        draws, clock = self.at.draws, Deadline(seconds)

        def beat() -> None:
            if done:
                done(min(draws, int(draws * clock.spent / seconds)), 2 * draws)

        each = seconds / max(len(self.who.gones), 1)
        structure, kind = self.told.structure, self.told.kind
        return [
            tuple(sought(structure, kind, gone, seconds=each, seed=self.seed, looked=beat))
            for gone in self.who.gones
        ]

    def rows(self, done: Done | None) -> Rows:
        """All figures of the removals asked for: as told, and in the networks drawn."""
        gones = np.concatenate((self.nobody, self.who.gones))
        once, margins = self.once(gones)
        among = pools(self.told.kind, self.who.gones)
        return Rows(
            once=once,
            each=measured(self.told.structure, gones, self.at.each),
            margins=margins,
            trials=tried(
                self.told, self.who.gones, self.parted, among, self.at.each, self.at.draws, self.seed, done
            ),
            ends=self.ends,
        )

    @property
    def parted(self) -> Sequence[Pieces]:
        """The pieces that each removal leaves of what it splits."""
        return [pieces(self.told.structure, gone) for gone in self.who.gones]

    def once(self, gones: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The figures as told without ``gones`` (r, n), and the margins of the efficiency (r, 2)."""
        once = measured(self.told.structure, gones, self.at.once)
        once[:, EFFICIENCY], margins = efficiencies(self.told.structure, gones, self.at.sources)
        return once, margins

    def removals(self, rows: Rows, yardsticks: Sequence[Sequence[Sought]]) -> Iterator[Removal]:
        """What each group does, then all together where there are several."""
        hang, _ = hanging(self.told.structure, self.nobody[0])
        passing = through(self.told.structure, self.who.gones, self.seed)
        ids = np.array(self.network.parties["id"], object)
        for place, (gone, parted) in enumerate(zip(self.who.gones, self.parted, strict=True)):
            best = self._best(yardsticks[place])
            yield Removal(
                name=self.who.names[place],
                removed=tuple(ids[gone]),
                absent=self.who.absent[place],
                sizes=self.sizes(gone),
                splits=splits(parted, gone, rows.trials.apart[place], ids),
                figures=tuple(figure(rows, place, column, best) for column in range(len(rows.measures()))),
                best=tuple(each.told(ids) for each in yardsticks[place]),
                findings=findings(rows, place),
                through=passing[place],
                lost=self._lost(hang * gone),
            )

    def _best(self, yardsticks: Sequence[Sought]) -> Mapping[str, NDArray[np.float64]]:
        gones = np.array([each.gone for each in yardsticks])
        rows = self.once(gones)[0] if len(gones) else gones
        return {each.objective.value: row for each, row in zip(yardsticks, rows, strict=True)}

    def _lost(self, hang: NDArray[np.int64]) -> tuple[Lost, ...]:
        first = np.argsort(-hang, kind="stable")[: (hang > 0).sum()]
        told = self.network.parties[first.tolist()].select("id", "name").iter_rows()
        return tuple(
            Lost(id=id, name=name or id, pairs=int(hang[party]))
            for (id, name), party in zip(told, first, strict=True)
        )

    def sizes(self, gone: NDArray[np.bool_]) -> tuple[int, ...]:
        """The sizes of the parts without the ``gone`` (n,), largest first."""
        return tuple(sorted(components(self.told.structure, gone)[1].tolist(), reverse=True))
