"""Lists of parties in a file: one id a line, or a CSV with a column ``id``."""

from __future__ import annotations

import csv
from pathlib import Path

from dedere.files.encoding import recognise
from dedere.words import Unreadable

_COLUMN = "id"
_MOST_BYTES = 1 << 26


class UnreadableList(Unreadable):
    """A list of parties that names nobody, or that cannot be a list."""


def ids(path: Path) -> tuple[str, ...]:
    """Return the ids that a file lists, each once, in their order; lines that begin with # are passed.

    UnreadableList where it names nobody; OSError where it cannot be read.
    """
    lines, headings = _read(path)
    found = [row[_COLUMN] for row in csv.DictReader(lines[1:], headings)] if _COLUMN in headings else lines
    named = tuple(dict.fromkeys(id.strip() for id in found if id and id.strip()))
    if not named:
        raise UnreadableList(where=path.name, what="it names nobody", remedy="give one id a line")
    return named


def amounts(path: Path, column: str) -> dict[str, float] | None:
    """Return what a CSV tells of each id in a column; None where it is no CSV with that column.

    UnreadableList where an amount is no number.
    """
    lines, headings = _read(path)
    if _COLUMN not in headings or column.lower() not in headings:
        return None
    rows = csv.DictReader(lines[1:], headings)
    told = {(row[_COLUMN] or "").strip(): (row[column.lower()] or "").strip() for row in rows}
    return {id: amount(f"{path.name}, {id}", text) for id, text in told.items() if id and text}


def amount(where: str, text: str) -> float:
    """Return the number that a text is; UnreadableList where it is none."""
    try:
        return float(text)
    except ValueError:
        raise UnreadableList(
            where=where, what=f"{text!r} is no number", remedy="write figures, with a point for decimals"
        ) from None


def _read(path: Path) -> tuple[list[str], list[str]]:
    """Return the lines that say something, and the headings that the first would be."""
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableList(
            where=path.name, what="too large for a list of parties", remedy="give one id a line"
        )
    text = path.read_text(encoding=recognise(path))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    first = next(csv.reader(lines[:1]), [])
    return lines, [heading.strip().lower() for heading in first]
