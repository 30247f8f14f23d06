"""What is published: tables with their hidden cells, medians, handovers; nothing else leaves this room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from dedere.tally.hiding.choose import choose
from dedere.tally.hiding.system import System
from dedere.tally.median import Middle, middle
from dedere.tally.route import Counted, Given, Operation, Route
from dedere.tally.rule import Rule
from dedere.tally.tables import (
    ALL,
    ELSEWHERE,
    GIVEN,
    ROUTES,
    Fact,
    Laid,
    Place,
    Table,
    lay,
    members,
    profiles,
)

TIMED, UNTIMED = "known", "not-known"
# Which days a table's timed column holds.
DAYS = {"decisions-timed": "days_to_decision", "surrenders-timed": "days_to_surrender"}
_TOTAL = 3.0  # a total costs the public more than a cell, and the total of both more again


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One table; a value of None is hidden. ``withheld`` says that nothing of it could be shown."""

    laid: Laid
    values: Mapping[Place, int | None]
    withheld: bool = False

    def value(self, row: str, column: str) -> int | None:
        """The count of a cell or a total, or None where it is hidden."""
        return self.values[Place(self.laid.table.name, row, column)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """The median days of the routes of one track (``ALL``: of every track); None where not published."""

    what: str
    track: str
    middle: Middle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Everything that is public of a docket's figures."""

    home: str
    until: date | None
    simulated: bool
    rule: Rule
    tables: tuple[Published, ...]
    durations: tuple[Duration, ...]
    operations: tuple[Operation, ...]

    def table(self, name: str) -> Published:
        """Return a table by its name; KeyError where there is none."""
        return {each.laid.table.name: each for each in self.tables}[name]


def publish(counted: Counted, rule: Rule) -> Release:
    """Return what may be published of what was counted."""
    operations = tuple(each for each in counted.operations if each.persons >= rule.least)
    named = {each.id for each in operations}
    facts = [_fact(route, named) for route in counted.routes]
    tables = _hide(ROUTES, facts, rule, known=tuple(sorted(named)))
    promised = [_promise(each) for each in counted.given]
    return Release(
        home=counted.home,
        until=counted.until,
        simulated=counted.simulated,
        rule=rule,
        tables=(*tables, *_hide(GIVEN, promised, rule, ceiling=counted.persons)),
        durations=tuple(_durations(tables, counted.routes, rule)),
        operations=operations,
    )


def _fact(route: Route, named: set[str]) -> Fact:
    return {
        "track": route.track,
        "direction": route.direction,
        "opened": route.opened,
        "stage": route.stage,
        "ground": route.ground,
        "consent": route.consent,
        "handed_over": route.handed_over,
        "operation": route.operation if route.operation in named else "",
        "elsewhere": "" if route.operation in named else route.handed_over,
        "aftercare": route.aftercare,
        "decision_timed": _timed(route.days_to_decision) if route.decided else "",
        "surrender_timed": _timed(route.days_to_surrender) if route.handed_over else "",
    }


def _timed(days: int | None) -> str:
    return UNTIMED if days is None else TIMED


def _promise(given: Given) -> Fact:
    return {"about": given.about, "standing": given.standing}


def _hide(
    tables: Sequence[Table],
    facts: Sequence[Fact],
    rule: Rule,
    *,
    known: tuple[str, ...] = (),
    ceiling: int | None = None,
) -> tuple[Published, ...]:
    """Count the tables and hide, over all of them at once, what must be hidden."""
    kinds, laid = profiles(facts), [lay(table, facts) for table in tables]
    groups = {place: members(place, each.table, kinds) for each in laid for place in each.places()}
    public = {_part_of(id, kinds) for id in known}
    aside = {members(place, table, kinds) for table, place in _asides(laid, facts, bool(known))}
    system, order = _system(groups, public, aside, tuple(number for _, number in kinds), ceiling)
    chosen = choose(system, rule)
    hidden = {group for group, index in order.items() if chosen is None or index in chosen}
    counts = {group: int(system.counts[index]) for group, index in order.items()}
    return tuple(
        Published(
            laid=each,
            values={
                place: None if groups[place] in hidden else counts.get(groups[place], 0)
                for place in each.places()
            },
            withheld=chosen is None,
        )
        for each in laid
    )


def _asides(laid: Sequence[Laid], facts: Sequence[Fact], operations: bool) -> Iterator[tuple[Table, Place]]:
    """What stands in no table, and may be found by subtracting one total from another."""
    for each in laid:
        yield from ((each.table, place) for place in each.remainders())
    for each in (lay(table, facts) for table in ELSEWHERE if operations):
        yield from ((each.table, place) for place in each.places())


def _part_of(operation: str, kinds: Sequence[tuple[Fact, int]]) -> frozenset[int]:
    return frozenset(index for index, (fact, _) in enumerate(kinds) if fact["operation"] == operation)


def _system(
    groups: Mapping[Place, frozenset[int]],
    public: set[frozenset[int]],
    aside: set[frozenset[int]],
    kinds: tuple[int, ...],
    ceiling: int | None,
) -> tuple[System, dict[frozenset[int], int]]:
    """Return each different group once: what one table hides, no other shows."""
    weights: dict[frozenset[int], float] = {group: 1.0 for group in public if group}
    for place, group in groups.items():
        if group:
            size = sum(kinds[each] for each in group)
            weights[group] = weights.get(group, 0.0) + (1 + log(size)) * _TOTAL**place.totals
    unshown = {group for group in aside if group and group not in weights}
    weights |= dict.fromkeys(sorted(unshown, key=sorted), 0.0)
    order = {group: index for index, group in enumerate(weights)}
    system = System(
        kinds=kinds,
        cells=tuple(order),
        weights=tuple(weights.values()),
        known=frozenset(order[group] for group in public if group),
        unshown=frozenset(order[group] for group in unshown),
        ceiling=ceiling,
    )
    return system, order


def _durations(tables: Sequence[Published], routes: Sequence[Route], rule: Rule) -> list[Duration]:
    """Return the medians of exactly those groups whose number is published."""
    found = []
    for table in (each for each in tables if each.laid.table.name in DAYS):
        name = table.laid.table.name
        for track in (*table.laid.rows, ALL):
            days = [
                told
                for route in routes
                if track in (ALL, route.track) and (told := getattr(route, DAYS[name])) is not None
            ]
            shown = TIMED in table.laid.columns and table.value(track, TIMED) is not None
            enough = shown and len(days) >= rule.least
            found.append(
                Duration(what=name, track=track, middle=middle(days, rule.confidence) if enough else None)
            )
    return found
