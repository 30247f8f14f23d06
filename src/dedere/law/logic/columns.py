"""Columns: many questions over a whole docket at once, as exactly as one case is explained.

Kleene's rules answer on planes of bits, and where they are too weak the exact form of a question does.
What is then still open, where an unknown fact ties comparisons, is settled once for each distinct set
of their known values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.law.casefile import Value
from dedere.law.logic.column import UNKNOWN, Column, value_of
from dedere.law.logic.condition import Condition, facts_of
from dedere.law.logic.exact import Form, exact
from dedere.law.logic.explain import Question
from dedere.law.logic.planes import Plane, Planes
from dedere.law.logic.tied import Outcome, possible, supposing, tied_atoms
from dedere.law.vocabulary import Vocabulary
from dedere.words import Finding

FINDINGS = (Finding.UNKNOWN, Finding.MET, Finding.NOT_MET, Finding.NOT_IN_POINT)
BLOCK = 1 << 20  # rows at a time: some tens of mebibytes of planes, and few calls for many rows
_NONE_YET = -1


def column_findings(
    questions: Sequence[Question], table: Mapping[str, Column], rows: int, vocabulary: Vocabulary
) -> NDArray[np.int8]:
    """The finding of each question on each row, as a place in ``FINDINGS``: questions by rows.

    A fact that the table lacks is unknown throughout.
    """
    forms = [exact(question, vocabulary) for question in questions]
    asked = {fact for question in questions for fact in question.facts} & table.keys()
    found = np.empty((len(forms), rows), np.int8)
    for start in range(0, rows, BLOCK):
        end = min(start + BLOCK, rows)
        planes = Planes({fact: table[fact].cut(start, end) for fact in asked}, end - start)
        block = _Block(planes, vocabulary)
        for place, form in enumerate(forms):
            block.find(form, found[place, start:end])
    return found


@dataclass(frozen=True, slots=True)
class _Block:
    planes: Planes
    vocabulary: Vocabulary

    def find(self, form: Form, found: NDArray[np.int8]) -> None:
        """Write the finding of a question on each row."""
        met, not_met, beside = self._sure(form.question)
        sure = {Finding.MET: met, Finding.NOT_MET: not_met, Finding.NOT_IN_POINT: beside}
        for finding, condition in form.certain.items():
            sure[finding] = sure[finding] | self.planes.rails(condition)[0]
        high = self.planes.unpacked(sure[Finding.NOT_MET] | sure[Finding.NOT_IN_POINT])
        high *= 2
        np.add(high, self.planes.unpacked(sure[Finding.MET] | sure[Finding.NOT_IN_POINT]), out=found)
        if form.tied:
            self._untie(form, found)

    def _sure(self, question: Question) -> tuple[Plane, Plane, Plane]:
        """Where it is met, not met and not in point by Kleene's rules."""
        holds, fails = self.planes.rails(question.condition)
        in_point, beside = self.planes.rails(question.guard)
        return in_point & holds, in_point & fails, beside

    def _untie(self, form: Form, found: NDArray[np.int8]) -> None:
        """Where a fact that ties atoms is missing: what all they can come to together agree on."""
        (rows,) = np.nonzero((found == 0) & self.planes.lacking(form.tied))
        atoms = tied_atoms(form)
        outcomes, place = self._outcomes(atoms, rows)
        supposed = np.empty(len(found), np.int8)
        agreed = np.full(len(rows), _NONE_YET, np.int8)
        for outcome in dict.fromkeys(each for some in outcomes for each in some):
            question = supposing(form.question, dict(zip(atoms, outcome, strict=True)))
            self.find(exact(question, self.vocabulary), supposed)
            says = supposed[rows]
            joined = np.where((agreed == _NONE_YET) | (agreed == says), says, 0)
            agreed = np.where(np.array([outcome in some for some in outcomes])[place], joined, agreed)
        found[rows] = agreed

    def _outcomes(
        self, atoms: Sequence[Condition], rows: NDArray[np.intp]
    ) -> tuple[list[frozenset[Outcome]], NDArray[np.intp]]:
        """What tied atoms can come to on each distinct set of known values, and the place of each row's."""
        facts = [fact for fact in facts_of(*atoms) if fact in self.planes.table]
        shown = np.zeros((len(rows), len(facts)), np.int64)
        for place, fact in enumerate(facts):
            shown[:, place] = self.planes.table[fact].shown(rows)
        distinct, places = np.unique(shown, axis=0, return_inverse=True)
        values = [self._values(facts, row.tolist()) for row in distinct]
        return [possible(atoms, each, self.vocabulary) for each in values], places.reshape(-1)

    def _values(self, facts: Sequence[str], numbers: Sequence[int]) -> dict[str, Value]:
        shown = zip(facts, numbers, strict=True)
        return {
            fact: value_of(number, self.vocabulary[fact].type, ())  # what ties is a day or a count
            for fact, number in shown
            if number != UNKNOWN
        }
