"""Where a network hangs on one party: the branches that its removal cuts off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def branches(near: Mapping[int, set[int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each party that holds a component together, with each branch that hangs on it.

    ``near`` holds each party's neighbours. One depth-first search of Hopcroft and Tarjan (1973): a subtree
    from which no tie leads above its root's parent is a branch of that parent, and what is left is another.
    """
    seen: set[int] = set()
    for root in sorted(near):
        if root not in seen:
            search = _Search(near, root)
            seen.update(search.order)
            yield from search.branches()


class _Search:
    """One component searched: the order of visits, and how far up each subtree reaches."""

    def __init__(self, near: Mapping[int, set[int]], root: int) -> None:
        self.order: list[int] = []
        self.parent: dict[int, int] = {}
        self.place: dict[int, int] = {}
        self.size: dict[int, int] = {}
        self.low: dict[int, int] = {}
        self._visit(near, root)

    def _visit(self, near: Mapping[int, set[int]], root: int) -> None:
        stack = [(root, iter(sorted(near[root])))]
        self._enter(root)
        while stack:
            party, others = stack[-1]
            for other in others:
                if other not in self.place:
                    self.parent[other] = party
                    self._enter(other)
                    stack.append((other, iter(sorted(near[other]))))
                    break
                if other != self.parent.get(party):
                    self.low[party] = min(self.low[party], self.place[other])
            else:
                stack.pop()
                self.size[party] = len(self.order) - self.place[party]
                if party in self.parent:
                    above = self.parent[party]
                    self.low[above] = min(self.low[above], self.low[party])

    def _enter(self, party: int) -> None:
        self.place[party] = self.low[party] = len(self.order)
        self.order.append(party)

    def branches(self) -> Iterator[tuple[int, list[int]]]:
        below: dict[int, list[list[int]]] = {}
        for party in self.order[1:]:
            above = self.parent[party]
            if self.low[party] >= self.place[above]:
                first = self.place[party]
                below.setdefault(above, []).append(self.order[first : first + self.size[party]])
        for hinge, found in below.items():
            inside = {party for branch in found for party in branch}
            rest = [party for party in self.order if party != hinge and party not in inside]
            every = [*found, rest] if rest else found
            if len(every) > 1:
                yield from ((hinge, branch) for branch in every)
