"""A list of points on which sources disagree, and whether the stated rules find what it holds to stand."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dedere.claims.attributes import attributes
from dedere.claims.claim import Bound
from dedere.claims.meaning import key_of, meaning
from dedere.claims.reconcile import Question, Reconciled

DISAGREEMENTS = "disagreements.csv"
_NOT = "not-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A row of the list, with the answer that the rules give, or None where no claim raises the question.

    ``stands`` is the value that the list holds to be best supported, empty where it holds none to be.
    """

    id: str
    question: Question
    stands: str
    bound: Bound
    answer: Reconciled | None

    @property
    def found(self) -> bool:
        """Whether the rules find what the list says: the value itself, or that none is best supported."""
        best = self.answer.best if self.answer else None
        if best is None or not self.stands:
            return best is None and not self.stands
        kind, value = attributes()[self.question.attribute].kind, self.stands.removeprefix(_NOT)
        wanted = meaning(kind, value, bound=self.bound, negated=value != self.stands)
        return best.meaning.within(wanted)


def disagreements(folder: Path, answers: Iterable[Reconciled]) -> Iterator[Disagreement]:
    """Yield each row of a folder's list with its answer; a point with two questions has two rows."""
    by_question = {each.question: each for each in answers}
    with (folder / DISAGREEMENTS).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            question = _question(row)
            yield Disagreement(
                id=row["id"],
                question=question,
                stands=row["stands"],
                bound=Bound(row["bound"] or Bound.EXACT),
                answer=by_question.get(question),
            )


def _question(row: Mapping[str, str]) -> Question:
    about = attributes()[row["attribute"]]
    among = key_of(about.kind, row["stands"].removeprefix(_NOT)) if about.many else ""
    return Question(event=row["event"], attribute=row["attribute"], about=row["about"], among=among)
