"""Lapse of time of many charges at once: the few whose law is known to reach them are computed one by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.library import Library
from dedere.law.limitation.feed import with_lapse
from dedere.law.limitation.read import SIDES
from dedere.law.logic import facts_of
from dedere.law.logic.column import Column, value_of
from dedere.words import State

Columns = Mapping[str, Column]
Pair = tuple[State, State]


def with_lapse_together(pair: Pair, days: NDArray[np.int64], facts: Columns, library: Library) -> Columns:
    """The columns with what can be computed of lapse of time, as ``with_lapse`` does for one case."""
    rows = _in_scope(pair, facts, len(days), library)
    if not len(rows):
        return facts
    computed = [_charge(pair, date.fromordinal(int(days[row])), facts, row, library) for row in rows]
    names = [f"time-barred-in-{side}" for side in SIDES]
    return {**facts, **{name: _filled(facts.get(name), rows, computed, name, len(days)) for name in names}}


def _in_scope(pair: Pair, facts: Columns, size: int, library: Library) -> NDArray[np.intp]:
    """The rows that say yes to a fact of a law's scope; in no other can anything be computed."""
    reached = np.zeros(size, np.bool_)
    for state, side in zip(pair, SIDES, strict=True):
        law = library.limitation.get(state, {}).get(side)
        for fact in facts_of(law.scope) if law else ():
            if fact in facts:
                reached |= facts[fact].known & facts[fact].values.astype(np.bool_)
    return np.flatnonzero(reached)


def _charge(pair: Pair, on: date, facts: Columns, row: int, library: Library) -> Mapping[str, Known]:
    told = {
        name: Known(value=_value(name, each, row, library)) for name, each in facts.items() if each.known[row]
    }
    bare = CaseFile(
        id="",
        requesting=pair[0],
        requested=pair[1],
        on=on,
        route="",
        charges=(ChargeFacts(id="", facts=told),),
    )
    (after,) = with_lapse(bare, library)[0].charges
    return after.facts


def _value(name: str, column: Column, row: int, library: Library) -> Value:
    return value_of(int(column.values[row]), library.asked()[name].type, column.codes)


def _filled(
    before: Column | None, rows: NDArray[np.intp], computed: list[Mapping[str, Known]], name: str, size: int
) -> Column:
    values = np.zeros(size, np.bool_) if before is None else before.values.astype(np.bool_)
    known = np.zeros(size, np.bool_) if before is None else before.known.copy()
    for row, facts in zip(rows, computed, strict=True):
        known[row] = name in facts
        values[row] = bool(facts[name].value) if name in facts else False
    return Column(values=values, known=known)
