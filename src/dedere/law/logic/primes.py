"""The shortest answers that settle a condition: its prime implicants and implicates, found part by part.

Members of an *all* or an *any* that share no missing fact are settled apart and joined; members that
share one are split on its values first. Where dates or counts are compared with each other the regions
of one depend on the other, and the few facts concerned are tried out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from dedere.law.casefile import Value
from dedere.law.logic.condition import All, Any, Condition, Not, Reaches, Values, facts_of, walk
from dedere.law.logic.partition import regions
from dedere.law.vocabulary import Vocabulary

Way = frozenset[tuple[str, Value]]
"""Values of some missing facts that settle a condition whatever the other facts are."""

Ways = tuple[Way, ...]
NOTHING: Way = frozenset()


@dataclass(frozen=True, slots=True)
class Primes:
    """The minimal ways by which a condition holds, and those by which it fails."""

    holds: Ways
    fails: Ways


_HOLDS, _FAILS = Primes((NOTHING,), ()), Primes((), (NOTHING,))


@dataclass(frozen=True, slots=True)
class Domains:
    """What the missing facts may be: the vocabulary, and every atom that tells their values apart."""

    vocabulary: Vocabulary
    atoms: Sequence[Condition]

    def of(self, fact: str, known: Values) -> tuple[Value, ...]:
        """One representative, or more, of each region of a missing fact."""
        return regions(self.vocabulary[fact], self.atoms, known)


def primes(condition: Condition, known: Mapping[str, Value], domains: Domains) -> Primes:
    """Return the minimal ways in which the condition comes to hold and to fail."""
    held = condition.kleene(known)
    if held is not None:
        return _HOLDS if held else _FAILS
    match condition:
        case Not(member=member):
            inner = primes(member, known, domains)
            return Primes(inner.fails, inner.holds)
        case All(members=members) | Any(members=members):
            return _joined(condition, members, known, domains)
        case _:
            return _tried(condition, known, domains)


def minimal(ways: Iterable[Way]) -> Ways:
    """Drop every way that contains a shorter one."""
    kept: list[Way] = []
    for way in sorted(dict.fromkeys(ways), key=len):
        if not any(shorter <= way for shorter in kept):
            kept.append(way)
    return tuple(kept)


def _joined(
    condition: Condition, members: Sequence[Condition], known: Mapping[str, Value], domains: Domains
) -> Primes:
    every = isinstance(condition, All)
    parts = [_of_group(every, group, known, domains) for group in _groups(members, known)]
    if every:
        return Primes(_together(part.holds for part in parts), _either(part.fails for part in parts))
    return Primes(_either(part.holds for part in parts), _together(part.fails for part in parts))


def _either(ways: Iterable[Ways]) -> Ways:
    return minimal(way for each in ways for way in each)


def _together(ways: Iterable[Ways]) -> Ways:
    return reduce(_merged, ways, (NOTHING,))


def _merged(some: Ways, others: Ways) -> Ways:
    """Every way of one together with every way of the other, unless they give one fact two values."""
    return minimal(one | other for one in some for other in others if _agree(one, other))


def _agree(one: Way, other: Way) -> bool:
    given = dict(one)
    return all(given.get(fact, value) == value for fact, value in other)


def _groups(members: Sequence[Condition], known: Values) -> list[list[Condition]]:
    """The members still open, those that share a missing fact together."""
    groups: list[tuple[set[str], list[Condition]]] = []
    for member in members:
        if member.kleene(known) is not None:
            continue
        facts, together = {fact for fact in facts_of(member) if fact not in known}, [member]
        for group in [group for group in groups if group[0] & facts]:
            groups.remove(group)
            facts |= group[0]
            together = group[1] + together
        groups.append((facts, together))
    return [together for _, together in groups]


def _of_group(
    every: bool, group: Sequence[Condition], known: Mapping[str, Value], domains: Domains
) -> Primes:
    if len(group) == 1:
        return primes(group[0], known, domains)
    whole = All(*group) if every else Any(*group)
    if _compares(whole, known):
        return _tried(whole, known, domains)
    counted = Counter(fact for member in group for fact in facts_of(member) if fact not in known)
    return _split(whole, counted.most_common(1)[0][0], known, domains)


def _compares(condition: Condition, known: Values) -> bool:
    """Whether a comparison between two facts is still open within."""
    return any(isinstance(node, Reaches) and node.kleene(known) is None for node in walk(condition))


def _split(condition: Condition, fact: str, known: Mapping[str, Value], domains: Domains) -> Primes:
    """Settle the condition for each value of one fact, then whatever that fact is."""
    by_value = {
        value: primes(condition, {**known, fact: value}, domains) for value in domains.of(fact, known)
    }
    return Primes(
        _over(fact, {value: each.holds for value, each in by_value.items()}),
        _over(fact, {value: each.fails for value, each in by_value.items()}),
    )


def _over(fact: str, by_value: Mapping[Value, Ways]) -> Ways:
    naming = [way | {(fact, value)} for value, ways in by_value.items() for way in ways]
    return minimal([*_together(by_value.values()), *naming])


def _tried(condition: Condition, known: Mapping[str, Value], domains: Domains) -> Primes:
    """Try the values of every set of missing facts, the small sets first."""
    missing = [fact for fact in facts_of(condition) if fact not in known]
    holds: list[Way] = []
    fails: list[Way] = []
    for size in range(len(missing) + 1):
        for chosen in combinations(missing, size):
            for values in _assignments(chosen, known, domains):
                way = frozenset((fact, values[fact]) for fact in chosen)
                _keep(way, _reached(condition, values, missing, domains), holds, fails)
    return Primes(tuple(holds), tuple(fails))


def _keep(way: Way, reached: set[bool], holds: list[Way], fails: list[Way]) -> None:
    if len(reached) == 1:
        kept = holds if True in reached else fails
        if not any(shorter <= way for shorter in kept):
            kept.append(way)


def _reached(
    condition: Condition, values: dict[str, Value], missing: Sequence[str], domains: Domains
) -> set[bool]:
    """What completions of the missing facts come to; the search stops at both."""
    held = condition.kleene(values)
    if held is not None:
        return {held}
    fact = next(each for each in missing if each not in values)
    found: set[bool] = set()
    for value in domains.of(fact, values):
        found |= _reached(condition, {**values, fact: value}, missing, domains)
        if len(found) == 2:
            break
    return found


def _assignments(
    chosen: Sequence[str], values: Mapping[str, Value], domains: Domains
) -> Iterator[dict[str, Value]]:
    if not chosen:
        yield dict(values)
        return
    for value in domains.of(chosen[0], values):
        yield from _assignments(chosen[1:], {**values, chosen[0]: value}, domains)
