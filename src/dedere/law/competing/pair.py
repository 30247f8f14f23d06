"""Two requests compared under one rule: exactly what is settled, and which facts could change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from dedere.law.competing.criteria import Criterion, Way
from dedere.law.competing.request import Request

# ``open``: criteria speak for either, and the law gives them no order and no weights.
OUTCOMES = ("before", "after", "even", "open", "unknown")
# The outcome, and the place of the criterion that decided it; none where they are weighed together.
Verdict = Callable[[Sequence[Way]], tuple[str, int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How two requests stand to each other.

    Attributes:
        outcome: ``before``: no criterion can speak against the first, and one speaks for it (or, in
            an ordered rule, the first criterion that tells them apart does); ``after`` the reverse.
        speaks_first, speaks_second: the criteria that speak for either, whatever is missing.
        decided_by: in an ordered rule, the criterion that decides, or each that may.
        turns_on: where the outcome is unknown, the criteria that could still settle or change it.
    """

    first: str
    second: str
    outcome: str
    speaks_first: tuple[str, ...]
    speaks_second: tuple[str, ...]
    decided_by: tuple[str, ...] = ()
    turns_on: tuple[str, ...] = ()


def compare(first: Request, second: Request, criteria: Sequence[Criterion], verdict: Verdict) -> Pair:
    """Compare under every completion of what is missing; settled only where all of them agree."""
    ways = [sorted(each.ways(first, second)) for each in criteria]
    judged = {assigned: verdict(assigned) for assigned in product(*ways)}
    found = {assigned: outcome for assigned, (outcome, _) in judged.items()}
    deciding = {place for _, place in judged.values()}
    outcomes = set(found.values())
    return Pair(
        first=first.id,
        second=second.id,
        outcome=outcomes.pop() if len(outcomes) == 1 else "unknown",
        speaks_first=_speaking(criteria, ways, 1),
        speaks_second=_speaking(criteria, ways, -1),
        decided_by=tuple(each.code for place, each in enumerate(criteria) if place in deciding),
        turns_on=tuple(each.code for place, each in enumerate(criteria) if _matters(found, place)),
    )


def _speaking(criteria: Sequence[Criterion], ways: Sequence[Sequence[Way]], sign: int) -> tuple[str, ...]:
    return tuple(
        each.code for each, some in zip(criteria, ways, strict=True) if {way[0] for way in some} == {sign}
    )


def _matters(found: dict[tuple[Way, ...], str], place: int) -> bool:
    """Whether two completions that differ in this criterion alone come out differently."""
    seen: dict[tuple[Way, ...], str] = {}
    return any(
        seen.setdefault(assigned[:place] + assigned[place + 1 :], outcome) != outcome
        for assigned, outcome in found.items()
    )


def weighed(ways: Sequence[Way]) -> tuple[str, None]:
    """Without order and weights: before only where something speaks for it and nothing against.

    A text that names nothing to be considered leaves everything open.
    """
    signs = {sign for sign, _ in ways}
    if not ways or signs >= {1, -1}:
        return "open", None
    return "before" if 1 in signs else "after" if -1 in signs else "even", None


def ranked(ways: Sequence[Way]) -> tuple[str, int | None]:
    """Each criterion decides only where those before it do not."""
    return next((_by(sign, place) for place, (sign, _) in enumerate(ways) if sign), ("even", None))


def ranked_where_met(ways: Sequence[Way]) -> tuple[str, int | None]:
    """The same, but a criterion is asked only of two that met the ones before it; else the last decides."""
    for place, (sign, both) in enumerate(ways[:-1]):
        if sign:
            return _by(sign, place)
        if not both:
            break
    return _by(ways[-1][0], len(ways) - 1) if ways and ways[-1][0] else ("even", None)


def _by(sign: int, place: int) -> tuple[str, int]:
    return "before" if sign > 0 else "after", place
