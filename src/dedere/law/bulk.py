"""A docket at large: charges under the same clauses are found on together, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from dedere.law.assess import find
from dedere.law.assessment import ClauseFinding
from dedere.law.casefile import CaseFile, Value
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.plan import Plan, Step, plan
from dedere.law.vocabulary import REQUESTING, TODAY
from dedere.words import Finding, State

Head = tuple[State, State, date, str]
"""What the law in force turns on: who asks, who is asked, the day, the route."""

Column = Sequence[Value | None]
"""One fact of many charges, in their order; None where it is unknown."""

Needs = tuple[frozenset[str], ...]
FINDINGS = tuple(Finding)
_CODES = {finding: code for code, finding in enumerate(FINDINGS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One clause over many charges, in their order: places in ``FINDINGS``, and what each unknown needs.

    ``needs`` is empty where it was not asked for.
    """

    clause: Clause
    codes: npt.NDArray[np.uint8]
    needs: Sequence[Needs] = ()


def plans(heads: Iterable[Head], library: Library) -> Mapping[Head, Plan]:
    """The plan of each head; heads under the very same clauses share one plan, whatever their days."""
    alike: dict[tuple[object, ...], Plan] = {}
    return {head: _alike(head, library, alike) for head in heads}


def _alike(head: Head, library: Library, alike: dict[tuple[object, ...], Plan]) -> Plan:
    requesting, requested, on, route = head
    made = plan(library, CaseFile(id="", requesting=requesting, requested=requested, on=on, route=route))
    clauses = ((step.clause, step.settled and step.settled.beside) for step in made.steps)
    return alike.setdefault((requesting, requested, route, *clauses), made)


def found_together(
    made: Plan, heads: Sequence[Head], facts: Mapping[str, Column], library: Library, *, needs: bool = False
) -> tuple[Found, ...]:
    """What each clause of a shared plan comes to for each of its charges, in the order of the texts.

    ``heads`` are those of the charges, one each; every column of ``facts`` is as long.
    """
    given: dict[str, Column] = {**facts, TODAY.name: [on for _, _, on, _ in heads]}
    given[REQUESTING.name] = [str(requesting) for requesting, _, _, _ in heads]
    return tuple(_found(step, given, len(heads), library, needs) for step in made.steps)


def _found(step: Step, facts: Mapping[str, Column], size: int, library: Library, needs: bool) -> Found:
    each = _each(step, facts, size, library)
    return Found(
        clause=step.clause,
        codes=np.array([_CODES[found.finding] for found in each], np.uint8),
        needs=[found.needs for found in each] if needs else (),
    )


def _each(step: Step, facts: Mapping[str, Column], size: int, library: Library) -> list[ClauseFinding]:
    if step.settled is not None:
        return [step.settled] * size
    asked = step.clause.question.facts
    nobody: Column = [None] * size
    rows = list(zip(*(facts.get(fact, nobody) for fact in asked), strict=True)) or [()] * size
    once = {row: _one(step, asked, row, library) for row in dict.fromkeys(rows)}
    return [once[row] for row in rows]


def _one(step: Step, asked: Sequence[str], row: tuple[Value | None, ...], library: Library) -> ClauseFinding:
    answers = zip(asked, row, strict=True)
    return find(step, {fact: value for fact, value in answers if value is not None}, library)
