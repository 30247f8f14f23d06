"""What one side says became of a promise: its own column, which nobody else writes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from dedere.accords.figures import Figure


class Position(str, Enum):
    """What a side may say of a promise."""

    KEPT = "kept"
    OPEN = "open"
    BROKEN = "broken"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


ENDED = frozenset({Position.KEPT, Position.BROKEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One side's word, on a day, with its evidence.

    ``published`` says that it was taken from the side's published statements, not entered by its officers;
    ``line`` is where it stands in the file, ``struck`` that it was entered in error.
    """

    side: str
    position: Position
    on: date
    line: int
    published: bool = False
    en: str = ""
    es: str = ""
    sources: tuple[str, ...] = ()
    figure: Figure | None = None
    by: str = ""
    simulated: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A side's signature to the text as its digest says; ``published`` as of a statement."""

    side: str
    on: date
    line: int
    digest: str
    published: bool = False
    sources: tuple[str, ...] = ()
    by: str = ""
    second: str = ""
    simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One side's column: every word it said, the latest day last, and every signature."""

    side: str
    statements: tuple[Statement, ...] = ()
    signatures: tuple[Signature, ...] = ()

    @property
    def current(self) -> Statement | None:
        """The latest word that was not struck: by its day, then by its place in the file."""
        standing = [each for each in self.statements if not each.struck]
        return standing[-1] if standing else None

    @property
    def position(self) -> Position:
        """What the side says now; unknown while it says nothing."""
        return self.current.position if self.current else Position.UNKNOWN

    def saying(self, statement: Statement) -> Column:
        """Return the column with one more word, in the order of days: none replaces a later one."""
        told = sorted((*self.statements, statement), key=lambda each: (each.on, each.line))
        return replace(self, statements=tuple(told))

    def signing(self, signature: Signature) -> Column:
        """Return the column with one more signature."""
        return replace(self, signatures=(*self.signatures, signature))

    def striking(self, line: int) -> Column:
        """Return the column with the word of that line struck; it stays to be read."""
        told = (replace(each, struck=True) if each.line == line else each for each in self.statements)
        return replace(self, statements=tuple(told))

    def signed(self, digest: str) -> Signature | None:
        """Return the latest signature to this very text, or None."""
        return next((each for each in reversed(self.signatures) if each.digest == digest), None)


def column(columns: Iterable[Column], side: str) -> Column:
    """Return the column of a side; an empty one where it has said nothing."""
    return next((each for each in columns if each.side == side), Column(side=side))
