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
    if path.stat().st_size > _MOST_BYTES:
        raise UnreadableList(
            where=path.name, what="too large for a list of parties", remedy="give one id a line"
        )
    text = path.read_text(encoding=recognise(path))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    first = next(csv.reader(lines[:1]), [])
    headings = [heading.strip().lower() for heading in first]
    found = [row[_COLUMN] for row in csv.DictReader(lines[1:], headings)] if _COLUMN in headings else lines
    named = tuple(dict.fromkeys(id.strip() for id in found if id and id.strip()))
    if not named:
        raise UnreadableList(where=path.name, what="it names nobody", remedy="give one id a line")
    return named
