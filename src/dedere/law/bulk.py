"""A docket at large: charges under the same clauses are found on together, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dedere.law.casefile import CaseFile, Value
from dedere.law.epochs import epoch
from dedere.law.find import find
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.limitation.together import with_lapse_together
from dedere.law.logic.column import Column, value_of
from dedere.law.logic.columns import FINDINGS, column_findings
from dedere.law.plan import Plan, Step, plan
from dedere.law.vocabulary import REQUESTING, TODAY
from dedere.words import Finding, State

__all__ = ["FINDINGS", "Column", "Found", "Head", "Lot", "Needs", "found_together", "plans"]

Head = tuple[State, State, date, str]
"""What the law in force turns on: who asks, who is asked, the day, the route."""

Needs = tuple[frozenset[str], ...]
_CODES = {finding: code for code, finding in enumerate(FINDINGS)}
_OPEN = _CODES[Finding.UNKNOWN]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lot:
    """Charges that share a plan, in their order: the day of each as its ordinal, and the facts as columns."""

    requesting: State
    requested: State
    days: NDArray[np.int64]
    facts: Mapping[str, Column]

    def table(self, library: Library) -> Mapping[str, Column]:
        """The facts, computed lapse of time, and the day and the requesting State, always known."""
        pair = (self.requesting, self.requested)
        every = np.ones(len(self.days), np.bool_)
        same = np.zeros(len(self.days), np.int8)
        return {
            **with_lapse_together(pair, self.days, self.facts, library),
            TODAY.name: Column(values=self.days, known=every),
            REQUESTING.name: Column(values=same, known=every, codes=(str(self.requesting),)),
        }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """One clause over a lot, charge by charge: places in ``FINDINGS``, and what each unknown needs.

    ``needs`` are by the charge's place; empty where they were not asked for.
    """

    clause: Clause
    codes: NDArray[np.int8]
    needs: Mapping[int, Needs]


def plans(heads: Iterable[Head], library: Library) -> Mapping[Head, Plan]:
    """The plan of each head; heads under the very same clauses share one plan, whatever their days."""
    of_epoch: dict[tuple[State, State, int, str], Plan] = {}
    alike: dict[tuple[object, ...], Plan] = {}
    found: dict[Head, Plan] = {}
    for head in heads:
        requesting, requested, on, route = head
        key = (requesting, requested, epoch(library, on), route)
        if key not in of_epoch:
            of_epoch[key] = _alike(head, library, alike)
        found[head] = of_epoch[key]
    return found


def _alike(head: Head, library: Library, alike: dict[tuple[object, ...], Plan]) -> Plan:
    requesting, requested, on, route = head
    made = plan(library, CaseFile(id="", requesting=requesting, requested=requested, on=on, route=route))
    clauses = ((step.clause, step.settled and step.settled.beside) for step in made.steps)
    return alike.setdefault((requesting, requested, route, *clauses), made)


def found_together(made: Plan, lot: Lot, library: Library, *, needs: bool = False) -> tuple[Found, ...]:
    """What each clause of a plan comes to for each charge of a lot, in the order of the texts."""
    table, size = lot.table(library), len(lot.days)
    asked = [step for step in made.steps if step.settled is None]
    questions = [step.clause.question for step in asked]
    rows = dict(zip(map(id, asked), column_findings(questions, table, size, library.asked()), strict=True))
    return tuple(_found(step, rows.get(id(step)), table, size, library, needs) for step in made.steps)


def _found(
    step: Step,
    codes: NDArray[np.int8] | None,
    table: Mapping[str, Column],
    size: int,
    library: Library,
    needs: bool,
) -> Found:
    if codes is None:
        settled = _CODES[step.settled.finding] if step.settled else _OPEN
        return Found(clause=step.clause, codes=np.full(size, settled, np.int8), needs={})
    wanted = _needs(step, np.flatnonzero(codes == _OPEN), table, library) if needs else {}
    return Found(clause=step.clause, codes=codes, needs=wanted)


def _needs(
    step: Step, places: NDArray[np.intp], table: Mapping[str, Column], library: Library
) -> Mapping[int, Needs]:
    """What each open charge needs; charges whose answers are the same are worked out once."""
    asked = [fact for fact in step.clause.question.facts if fact in table]
    if not len(places):
        return {}
    told = np.array([table[fact].shown(places) for fact in asked], np.int64)
    distinct, which = np.unique(told.reshape(len(asked), len(places)), axis=1, return_inverse=True)
    once = [find(step, _values(asked, row, table, library), library).needs for row in distinct.T]
    return {int(at): once[one] for at, one in zip(places, which.reshape(-1), strict=True)}


def _values(
    asked: Sequence[str], row: NDArray[np.int64], table: Mapping[str, Column], library: Library
) -> dict[str, Value]:
    vocabulary = library.asked()
    return {
        fact: value_of(int(number), vocabulary[fact].type, table[fact].codes)
        for fact, number in zip(asked, row, strict=True)
        if number >= 0
    }
