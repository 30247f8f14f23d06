"""Who says what on each question: questions down, the docket, both States and others across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dedere.claims.reconcile import Outcome, Reconciled
from dedere.claims.said import DOCKET, Event, Said
from dedere.desk.claims.spoken import Voice, question, value, voices
from dedere.desk.wording import say
from dedere.words import Source

COLUMNS = ("docket", "giving", "receiving", "others")
SHOWN = 3  # voices of a cell that are shown without asking
MANY = 8  # values in one breath; of more their number is said first


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """One thing that is said in a cell, and who says it: the first ones, and the rest on demand.

    ``every`` are the values where they are too many to be read in one breath.
    """

    words: str
    every: Sequence[str]
    best: bool
    first: Sequence[Voice]
    more: Sequence[Voice] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one of the columns says; ``vague`` fits more than one position and counts for none."""

    column: str
    said: Sequence[Says]
    vague: Sequence[Says] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question with what comes of it and what each column says; several where many values are true."""

    question: str
    answer: Reconciled
    best: str
    cells: Sequence[Cell]


class Matrix:
    """The rows of an event, what is contested first."""

    def __init__(self, event: Event, answers: Sequence[Reconciled], outlets: Mapping[str, Source]) -> None:
        self.event, self.outlets = event, outlets
        self.names = persons_of(answers)
        self.rows = [self._row(group) for group in _groups(answers)]

    def _row(self, group: Sequence[Reconciled]) -> Row:
        first = group[0]
        best = [value(_as_said(each), self.names) for each in group if each.best]
        return Row(
            question=question(first.question, self.names),
            answer=first,
            best=in_short(best),
            cells=[self._cell(column, group) for column in COLUMNS],
        )

    def _cell(self, column: str, group: Sequence[Reconciled]) -> Cell:
        """What a column says on the questions of a row: each value once, the best supported first."""
        positions = [each for answer in group for each in answer.positions]
        best = {claim.id for answer in group if answer.best for claim in answer.best.held}
        held = [claim for position in positions for claim in position.held]
        fitting = [claim for position in positions for claim in position.fitting]
        return Cell(
            column=column,
            said=list(self._says(self._of(column, held), best)),
            vague=list(self._says(self._of(column, fitting), frozenset())),
        )

    def _of(self, column: str, claims: Iterable[Said]) -> list[Said]:
        every = {claim.id: claim for claim in claims if self.column(claim) == column}
        return list(every.values())

    def column(self, claim: Said) -> str:
        """Return the column in which a claim stands."""
        if claim.tier == DOCKET:
            return "docket"
        sides = {self.event.giving: "giving", self.event.receiving: "receiving"}
        return sides.get(claim.party, "others")

    def _says(self, claims: Sequence[Said], best: Iterable[str]) -> Iterator[Says]:
        """Each value with its voices; values that the same voice gives together stand together."""
        leading = frozenset(best)
        by_value: dict[tuple[str, bool], list[Said]] = {}
        for claim in claims:
            by_value.setdefault((value(claim, self.names), claim.id in leading), []).append(claim)
        by_voices: dict[tuple[bool, tuple[tuple[str, ...], ...]], list[str]] = {}
        for (words, led), told in by_value.items():
            by_voices.setdefault((led, tuple(claim.cited for claim in told)), []).append(words)
        for (led, _), together in by_voices.items():
            heard = voices(by_value[together[0], led], self.outlets)
            yield Says(
                words=in_short(together),
                every=together if len(together) > MANY else (),
                best=led,
                first=heard[:SHOWN],
                more=heard[SHOWN:],
            )


def in_short(values: Sequence[str]) -> str:
    """Return values in one breath, or how many they are."""
    return ", ".join(values) if len(values) <= MANY else say("claims.so-many", n=len(values))


def persons_of(answers: Iterable[Reconciled]) -> Mapping[str, str]:
    """Return the names of the persons whom the docket lists, by the number that claims name them by."""
    return {
        claim.value: claim.words
        for answer in answers
        if answer.question.attribute == "person"
        for position in answer.positions
        for claim in position.held
        if claim.words and claim.tier == DOCKET
    }


def _groups(answers: Iterable[Reconciled]) -> Iterator[Sequence[Reconciled]]:
    """Put the many answers of one attribute together where nobody contests them."""

    def key(answer: Reconciled) -> object:
        asked = answer.question
        together = asked.among and answer.outcome is not Outcome.CONTESTED
        return (answer.outcome, asked.attribute) if together else asked

    return (list(group) for _, group in groupby(answers, key=key))


def _as_said(answer: Reconciled) -> Said:
    """The best supported position as if one source had said it."""
    assert answer.best is not None  # noqa: S101  (told to mypy: asked only of those that have one)
    asked, best = answer.question, answer.best
    exact = next((claim for claim in best.held if claim.value == best.value), best.held[0])
    return Said(
        id="",
        event=asked.event,
        attribute=asked.attribute,
        value=best.value,
        bound=exact.bound,
        negated=best.negated,
    )
