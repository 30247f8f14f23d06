"""Bounds in whole numbers: a tree of relaxations, each cut off where shares are no removal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from dedere.links.deadline import Deadline
from dedere.links.exact.programme import Columns, Solved
from dedere.links.exact.relaxation import Relaxation

# Shown the shares of a solution, says which bound is enough to end the search.
Judge = Callable[[Columns], float]

WHOLE = 1e-6
TRIED = 6  # choices tried both ways before one is branched on
TRUSTED = 1  # times a choice was tried before its record is trusted
ROUNDS = 3  # of cuts at a node
CUTS_KEPT = 4  # times the columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Choices held between ``lower`` and ``upper`` (c,), and what is known of every removal in there."""

    lower: Columns
    upper: Columns
    bound: float

    def with_choice(self, choice: int, made: float, bound: float) -> Node:
        """Return the part of the node in which a choice is made, 1, or not, 0."""
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[choice] = upper[choice] = made
        return Node(lower=lower, upper=upper, bound=max(bound, self.bound))


class Tree:
    """Branch and cut: what is left open, what was learnt of each choice, and the bound of it all."""

    def __init__(self, relaxation: Relaxation, judge: Judge, deadline: Deadline) -> None:
        self.relaxation = relaxation
        self.judge = judge
        self.deadline = deadline
        self.enough = np.inf
        self._open: list[tuple[float, int, Node]] = []
        self._numbered = 0
        self._rise = np.zeros((2, relaxation.choices))
        self._tried = np.zeros((2, relaxation.choices))

    def bound(self) -> float:
        """Return a bound that no removal is below: ∞ if none better is left, −∞ if the judge ended it."""
        ones = np.ones(self.relaxation.choices)
        node: Node | None = Node(lower=np.zeros(len(ones)), upper=ones, bound=-np.inf)
        first = True
        while node is not None:
            if not self.deadline.left:
                return min([node.bound, *(bound for bound, _, _ in self._open)])
            solved = self._solve(node, root=first)
            first = False
            node = self._branched(node, solved) if solved.bound < self.enough else None
            if node is None and self._open:
                node = heappop(self._open)[2]
            if node is not None and node.bound >= self.enough:
                break
        # Nothing is left that would be better, unless the judge ended the search.
        return self.enough if self.enough == -np.inf else np.inf

    def _solve(self, node: Node, *, root: bool) -> Solved:
        """Solve a node, cutting off shares; the bound returned is of the objective."""
        programme = self.relaxation.programme
        programme.within(node.lower, node.upper)
        if root:
            return self._judged(self.relaxation.root(self.deadline))
        if programme.cuts > CUTS_KEPT * programme.columns + 500:
            programme.drop_slack()
        solved = self._judged(programme.solve())
        rounds = 0
        while solved.bound < self.enough and self.deadline.left:
            rounds += 1
            if rounds > ROUNDS and not self._all_whole(solved):
                break
            if not self.relaxation.tighten(solved.x):
                break
            before, solved = solved.bound, self._judged(programme.solve())
            if solved.bound < before + 1e-3 * max(1.0, abs(before)):
                rounds = ROUNDS
        return solved

    def _judged(self, solved: Solved) -> Solved:
        if not np.isfinite(solved.bound):
            return solved
        self.enough = self.judge(solved.x[: self.relaxation.choices])
        return Solved(x=solved.x, prices=solved.prices, bound=self.relaxation.least(solved.bound))

    def _all_whole(self, solved: Solved) -> bool:
        shares = solved.x[: self.relaxation.choices]
        return bool(np.all(np.abs(shares - np.rint(shares)) <= WHOLE))

    def _branched(self, node: Node, solved: Solved) -> Node | None:
        """Split a node by the choice that raises the bound most; return the half to go on with."""
        node = self._priced(node, solved)
        choice, bounds = self._choice(node, solved)
        if choice < 0:
            return None
        halves = [node.with_choice(choice, float(made), bounds[made]) for made in (0, 1)]
        halves = [half for half in halves if half.bound < self.enough]
        for half in halves[:-1]:
            self._numbered += 1
            heappush(self._open, (half.bound, -self._numbered, half))
        return halves[-1] if halves else None

    def _priced(self, node: Node, solved: Solved) -> Node:
        """Fix the choices that would cost more than is enough."""
        prices, shares = solved.prices[: self.relaxation.choices], solved.x[: self.relaxation.choices]
        room = self.enough - solved.bound
        lower = np.where((shares > 1 - WHOLE) & (-prices > room), 1.0, node.lower)
        upper = np.where((shares < WHOLE) & (prices > room), 0.0, node.upper)
        return Node(lower=lower, upper=upper, bound=max(node.bound, solved.bound))

    def _choice(self, node: Node, solved: Solved) -> tuple[int, list[float]]:
        """Return the choice to branch on, −1 if none is open, and the bounds of not making and making it."""
        shares = solved.x[: self.relaxation.choices]
        open_ones = np.flatnonzero(np.abs(shares - np.rint(shares)) > WHOLE)
        bounds = [solved.bound, solved.bound]
        if not len(open_ones):
            return -1, bounds
        best, most = int(open_ones[0]), -1.0
        for choice in open_ones[np.argsort(-self._promise(shares)[open_ones], kind="stable")][:TRIED]:
            if self._tried[:, choice].min() < TRUSTED:
                tried = self._try(node, int(choice), solved, shares[choice])
            else:
                tried = [solved.bound, solved.bound]
            score = self._score(int(choice), shares[choice], tried, solved.bound)
            if score > most:
                best, most, bounds = int(choice), score, tried
            if max(tried) >= self.enough:
                break
        return best, bounds

    def _try(self, node: Node, choice: int, solved: Solved, share: float) -> list[float]:
        """Solve both halves of a node without cutting; learn by how much the bound rises."""
        bounds = []
        for made in (0, 1):
            half = node.with_choice(choice, float(made), solved.bound)
            self.relaxation.programme.within(half.lower, half.upper)
            bound = self.relaxation.least(self.relaxation.programme.solve().bound)
            step = share if made == 0 else 1 - share
            rise = min(max(0.0, bound - solved.bound), 1e6) if np.isfinite(bound) else 10.0 * step
            self._rise[made, choice] += rise / step
            self._tried[made, choice] += 1
            bounds.append(max(bound, solved.bound))
        return bounds

    def _promise(self, shares: Columns) -> Columns:
        known = self._rise / np.maximum(self._tried, 1)
        usual = np.maximum(known.sum(axis=1) / np.maximum((self._tried > 0).sum(axis=1), 1), 1e-3)
        expected = np.where(self._tried > 0, known, usual[:, None])
        promise: Columns = (expected[0] * shares + 1e-4) * (expected[1] * (1 - shares) + 1e-4)
        return promise

    def _score(self, choice: int, share: float, tried: list[float], bound: float) -> float:
        rises = [min(one - bound, 1e6) for one in tried]
        if not any(rises):
            return float(self._promise(np.full(self.relaxation.choices, share))[choice])
        return (rises[0] + 1e-4) * (rises[1] + 1e-4)


def prove(relaxation: Relaxation, judge: Judge, deadline: Deadline) -> float:
    """Return a bound that no removal is below; infinite if no removal is left that would be better.

    ``judge`` is shown the shares of every solution.
    """
    return Tree(relaxation, judge, deadline).bound()
