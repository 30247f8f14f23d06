"""A smaller network with the same best removals: what cannot matter is dropped, merged or barred.

Every step keeps at least one best set, and never makes a set look better than it is. Domination is the
exchange argument of kernelisation: whose neighbours are all someone else's too is never worth more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dedere.links.exact.branches import branches

BARRED = -1


@dataclass(slots=True, kw_only=True)
class Shrinking:
    """A network while it is made smaller.

    ``near`` holds each party's neighbours; ``weights`` how many parties a party stands for; ``choice`` the
    number of the choice that removes it, or BARRED; ``costs`` and ``alone`` are of choices: ``alone`` says
    whether it removes one party only. ``most`` is the component size allowed, None where pairs are counted.
    """

    near: dict[int, set[int]]
    choice: dict[int, int]
    costs: list[float]
    alone: list[bool]
    budget: float
    most: int | None
    weights: dict[int, int] = field(default_factory=dict)

    def shrink(self) -> None:
        """Make the network smaller until nothing more can be taken from it."""
        self.weights = dict.fromkeys(self.near, 1)
        for party, choice in self.choice.items():
            if choice != BARRED and self.costs[choice] > self.budget:
                self.choice[party] = BARRED
        size = (-1, 0)
        while size != self._size():
            size = self._size()
            self._drop_small()
            self._merge_barred()
            self._bar_in_branches()
            self._fold_leaves()
            self._bar_dominated()

    def dominators(self, party: int) -> Iterator[int]:
        """Yield who is worth at least as much as a party, at no higher cost; of equals, the lower number."""
        if not self._single(party) or not self.near[party]:
            return
        mine = self.near[party]
        narrow = min(mine, key=lambda other: (len(self.near[other]), other))
        for other in sorted(self.near[narrow] | {narrow}):
            if other != party and self._single(other) and self._covers(other, party):
                equal = other > party and self._covers(party, other)
                if not equal:
                    yield other

    @property
    def _small(self) -> int:
        """How many parties count for nothing if no tie leads out of them; where pairs count, one alone."""
        return 1 if self.most is None else self.most

    def _size(self) -> tuple[int, int]:
        return len(self.near), sum(choice != BARRED for choice in self.choice.values())

    def _single(self, party: int) -> bool:
        return self.choice[party] != BARRED and self.alone[self.choice[party]]

    def _cost(self, party: int) -> float:
        return self.costs[self.choice[party]]

    def _covers(self, one: int, other: int) -> bool:
        return (
            self._cost(one) <= self._cost(other)
            and self.weights[one] >= self.weights[other]
            and self.near[other] - {one} <= self.near[one]
        )

    def _drop(self, party: int) -> None:
        for other in self.near.pop(party):
            self.near[other].discard(party)
        del self.weights[party], self.choice[party]

    def _drop_small(self) -> None:
        """Drop components that are small enough as they are; where pairs are counted, lone parties."""
        seen: set[int] = set()
        for first in sorted(self.near):
            if first not in seen:
                component = self._component(first)
                seen |= component
                if sum(self.weights[party] for party in component) <= self._small:
                    for party in component:
                        self._drop(party)

    def _component(self, first: int) -> set[int]:
        found, at = {first}, [first]
        while at:
            fresh = self.near[at.pop()] - found
            found |= fresh
            at.extend(fresh)
        return found

    def _merge_barred(self) -> None:
        """Merge neighbours of whom neither can be removed: they stay together whatever goes."""
        for party in sorted(self.near):
            while party in self.near and self.choice[party] == BARRED:
                other = next((o for o in sorted(self.near[party]) if self.choice[o] == BARRED), None)
                if other is None:
                    break
                self.weights[party] += self.weights[other]
                around = self.near[other] - {party}
                self._drop(other)
                self.near[party] |= around
                for third in around:
                    self.near[third].add(party)

    def _bar_in_branches(self) -> None:
        """Bar those in a branch that is small enough once the party it hangs on is gone.

        Whoever removes some of the branch does as well to remove that party instead.
        """
        if self.most is None:
            return
        for hinge, branch in branches(self.near):
            if not self._single(hinge) or sum(self.weights[party] for party in branch) > self.most:
                continue
            for party in branch:
                if self._single(party) and self._cost(party) >= self._cost(hinge):
                    self.choice[party] = BARRED

    def _fold_leaves(self) -> None:
        """Count a barred party that hangs on one other with that other: alone, it is small enough."""
        for party in sorted(self.near):
            if (
                self.choice[party] == BARRED
                and len(self.near[party]) == 1
                and self.weights[party] <= self._small
            ):
                (hinge,) = self.near[party]
                self.weights[hinge] += self.weights[party]
                self._drop(party)

    def _bar_dominated(self) -> None:
        """Bar who is worth removing only after so many others that nothing, or no budget, is left."""
        for party in sorted(self.near):
            if self._single(party):
                better = set(self.dominators(party))
                dear = self._cost(party) + sum(map(self._cost, better)) > self.budget + 1e-9
                if dear or (self.weights[party] <= self._small and self.near[party] <= better):
                    self.choice[party] = BARRED
