"""Lists of parties in a file: one id a line, or a CSV with a column ``id``."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from dedere.files.encoding import recognise
from dedere.files.sheets import meant
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
    named = tuple(dict.fromkeys(meant(id.strip()) for id in found if id and id.strip()))
    if not named:
        raise UnreadableList(where=path.name, what="it names nobody", remedy="give one id a line")
    return named


def amounts(path: Path, column: str) -> dict[str, float] | None:
    """Return what a CSV tells of each id in a column; None where it is no CSV with that column.

    UnreadableList where an amount is no number.
    """
    told = cells(path, column)
    if told is None:
        return None
    return {id: amount(f"{path.name}, {id}", text) for id, text in told.items() if text}


def days(path: Path, column: str) -> dict[str, date] | None:
    """Return the day that a CSV tells of each id in a column; None where it is no CSV with that column.

    An id without a day is left out. UnreadableList where it is no day.
    """
    told = cells(path, column)
    if told is None:
        return None
    return {id: _day(f"{path.name}, {id}", text) for id, text in told.items() if text}


def cells(path: Path, column: str) -> dict[str, str] | None:
    """Return the text that a CSV has of each id in a column; None where it is no CSV with that column."""
    lines, headings = _read(path)
    if _COLUMN not in headings or column.lower() not in headings:
        return None
    rows = csv.DictReader(lines[1:], headings)
    told = {meant((row[_COLUMN] or "").strip()): (row[column.lower()] or "").strip() for row in rows}
    return {id: text for id, text in told.items() if id}


def amount(where: str, text: str) -> float:
    """Return the number that a text is; UnreadableList where it is none."""
    try:
        return float(text)
    except ValueError:
        raise UnreadableList(
            where=where, what=f"{text!r} is no number", remedy="write figures, with a point for decimals"
        ) from None


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableList(
            where=where, what=f"{text!r} is no day", remedy="write it as 2025-02-27, or leave it empty"
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
