"""A line of the ledger as the pages show it: what was promised, what each side says, how both read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dedere.accords.accord import Accord, Account, Words
from dedere.accords.position import Column, Signature, Statement
from dedere.desk.commitments.figure import Worked, worked
from dedere.desk.wording import language
from dedere.docket.accords import AccordFile
from dedere.registry.accords import Asked, files, listed
from dedere.registry.models import AccordRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side's cell: its own account of the promise where it has one, and its latest word on it."""

    side: str
    account: Account | None
    column: Column
    signature: Signature | None

    @property
    def said(self) -> Statement | None:
        """The word that stands."""
        return self.column.current


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: its file, both sides in the order of the ledger, and the docket's figure where it has one."""

    file: AccordFile
    sides: tuple[Side, ...]
    worked: Worked | None

    @property
    def accord(self) -> Accord:
        """What was recorded."""
        return self.file.recorded

    @property
    def apart(self) -> bool:
        """Whether it comes first: a side disputes it, or the two sides tell it differently."""
        return bool(self.file.read.why) or self.file.read.apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under one title, ``disputed counted rest``."""

    code: str
    lines: tuple[Line, ...]


def line_of(file: AccordFile, *, counting: bool = True) -> Line:
    """Return a file as a line; its figure is computed anew unless nobody will read it."""
    accord = file.recorded
    return Line(
        file=file,
        sides=tuple(side_of(file, side) for side in accord.between),
        worked=worked(accord.figure) if accord.figure and counting else None,
    )


def side_of(file: AccordFile, side: str) -> Side:
    """Return one side's cell."""
    return Side(
        side=side,
        account=file.recorded.of(side),
        column=file.column(side),
        signature=file.signed_by(side),
    )


def lines(asked: Asked, *, counting: bool = True) -> list[Line]:
    """Return the lines asked for, the earliest first."""
    numbers = list(listed(asked).values_list("number", flat=True))
    found = files(numbers)
    return [line_of(found[number], counting=counting) for number in numbers]


def grouped(found: Iterable[Line]) -> list[Group]:
    """Return what is disputed or told apart, then what the docket counts, then the rest: no empty group."""
    told: dict[str, list[Line]] = {"disputed": [], "counted": [], "rest": []}
    for line in found:
        told["disputed" if line.apart else "counted" if line.worked else "rest"].append(line)
    return [Group(code=code, lines=tuple(own)) for code, own in told.items() if own]


def of_page(words: Words | Statement | AccordRow | None) -> str:
    """Return words in the language of the page, else in the other; nothing where there are none."""
    if words is None:
        return ""
    here, there = (words.es, words.en) if language() == "es" else (words.en, words.es)
    return str(here or there)
