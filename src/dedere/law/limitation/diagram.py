"""Every completion of what is not known: whether all agree, and the smallest sets of facts that settle it.

A computation asks for facts one at a time; each unknown one branches over values that stand for all the
rest, since the last day moves one way only with every day and every length. Equal branches are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from dedere.law.casefile import Value
from dedere.law.limitation.inquiry import Missing
from dedere.words import Finding

DEEPEST = 7  # facts that are supposed one upon another; sets found so are sound, and the short ones found
MOST_FACTS = 4  # a settling set of more facts is no use to anybody
Known = Mapping[str, Value]
Choice = tuple[str, Value]
Way = frozenset[Choice]
Sets = frozenset[Way]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """A finding, or a fact with a branch for each value; equal nodes are the same node."""

    finding: Finding | None = None
    fact: str = ""
    branches: tuple[tuple[Value, Node], ...] = ()


def agreed(run: Callable[[Known], Finding], known: Known) -> Finding:
    """The finding on which every completion agrees; unknown as soon as two do not."""
    try:
        return run(known)
    except Missing as missing:
        found = Finding.UNKNOWN
        for place, choice in enumerate(missing.choices):
            each = agreed(run, {**known, missing.fact: choice})
            if each is Finding.UNKNOWN or (place and each is not found):
                return Finding.UNKNOWN
            found = each
        return found


def settling(run: Callable[[Known], Finding], known: Known) -> tuple[frozenset[str], ...]:
    """The smallest sets of facts of which some values would settle what is unknown."""
    diagram = Diagram(run)
    return diagram.needs(diagram.grow(known))


@dataclass(slots=True)
class Diagram:
    """Builds the diagram of one computation, each distinct node once, ``DEEPEST`` supposed facts deep."""

    run: Callable[[Known], Finding]
    _nodes: dict[object, Node] = field(default_factory=dict)
    _sets: dict[tuple[int, Finding], Sets] = field(default_factory=dict)

    def grow(self, known: Known, depth: int = 0) -> Node:
        """The diagram from what is known; what lies deeper than it is explored counts as unknown."""
        try:
            finding = self.run(known)
        except Missing as missing:
            if depth < DEEPEST:
                grown = tuple(
                    (choice, self.grow({**known, missing.fact: choice}, depth + 1))
                    for choice in missing.choices
                )
                return self._branch(missing.fact, grown)
            finding = Finding.UNKNOWN
        return self._nodes.setdefault(finding, Node(finding=finding))

    def _branch(self, fact: str, grown: tuple[tuple[Value, Node], ...]) -> Node:
        first = grown[0][1]
        if all(node is first for _, node in grown):
            return first
        key = (fact, tuple((value, id(node)) for value, node in grown))
        return self._nodes.setdefault(key, Node(fact=fact, branches=grown))

    def needs(self, node: Node) -> tuple[frozenset[str], ...]:
        """The smallest sets of facts of which some values would settle it."""
        found = {
            frozenset(fact for fact, _ in ways)
            for finding in (Finding.MET, Finding.NOT_MET)
            for ways in self._settling(node, finding)
        }
        least = [need for need in found if not any(other < need for other in found)]
        return tuple(sorted(least, key=lambda need: (len(need), sorted(need))))

    def _settling(self, node: Node, finding: Finding) -> Sets:
        key = (id(node), finding)
        if key not in self._sets:
            self._sets[key] = self._worked_out(node, finding)
        return self._sets[key]

    def _worked_out(self, node: Node, finding: Finding) -> Sets:
        if node.finding is not None:
            return frozenset([frozenset()]) if node.finding is finding else frozenset()
        below = [(value, self._settling(branch, finding)) for value, branch in node.branches]
        chosen = (ways | {(node.fact, value)} for value, sets in below for ways in sets)
        whatever: Sets = frozenset([frozenset()])
        for _, sets in below:
            whatever = _least(one | other for one, other in product(whatever, sets))
        return _least((*chosen, *whatever))


def _least(ways: Iterable[Way]) -> Sets:
    """Those that are short, give each fact one value, and contain no other."""
    kept: list[Way] = []
    for way in sorted({*ways}, key=len):
        one_value_each = len({fact for fact, _ in way}) == len(way)
        if len(way) <= MOST_FACTS and one_value_each and not any(other <= way for other in kept):
            kept.append(way)
    return frozenset(kept)
